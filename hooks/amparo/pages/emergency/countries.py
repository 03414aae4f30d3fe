"""All countries and territories, by their first letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from amparo.library.national import URGENT
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Kind, by_title
from amparo.pages.parts import contact
from amparo.text.voice import Said


class Country(NamedTuple):
    """A way to a country sheet."""

    label: Said
    """The country's name."""

    href: str
    """The way to its sheet."""

    number: int
    """How many helpers name it as theirs."""


@dataclass(frozen=True)
class View:
    """What `emergency/countries.html` says."""

    letters: list[tuple[str, list[Country]]]
    """Countries by first letter."""


def view(context: Context) -> View:
    """Every place."""
    library = context.library
    named = sorted(
        (
            Country(
                contact.place(context, code),
                context.url("country", code),
                len(library.directory.in_country(code)),
            )
            for code in library.places
        ),
        key=lambda country: context.voice.ordering.key(country.label),
    )
    return View(
        [
            (initial, list(group))
            for initial, group in groupby(named, key=lambda c: context.voice.ordering.letter(c.label))
        ]
    )


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """The list itself; and a kind of line, whose number depends on the country: the list is the way to it."""
    yield from by_title(context, kind)
    for code in URGENT:
        term = context.library.term("line-kind", code)
        yield Entry(
            "line",
            context.url("countries"),
            str(context.voice.term("line-kind", term)),
            str(context.voice.term("line-kind", term, "plain")),
            words=context.synonyms.lines.get(code, ()),
        )


KIND = Kind("countries", "emergency/countries", view, "emergency/countries/index.html", entries=_entries)
