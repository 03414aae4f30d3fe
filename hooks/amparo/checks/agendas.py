"""Agendas and plans can be held as they are printed: minutes add up, clocks have no gaps, sessions exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.checks.naming import known
from amparo.model.curriculum.agenda import Agenda, Day, Plan, PlanSwap, Slot, Swap, minutes_of
from amparo.model.curriculum.whole import Curriculum
from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every agenda and every plan."""
    found = loaded.curriculum
    for id, agenda in found.agendas.items():
        yield from _agenda(found, agenda, loaded.document_of(id, "curriculum/agendas"))
    for id, plan in found.plans.items():
        yield from _plan(found, plan, loaded.document_of(id, "curriculum/plans"))


def _agenda(found: Curriculum, agenda: Agenda, document: Document) -> Iterator[Problem]:
    """One agenda: its clock, its minutes and its sessions."""
    net = 0
    for d, day in enumerate(agenda.days):
        yield from _clock(document, d, day)
        for n, slot in enumerate(day.items):
            if not slot.session:
                continue
            here = ("days", d, "items", n)
            net += slot.minutes
            yield from _slot(found, document, here, slot, slot.session)
    if net != agenda.net_minutes:
        yield document.problem(
            ("net_minutes",), f"{agenda.net_minutes}, but the sessions take {net}", f"net_minutes: {net}"
        )
    for n, handout in enumerate(agenda.hand_out_anyway):
        yield from known(document, ("hand_out_anyway", n), handout, found.handouts, "handout")
    for n, swap in enumerate(agenda.swaps):
        yield from _swap(found, document, n, swap)


def _slot(found: Curriculum, document: Document, here: Path, slot: Slot, id: str) -> Iterator[Problem]:
    """A session takes the minutes that it has on the clock."""
    yield from known(document, (*here, "session"), id, found.sessions, "session")
    session = found.sessions.get(id)
    if session is None:
        return
    wanted = session.duration_minutes
    if slot.variant == "short":
        if session.short_version is None:
            yield document.problem((*here, "variant"), f"`{id}` has no short version", "variant: full")
            return
        wanted = session.short_version.minutes
    elif slot.variant and slot.variant != "full":
        number = int(slot.variant.removeprefix("part-"))
        if number > len(session.call_parts):
            yield document.problem((*here, "variant"), f"`{id}` has no part {number}", "variant: full")
            return
        wanted = session.call_parts[number - 1].minutes
    if slot.minutes != wanted:
        yield document.problem(
            (*here, "minutes"), f"{slot.minutes}, but the session takes {wanted}", f"minutes: {wanted}"
        )


def _swap(found: Curriculum, document: Document, n: int, swap: Swap) -> Iterator[Problem]:
    """Sessions that an agenda changes exist, and the minutes that become free are right."""
    for field in ("replace", "by"):
        if getattr(swap, field):
            yield from known(document, ("swaps", n, field), getattr(swap, field), found.sessions, "session")
    old, new = found.sessions.get(swap.replace), found.sessions.get(swap.by or "")
    left = (
        old.duration_minutes - (new.duration_minutes if new else 0)
        if old and (new or not swap.by)
        else swap.minutes_left
    )
    if left != swap.minutes_left:
        yield document.problem(
            ("swaps", n, "minutes_left"),
            f"{swap.minutes_left}, but {left} minutes become free",
            f"minutes_left: {left}",
        )


def _clock(document: Document, d: int, day: Day) -> Iterator[Problem]:
    """A day's clock has no gaps, and each slot takes its minutes."""
    now = day.start
    for n, slot in enumerate(day.items):
        if slot.start != now:
            yield document.problem(
                ("days", d, "items", n, "start"),
                f"{slot.start}, but the slot before ends at {now}",
                f'start: "{now}"',
            )
        took = minutes_of(slot.end) - minutes_of(slot.start)
        if took != slot.minutes:
            yield document.problem(
                ("days", d, "items", n, "minutes"),
                f"{slot.minutes}, but the clock says {took}",
                f"minutes: {took}",
            )
        now = slot.end
    if now != day.end:
        yield document.problem(
            ("days", d, "end"), f"{day.end}, but the last slot ends at {now}", f'end: "{now}"'
        )


def _plan(found: Curriculum, plan: Plan, document: Document) -> Iterator[Problem]:
    """A plan names cases, handouts, agendas and sessions that exist."""
    exercises = [exercise for session in found.sessions.values() for exercise in session.exercises]
    cases = {case.id for exercise in exercises for case in exercise.scenario_texts if case.id}
    for n, case in enumerate(plan.cases):
        yield from known(document, ("cases", n), case, cases, "case")
    for n, handout in enumerate(plan.handouts):
        yield from known(document, ("handouts", n), handout, found.handouts, "handout")
    for n, swap in enumerate(plan.swaps):
        yield from known(document, ("swaps", n, "agenda"), swap.agenda, found.agendas, "agenda")
        yield from _fits(found, document, n, swap)


def _fits(found: Curriculum, document: Document, n: int, swap: PlanSwap) -> Iterator[Problem]:
    """A plan's swap takes the same minutes, so that the clock stays."""
    for field in ("replace", "by"):
        yield from known(document, ("swaps", n, field), getattr(swap, field), found.sessions, "session")
    agenda, new = found.agendas.get(swap.agenda), found.sessions.get(swap.by)
    slots = (
        [slot for day in agenda.days for slot in day.items if slot.session == swap.replace] if agenda else []
    )
    if agenda and not slots:
        yield document.problem(
            ("swaps", n, "replace"),
            f"`{swap.replace}` is not in the agenda `{swap.agenda}`",
            "a session of that agenda",
        )
    if new and slots and slots[0].minutes != new.duration_minutes:
        yield document.problem(
            ("swaps", n, "by"),
            f"`{swap.by}` takes {new.duration_minutes} minutes, the slot has {slots[0].minutes}",
            "a session of the same length",
        )
