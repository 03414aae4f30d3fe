"""The lists of helpers that are made for each region, and for countries that have enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.pages.workshop.parts.files import sheets_of
from amparo.text.voice import Said


class HelperList(NamedTuple):
    """One list."""

    place: Said
    """The region or country."""

    name: str
    """Name of its sheet."""


@dataclass(frozen=True)
class HelperLists:
    """What `parts/lists.html` says."""

    folder: str
    """The way to all sheets."""

    regions: list[HelperList]
    """A list for each region, in the order of the vocabulary."""

    countries: list[HelperList]
    """A list for each country with enough helpers, by name."""


def helper_lists(context: Context) -> HelperLists:
    """All lists of helpers."""
    voice, regions = context.voice, context.library.vocabulary("region").in_order
    countries = (
        HelperList(contact.place(context, code), f"helpers-{code.lower()}")
        for code in context.site.sheets.countries
    )
    return HelperLists(
        folder=sheets_of(context, ""),
        regions=[HelperList(voice.term("region", term), f"helpers-{term.code}") for term in regions],
        countries=sorted(countries, key=lambda found: str(found.place)),
    )
