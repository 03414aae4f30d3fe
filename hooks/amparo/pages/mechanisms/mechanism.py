"""What the page of a mechanism says: can it help me, what to send, what happens, limits, where to send it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

from amparo.library import Library
from amparo.model.coverage import Coverage
from amparo.model.mechanism import Mechanism, Procedure
from amparo.model.offer import Span
from amparo.pages.context import Context
from amparo.pages.entry import ANYWHERE, Entry
from amparo.pages.kind import Key, Kind, by_title
from amparo.pages.parts import contact
from amparo.pages.parts.finding import of_term
from amparo.text.language import direction
from amparo.text.voice import Foreign, Said, Voice


def view(context: Context) -> dict[str, Any]:
    """The answers for `mechanisms/mechanism.html`."""
    library, voice, page = context.library, context.voice, context.page
    m = library.mechanism(page.key)
    here = f"mechanisms/{m.id}#"
    purposes = {term.code: term.order or 99 for term in library.vocabulary("purpose").terms}
    said = lambda field: voice.translate(here + field, getattr(m, field))  # noqa: E731
    every = lambda field: [voice.translate(here + field, text) for text in getattr(m, field)]  # noqa: E731
    return {
        "title": said("title"),
        "names": _names(voice, m),
        "summary": said("summary"),
        "level": voice.term("level", library.term("level", m.level)),
        "status": m.status,
        "status_word": voice.term("mechanism-status", library.term("mechanism-status", m.status)),
        "status_plain": voice.term("mechanism-status", library.term("mechanism-status", m.status), "plain"),
        "works": m.works,
        "is_confirmed": m.confidence != "low",
        "is_urgent": m.is_urgent,
        "body": said("body"),
        "established": voice.when(m.established),
        "instruments": [voice.translate(here + "instruments.title", i.title) for i in m.instruments],
        "worldwide": m.applies_to.worldwide,
        "applies_note": voice.translate(here + "applies_to.note", m.applies_to.note),
        "not_in_own": m.applies_to.not_in_own,
        "countries": [(contact.place(context, c), context.url("country", c)) for c in m.applies_to.countries],
        "countries_confirmed": m.applies_to.is_confirmed,
        "coverage": coverage_view(context, library.coverage[m.applies_to.coverage])
        if m.applies_to.coverage
        else None,
        "open_to": [voice.term("submitter", library.term("submitter", c), "plain") for c in m.open_to],
        "who": said("who_can_submit"),
        "violations": [voice.term("violation", library.term("violation", c)) for c in m.violations],
        "procedures": [_procedure(context, here, p) for p in m.procedures],
        "consents": [
            (
                voice.translate(here + "consents.question", c.question),
                voice.translate(here + "consents.if_no", c.if_no),
            )
            for c in m.consents
        ],
        "confidentiality": said("confidentiality"),
        "information": every("information_required"),
        "can_do": every("can_do"),
        "limits": every("limits"),
        "reprisal_risk": said("reprisal_risk"),
        "desk_actions": [
            (
                voice.term("mission-action", library.term("mission-action", d.action)),
                voice.translate(here + "desk_actions.text", d.text),
            )
            for d in m.desk_actions
        ],
        "languages": contact.languages(voice, m.languages),
        "notes": said("notes"),
        "see_also": [
            (
                voice.translate(f"mechanisms/{o}#title", library.mechanism(o).title),
                context.url("mechanism", o),
            )
            for o in m.see_also
        ],
        "organisation": (
            contact.name(voice, library.organisation(m.organisation)),
            context.url("organisation", m.organisation),
        )
        if m.organisation
        else None,
        "contacts": [
            contact.view(context, m, c) for c in sorted(m.contacts, key=lambda c: purposes[c.purpose])
        ],
        "checked": voice.when(m.checked.date),
        "method": voice.term("check-method", library.term("check-method", m.checked.method)),
        "confidence": voice.term("confidence", library.term("confidence", m.confidence), "plain"),
        "sources": contact.sources(context, m.sources),
    }


def coverage_view(context: Context, found: Coverage) -> dict[str, Any]:
    """A list of States: who is on it, who left, how sure we are."""
    voice = context.voice
    here = f"coverage/{found.id}#"
    name = found.names.get(voice.language)
    place = lambda code: (contact.place(context, code), context.url("country", code))  # noqa: E731
    return {
        "name": name or Foreign(found.names["en"], "en", "ltr", missing=False),
        "states": [place(code) for code in found.states],
        "count": len(found.states),
        "expected": found.count_expected,
        "is_complete": found.is_complete,
        "is_from_memory": found.confidence == "low",
        "as_of": voice.when(found.as_of),
        "note": voice.translate(here + "note", found.note),
        "former": [
            (place(f.state), voice.when(f.effect or f.notice), voice.translate(here + "former.note", f.note))
            for f in found.former
        ],
        "leaving": [(place(c.state), voice.translate(here + "leaving.note", c.note)) for c in found.leaving],
        "unconfirmed": [place(c.state) for c in found.unconfirmed_additions],
        "from_memory": [place(code) for code in found.from_memory],
        "suspended": [place(code) for code in found.suspended],
        "sources": contact.sources(context, found.sources),
    }


def _names(voice: Voice, m: Mechanism) -> list[Said]:
    """Official names: the page's own language first, the others marked."""
    ordered = sorted(m.names.items(), key=lambda item: (item[0] != voice.language, item[0] != "en"))
    return [
        text if language == voice.language else Foreign(text, language, direction(language), missing=False)
        for language, text in ordered
    ]


