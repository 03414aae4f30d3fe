"""Agendas: all of them with their clocks, and each with its packs."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import agenda, packs
from amparo.pages.workshop.parts.agenda import AgendaText
from amparo.pages.workshop.parts.codes_of_plans import code_of
from amparo.pages.workshop.parts.declaration import STYLES, asked_for, if_whole, of_records
from amparo.pages.workshop.parts.files import Files, careful_name, files_of, sheets_of
from amparo.pages.workshop.parts.links import to_plans


@dataclass(frozen=True)
class IndexView:
    """What `workshop/agendas.html` says."""

    agendas: list[AgendaText]
    """All agendas, the shortest first."""

    plans: list[Link]
    """The plans by group."""


@dataclass(frozen=True)
class View:
    """What `workshop/agenda.html` says."""

    agenda: AgendaText
    """What stands in it."""

    sheets: str
    """The way to its packs, up to where their names differ."""

    careful: str
    """The name of its careful PDF."""

    files: Files
    """Files beside pages."""

    plans: list[Link]
    """The plans by group."""

    planner: str
    """The way to the planner, which begins with this agenda."""


def index(context: Context) -> IndexView:
    """All agendas."""
    return IndexView(
        agendas=[agenda.text(context, a.id) for a in packs.in_order(context.words)],
        plans=to_plans(context),
    )


def view(context: Context) -> View:
    """One agenda."""
    id = context.page.key
    return View(
        agenda=agenda.text(context, id),
        sheets=sheets_of(context, f"agenda-{id}"),
        careful=careful_name(id),
        files=files_of(context),
        plans=to_plans(context),
        planner=f"{context.url('planner')}#{code_of(context.words, context.words.curriculum.agendas[id])}",
    )


INDEX = Kind("agendas", "workshop/agendas", index, "workshop/agendas/index.html", if_whole, styles=STYLES)

KIND = Kind(
    "agenda",
    "workshop/agenda",
    view,
    "workshop/agendas/{key}.html",
    of_records("agendas"),
    styles=STYLES,
    entries=asked_for("Agendas"),
)
