"""Kinds of help: the ways to them, who gives one, and who gives it in a region."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.parts.finding import of_term
from amparo.pages.parts.links import Way
from amparo.pages.parts.listing import ListView, key_for, keys_of_terms, listing
from amparo.pages.parts.ways import WaysView


def index(context: Context) -> WaysView:
    """The ways to all kinds of help."""
    library, voice = context.library, context.voice
    return WaysView(
        [
            Way(
                voice.term("service", t),
                context.url("service", t.code),
                voice.term("service", t, "plain"),
                len(library.directory.offering(t.code)),
            )
            for t in library.vocabulary("service").in_order
        ]
    )


def everywhere(context: Context) -> ListView:
    """A kind of help: the ways on by region, then everybody who gives it."""
    library, voice, code = context.library, context.voice, context.page.key
    term = library.term("service", code)
    regions = [
        (voice.term("region", r), context.url("service-region", code, r.code), n)
        for r in library.vocabulary("region").in_order
        if (n := len(library.directory.offering_near(code, r.code)))
    ]
    return listing(
        context,
        library.directory.offering(code),
        voice.term("service", term),
        context.url("services"),
        plain=voice.term("service", term, "plain"),
        urgency=voice.term("urgency", library.term("urgency", term.urgency), "plain"),
        ways=regions,
    )


def in_region(context: Context) -> ListView:
    """A kind of help in a region: those of the region first."""
    library, voice, page = context.library, context.voice, context.page
    term = library.term("service", page.key)
    near = {o.id for o in library.directory.near(page.second)}
    return listing(
        context,
        library.directory.offering_near(page.key, page.second),
        voice.term("service", term),
        context.url("service", page.key),
        lambda o: o.id not in near,
        place=voice.term("region", library.term("region", page.second)),
        plain=voice.term("service", term, "plain"),
    )


def _keys(library: Library) -> Iterator[Key]:
    return keys_of_terms(library, "service", "services", library.directory.offering)


def _keys_in_regions(library: Library) -> Iterator[Key]:
    for term in library.vocabulary("service").in_order:
        for region in library.vocabulary("region").in_order:
            count = len(library.directory.offering_near(term.code, region.code))
            if count:
                yield key_for("services", term.code, count, region.code)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Kinds of help; each belongs to what it helps against."""
    needs = context.library.vocabulary("need").terms
    for term in context.library.vocabulary("service").in_order:
        about = tuple(f"need/{need.code}" for need in needs if term.code in need.services)
        words = context.synonyms.services.get(term.code, ())
        yield of_term(context, "service", term, context.url("service", term.code), words, about)


INDEX = Kind("services", "emergency/services", index, "emergency/services/index.html")

KIND = Kind(
    "service",
    "emergency/service",
    everywhere,
    "emergency/services/{key}{part}.html",
    _keys,
    entries=_entries,
)

IN_REGION = Kind(
    "service-region",
    "emergency/service-in",
    in_region,
    "emergency/services/{key}-in-{second}{part}.html",
    _keys_in_regions,
    repeats_worldwide=True,
    entries=not_found_by_search,
)
