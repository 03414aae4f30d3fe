"""What wallet cards and wall posters say: the lines that answer in a region, made for paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.emergency.country import line_view
from amparo.pages.kind import Key, Kind, not_found_by_search, nowhere
from amparo.pages.parts import contact

COPIES = 6
"""Cards on a sheet: two columns of three, 88 by 84 mm. Folded once they are as large as a bank card (ISO/IEC 7810 ID-1: 86
by 54 mm); letters of 11 points would not fit into one that is not folded. Six fit both A4 and Letter."""

ON_A_CARD = 2
"""Lines on a card; a poster has room for all."""

LANGUAGES = 4
"""Languages named on a card, the page's own first; all stand on the organisation's page."""


def index(context: Context) -> dict[str, Any]:
    """The sheets of every region."""
    library, voice = context.library, context.voice
    return {
        "sheets": [
            (
                voice.term("region", region),
                context.url("cards", region.code),
                context.url("poster", region.code),
            )
            for region in library.vocabulary("region").in_order
        ]
    }


def sheet(context: Context) -> dict[str, Any]:
    """A sheet of cards, or a poster, of one region."""
    library, voice, page = context.library, context.voice, context.page
    lines = []
    for line in library.helpers.card_lines(voice.language, page.key):
        view = line_view(context, line)
        lines.append(
            view
            | {
                "languages": contact.languages(voice, line.languages, LANGUAGES),
                "more": len(line.languages) > LANGUAGES,
            }
        )
    return {
        "few": lines[:ON_A_CARD],
        "region": voice.term("region", library.term("region", page.key)),
        "lines": lines,
        "copies": COPIES,
        "as_of": voice.when(library.as_of.isoformat()),
        "recheck": voice.when(library.recheck.isoformat()),
        "card": context.url("cards", page.key),
        "poster": context.url("poster", page.key),
    }


def _regions(library: Library) -> Iterator[Key]:
    return (Key(term.code) for term in library.vocabulary("region").in_order)


INDEX = Kind(
    "card-sheets",
    "emergency/card-sheets",
    index,
    written="emergency/cards/index.md",
    keys=nowhere,
    entries=not_found_by_search,
)

CARDS = Kind(
    "cards",
    "emergency/cards",
    sheet,
    "emergency/cards/{key}.html",
    _regions,
    entries=not_found_by_search,
)

POSTER = Kind(
    "poster",
    "emergency/poster",
    sheet,
    "emergency/cards/{key}-poster.html",
    _regions,
    entries=not_found_by_search,
)
