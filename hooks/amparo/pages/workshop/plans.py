"""Plans by group: all of them, and each with advice, cases and every agenda as it changes for the group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.model.curriculum.agenda import Plan
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import agenda, packs
from amparo.pages.workshop.parts.agenda import AgendaText
from amparo.pages.workshop.parts.changed import changed
from amparo.pages.workshop.parts.declaration import STYLES, asked_for, if_whole, of_records
from amparo.pages.workshop.parts.files import Files, files_of
from amparo.pages.workshop.parts.links import to_agendas, to_handout, to_plans
from amparo.text.voice import Said


@dataclass(frozen=True)
class IndexView:
    """What `workshop/plans.html` says."""

    plans: list[Link]
    """All plans, in their order."""

    agendas: list[Link]
    """All agendas, the shortest first."""


@dataclass(frozen=True)
class View:
    """What `workshop/plan.html` says."""

    id: str
    """Its id."""

    title: Said
    """Whom it is for."""

    advice: list[Said]
    """What to do otherwise."""

    cases: list[Link]
    """Invented cases that fit."""

    handouts: list[Link]
    """Handouts that help this group beside those of the sessions."""

    groups: list[Link]
    """Who helps such a group today."""

    agendas: list[AgendaText]
    """Every agenda with the sessions that the plan takes, the shortest first."""

    files: Files
    """Files beside pages."""


def index(context: Context) -> IndexView:
    """All plans."""
    return IndexView(plans=to_plans(context), agendas=to_agendas(context))


def view(context: Context) -> View:
    """One plan."""
    library, voice, words = context.library, context.voice, context.words
    plan = words.curriculum.plans[context.page.key]
    here = f"plans/{plan.id}#"
    return View(
        id=plan.id,
        title=words.say(here + "title", plan.title),
        advice=words.every(here + "advice", plan.advice),
        cases=list(_cases(context, plan)),
        handouts=[to_handout(context, h) for h in plan.handouts],
        groups=[
            Link(voice.term("group", library.term("group", code)), context.url("group", code))
            for code in plan.groups
            if library.directory.for_group(code)
        ],
        agendas=[agenda.text(context, a.id, changed(words, a.id, plan.id)) for a in packs.in_order(words)],
        files=files_of(context),
    )


def _cases(context: Context, plan: Plan) -> Iterator[Link]:
    """The cases of a plan, in the order of the sessions that hold them."""
    for s in context.words.curriculum.sessions.values():
        for exercise in s.exercises:
            for case in exercise.scenario_texts:
                if case.id in plan.cases and case.title:
                    where = f"sessions/{s.id}#exercises.{exercise.id}.scenario_texts.{case.id}.title"
                    title = context.words.say(where, case.title)
                    yield Link(title, f"{context.url('session', s.id)}#{exercise.id}")


INDEX = Kind("plans", "workshop/plans", index, "workshop/plans/index.html", if_whole, styles=STYLES)

KIND = Kind(
    "plan",
    "workshop/plan",
    view,
    "workshop/plans/{key}.html",
    of_records("plans"),
    styles=STYLES,
    entries=asked_for("Agendas"),
)
