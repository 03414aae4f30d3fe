"""The page of a mechanism: can it help me, what to send, what happens, limits, where to send it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from amparo.library import Library
from amparo.model.mechanism import Mechanism
from amparo.pages.context import Context
from amparo.pages.entry import ANYWHERE, Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import consents, contact, identity, procedure, proof, scope, told
from amparo.pages.parts.consents import ConsentView
from amparo.pages.parts.contact import ContactView
from amparo.pages.parts.identity import IdentityView
from amparo.pages.parts.links import Link
from amparo.pages.parts.procedure import ProcedureView
from amparo.pages.parts.proof import ProofView
from amparo.pages.parts.scope import ScopeView
from amparo.pages.parts.told import Line
from amparo.text.voice import Said, Voice

ENDED = 0.7
"""Weight in the search of mechanisms that do not exist: their pages only point on."""


class StatusView(NamedTuple):
    """Whether it works."""

    code: str
    """Which status."""

    word: Said
    """Its name."""

    plain: Said | None
    """What it means, in plain words."""


class DeskAction(NamedTuple):
    """Something that an embassy or ministry can do."""

    label: Said
    """What it is."""

    text: Said
    """How the guidelines put it."""


@dataclass(frozen=True)
class View:
    """What `mechanisms/mechanism.html` says."""

    title: Said
    """Its short name."""

    summary: Said
    """What it can do for her, in one line."""

    works: bool
    """Whether it takes cases at all."""

    status: StatusView
    """Whether it works, and how well."""

    is_confirmed: bool
    """Whether somebody read a source for its main facts."""

    violations: list[Said]
    """What it is for."""

    scope: ScopeView
    """Where it is open."""

    who: Said | None
    """Who may submit, in words; None: `open_to` says it."""

    open_to: list[Said | None]
    """Kinds of people who may submit, in plain words; empty: not known."""

    languages: str | None
    """Languages in which it takes submissions; None: not known."""

    reprisal_risk: Said | None
    """Danger of using it; None: none is known."""

    procedures: list[ProcedureView]
    """Its doors, the fast one first."""

    information: list[Said]
    """What to send, most important first; empty: not known."""

    consents: list[ConsentView]
    """What it asks before it acts."""

    confidentiality: Said | None
    """Who learns what; None: not known."""

    can_do: list[Said]
    """What it can do."""

    limits: list[Said]
    """What it cannot do."""

    desk_actions: list[DeskAction]
    """For guidelines: what the desk officer can do."""

    waits: bool
    """Whether something else of it waits to be confirmed."""

    contacts: list[ContactView]
    """Where to send it, by purpose."""

    organisation: Link | None
    """The record of the same body among the organisations."""

    notes: Said | None
    """What else to know."""

    see_also: list[Link]
    """Other mechanisms to look at."""

    news: list[Line]
    """News about it."""

    identity: IdentityView
    """Who it is."""

    proof: ProofView
    """Where the facts were seen."""


def view(context: Context) -> View:
    """Everything that the record says, in the order of the page."""
    library, voice = context.library, context.voice
    m = library.mechanism(context.page.key)
    here = f"mechanisms/{m.id}#"
    own = library.organisation(m.organisation) if m.organisation else None
    return View(
        title=voice.translate(here + "title", m.title),
        summary=voice.translate(here + "summary", m.summary),
        works=m.works,
        status=_status(context, m),
        is_confirmed=m.is_confirmed,
        violations=[voice.term("violation", library.term("violation", code)) for code in m.violations],
        scope=scope.view(context, m),
        who=voice.translate(here + "who_can_submit", m.who_can_submit),
        open_to=[voice.term("submitter", library.term("submitter", code), "plain") for code in m.open_to],
        languages=contact.languages(voice, m.languages),
        reprisal_risk=voice.translate(here + "reprisal_risk", m.reprisal_risk),
        procedures=procedure.procedures(context, m),
        information=_each(voice, here + "information_required", m.information_required),
        consents=consents.asked_by(voice, m),
        confidentiality=voice.translate(here + "confidentiality", m.confidentiality),
        can_do=_each(voice, here + "can_do", m.can_do),
        limits=_each(voice, here + "limits", m.limits),
        desk_actions=_desk_actions(context, m),
        waits=contact.waits_beside(context, m),
        contacts=_contacts(context, m),
        organisation=Link(contact.name(voice, own), context.body_url(own)) if own else None,
        notes=voice.translate(here + "notes", m.notes),
        see_also=[_to_mechanism(context, library.mechanism(other)) for other in m.see_also],
        news=told.about(context, m),
        identity=identity.view(context, m),
        proof=proof.view(context, m),
    )


def _each(voice: Voice, here: str, texts: Iterable[str]) -> list[Said]:
    return [voice.translate(here, text) for text in texts]


def _status(context: Context, m: Mechanism) -> StatusView:
    voice, term = context.voice, context.library.term("mechanism-status", m.status)
    return StatusView(
        m.status, voice.term("mechanism-status", term), voice.term("mechanism-status", term, "plain")
    )


def _desk_actions(context: Context, m: Mechanism) -> list[DeskAction]:
    library, voice = context.library, context.voice
    return [
        DeskAction(
            voice.term("mission-action", library.term("mission-action", d.action)),
            voice.translate(f"mechanisms/{m.id}#desk_actions.text", d.text),
        )
        for d in m.desk_actions
    ]


def _contacts(context: Context, m: Mechanism) -> list[ContactView]:
    """Where to send it, in the order of purposes."""
    purposes = {term.code: term.order or 99 for term in context.library.vocabulary("purpose").terms}
    return [contact.view(context, m, c) for c in sorted(m.contacts, key=lambda c: purposes[c.purpose])]


def _to_mechanism(context: Context, m: Mechanism) -> Link:
    return Link(contact.name(context.voice, m), context.body_url(m))


def _keys(library: Library) -> Iterator[Key]:
    return (Key(id) for id in library.mechanisms)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Every mechanism by its names in this language, its everyday words, and what and where it is for."""
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


KIND = Kind("mechanism", "mechanisms/mechanism", view, "mechanisms/{key}.html", _keys, entries=_entries)