def _procedure(context: Context, here: str, p: Procedure) -> dict[str, Any]:
    """One door: what it is, how fast, what happens."""
    library, voice = context.library, context.voice
    return {
        "type": voice.term("procedure", library.term("procedure", p.type)),
        "plain": voice.term("procedure", library.term("procedure", p.type), "plain"),
        "urgent": p.urgent,
        "exhaustion": p.exhaustion_required,
        "deadline": voice.translate(here + "procedures.deadline", p.deadline),
        "steps": [
            (voice.translate(here + "procedures.steps.text", s.text), span(context, s.within))
            for s in p.steps
        ],
        "outcome": [voice.translate(here + "procedures.outcome", text) for text in p.outcome],
    }


def span(context: Context, s: Optional[Span]) -> Optional[dict[str, Any]]:
    """A length of time in numbers and the unit's word."""
    library, voice = context.library, context.voice
    if s is None:
        return None
    return {
        "min": s.min,
        "max": s.max,
        "unit": voice.term("time-unit", library.term("time-unit", s.unit)),
        "note": None,
    }


def row(context: Context, m: Mechanism) -> dict[str, Any]:
    """A mechanism in a list or table."""
    library, voice = context.library, context.voice
    here = f"mechanisms/{m.id}#"
    first = m.procedures[0]
    return {
        "title": voice.translate(here + "title", m.title),
        "href": context.url("mechanism", m.id),
        "summary": voice.translate(here + "summary", m.summary),
        "is_urgent": m.is_urgent,
        "is_confirmed": m.confidence != "low",
        "works": m.works,
        "status": voice.term("mechanism-status", library.term("mechanism-status", m.status)),
        "level": voice.term("level", library.term("level", m.level)),
        "open_to": voice.together(voice.term("submitter", library.term("submitter", c)) for c in m.open_to)
        if m.open_to
        else None,
        "exhaustion": first.exhaustion_required,
        "procedures": voice.together(
            voice.term("procedure", library.term("procedure", p.type)) for p in m.procedures
        ),
    }


