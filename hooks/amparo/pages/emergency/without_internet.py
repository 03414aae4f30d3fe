"""Numbers that work without a data connection: those that help anywhere, then country by country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amparo.pages.context import Context
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.parts import contact, helper, national
from amparo.pages.parts.helper import HelperView
from amparo.pages.parts.links import Link, to_terms
from amparo.pages.parts.national import LineView
from amparo.text.voice import Said

VOICE = ("phone", "sms")
"""Kinds of contact that need no data connection and are answered at once."""


@dataclass(frozen=True)
class CountryView:
    """The numbers of one country."""

    name: Said
    """Its name."""

    href: str
    """The way to its sheet."""

    calls: list[HelperView]
    """Lines for defenders that take urgent calls."""

    lines: list[LineView]
    """The country's own lines."""


@dataclass(frozen=True)
class IndexView:
    """What `emergency/without-internet.html` says."""

    calls: list[HelperView]
    """Lines that help anywhere."""

    regions: list[Link]
    """The ways to the countries of a region."""


@dataclass(frozen=True)
class RegionView:
    """What `emergency/without-internet-in.html` says."""

    region: Said
    """The region."""

    up: str
    """The way to those who help anywhere."""

    countries: list[CountryView]
    """Every country with a number."""


def index(context: Context) -> IndexView:
    """Telephone lines for anybody, anywhere, and the ways on."""
    found = [
        line for line in context.library.helpers.lines_for(context.language) if line.contact.kind in VOICE
    ]
    regions = to_terms(context, "region", "without-internet-in")
    return IndexView([helper.of_line(context, line) for line in found], regions)


def in_region(context: Context) -> RegionView:
    """Country by country."""
    library, code = context.library, context.page.key
    countries = [_country(context, place.code) for place in library.directory.places_in(code)]
    return RegionView(
        region=context.voice.term("region", library.term("region", code)),
        up=context.url("without-internet"),
        countries=sorted(
            (c for c in countries if c.calls or c.lines), key=lambda c: context.voice.ordering.key(c.name)
        ),
    )


def _country(context: Context, code: str) -> CountryView:
    """Its own urgent lines: of helpers that name it, and of the country for everybody."""
    library = context.library
    calls = [
        line
        for line in library.helpers.lines_for(context.language, code)
        if line.contact.kind in VOICE
        and code in getattr(getattr(line.body, "serves", None), "countries", (code,))
        and not library.danger.is_offence(line.body, code)
    ]
    return CountryView(
        name=contact.place(context, code),
        href=context.url("country", code),
        calls=[helper.of_line(context, line, code) for line in calls],
        lines=national.views(context, code, library.national.first(code)),
    )


def _keys(library: Any) -> Iterator[Key]:
    return (Key(term.code) for term in library.vocabulary("region").in_order)


KIND = Kind(
    "without-internet",
    "emergency/without-internet",
    index,
    "emergency/without-internet.html",
    says_unrung=True,
    has_strip=False,
)

IN_REGION = Kind(
    "without-internet-in",
    "emergency/without-internet-in",
    in_region,
    "emergency/without-internet-{key}.html",
    _keys,
    says_unrung=True,
    has_strip=False,
    entries=not_found_by_search,
)
