"""An action that exists: by whom, for what, whether it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.solidarity.action import Action, Actor
from amparo.pages.parts import contact, sources, told
from amparo.pages.parts.links import Link
from amparo.pages.parts.sources import SourceView
from amparo.pages.parts.told import Line, Named
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class ActionView:
    """What `parts/action.html` says."""

    id: str
    """Its id on the page."""

    title: Said
    """What it asks and for whom."""

    kind: Link
    """What kind it is."""

    runs: bool
    """Whether others can still join, by the day of the data."""

    is_stopped: bool
    """Whether it ended before its last day."""

    opened: str | None
    """When it began; None: not known."""

    closes: str | None
    """Its last day; None: not known."""

    by: list[Named]
    """Who takes it, where they have a record."""

    others: list[str]
    """Who takes it beside them, by name."""

    also: Said | None
    """Who else, in words."""

    places: list[Link]
    """Countries that it is about."""

    demand: Said | None
    """What it asks; None: not read."""

    outcome: Said | None
    """What came of it; None: not known."""

    consent: Said
    """Whether the person agreed."""

    join: str | None
    """Where others can join; None: nowhere, or no longer."""

    news: list[Line]
    """News about it."""

    sources: list[SourceView]
    """Where it was read."""


def view(context: Context, action: Action) -> ActionView:
    """One action."""
    library, voice, here = context.library, context.voice, f"actions/{action.id}#"
    has_news = told.has_news(context)
    kind, runs = library.solidarity.kinds[action.kind], library.acting.runs(action)
    return ActionView(
        id=f"a-{action.id}",
        title=voice.translate(here + "title", action.title),
        kind=Link(
            voice.translate(f"solidarity/kinds/{kind.id}#title", kind.title),
            context.url("action-kind", kind.id),
        ),
        runs=runs,
        is_stopped=action.status == "stopped",
        opened=voice.when(action.opened),
        closes=voice.when(action.closes),
        by=[told.named(context, actor.record) for actor in action.by if actor.record],
        others=[_name(actor) for actor in action.by if not actor.record],
        also=voice.translate(here + "also", action.also),
        places=[
            Link(contact.place(context, code), context.url("country", code)) for code in action.countries
        ],
        demand=voice.translate(here + "demand", action.demand),
        outcome=voice.translate(here + "outcome", action.outcome),
        consent=voice.term("action-consent", library.term("action-consent", action.consent)),
        join=action.url if runs else None,
        news=told.lines(context, (library.solidarity.news[id] for id in action.news if has_news)),
        sources=sources.sources(context, action.sources),
    )


def _name(actor: Actor) -> str:
    return actor.name or ""
