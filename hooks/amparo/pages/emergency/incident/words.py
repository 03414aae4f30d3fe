"""The words of an incident report in one language, as a file that the form asks for when a reader wants
headings in another language than the page's.

In the form itself they would break the budget of 30 kB for a page; most readers never want them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from amparo.pages.context import Context
from amparo.pages.parts import report
from amparo.pages.site import Site

FOLDER = "assets/report"
"""Folder of the files below the site's root."""


def write_words(site: Site, language: str, tree: Path) -> None:
    """Write the words of one language into a built site."""
    file = tree / FOLDER / f"{language}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script(site, language), "utf-8", newline="\n")


def words_at(site: Site, path: str) -> str | None:
    """The file that belongs at a path below the site's root; None for all other paths."""
    language = path.removeprefix(f"{FOLDER}/").removesuffix(".js")
    return (
        script(site, language) if path == f"{FOLDER}/{language}.js" and language in site.renderers else None
    )


def script(site: Site, language: str) -> str:
    """The whole file: one call of what `incident.js` waits for. JSON is JavaScript but for two line
    separators, which no text may hold."""
    said = json.dumps([language, list(_words(site.at_root(language)))], ensure_ascii=False)
    return f"reportWords({said});\n"


def _words(context: Context) -> Iterator[str]:
    """Everything that a report says by itself, in the order of the form; the script counts on it."""
    voice = context.voice
    yield str(voice.translate(None, "Incident report"))
    yield str(voice.translate(None, "(not filled in)"))
    for body in context.library.incident.bodies:
        yield str(voice.translate(f"incident/fields#bodies.{body.id}.label", body.label))
    for section in report.sections(context):
        yield str(section.title)
        for field in section.fields:
            yield str(field.ask)
            yield from map(str, field.options)
