"""Keeps the last good site until a new one is whole."""

import logging
from pathlib import Path

from mkdocs.plugins import event_priority

from amparo import environment
from amparo.listening import production as listening
from amparo.paper.production import copy_in
from amparo.printing import print_site
from amparo.project import HERE, Project
from amparo.release import lock
from amparo.release.finishing import finish
from amparo.release.swap import put_in_place, restore

log = logging.getLogger("mkdocs.plugins.amparo")

_site = _stage = None
_is_serving = False


def on_startup(command, dirty):
    """First of all: the preview builds into a folder of its own and needs no care."""
    global _is_serving
    _is_serving = command == "serve"
    environment.let_output_pass()


@event_priority(100)
def on_config(config):
    """Before i18n remembers the folder, and only when a new build starts: build beside the old site."""
    global _site, _stage
    # All hooks ask the same project, with the file with settings that MkDocs was given.
    project = Project(HERE.root, Path(config.config_file_path).absolute())
    config.extra["amparo_project"] = project
    if not _is_serving and config.plugins["i18n"].current_language is None:
        _site = Path(config.site_dir)
        # Several copies of a release are built at the same time, each into a stage of its own.
        _stage = project.build("stage" if _site.name == "site" else f"stage-{_site.name}")
        lock.take(_stage.with_suffix(".lock"), log.info)
        restore(_site)
        config.site_dir = str(_stage)
        config.extra["finished"] = str(_site)
    return config


@event_priority(-200)
def on_post_build(config):
    """After i18n has built the last language: print the pages of records, finish the tree and swap it in."""
    if config.plugins["i18n"].building:
        return
    project, site = config.extra["amparo_project"], config.extra["amparo_site"]
    if not _is_serving:
        languages = config.extra["amparo_languages"]
        count = print_site(site, _stage, languages, log.info)
        log.info(f"{count} pages of records in {len(languages)} languages")
    listening.copy_in(Path(config.site_dir) if _is_serving else _stage, site)
    finish(project, Path(config.site_dir) if _is_serving else _stage, site)
    if not _is_serving:
        if environment.paper() != "no":
            copy_in(project, _stage, site.settings)
        put_in_place(_stage, _site)
