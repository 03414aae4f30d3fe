"""All countries and territories, by their first letters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact
from amparo.text.voice import Said


class Country(NamedTuple):
    """A way to a country sheet."""

    label: Said
    """The country's name."""

    href: str
    """The way to its sheet."""

    count: int
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


KIND = Kind("countries", "emergency/countries", view, "emergency/countries/index.html")
