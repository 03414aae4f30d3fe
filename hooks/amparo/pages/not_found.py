"""The page for wrong addresses: it speaks all languages, because it does not know which one was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from amparo.pages import start
from amparo.pages.context import Context
from amparo.pages.kind import Kind, fields_of, not_found_by_search


class InOneLanguage(NamedTuple):
    """What the page says in one language."""

    language: str
    """Its code."""

    direction: str
    """`ltr` or `rtl`."""

    text: Any
    """Markup."""


@dataclass(frozen=True)
class View:
    """What `not-found.html` says."""

    pages: list[InOneLanguage]
    """Every language of the site."""


def view(context: Context) -> View:
    """The same in every language."""
    found = []
    for code, _ in context.site.settings.languages:
        other = context.in_language(code)
        text = other.renderer.fill("parts/not-found.html", **fields_of(start.view(other)))
        found.append(InOneLanguage(code, other.voice.direction, text))
    return View(found)


KIND = Kind(
    "not-found",
    "not-found",
    view,
    "404.html",
    scripts=(),
    is_styled_inside=True,
    has_strip=False,
    knows_its_place=False,
    in_files=False,
    entries=not_found_by_search,
)
