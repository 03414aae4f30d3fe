"""What the page of an organisation says: how to reach it first, then the conditions, then the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.emergency.organisation_view import View
from amparo.pages.entry import ANYWHERE, Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import contact, danger, members, offer, sources, told
from amparo.pages.parts.links import Link


def view(context: Context) -> View:
    """One organisation."""
    library, o = context.library, context.library.organisation(context.page.key)
    is_hidden = context.is_file and library.danger.hides_all(o)
    return View(
        **_identity(context, o),
        **_reach(context, o, is_hidden),
        **_conditions(context, o),
        **_sending(context, o),
        is_hidden=is_hidden,
        members=members.view(context, o),
        news=told.about(context, o),
        sources=sources.sources(context, o.sources),
        next_doors=[offer.link(context, other) for other in next_doors(context, o)],
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
        "successor": offer.link(context, successor) if successor else None,
        "is_confirmed": o.is_confirmed,
        "kind": voice.term("org-kind", library.term("org-kind", o.kind)),
        "run_by": voice.term("run-by", library.term("run-by", o.run_by), "plain") if o.run_by else None,
        "part_of": [
            offer.link(context, library.organisations[id]) for id in o.part_of if id in library.organisations
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
        "waits": contact.waits_beside(context, o),
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


def _sending(context: Context, o: Organisation) -> dict[str, Any]:
    """Whether there is text to send on, and the risk that stands before it."""
    hidden = context.library.danger
    is_forbidden = any(hidden.hides_contact(o, c) for c in o.contacts)
    risky = [code for reach in hidden.of(o) for code in reach.designation.countries]
    return {
        "is_sent": bool(o.contacts) and o.is_listed and not is_forbidden and not context.is_file,
        "is_forbidden": is_forbidden,
        "risky_in": context.voice.together(contact.place(context, code) for code in dict.fromkeys(risky)),
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
        "response_time": offer.span(context, here + "response_time", o.response_time),
        "offers": [offer.offer(context, here, one) for one in o.offers],
    }


def next_doors(context: Context, o: Organisation) -> list[Organisation]:
    """Two others to try: they share a service and answer in a language of this one where possible, most
    urgent first."""
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
