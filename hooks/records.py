"""Brings Amparo's pages into MkDocs. What they say is made in `amparo`; here stands only when."""

import logging
from pathlib import Path

from amparo import environment
from amparo.building import open_site
from amparo.pages.page import Page
from amparo.paper import production
from amparo.preview import Preview
from amparo.search.writing import write_search
from amparo.settings import read_settings
from amparo.source import Stop
from amparo.text import lines
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

log = logging.getLogger("mkdocs.plugins.amparo")

_site = None
_is_serving = False


def on_startup(command, dirty):
    """First of all: the preview prints record pages only when they are asked for."""
    global _is_serving
    _is_serving = command == "serve"
    if _is_serving:
        # Else MkDocs says of every link to a record page that the page is left out of the site, which is not so.
        logging.getLogger("mkdocs.structure.pages").addFilter(
            lambda record: "excluded from the built site" not in record.getMessage()
        )


def on_serve(server, config, builder):
    """Before the preview answers: put the record pages in front of what MkDocs has built."""
    server.set_app(Preview(server.get_app(), lambda: _site))
    return server


def _language(config):
    """The language that is being built; right from `on_files` on."""
    return config.plugins["i18n"].current_language


@event_priority(90)
def on_config(config):
    """Before i18n, and only when a new build starts: read and check everything before the old site is touched."""
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
        made, left_out = (frozenset(), None) if _is_serving else production.kinds(environment.paper())
        settings = read_settings(project, environment.flavour(), only)
        site, problems = open_site(project, settings, made)
    except Stop as stop:
        # The preview goes on showing the last good site.
        raise PluginError(
            "\n".join(map(str, stop.problems.all)) + f"\n{stop}: the last good site stays as it was."
        )
    _site = config.extra["amparo_site"] = site
    if left_out:
        # Not a warning: the site is whole without these files, and strict builds must finish.
        log.info(left_out)
    for problem in problems.warnings:
        log.warning(str(problem))
    # Headings in Arabic would get ids that begin with a sign, which HTML checkers refuse.
    config.mdx_configs.setdefault("toc", {})["slugify"] = lines.heading_id
    # Our own shell needs no sitemap with times in it and no theme page for wrong addresses.
    config.theme.static_templates = set()
    return config


def on_files(files, config):
    """Before i18n sorts files by language: a placeholder a page, so that it is built in every language; no theme files."""
    docs = Path(config.docs_dir)
    kept = Files(
        [file for file in files if file.abs_src_path and Path(file.abs_src_path).is_relative_to(docs)]
    )
    # Pages of records are known in a preview too, so that links to them are checked, but not built.
    inclusion = InclusionLevel.EXCLUDED if _is_serving else InclusionLevel.NOT_IN_NAV
    is_default = _language(config) in (None, _site.default)
    for address, page in _site.pages.items():
        if is_default or page.kind != "not-found":
            kept.append(File(address, config.docs_dir, config.site_dir, False, inclusion=inclusion))
    return kept


def _page(page) -> Page | None:
    """The page that records make at this place, or None for a hand-written one."""
    return _site.pages.get(page.file.src_uri)


def on_page_read_source(page, config):
    """A placeholder has no file to read."""
    return "" if _page(page) else None


def on_page_markdown(markdown, page, config, files):
    """Before Markdown is converted: hand-written lines in the language of this build."""
    if _page(page):
        return None
    page.amparo_text = Path(page.file.abs_src_path).read_text("utf-8")
    return _site.translate_page(page.file.src_uri, page.amparo_text, _language(config))


def on_page_content(html, page, config, files):
    """After Markdown: the whole document, so that the theme has nothing left to add."""
    made = _page(page)
    if made:
        return _site.page(made, _language(config))
    return _site.guidance(page.file.src_uri, page.amparo_text, html, _language(config))


@event_priority(90)
def on_post_build(config):
    """When a language is built, before i18n goes on: the pocket edition in it, and what a browser loads to search in it."""
    if not _is_serving:
        file, text = _site.pocket(_language(config))
        (Path(config.site_dir) / file).write_text(text, "utf-8")
        write_search(_site, _language(config), Path(config.site_dir))
