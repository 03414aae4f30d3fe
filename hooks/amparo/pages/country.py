"""What a country sheet says, in the order of use: who answers now, who is near, who helps from afar, what to know."""

from __future__ import annotations

from typing import Any, Callable

from amparo.library import Library, Line
from amparo.model.organisation import Organisation
from amparo.pages import address, contact, doors
from amparo.pages.address import Page
from amparo.text.voice import Voice

LINES, NATIONAL, REGIONAL, WORLDWIDE = 3, 20, 6, 6
"""Most entries of each part, so that the sheet fits on one slow round trip; what is left out is one link away."""


def view(library: Library, voice: Voice, page: Page, card: Callable[[Organisation], Any]) -> dict[str, Any]:
    """The answers for `pages/country.html`."""
    place = library.places[page.key]
    lines = _first_of_each(library.lines_for(voice.language, place.code))[:LINES]
    national = library.in_order(library.in_country(place.code), voice.language)
    ids = {o.id for o in national}
    regional = [
        o
        for o in library.in_order(
            {o.id: o for r in place.regions for o in library.in_region(r)}.values(), voice.language
        )
        if o.id not in ids
    ]
    # Who answers at the top of the sheet is not listed a second time at its end.
    ids |= {o.id for o in regional} | {line.body.id for line in lines}
    worldwide = [
        o
        for o in library.worldwide_in_order(voice.language)
        if o.id not in ids and place.code not in o.serves.except_in
    ]
    return {
        "name": contact.place(library, voice, place.code),
        "code": place.code,
        "lines": [line_view(library, voice, page, line) for line in lines],
        "doors": doors.view(library, voice, page),
        "risks": [
            (
                contact.name(voice, o),
                page.up + address.organisation(o.id),
                voice.prose(f"organisations/{o.id}#risk.text", o.risk.text),
            )
            for o in library.risky_in(place.code)
        ],
        "national": [card(o) for o in national[:NATIONAL]],
        "national_more": len(national) - NATIONAL,
        "regional": [card(o) for o in regional[:REGIONAL]],
        "regional_more": len(regional) - REGIONAL,
        "worldwide": [card(o) for o in worldwide[:WORLDWIDE]],
        "worldwide_count": len(worldwide),
        "regions": [
            (voice.term("region", library.term("region", r)), page.up + address.listing("regions", r))
            for r in place.regions
        ],
        "services": [
            (
                voice.term("service", t),
                page.up + address.listing("services", t.code, 1, place.regions[0])
                if library.offering_near(t.code, place.regions[0])
                else page.up + address.listing("services", t.code),
            )
            for t in library.vocabulary("service").in_order[:10]
        ],
        "signposts": [
            (contact.name(voice, o), page.up + address.organisation(o.id))
            for o in library.signposts_in(place.code)
        ],
    }


def _first_of_each(lines: list[Line]) -> list[Line]:
    """The best line of each organisation: four doors are better than two doors with two handles."""
    best: dict[str, Line] = {}
    for line in lines:
        best.setdefault(line.body.id, line)
    return list(best.values())


def line_view(library: Library, voice: Voice, page: Page, line: Line) -> dict[str, Any]:
    """A line that answers: the contact row and whose it is."""
    field, danger = line.body.danger
    return contact.view(library, voice, line.body, line.contact) | {
        "who": contact.name(voice, line.body),
        "who_href": page.up + address.body(line.body),
        "risk": voice.prose(f"{line.body.folder}/{line.body.id}#{field}", danger),
    }
