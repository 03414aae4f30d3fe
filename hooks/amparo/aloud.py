"""Prints what somebody reads aloud who records a page."""

from __future__ import annotations

from amparo.building import open_site
from amparo.listening.transcript import hash_of, lines_of, text_of
from amparo.pages import heard
from amparo.project import Project
from amparo.settings import read_settings


def command(project: Project, language: str, path: str) -> int:
    """Print the lines of a page, then what the file beside its recording says. 1 where there is no such
    page."""
    site, _ = open_site(project, read_settings(project, alone=language))
    known = {page.address.removesuffix(".html"): page for page in heard.pages(site)}
    if language not in site.renderers or path not in known:
        print(
            f"No page that can be heard is called `{path}` in `{language}`. These can:", *known, sep="\n    "
        )
        return 1
    lines = lines_of(heard.markup(site, known[path], language), language)
    print(text_of(lines))
    print(f"data/recordings/{language}/{path}.yml:\nwords: {hash_of(lines)}")
    return 0
