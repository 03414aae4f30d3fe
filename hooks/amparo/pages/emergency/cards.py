"""What wallet cards and wall posters say: the lines that answer in a region, made for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.kind import Key, Kind, not_found_by_search, nowhere
from amparo.pages.parts import helper
from amparo.pages.parts.helper import HelperView
from amparo.text.voice import Said

COPIES = 6
"""Cards on a sheet: two columns of three, 88 by 84 mm. Folded once they are as large as a bank card (ISO/IEC
7810 ID-1: 86
by 54 mm); letters of 11 points would not fit into one that is not folded. Six fit both A4 and Letter."""

ON_A_CARD = 2
"""Lines on a card; a poster has room for all."""


@dataclass(frozen=True)
class IndexView:
    """What `emergency/card-sheets.html` adds."""

    sheets: list[tuple[Said, str, str]]
    """Region, cards, poster."""


def index(context: Context) -> IndexView:
    """The sheets of every region."""
    library, voice = context.library, context.voice
    return IndexView(
        [
            (
                voice.term("region", region),
                context.url("cards", region.code),
                context.url("poster", region.code),
            )
            for region in library.vocabulary("region").in_order
        ]
    )


@dataclass(frozen=True)
class View:
    """What `emergency/cards.html` and `emergency/poster.html` say."""

    few: list[HelperView]
    """Lines on a card."""

    lines: list[HelperView]
    """Lines on a poster."""

    region: Said
    """The region."""

    copies: int
    """Cards on a sheet."""

    as_of: str
    """Day of the facts."""

    recheck: str
    """Day after which they should be checked again."""

    card: str
    """The way to the cards."""

    poster: str
    """The way to the poster."""


def sheet(context: Context) -> View:
    """A sheet of cards, or a poster, of one region. Who is dangerous to call in a country of the region is
    not on it."""
    library, voice, region = context.library, context.voice, context.page.key
    lines = [helper.of_line(context, line) for line in library.helpers.card_lines(voice.language, region)]
    return View(
        few=lines[:ON_A_CARD],
        lines=lines,
        region=voice.term("region", library.term("region", region)),
        copies=COPIES,
        as_of=voice.when(library.as_of.isoformat()),
        recheck=voice.when(library.recheck.isoformat()),
        card=context.url("cards", region),
        poster=context.url("poster", region),
    )


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
    styles=("cards.css",),
    entries=not_found_by_search,
)

POSTER = Kind(
    "poster",
    "emergency/poster",
    sheet,
    "emergency/cards/{key}-poster.html",
    _regions,
    styles=("cards.css",),
    entries=not_found_by_search,
)
