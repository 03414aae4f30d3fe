"""What the page of an organisation says: how to reach it first, then the conditions, then the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

from amparo.library import Library
from amparo.model.offer import Amounts, Offer, Span
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.entry import ANYWHERE, Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import contact
from amparo.text.voice import Voice


def view(context: Context) -> dict[str, Any]:
    """The answers for `emergency/organisation.html`."""
    library, voice, page = context.library, context.voice, context.page
    o = library.organisation(page.key)
    here = f"organisations/{o.id}#"
    successor = library.directory.successor_of(o)
    purposes = {term.code: term.order or 99 for term in library.vocabulary("purpose").terms}
    contacts = sorted(o.contacts, key=lambda c: (purposes[c.purpose], c.kind in ("web", "web-form")))
    return {
        "name": contact.name(voice, o),
        "other_names": [n for n in dict.fromkeys(o.names.values()) if n != o.name(voice.language)[0]],
        "acronym": o.acronym,
        "former_names": [(f.name, voice.when(f.until)) for f in o.former_names],
        "summary": voice.translate(here + "summary", o.summary),
        "status": o.status,
        "status_word": voice.term("status", library.term("status", o.status)),
        "is_listed": o.is_listed,
        "successor": _link(context, successor) if successor else None,
        "is_confirmed": o.is_confirmed,
        "risk": voice.translate(here + "risk.text", o.risk.text) if o.risk else None,
        "risk_in": voice.together(contact.place(context, c) for c in o.risk.countries) if o.risk else None,
        "contacts": [contact.view(context, o, c) for c in contacts],
        "withheld": [
            (
                voice.term("contact-kind", library.term("contact-kind", w.kind)),
                voice.term("withheld-reason", library.term("withheld-reason", w.reason), "plain"),
            )
            for w in o.withheld
        ],
        "kind": voice.term("org-kind", library.term("org-kind", o.kind)),
        "based_in": contact.place(context, o.based_in) if o.based_in else None,
        "worldwide": o.serves.worldwide,
        "regions": [
            (voice.term("region", library.term("region", r)), context.url("region", r))
            for r in o.serves.regions
        ],
        "countries": [(contact.place(context, c), context.url("country", c)) for c in o.serves.countries],
        "except_in": [contact.place(context, c) for c in o.serves.except_in],
        "services": [
            (
                voice.term("service", t),
                context.url("service", t.code) if library.directory.offering(t.code) else None,
            )
            for t in library.vocabulary("service").in_order
            if t.code in o.services
        ],
        "groups": [
            (voice.term("group", t), context.url("group", t.code))
            for t in library.vocabulary("group").in_order
            if t.code in o.for_groups
        ],
        "languages": [
            (
                voice.language_name(c),
                context.url("language", c) if library.directory.answering_in(c) else None,
            )
            for c in o.languages
        ],
        "eligibility": voice.translate(here + "eligibility", o.eligibility),
        "not_for": [voice.translate(here + "not_for", text) for text in o.not_for],
        "how_to_ask": voice.translate(here + "how_to_ask", o.how_to_ask),
        "confidentiality": voice.translate(here + "confidentiality", o.confidentiality),
        "notes": voice.translate(here + "notes", o.notes),
        "membership_required": o.membership_required,
        "response_time": _span(context, here + "response_time", o.response_time),
        "offers": [_offer(context, here, offer) for offer in o.offers],
        "sources": contact.sources(context, o.sources),
        "checked": voice.when(o.checked.date),
        "method": voice.term("check-method", library.term("check-method", o.checked.method)),
        "confidence": voice.term("confidence", library.term("confidence", o.confidence), "plain"),
        "next_doors": [_link(context, other) for other in next_doors(context, o)],
    }


def next_doors(context: Context, o: Organisation) -> list[Organisation]:
    """Two others to try: they share a service and answer in a language of this one where possible, most urgent first."""
    library, voice = context.library, context.voice
    services, languages = set(o.services), set(o.languages)
    countries, regions = set(o.serves.countries[:20]), set(o.serves.regions)
    ranked: dict[tuple[bool, bool], list[Organisation]] = {}
    for other in library.order.reachable_in_order(voice.language):
        serves = other.serves
        is_near = not (countries.isdisjoint(serves.countries) and regions.isdisjoint(serves.regions))
        if other.id == o.id or not (serves.worldwide or is_near and not o.serves.worldwide):
            continue
        key = (services.isdisjoint(other.services), languages.isdisjoint(other.languages))
        ranked.setdefault(key, []).append(other)
        # Nobody further down can be better than two who share both.
        if len(ranked.get((False, False), ())) == 2:
            break
    return [other for key in sorted(ranked) for other in ranked[key]][:2]


def _link(context: Context, o: Organisation) -> dict[str, Any]:
    """Name, address and one line of another organisation."""
    return {
        "name": contact.name(context.voice, o),
        "href": context.url("organisation", o.id),
        "summary": context.voice.translate(f"organisations/{o.id}#summary", o.summary),
    }


def _span(context: Context, where: str, span: Optional[Span]) -> Optional[dict[str, Any]]:
    """A length of time: both ends, the unit's word, and the note."""
    library, voice = context.library, context.voice
    if span is None:
        return None
    return {
        "min": span.min,
        "max": span.max,
        "unit": voice.term("time-unit", library.term("time-unit", span.unit)),
        "unit_code": span.unit,
        "note": voice.translate(f"{where}.note", span.note),
    }