def index(context: Context) -> dict[str, Any]:
    """Mechanisms by urgency, level, who may submit, or violation."""
    library, voice, page = context.library, context.voice, context.page
    rows = {m.id: row(context, m) for m in library.official.mechanisms_in_order}
    scheme = page.key
    if scheme == "urgency":
        groups = [
            ("urgent", None, [m for m in library.official.mechanisms_in_order if m.is_urgent and m.works]),
            ("slow", None, [m for m in library.official.mechanisms_in_order if not m.is_urgent and m.works]),
            ("none", None, [m for m in library.official.mechanisms_in_order if not m.works]),
        ]
    else:
        field = {
            "level": lambda m: (m.level,),
            "submitter": lambda m: m.open_to,
            "violation": lambda m: m.violations,
        }[scheme]
        groups = [
            (
                (voice.term(scheme, t)),
                voice.term(scheme, t, "plain"),
                [m for m in library.official.mechanisms_in_order if t.code in field(m) and m.works],
            )
            for t in library.vocabulary(scheme).in_order
        ]
    return {
        "scheme": scheme,
        "groups": [(label, plain, [rows[m.id] for m in found]) for label, plain, found in groups if found],
    }


def compare(context: Context) -> dict[str, Any]:
    """All working mechanisms in one table."""
    library = context.library
    return {
        "rows": [
            row(context, m)
            for m in library.official.mechanisms_in_order
            if m.works and m.level != "state-guidelines"
        ]
    }


def desk(context: Context) -> dict[str, Any]:
    """For the desk officer: what guidelines promise, by action, and whose they are."""
    library, voice, _page = context.library, context.voice, context.page
    found = [m for m in library.official.mechanisms_in_order if m.desk_actions]
    # The State's name is enough and keeps the page on one side of paper.
    title = lambda m: (
        voice.territory(m.state) if m.state else voice.translate(f"mechanisms/{m.id}#title", m.title),  # noqa: E731
        context.url("mechanism", m.id),
    )
    actions = []
    for term in library.vocabulary("mission-action").in_order:
        who = [m for m in found if any(d.action == term.code for d in m.desk_actions)]
        if who:
            actions.append(
                (
                    voice.term("mission-action", term),
                    voice.term("mission-action", term, "plain"),
                    [title(m) for m in who],
                )
            )
    return {"actions": actions}


SCHEMES = ("urgency", "level", "submitter", "violation")
"""Ways to sort mechanisms: each is a page."""

ENDED = 0.7
"""Weight in the search of mechanisms that do not exist: their pages only point on."""


def _keys(library: Library) -> Iterator[Key]:
    return (Key(id) for id in library.mechanisms)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    library, voice = context.library, context.voice
    for m in library.official.mechanisms_in_order:
        here = f"mechanisms/{m.id}#"
        own = (context.language, context.site.default)
        names = (name for code, name in m.names.items() if code in own)
        places = (code for code in (*m.applies_to.countries, m.state) if code in library.places)
        about = (
            *(f"violation/{code}" for code in m.violations),
            *(f"place/{code}" for code in places),
            *([ANYWHERE] if m.applies_to.worldwide else ()),
        )
        yield Entry(
            "mechanism",
            context.url("mechanism", m.id),
            str(voice.translate(here + "title", m.title)),
            str(voice.translate(here + "summary", m.summary)),
            (*names, *context.synonyms.mechanisms.get(m.id, ())),
            text=tuple(str(voice.term("procedure", library.term("procedure", p.type))) for p in m.procedures),
            about=about if m.works else (),
            weight=1 if m.works else ENDED,
        )


def _entries_of_lists(context: Context, kind: Kind) -> Iterator[Entry]:
    """The lists by their titles; and what happened: no pages of their own, but words that lead to mechanisms."""
    yield from by_title(context, kind)
    for term in context.library.vocabulary("violation").in_order:
        yield of_term(context, "violation", term, "", context.synonyms.violations.get(term.code, ()))


KIND = Kind("mechanism", "mechanisms/mechanism", view, "mechanisms/{key}.html", _keys, entries=_entries)

LISTS = Kind(
    "mechanisms-by",
    "mechanisms/mechanisms-by",
    index,
    "mechanisms/by-{key}.html",
    lambda library: (Key(scheme) for scheme in SCHEMES),
    entries=_entries_of_lists,
)

COMPARE = Kind("compare", "mechanisms/compare", compare, "mechanisms/compare.html")

DESK = Kind("desk", "mechanisms/desk", desk, "mechanisms/desk.html")
