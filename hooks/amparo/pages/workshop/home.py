"""The workshop's start page: what stands below its hand-written text."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind, not_found_by_search, nowhere
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts.declaration import STYLES
from amparo.pages.workshop.parts.links import to_agendas, to_plans, to_session


@dataclass(frozen=True)
class View:
    """What `workshop/workshop.html` adds."""

    agendas: list[Link]
    """Ways by time."""

    plans: list[Link]
    """Ways by group."""

    core: Link | None
    """The session that the workshop grew from; None without one."""


def view(context: Context) -> View:
    """The ways into the workshop."""
    sessions = context.library.curriculum.sessions.values()
    return View(
        agendas=to_agendas(context),
        plans=to_plans(context),
        core=next((to_session(context, s.id) for s in sessions if s.content_map), None),
    )


KIND = Kind(
    "workshop",
    "workshop/workshop",
    view,
    written="workshop/index.md",
    keys=nowhere,
    styles=STYLES,
    entries=not_found_by_search,
)
