"""Agendas keep what the workshop promises: breaks, a check-in and an end each day, care before what is heavy,
an hour for women, calls that are short enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from amparo.checks.naming import known
from amparo.model.curriculum.agenda import Agenda, Day, Plan, Slot, WomenHour, minutes_of
from amparo.model.curriculum.session import Session
from amparo.model.curriculum.timetable import LONGEST, REST, rests
from amparo.model.curriculum.whole import Curriculum
from amparo.model.loading import Loaded
from amparo.source import Document, Problem

WOMEN = 60
"""Minutes that women have for themselves, at least."""

BEGIN = ("opening-agreements", "daily-circle")
"""Sessions that ask how people arrive."""

END = ("daily-circle", "next-steps-closing")
"""Sessions that close a day."""

CLOSING, FORM = "next-steps-closing", "h-evaluation-form"
"""The session that holds the evaluation, and the sheet that asks without names."""

MIXED = "any-defender"
"""The group of a plan for women and men."""

CARE, DEBRIEF = "collective-care", "facilitators-debrief"
"""The session that stands before a heavy one, and that of the team."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every agenda, and every plan that changes one."""
    found = loaded.curriculum
    for id, session in found.sessions.items():
        yield from _parts(session, loaded.document_of(id, "curriculum/sessions"))
    for id, agenda in found.agendas.items():
        document = loaded.document_of(id, "curriculum/agendas")
        for d, day in enumerate(agenda.days):
            yield from _breaks(found, document, d, day)
            yield from _ends(document, d, day)
        yield from _evaluation(document, agenda)
        yield from _calls(found, document, agenda)
        yield from (problem for _, problem in _care(found, document, agenda, {}))
    for id, plan in found.plans.items():
        yield from _plan(found, plan, loaded.document_of(id, "curriculum/plans"))


def _breaks(found: Curriculum, document: Document, d: int, day: Day) -> Iterator[Problem]:
    """Nobody sits longer than `LONGEST` minutes. A step in which people stand up counts."""
    since = minutes_of(day.start)
    for n, slot in enumerate(day.items):
        start = minutes_of(slot.start)
        for begins, ends in _rests(found, slot):
            if start + begins - since > LONGEST:
                yield _too_long(document, d, n, start + begins - since)
            since = start + ends
        if minutes_of(slot.end) - since > LONGEST:
            yield _too_long(document, d, n, minutes_of(slot.end) - since)
            since = minutes_of(slot.end)


def _too_long(document: Document, d: int, n: int, minutes: int) -> Problem:
    return document.problem(
        ("days", d, "items", n), f"{minutes} minutes without a break", f"a break after {LONGEST} at most"
    )


def _rests(found: Curriculum, slot: Slot) -> Iterator[tuple[int, int]]:
    """When people rest in a slot, in minutes from its beginning."""
    if slot.pause and slot.minutes >= REST:
        yield 0, slot.minutes
    session = found.sessions.get(slot.session or "")
    if session and slot.variant:
        yield from rests(session, slot.variant)


def _ends(document: Document, d: int, day: Day) -> Iterator[Problem]:
    """Each day and each call asks how people arrive, is closed, and is talked over by the team."""
    sessions = [(n, slot.session) for n, slot in enumerate(day.items) if slot.session]
    for (n, id), wanted, what in ((sessions[0], BEGIN, "begins"), (sessions[-1], END, "ends")):
        if id not in wanted:
            yield document.problem(
                ("days", d, "items", n, "session"),
                f"the day {what} with `{id}`",
                f"session: {' or '.join(wanted)}",
            )
    if not day.after_hours or day.after_hours.session != DEBRIEF:
        yield document.problem(
            ("days", d), "the team does not talk the day over", f"after_hours: the session `{DEBRIEF}`"
        )


def _evaluation(document: Document, agenda: Agenda) -> Iterator[Problem]:
    """Every agenda asks what it was worth."""
    if FORM not in agenda.hand_out_anyway and not any(s.session == CLOSING for s in agenda.days[-1].items):
        yield document.problem(
            ("hand_out_anyway",), "there is no evaluation", f"the session `{CLOSING}`, or `{FORM}` here"
        )


