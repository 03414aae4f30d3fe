"""The page of a kind of action: when it helps, when it harms, how it is done, and who does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import action, contact, danger, sources
from amparo.pages.parts.action import ActionView
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.links import Link
from amparo.pages.parts.sources import SourceView
from amparo.pages.parts.told import STYLES
from amparo.pages.solidarity.home import Row, rows_of_letters
from amparo.text.voice import Said


@dataclass(frozen=True)
class DoerView:
    """Somebody who takes this kind of action."""

    dangers: list[DangerView]
    """What must be read before its name."""

    name: Said
    """Its name."""

    href: str
    """The way to its page."""

    access: list[Said]
    """Who may come; empty: not known."""

    members_only: bool
    """Whether one must be a member, partner or invited."""


@dataclass(frozen=True)
class View:
    """What `solidarity/kind.html` says."""

    title: Said
    """What it is called."""

    what: Said
    """What it is."""

    speaks: Said
    """In whose name."""

    stages: tuple[str, ...]
    """Codes of when it fits: the template has the words."""

    takes: Said
    """How long it takes to prepare."""

    helps: list[Said]
    """When it helps."""

    harms: list[Said]
    """When it harms."""

    consent: Said
    """Who must agree."""

    facts: Said
    """What must be known."""

    target: Said
    """To whom it goes."""

    demand: Said
    """What is asked."""

    deadline: Said
    """By when."""

    steps: list[Said]
    """What to do, in order."""

    follow_up: Said
    """What to do afterwards."""

    letters: list[Row]
    """Letters to fill in."""

    anyone: list[DoerView]
    """Who does it for anybody."""

    others: list[DoerView]
    """Who does it for members or through somebody, or does not say for whom."""

    services: list[Link]
    """Lists of everybody who does it."""

    actions: list[ActionView]
    """Actions of this kind."""

    sources: list[SourceView]
    """Where the practice was read."""


def view(context: Context) -> View:
    """One kind of action."""
    library, voice = context.library, context.voice
    kind = library.solidarity.kinds[context.page.key]
    here = f"solidarity/kinds/{kind.id}#"
    doers = library.order.in_order(library.acting.doing(kind), context.language)
    return View(
        title=voice.translate(here + "title", kind.title),
        what=voice.translate(here + "what", kind.what),
        speaks=voice.translate(here + "speaks", kind.speaks),
        stages=kind.stages,
        takes=voice.translate(here + "takes", kind.takes),
        helps=[voice.translate(here + "helps", text) for text in kind.helps],
        harms=[voice.translate(here + "harms", text) for text in kind.harms],
        consent=voice.translate(here + "consent", kind.consent),
        facts=voice.translate(here + "facts", kind.facts),
        target=voice.translate(here + "target", kind.target),
        demand=voice.translate(here + "demand", kind.demand),
        deadline=voice.translate(here + "deadline", kind.deadline),
        steps=[voice.translate(here + "steps", text) for text in kind.steps],
        follow_up=voice.translate(here + "follow_up", kind.follow_up),
        letters=rows_of_letters(context, kind.letters),
        anyone=[_doer(context, o) for o in doers if "anyone" in o.access],
        others=[_doer(context, o) for o in doers if "anyone" not in o.access],
        services=[
            Link(voice.term("service", library.term("service", code)), context.url("service", code))
            for code in kind.services
        ],
        actions=[action.view(context, one) for one in library.acting.of_kind(kind.id)],
        sources=sources.sources(context, kind.sources),
    )


def _doer(context: Context, o: Organisation) -> DoerView:
    library, voice = context.library, context.voice
    return DoerView(
        dangers=danger.of_body(context, o),
        name=contact.name(voice, o),
        href=context.url("organisation", o.id),
        access=[voice.term("access", library.term("access", code), "plain") or "" for code in o.access],
        members_only=bool(o.membership_required),
    )


def _keys(library: Library) -> Iterator[Key]:
    return (Key(kind.id) for kind in library.acting.kinds)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Every kind of action, and what exists of it."""
    voice = context.voice
    for one in context.library.acting.kinds:
        here = f"solidarity/kinds/{one.id}#"
        address = context.url("action-kind", one.id)
        yield Entry(
            "guidance",
            address,
            str(voice.translate(here + "title", one.title)),
            str(voice.translate(here + "what", one.what)),
            words=context.synonyms.pages.get(address.removesuffix(".html"), ()),
        )


KIND = Kind(
    "action-kind",
    "solidarity/kind",
    view,
    "solidarity/{key}.html",
    _keys,
    styles=STYLES,
    entries=_entries,
)
