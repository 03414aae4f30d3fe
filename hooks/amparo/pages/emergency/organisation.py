"""What the page of an organisation says: how to reach it first, then the conditions, then the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amparo.library import Library
from amparo.model.offer import Amounts, Offer, Span
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.entry import ANYWHERE, Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import contact, danger
from amparo.pages.parts.contact import ContactView, SourceView
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.links import Link
from amparo.text.voice import Said, Voice


@dataclass(frozen=True)
class BodyLink:
    """A way to another body."""

    name: Said
    """Its name."""

    href: str
    """The way to its page."""

    summary: Said
    """What it gives, in one line."""


@dataclass(frozen=True)
class SpanView:
    """A length of time."""

    min: int | None
    """At least so many."""

    max: int | None
    """At most so many."""

    unit: Said
    """Hours, days …"""

    note: Said | None
    """What to know about it."""


@dataclass(frozen=True)
class AmountsView:
    """Money in words."""

    min: str | None
    """The least."""

    max: str | None
    """The most."""

    as_of: str | None
    """When that was said."""

    about: bool
    """True when that day is only about right."""

    note: Said | None
    """What to know about it."""


@dataclass(frozen=True)
class OfferView:
    """The conditions of one service."""

    service: Said
    """The service."""

    covers: list[Said]
    """What it pays for or includes."""

    not_covered: list[Said]
    """What it does not pay for."""

    amounts: AmountsView | None
    """How much."""

    duration: SpanView | None
    """How long."""


@dataclass(frozen=True)
class View:
    """What `emergency/organisation.html` says."""

    name: Said
    """Its name."""

    other_names: list[str]
    """Names in other languages."""

    acronym: str | None
    """Its short name."""

    former_names: list[tuple[str, str | None]]
    """Old names, and until when."""

    summary: Said
    """What it gives, in one line."""

    status: str
    """Code of `status`."""

    status_word: Said
    """The same in words."""

    is_listed: bool
    """False for pages that only point on."""

    successor: BodyLink | None
    """Where to go instead."""

    is_confirmed: bool
    """Whether a source for the main facts was read."""

    dangers: list[DangerView]
    """What must be read before its contacts."""

    is_hidden: bool
    """True in files that may hold nothing but the name and the warning."""

    contacts: list[ContactView]
    """How to reach it."""

    withheld: list[tuple[Said, Said]]
    """Contacts that are left out: kind and reason."""

    kind: Said
    """What it is."""

    run_by: Said | None
    """Whose hands it is in, where that matters."""

    part_of: list[BodyLink]
    """What it is a part of."""

    based_in: Said | None
    """Where it is."""

    worldwide: bool
    """Whether it helps anywhere."""

    regions: list[Link]
    """Regions where it helps."""

    countries: list[Link]
    """Countries where it helps."""

    abroad_from: list[Link]
    """Countries whose people it helps abroad."""

    except_in: list[Said]
    """Countries where it does not help."""

    services: list[tuple[Said, str | None]]
    """Kinds of help, and the way to their lists."""

    groups: list[Link]
    """Whom it helps."""

    languages: list[tuple[Said, str | None]]
    """Languages it answers in."""

    access: list[Said]
    """Who may come; empty: not known."""

    takes: list[Said]
    """Individuals or groups; empty: not known."""

    exile: bool | None
    """Whether it takes people in exile; None: not known."""

    eligibility: Said | None
    """Who gets help."""

    not_for: list[Said]
    """Who does not."""

    how_to_ask: Said | None
    """How to ask."""

    confidentiality: Said | None
    """What it keeps secret."""

    notes: Said | None
    """Good to know."""

    membership_required: bool
    """Whether one must be a member, partner or invited."""

    response_time: SpanView | None
    """How soon it answers."""

    offers: list[OfferView]
    """Conditions by service."""

    sources: list[SourceView]
    """Where the facts were read."""

    checked: str | None
    """Date of the newest source."""

    method: Said
    """How it was checked."""

    confidence: Said
    """How sure we are."""

    next_doors: list[BodyLink]
    """Two others to try."""


def view(context: Context) -> View:
    """One organisation."""
    library, o = context.library, context.library.organisation(context.page.key)
    is_hidden = context.is_file and library.danger.hides_all(o)
    return View(
        **_identity(context, o),
        **_reach(context, o, is_hidden),
        **_conditions(context, o),
        is_hidden=is_hidden,
        sources=contact.sources(context, o.sources),
        next_doors=[_link(context, other) for other in next_doors(context, o)],
    )


def _identity(context: Context, o: Organisation) -> dict[str, Any]:
    """Who it is."""
    library, voice = context.library, context.voice
    here = f"organisations/{o.id}#"
    successor = library.directory.successor_of(o)
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
        "kind": voice.term("org-kind", library.term("org-kind", o.kind)),
        "run_by": voice.term("run-by", library.term("run-by", o.run_by), "plain") if o.run_by else None,
        "part_of": [
            _link(context, library.organisations[id]) for id in o.part_of if id in library.organisations
        ],
        "based_in": contact.place(context, o.based_in) if o.based_in else None,
        "checked": voice.when(o.checked.date),
        "method": voice.term("check-method", library.term("check-method", o.checked.method)),
        "confidence": voice.term("confidence", library.term("confidence", o.confidence), "plain"),
    }


def _reach(context: Context, o: Organisation, is_hidden: bool) -> dict[str, Any]:
    """How to reach it, and what to read first."""
    library, voice = context.library, context.voice
    purposes = {term.code: term.order or 99 for term in library.vocabulary("purpose").terms}
    contacts = sorted(o.contacts, key=lambda c: (purposes[c.purpose], c.kind in ("web", "web-form")))
    shown = [] if is_hidden else [c for c in contacts if contact.may_stand(context, o, c)]
    return {
        "dangers": danger.of_body(context, o),
        "contacts": [contact.view(context, o, c) for c in shown],
        "withheld": [
            (
                voice.term("contact-kind", library.term("contact-kind", w.kind)),
                voice.term("withheld-reason", library.term("withheld-reason", w.reason), "plain"),
            )
            for w in o.withheld
        ],
        "languages": [
            (
                voice.language_name(c),
                context.url("language", c) if library.directory.answering_in(c) else None,
            )
            for c in o.languages
        ],
    }


def _conditions(context: Context, o: Organisation) -> dict[str, Any]:
    """Whom it helps, with what, under which conditions."""
    library, voice = context.library, context.voice
    here, serves = f"organisations/{o.id}#", o.serves
    return {
        "worldwide": serves.worldwide,
        "regions": [
            Link(voice.term("region", library.term("region", r)), context.url("region", r))
            for r in serves.regions
        ],
        "countries": [Link(contact.place(context, c), context.url("country", c)) for c in serves.countries],
        "abroad_from": [
            Link(contact.place(context, c), context.url("country", c)) for c in serves.abroad_from
        ],
        "except_in": [contact.place(context, c) for c in serves.except_in],
        "services": [
            (
                voice.term("service", t),
                context.url("service", t.code) if library.directory.offering(t.code) else None,
            )
            for t in library.vocabulary("service").in_order
            if t.code in o.services
        ],
        "groups": [
            Link(voice.term("group", t), context.url("group", t.code))
            for t in library.vocabulary("group").in_order
            if t.code in o.for_groups
        ],
        "access": [voice.term("access", library.term("access", c), "plain") for c in o.access],
        "takes": [voice.term("takes", library.term("takes", c)) for c in o.takes],
        "exile": o.exile,
        "eligibility": voice.translate(here + "eligibility", o.eligibility),
        "not_for": [voice.translate(here + "not_for", text) for text in o.not_for],
        "how_to_ask": voice.translate(here + "how_to_ask", o.how_to_ask),
        "confidentiality": voice.translate(here + "confidentiality", o.confidentiality),
        "notes": voice.translate(here + "notes", o.notes),
        "membership_required": o.membership_required,
        "response_time": _span(context, here + "response_time", o.response_time),
        "offers": [_offer(context, here, offer) for offer in o.offers],
    }


def next_doors(context: Context, o: Organisation) -> list[Organisation]:
    """Two others to try: they share a service and answer in a language of this one where possible, most urgent first."""
    services, languages = set(o.services), set(o.languages)
    countries, regions = set(o.serves.countries[:20]), set(o.serves.regions)
    ranked: dict[tuple[bool, bool], list[Organisation]] = {}
    for other in context.library.order.reachable_in_order(context.language):
        serves = other.serves
        is_near = not (countries.isdisjoint(serves.countries) and regions.isdisjoint(serves.regions))
        if other.id == o.id or not (serves.worldwide or (is_near and not o.serves.worldwide)):
            continue
        key = (services.isdisjoint(other.services), languages.isdisjoint(other.languages))
        ranked.setdefault(key, []).append(other)
        # Nobody further down can be better than two who share both.
        if len(ranked.get((False, False), ())) == 2:
            break
    return [other for key in sorted(ranked) for other in ranked[key]][:2]


def _link(context: Context, o: Organisation) -> BodyLink:
    """Name, address and one line of another organisation."""
    return BodyLink(
        contact.name(context.voice, o),
        context.url("organisation", o.id),
        context.voice.translate(f"organisations/{o.id}#summary", o.summary),
    )


def _span(context: Context, where: str, span: Span | None) -> SpanView | None:
    """A length of time: both ends, the unit's word, and the note."""
    if span is None:
        return None
    unit = context.voice.term("time-unit", context.library.term("time-unit", span.unit))
    return SpanView(span.min, span.max, unit, context.voice.translate(f"{where}.note", span.note))


def _offer(context: Context, here: str, offer: Offer) -> OfferView:
    """The conditions of one service."""
    voice, where = context.voice, f"{here}offers.{offer.service}"
    return OfferView(
        service=voice.term("service", context.library.term("service", offer.service)),
        covers=[voice.translate(f"{where}.covers", text) for text in offer.covers],
        not_covered=[voice.translate(f"{where}.not_covered", text) for text in offer.not_covered],
        amounts=_amounts(voice, where, offer.amounts),
        duration=_span(context, f"{where}.duration", offer.duration),
    )


def _amounts(voice: Voice, where: str, amounts: Amounts | None) -> AmountsView | None:
    """Money in words."""
    if amounts is None:
        return None
    least = None if amounts.min is None else voice.money(amounts.min, amounts.currency)
    most = None if amounts.max is None else voice.money(amounts.max, amounts.currency)
    note = voice.translate(f"{where}.amounts.note", amounts.note)
    return AmountsView(least, most, voice.when(amounts.as_of), amounts.about, note)


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
