"""What wallet cards and wall posters say: the lines that answer in a region, made for paper."""

from __future__ import annotations

from typing import Any

from amparo.library import Library
from amparo.pages import address, contact
from amparo.pages.address import Page
from amparo.pages.country import line_view
from amparo.text.voice import Voice

COPIES = 6
"""Cards on a sheet: two columns of three, 88 by 84 mm. Folded once they are as large as a bank card (ISO/IEC 7810 ID-1: 86
by 54 mm); letters of 11 points would not fit into one that is not folded. Six fit both A4 and Letter."""

ON_A_CARD = 2
"""Lines on a card; a poster has room for all."""

LANGUAGES = 4
"""Languages named on a card, the page's own first; all stand on the organisation's page."""


def index(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The sheets of every region."""
    return {
        "sheets": [
            (
                voice.term("region", region),
                page.up + address.card(region.code),
                page.up + address.poster(region.code),
            )
            for region in library.vocabulary("region").in_order
        ]
    }


def sheet(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """A sheet of cards, or a poster, of one region."""
    lines = []
    for line in library.card_lines(voice.language, page.key):
        view = line_view(library, voice, page, line)
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
        "card": page.up + address.card(page.key),
        "poster": page.up + address.poster(page.key),
    }