def _care(
    found: Curriculum, document: Document, agenda: Agenda, swaps: Mapping[str, str]
) -> Iterator[tuple[str, Problem]]:
    """Care stands before what is heavy. `swaps` are sessions that come instead of others; the session whose
    place is wrong comes with its problem."""
    cared = False
    for d, day in enumerate(agenda.days):
        for n, slot in enumerate(day.items):
            id = swaps.get(slot.session or "", slot.session or "")
            cared = cared or id == CARE
            if id in found.sessions and found.sessions[id].is_heavy and not cared:
                yield (
                    slot.session or "",
                    document.problem(
                        ("days", d, "items", n, "session"),
                        f"`{id}` is heavy, and nothing before it is about care",
                        f"the session `{CARE}` before it",
                    ),
                )


def _calls(found: Curriculum, document: Document, agenda: Agenda) -> Iterator[Problem]:
    """Calls hold a long session in the parts that it asks for, each in a call of its own."""
    held: dict[str, list[tuple[int, str]]] = {}
    for d, day in enumerate(agenda.days):
        for slot in day.items:
            if slot.session in found.sessions and slot.variant:
                held.setdefault(slot.session, []).append((d, slot.variant))
    for id, slots in held.items():
        parts = (
            [f"part-{n + 1}" for n in range(len(found.sessions[id].call_parts))] if agenda.by_calls else []
        )
        have = [variant for _, variant in slots]
        if parts and (have != parts or len({d for d, _ in slots}) < len(parts)):
            yield document.problem(
                ("days", slots[0][0]),
                f"`{id}` asks for {len(parts)} calls, and has {', '.join(have)}",
                f"a call each for {' and '.join(parts)}",
            )
        if not parts and any(variant.startswith("part") for variant in have):
            yield document.problem(
                ("days", slots[0][0]), f"`{id}` has no such part here", "variant: full or short"
            )


def _parts(session: Session, document: Document) -> Iterator[Problem]:
    """What a short version or a call takes from the full steps is there, and the minutes add up."""
    count = len(session.steps)
    for n, short in enumerate(session.short_version.steps if session.short_version else ()):
        if short.like > count:
            yield document.problem(
                ("short_version", "steps", n, "like"),
                f"{short.like}, but there are {count} steps",
                "1 or more",
            )
    for p, part in enumerate(session.call_parts):
        took = sum(step.minutes for step in part.steps)
        if took != part.minutes:
            yield document.problem(
                ("call_parts", p, "minutes"), f"{part.minutes}, but the steps take {took}", f"minutes: {took}"
            )
        for n, step in enumerate(part.steps):
            if step.step > count:
                yield document.problem(
                    ("call_parts", p, "steps", n, "step"),
                    f"{step.step}, but there are {count} steps",
                    "1 or more",
                )


def _plan(found: Curriculum, plan: Plan, document: Document) -> Iterator[Problem]:
    """What a plan changes keeps the promises too; one with an hour for women has it in every agenda."""
    for id, agenda in found.agendas.items():
        swaps = {swap.replace: swap.by for swap in plan.swaps if swap.agenda == id}
        for replaced, problem in _care(found, document, agenda, swaps) if swaps else ():
            n = next((n for n, swap in enumerate(plan.swaps) if swap.replace in (replaced, CARE)), 0)
            yield document.problem(("swaps", n), problem.found, problem.right)
    if not plan.women_only and MIXED not in plan.groups:
        return
    for n, hour in enumerate(plan.women_only):
        yield from known(document, ("women_only", n, "agenda"), hour.agenda, found.agendas, "agenda")
        yield from _hour(found, document, n, hour)
    for id in found.agendas.keys() - {hour.agenda for hour in plan.women_only}:
        yield document.problem(
            ("women_only",), f"women have no hour for themselves in `{id}`", f"- agenda: {id}"
        )


def _hour(found: Curriculum, document: Document, n: int, hour: WomenHour) -> Iterator[Problem]:
    """The session that women hold alone is one of the first day, and long enough."""
    agenda = found.agendas.get(hour.agenda)
    if not agenda or not hour.session:
        return
    slots = [slot for slot in agenda.days[0].items if slot.session == hour.session]
    if not slots or slots[0].minutes < WOMEN:
        yield document.problem(
            ("women_only", n, "session"),
            f"`{hour.session}` is not an hour of the first day",
            f"a session of {WOMEN} minutes, or no session",
        )
