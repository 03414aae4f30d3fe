"""What a country sheet says, in the order of use: who answers now, who is near, who helps from afar, what to know."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from amparo.library import Library, Line
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import contact, official
from amparo.text.voice import Voice

LINES, NATIONAL, REGIONAL, WORLDWIDE = 3, 20, 6, 6
"""Most entries of each part, so that the sheet fits on one slow round trip; what is left out is one link away."""


def view(context: Context) -> dict[str, Any]:
    """The answers for `emergency/country.html`."""
    library, voice, page = context.library, context.voice, context.page
    place = library.places[page.key]
    lines = _first_of_each(library.helpers.lines_for(voice.language, place.code))[:LINES]
    national = library.order.in_order(library.directory.in_country(place.code), voice.language)
    ids = {o.id for o in national}
    regional = [
        o
        for o in library.order.in_order(
            {o.id: o for r in place.regions for o in library.directory.in_region(r)}.values(), voice.language
        )
        if o.id not in ids
    ]
    # Who answers at the top of the sheet is not listed a second time at its end.
    ids |= {o.id for o in regional} | {line.body.id for line in lines}
    worldwide = [
        o
        for o in library.order.worldwide_in_order(voice.language)
        if o.id not in ids and place.code not in o.serves.except_in
    ]
    return {
        "name": contact.place(context, place.code),
        "code": place.code,
        "is_small": context.site.settings.flavour.is_for_files,
        "lines": [line_view(context, line) for line in lines],
        "doors": official.view(context),
        "risks": [
            (
                contact.name(voice, o),
                context.url("organisation", o.id),
                voice.translate(f"organisations/{o.id}#risk.text", o.risk.text),
            )
            for o in library.danger.risky_in(place.code)
        ],
        "national": [context.card(o) for o in national[:NATIONAL]],
        "national_more": len(national) - NATIONAL,
        "regional": [context.card(o) for o in regional[:REGIONAL]],
        "regional_more": len(regional) - REGIONAL,
        "worldwide": [context.card(o) for o in worldwide[:WORLDWIDE]],
        "worldwide_count": len(worldwide),
        "regions": [
            (voice.term("region", library.term("region", r)), context.url("region", r)) for r in place.regions
        ],
        "services": [
            (
                voice.term("service", t),
                context.url("service-region", t.code, place.regions[0])
                if library.directory.offering_near(t.code, place.regions[0])
                else context.url("service", t.code),
            )
            for t in library.vocabulary("service").in_order[:10]
        ],
        "signposts": [
            (contact.name(voice, o), context.url("organisation", o.id))
            for o in library.directory.signposts_in(place.code)
        ],
    }


def _first_of_each(lines: list[Line]) -> list[Line]:
    """The best line of each organisation: four doors are better than two doors with two handles."""
    best: dict[str, Line] = {}
    for line in lines:
        best.setdefault(line.body.id, line)
    return list(best.values())


def line_view(context: Context, line: Line) -> dict[str, Any]:
    """A line that answers: the contact row and whose it is."""
    voice = context.voice
    field, danger = line.body.danger
    return contact.view(context, line.body, line.contact) | {
        "who": contact.name(voice, line.body),
        "who_href": context.body_url(line.body),
        "risk": voice.translate(f"{line.body.folder}/{line.body.id}#{field}", danger),
    }


def _keys(library: Library) -> Iterator[Key]:
    return (Key(code) for code in library.places)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Country sheets, under every name of the country."""
    library = context.library
    published = [code for code, _ in context.site.settings.languages]
    own = dict.fromkeys((context.language, context.site.default))
    for place in library.places.values():
        names = (str(Voice(code, None).territory(place.code, place.names_override)) for code in published)
        aliases = chain(*(place.search_aliases.get(code, ()) for code in own))
        yield Entry(
            "country",
            context.url("country", place.code),
            str(contact.place(context, place.code)),
            names=tuple(names),
            words=(*aliases, *context.synonyms.places.get(place.code, ())),
            key=f"place/{place.code}",
            about=tuple(f"region/{region}" for region in place.regions),
        )


KIND = Kind(
    "country",
    "emergency/country",
    view,
    "emergency/countries/{lower}.html",
    _keys,
    is_styled_inside=True,
    repeats_worldwide=True,
    entries=_entries,
)
