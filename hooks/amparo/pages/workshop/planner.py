"""The planner: ready plans, and every session as something to choose."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.model.curriculum.agenda import minutes_of
from amparo.pages.context import Context
from amparo.pages.kind import ON_EVERY_PAGE, Kind
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import session
from amparo.pages.workshop.parts.declaration import STYLES, if_whole
from amparo.pages.workshop.parts.links import to_agendas, to_plans
from amparo.text.voice import Said

EVENING = "20:00"
"""A plan that ends later than this gets a word of warning."""


@dataclass(frozen=True)
class Choice:
    """A session to choose."""

    id: str
    """Its id, as the names of its sheets have it."""

    title: Said
    """Its title."""

    minutes: int
    """Minutes of the whole."""

    short_minutes: int | None
    """Minutes of the short version; None without one."""

    materials: list[Said]
    """What to bring."""


@dataclass(frozen=True)
class View:
    """What `workshop/planner.html` says."""

    ready: list[Link]
    """Agendas, then plans by group: what there is without script."""

    choices: list[Choice]
    """All sessions in the order of the curriculum."""

    latest: int
    """Minutes since midnight after which a plan is late."""


def view(context: Context) -> View:
    """What there is to plan with."""
    words = context.words
    return View(
        ready=to_agendas(context) + to_plans(context),
        choices=[
            Choice(
                id=s.id,
                title=words.session(s.id),
                minutes=s.duration_minutes,
                short_minutes=s.short_version.minutes if s.short_version else None,
                materials=words.every(f"sessions/{s.id}#materials", s.materials),
            )
            for s in session.in_order(words)
        ],
        latest=minutes_of(EVENING),
    )


KIND = Kind(
    "planner",
    "workshop/planner",
    view,
    "workshop/planner.html",
    if_whole,
    scripts=("planner.js", *ON_EVERY_PAGE),
    styles=STYLES,
)
