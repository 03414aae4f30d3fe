"""Groups of people: the ways to them, and who names one as theirs."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts.finding import of_term
from amparo.pages.parts.links import Way
from amparo.pages.parts.listing import ListView, keys_of_terms, listing
from amparo.pages.parts.ways import WaysView


def index(context: Context) -> WaysView:
    """The ways to all groups."""
    library, voice = context.library, context.voice
    return WaysView(
        [
            Way(
                voice.term("group", t),
                context.url("group", t.code),
                voice.term("group", t, "plain"),
                len(library.directory.for_group(t.code)),
            )
            for t in library.vocabulary("group").in_order
        ]
    )


def one(context: Context) -> ListView:
    """A group: those that name it as theirs."""
    library, voice, code = context.library, context.voice, context.page.key
    term = library.term("group", code)
    return listing(
        context,
        library.directory.for_group(code),
        voice.term("group", term),
        context.url("groups"),
        plain=voice.term("group", term, "plain"),
    )


def _keys(library: Library) -> Iterator[Key]:
    return keys_of_terms(library, "group", "groups", library.directory.for_group)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    for term in context.library.vocabulary("group").in_order:
        words = context.synonyms.groups.get(term.code, ())
        yield of_term(context, "group", term, context.url("group", term.code), words)


INDEX = Kind("groups", "emergency/groups", index, "emergency/groups/index.html")

KIND = Kind("group", "emergency/group", one, "emergency/groups/{key}{part}.html", _keys, entries=_entries)