def _offer(context: Context, here: str, offer: Offer) -> dict[str, Any]:
    """The conditions of one service."""
    library, voice = context.library, context.voice
    where = f"{here}offers.{offer.service}"
    return {
        "service": voice.term("service", library.term("service", offer.service)),
        "covers": [voice.translate(f"{where}.covers", text) for text in offer.covers],
        "not_covered": [voice.translate(f"{where}.not_covered", text) for text in offer.not_covered],
        "amounts": _amounts(voice, where, offer.amounts),
        "duration": _span(context, f"{where}.duration", offer.duration),
    }


def _amounts(voice: Voice, where: str, amounts: Optional[Amounts]) -> Optional[dict[str, Any]]:
    """Money in words."""
    if amounts is None:
        return None
    money = lambda value: None if value is None else voice.money(value, amounts.currency)  # noqa: E731
    return {
        "min": money(amounts.min),
        "max": money(amounts.max),
        "as_of": voice.when(amounts.as_of),
        "about": amounts.about,
        "note": voice.translate(f"{where}.amounts.note", amounts.note),
    }


ENDED = 0.7
"""Weight in the search of bodies that may no longer work: their pages only point on."""


def _keys(library: Library) -> Iterator[Key]:
    return (Key(id) for id in library.organisations)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Listed organisations in the order of every list; then those that only point on."""
    library = context.library
    for o in library.order.in_order(library.directory.listed, context.language):
        summary = context.voice.translate(f"organisations/{o.id}#summary", o.summary)
        yield Entry(
            "organisation",
            context.url("organisation", o.id),
            str(contact.name(context.voice, o)),
            str(summary),
            _all_names(context, o),
            about=_about(o),
        )
    for o in library.order.in_order(library.directory.signposts, context.language):
        title = str(contact.name(context.voice, o))
        names = _all_names(context, o)
        yield Entry("signpost", context.url("organisation", o.id), title, names=names, weight=ENDED)


def _all_names(context: Context, o: Organisation) -> tuple[str, ...]:
    """Other names under which people know it."""
    short = (o.acronym,) if o.acronym else ()
    former = (former.name for former in o.former_names)
    return (*short, *o.names.values(), *former, *context.synonyms.organisations.get(o.id, ()))


def _about(o: Organisation) -> tuple[str, ...]:
    """What it belongs to: kinds of help, groups, languages, places."""
    return (
        *(f"service/{code}" for code in o.services),
        *(f"group/{code}" for code in o.for_groups),
        *(f"language/{code}" for code in o.languages),
        *(f"place/{code}" for code in o.serves.countries),
        *(f"region/{code}" for code in o.serves.regions),
        *([ANYWHERE] if o.serves.worldwide else ()),
    )


KIND = Kind(
    "organisation",
    "emergency/organisation",
    view,
    "emergency/organisations/{key}.html",
    _keys,
    entries=_entries,
)
