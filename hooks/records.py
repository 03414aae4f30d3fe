"""Brings Amparo's pages into MkDocs. What they say is made in `amparo`; here stands only when."""

import logging
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from amparo import environment
from amparo.building import open_site, waiting_words
from amparo.checks.known import Known
from amparo.listening import production as listening
from amparo.paper import production
from amparo.preview import Preview
from amparo.settings import read_settings
from amparo.source import Stop
from amparo.text import lines

log = logging.getLogger("mkdocs.plugins.amparo")

_site = None
_is_serving = False


def on_startup(command, dirty):
    """First of all: the preview prints record pages only when they are asked for."""
    global _is_serving
    _is_serving = command == "serve"
    # Pages of records are not built by MkDocs: else it says of every link to one that it is left out of the
    # site.
    left_out = "excluded from the built site"
    logging.getLogger("mkdocs.structure.pages").addFilter(lambda said: left_out not in said.getMessage())


def on_serve(server, config, builder):
    """Before the preview answers: put the record pages in front of what MkDocs has built."""
    project = config.extra["amparo_project"]
    script = project.find("theme/preview.js").read_text("utf-8")
    mark = project.find("templates/layouts/renewing.html").read_text("utf-8").splitlines()[-1]
    server.set_app(Preview(server.get_app(), lambda: _site, script, mark))
    return server


def _language(config):
    """The language that is being built; right from `on_files` on."""
    return config.plugins["i18n"].current_language


@event_priority(90)
def on_config(config):
    """Before i18n, and only when a new build starts: read and check everything before the old site is
    touched."""
    global _site
    if _language(config) is not None:
        return config
    i18n = config.plugins["i18n"].config
    only = environment.language()
    for language in i18n["languages"] if only else ():
        # The source language is always built: all others fall back to it.
        language.build = language.default or language.locale == only
    project = config.extra["amparo_project"]
    try:
        settings = read_settings(project, environment.flavour(), only)
        wish = "no" if _is_serving else environment.paper()
        made = production.makeable(wish, (code for code, _ in settings.languages))
        known = Known(project) if environment.keeps() else None
        site, problems = open_site(project, settings, made.kinds, made.without_pdf, known)
    except Stop as stop:
        # The preview goes on showing the last good site.
        raise PluginError(
            "\n".join(map(str, stop.problems.all)) + f"\n{stop}: the last good site stays as it was."
        ) from None
    _site = config.extra["amparo_site"] = site
    for said in (made.told, waiting_words(settings, site.translated)):
        if said:
            # Not a warning: the site is whole without these, and strict builds must finish.
            log.info(said)
    if not _is_serving:
        # Before any page is printed: a player stands only where there is a sound.
        listening.prepare(project, site, environment.audio(), log.info)
    for problem in problems.warnings:
        # No warning of MkDocs, which would end a strict build: what it is about is left out already.
        log.info(str(problem))
    # Headings in Arabic would get ids that begin with a sign, which HTML checkers refuse.
    config.mdx_configs.setdefault("toc", {})["slugify"] = lines.heading_id
    # Our own shell needs no sitemap with times in it and no theme page for wrong addresses.
    config.theme.static_templates = set()
    return config


def on_files(files, config):
    """Before i18n sorts files by language: a placeholder a page, so that it is built in every language; no
    theme files."""
    docs = Path(config.docs_dir)
    kept = Files(
        [file for file in files if file.abs_src_path and Path(file.abs_src_path).is_relative_to(docs)]
    )
    # Pages of records are known, so that links to them are checked; `printing` prints them, and a preview
    # when they are asked for.
    is_default = _language(config) in (None, _site.default)
    for address, page in _site.pages.items():
        if is_default or _site.kinds[page.kind].knows_its_place:
            kept.append(
                File(address, config.docs_dir, config.site_dir, False, inclusion=InclusionLevel.EXCLUDED)
            )
    return kept


def on_page_markdown(markdown, page, config, files):
    """Before Markdown is converted: hand-written lines in the language of this build."""
    page.amparo_text = Path(page.file.abs_src_path).read_text("utf-8-sig")
    return _site.translate_page(page.file.src_uri, page.amparo_text, _language(config))


def on_page_content(html, page, config, files):
    """After Markdown: the whole document, so that the theme has nothing left to add."""
    return _site.guidance(page.file.src_uri, page.amparo_text, html, _language(config))


@event_priority(90)
def on_post_build(config):
    """When a language is built, before i18n goes on: remember it."""
    config.extra.setdefault("amparo_languages", []).append(_language(config))
