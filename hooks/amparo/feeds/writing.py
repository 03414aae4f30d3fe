"""Which files for programs a language has, and how they get onto the disk or into a preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from amparo.feeds import atom, calendar
from amparo.pages.context import Context
from amparo.pages.page import language_root
from amparo.pages.parts.told import has_archives
from amparo.pages.site import Site

FILES: Mapping[str, Callable[[Context], str]] = {atom.FILE: atom.text, calendar.FILE: calendar.text}
"""Files below a language's root, and what writes each."""

KINDS = {".xml": "application/atom+xml", ".ics": "text/calendar"}
"""What a server calls them, by their endings."""


def write_feeds(site: Site, language: str, tree: Path) -> None:
    """Write the files of a language into a built site. Copies for files have none."""
    context = site.at_root(language)
    for name, text in FILES.items() if has_archives(context) else ():
        file = tree / language_root(language, site.default) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text(context).encode("utf-8"))


def feed_at(site: Site, path: str) -> tuple[str, str] | None:
    """What a server calls the file at a path below the site's root, and its text; None for others."""
    for language in site.renderers:
        name = path.removeprefix(language_root(language, site.default))
        context = site.at_root(language)
        if name in FILES and path == language_root(language, site.default) + name and has_archives(context):
            return KINDS[Path(name).suffix], FILES[name](context)
    return None
