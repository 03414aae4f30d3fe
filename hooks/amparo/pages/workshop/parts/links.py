"""Ways to other pages of the workshop."""

from __future__ import annotations

from amparo.pages.context import Context
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import packs


def to_session(context: Context, id: str) -> Link:
    """The way to a session."""
    return Link(context.words.session(id), context.url("session", id))


def to_handout(context: Context, id: str) -> Link:
    """The way to a handout."""
    return Link(context.words.handout(id), context.url("handout", id))


def to_agenda(context: Context, id: str) -> Link:
    """The way to an agenda."""
    return Link(context.words.agenda(id), context.url("agenda", id))


def to_agendas(context: Context) -> list[Link]:
    """The ways to all agendas, the shortest first."""
    return [to_agenda(context, a.id) for a in packs.in_order(context.words)]


def to_plans(context: Context) -> list[Link]:
    """The ways to the plans by group."""
    plans = sorted(context.words.curriculum.plans.values(), key=lambda plan: plan.order)
    return [
        Link(context.words.say(f"plans/{plan.id}#title", plan.title), context.url("plan", plan.id))
        for plan in plans
    ]
