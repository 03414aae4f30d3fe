"""What the pocket edition says: one file with the emergency directory, guided questions, countries and the first 72 hours."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping

from amparo.library.fit import MOST
from amparo.model.organisation import Organisation
from amparo.model.triage import End, Entry, Question
from amparo.model.vocabulary import Term
from amparo.pages.context import Context
from amparo.pages.parts import contact, danger, helper, national
from amparo.pages.parts.card import where
from amparo.pages.parts.contact import PAGES
from amparo.text import lines
from amparo.text.voice import Said, Voice

LINES = 3
"""Telephone lines on top, as on the emergency page."""

WEB_PAGES = 1
"""Web addresses of an organisation: more are of no use without a connection."""

HOURS = ("index", "arrest", "raid", "attack", "disappearance", "roles")
"""Pages of `docs/emergency/first-72-hours`, in their order."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def view(context: Context) -> dict[str, Any]:
    """The answers for `pocket.html`."""
    library, voice = context.library, context.voice
    return {
        "as_of": voice.when(library.as_of.isoformat()),
        "recheck": voice.when(library.recheck.isoformat()),
        "recheck_day": library.recheck.isoformat(),
        "lines": [
            helper.of_line(context, line)
            for line in library.helpers.lines_for(voice.language)
            if line.contact.kind == "phone"
        ][:LINES],
        "entries": [
            _entry(context, library.entries[need.code])
            for need in library.vocabulary("need").in_order
            if need.code in library.entries
        ],
        "hours": [
            _written(voice, f"emergency/first-72-hours/{name}", context.site.written) for name in HOURS
        ],
        "regions": [_region(context, region) for region in library.vocabulary("region").in_order],
        "services": [
            (
                voice.term("service", service),
                service.code,
                voice.term("service", service, "plain"),
                _names(context, [o for o in library.directory.offering(service.code) if o.serves.worldwide]),
            )
            for service in library.vocabulary("service").in_order
        ],
        "organisations": [
            _organisation(context, o)
            for o in sorted(
                library.directory.listed, key=lambda o: context.voice.ordering.key(contact.name(voice, o))
            )
        ],
    }


def _entry(context: Context, entry: Entry) -> dict[str, Any]:
    """One entry of the guided questions with everything that follows from it."""
    library, voice = context.library, context.voice
    term = library.term("need", entry.id)
    return {
        "said": voice.term("need", term),
        "plain": voice.term("need", term, "plain"),
        "start": entry.start,
        "questions": [_question(voice, entry, q) for q in entry.questions],
        "ends": [_end(context, entry, e) for e in entry.ends],
    }


def _question(voice: Voice, entry: Entry, question: Question) -> dict[str, Any]:
    here = f"triage/{entry.id}#questions.{question.id}"
    return {
        "id": question.id,
        "ask": voice.translate(f"{here}.ask", question.ask),
        "unsure": question.unsure,
        "choices": [(voice.translate(f"{here}.answers.say", a.say), a.to) for a in question.answers],
    }


def _end(context: Context, entry: Entry, end: End) -> dict[str, Any]:
    library, voice = context.library, context.voice
    here = f"triage/{entry.id}#ends.{end.id}"
    said = lambda field: [voice.translate(f"{here}.{field}", text) for text in getattr(end, field)]  # noqa: E731
    return {
        "id": end.id,
        "title": voice.translate(f"{here}.title", end.title),
        "do": said("do"),
        "write_down": said("write_down"),
        "do_not": said("do_not"),
        "care": said("care"),
        "services": [(voice.term("service", library.term("service", s)), s) for s in end.services],
        "helpers": [
            (str(contact.name(voice, o)), o.id)
            for o in library.fit.anywhere(end.situation, voice.language)[:MOST]
        ],
    }


def _written(voice: Voice, path: str, written: Mapping[str, str]) -> tuple[Said, list[tuple[str, Any]]]:
    """A hand-written page as its title and its lines: (mark, words), with links as plain words, because most of what they
    lead to is not in this file."""
    text = written[path]
    return lines.titled(path, text, "title", voice) or "", list(_lines(path, text, voice))


def _lines(path: str, text: str, voice: Voice) -> Iterator[tuple[str, Any]]:
    for line in lines.body(text).split("\n"):
        mark, _, words = line.strip().partition(" ")
        if mark not in ("##", "###", "-", "1."):
            mark, words = "", line.strip()
        if words:
            said = voice.translate(f"pages/{path}", words)
            yield mark, _LINK.sub(r"\1", str(said)).replace("**", "")


def _region(context: Context, region: Term) -> dict[str, Any]:
    """A region: who helps all of it, then its countries with their own helpers. Countries stand under their home only."""
    library, voice = context.library, context.voice
    homes = [
        place.code for place in library.directory.places_in(region.code) if place.regions[0] == region.code
    ]
    countries = [
        (
            contact.place(context, code),
            code.lower(),
            _names(context, library.directory.in_country(code)),
            national.views(context, code, library.national.first(code)),
            danger.of_country(context, code),
        )
        for code in homes
    ]
    return {
        "code": region.code,
        "name": voice.term("region", region),
        "all": _names(context, library.directory.in_region(region.code)),
        "countries": sorted(countries, key=lambda country: context.voice.ordering.key(country[0])),
    }


def _names(context: Context, found: Any) -> list[tuple[str, str]]:
    """Organisations as links inside the file, in the order of lists. Their language is marked once, where they stand in
    full: marks on every link made the Arabic file too large."""
    library, voice = context.library, context.voice
    return [(str(contact.name(voice, o)), o.id) for o in library.order.in_order(found, voice.language)]


def _organisation(context: Context, o: Organisation) -> dict[str, Any]:
    """A short record: what it gives, where, and how to reach it."""
    voice = context.voice
    kept, pages = [], 0
    for c in o.contacts:
        pages += c.kind == "web"
        if c.kind not in PAGES or c.kind == "web" and pages <= WEB_PAGES:
            if contact.may_stand(context, o, c):
                kept.append(contact.view(context, o, c))
    return {
        "id": o.id,
        "name": contact.name(voice, o),
        "summary": voice.translate(f"organisations/{o.id}#summary", o.summary),
        "acronym": o.acronym if o.acronym and o.acronym != str(contact.name(voice, o)) else None,
        "names": [name for name in o.names.values() if name != str(contact.name(voice, o))],
        "where": where(context, o),
        "languages": contact.languages(voice, o.languages),
        "is_confirmed": o.is_confirmed,
        "dangers": danger.of_body(context, o),
        "contacts": kept,
    }
