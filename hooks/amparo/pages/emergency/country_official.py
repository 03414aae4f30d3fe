"""The second page of a country: all its official ways, and which helpers are dangerous to contact from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amparo.pages.context import Context
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.parts import contact, danger, official, told
from amparo.pages.parts.danger import ListView
from amparo.pages.parts.official import OfficialView
from amparo.text.voice import Said


@dataclass(frozen=True)
class View:
    """What `emergency/country-official.html` says."""

    name: Said
    """The country's name."""

    sheet: str
    """The way back to the country's sheet."""

    doors: OfficialView
    """All mechanisms by whether they are open here."""

    lists: list[ListView]
    """Lists and laws that make helpers dangerous from here, with their names."""

    news: str | None
    """The way to news from the country; None where there are none, or this copy has no archive."""

    is_small: bool
    """True in copies for files, which leave out what is far away and what only machines read."""


def view(context: Context) -> View:
    """The official ways of the page's country."""
    code = context.page.key
    return View(
        name=contact.place(context, code),
        sheet=context.url("country", code),
        doors=official.view(context),
        lists=danger.lists_of(context, code),
        news=_news(context, code),
        is_small=context.is_file,
    )


def _news(context: Context, code: str) -> str | None:
    has = code in context.library.happened.countries and told.has_archives(context)
    return context.url("news-country", code) if has else None


def _keys(library: Any) -> Iterator[Key]:
    return (Key(code) for code in library.places)


KIND = Kind(
    "country-official",
    "emergency/country-official",
    view,
    "emergency/countries/{lower}-official.html",
    _keys,
    entries=not_found_by_search,
)
