"""Keeps the last good site until a new one is whole."""

import logging
import os
from pathlib import Path

from mkdocs.plugins import event_priority

from amparo.paper.production import copy_in, wish
from amparo.printing import print_site
from amparo.release.finishing import finish
from amparo.release.swap import put_in_place, restore
from amparo.settings import read_settings

log = logging.getLogger("mkdocs.plugins.amparo")

_site = _stage = None
_is_serving = False


def on_startup(command, dirty):
    """First of all: the preview builds into a folder of its own and needs no care."""
    global _is_serving
    _is_serving = command == "serve"


@event_priority(100)
def on_config(config):
    """Before i18n remembers the folder, and only when a new build starts: build beside the old site."""
    global _site, _stage
    if not _is_serving and config.plugins["i18n"].current_language is None:
        _site = Path(config.site_dir)
        restore(_site)
        # Several copies of a release are built at the same time, each into a stage of its own.
        _stage = (
            Path(config.config_file_path).parent
            / "build"
            / ("stage" if _site.name == "site" else f"stage-{_site.name}")
        )
        config.site_dir = str(_stage)
        config.extra["finished"] = str(_site)
    return config


@event_priority(-200)
def on_post_build(config):
    """After i18n has built the last language: print the pages of records, finish the tree and swap it in."""
    if config.plugins["i18n"].building:
        return
    if not _is_serving:
        languages = config.extra["amparo_languages"]
        count = print_site(config.extra["amparo_site"], _stage, languages, log.info)
        log.info(f"{count} pages of records in {len(languages)} languages")
    root = Path(config.config_file_path).parent
    settings = read_settings(root, os.environ.get("AMPARO_FLAVOUR"))
    finish(root, Path(config.site_dir) if _is_serving else _stage, settings)
    if not _is_serving:
        if wish() != "no":
            copy_in(root, _stage, settings)
        put_in_place(_stage, _site)
