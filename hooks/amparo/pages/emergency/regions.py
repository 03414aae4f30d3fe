"""Regions: the ways to them, and who helps in one."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import contact
from amparo.pages.parts.finding import of_term
from amparo.pages.parts.links import Way
from amparo.pages.parts.listing import ListView, keys_of_terms, listing
from amparo.pages.parts.ways import WaysView


def index(context: Context) -> WaysView:
    """The ways to all regions."""
    library, voice = context.library, context.voice
    return WaysView(
        [
            Way(
                voice.term("region", t),
                context.url("region", t.code),
                None,
                len(library.directory.near(t.code)),
            )
            for t in library.vocabulary("region").in_order
        ]
    )


def one(context: Context) -> ListView:
    """A region: its own helpers, and the way to each of its countries."""
    library, voice, code = context.library, context.voice, context.page.key
    term = library.term("region", code)
    whole = {o.id for o in library.directory.in_region(code)}
    countries = sorted(
        (
            (contact.place(context, p.code), context.url("country", p.code), 0)
            for p in library.directory.places_in(code)
        ),
        key=lambda way: context.voice.ordering.key(way[0]),
    )
    return listing(
        context,
        library.directory.near(code),
        voice.term("region", term),
        context.url("regions"),
        lambda o: o.id not in whole,
        ways=countries,
    )


def _keys(library: Library) -> Iterator[Key]:
    return keys_of_terms(library, "region", "regions", library.directory.near)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    for term in context.library.vocabulary("region").in_order:
        words = context.synonyms.regions.get(term.code, ())
        yield of_term(context, "region", term, context.url("region", term.code), words)


INDEX = Kind("regions", "emergency/regions", index, "emergency/regions/index.html")

KIND = Kind("region", "emergency/region", one, "emergency/regions/{key}{part}.html", _keys, entries=_entries)
