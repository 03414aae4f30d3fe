"""The sessions of a plan of one's own, on the real clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from amparo.model.curriculum.agenda import clock_of
from amparo.model.curriculum.own_plan import OwnDay, OwnPlan
from amparo.model.curriculum.timetable import Row, rows
from amparo.pages.context import Context
from amparo.pages.workshop.parts import session
from amparo.pages.workshop.parts.agenda import ClockDay, ClockRow
from amparo.pages.workshop.parts.session import SessionText
from amparo.pages.workshop.parts.steps import Step


class Held(NamedTuple):
    """A session as it is held in this plan."""

    name: str
    """The name of its sheet."""

    text: SessionText
    """What it says; its steps stand on the real clock where it is held once."""

    times: list[str]
    """When it is held."""


def day_of(context: Context, day: OwnDay) -> ClockDay:
    """A day on the clock."""
    found = list(rows(day, context.words.curriculum.sessions))
    return ClockDay(
        label=day.label or "",
        start=day.start,
        end=clock_of(found[-1].ends),
        rows=[_row(context, row) for row in found],
        after=None,
    )


def _row(context: Context, row: Row) -> ClockRow:
    """A line of the clock."""
    item = row.item
    return ClockRow(
        start=clock_of(row.starts),
        end=clock_of(row.ends),
        minutes=row.ends - row.starts,
        pause=item.pause,
        title=context.words.session(item.session) if item.session else item.own,
        href=None,
        variant=item.variant,
        is_changed=False,
        is_for_women=False,
    )


def held_in(context: Context, plan: OwnPlan) -> Iterator[Held]:
    """Each session once for each variant in which it is held, in order, with its times."""
    sessions = context.words.curriculum.sessions
    times: dict[tuple[str, str], list[Row]] = {}
    for day in plan.days:
        for row in rows(day, sessions):
            if row.item.session:
                times.setdefault((row.item.session, row.item.variant), []).append(row)
    for (id, variant), found in times.items():
        text = session.text(context, id, [variant])
        if len(found) == 1:
            held = [replace(one, steps=_at(one.steps, found[0].starts)) for one in text.held]
            text = replace(text, held=held)
        clock = [f"{clock_of(row.starts)}–{clock_of(row.ends)}" for row in found]
        yield Held(f"{id}-{variant}", text, clock)


def _at(steps: list[Step], starts: int) -> list[Step]:
    """Steps on the real clock."""
    found = []
    for step in steps:
        found.append(replace(step, starts=clock_of(starts), ends=clock_of(starts + step.minutes)))
        starts += step.minutes
    return found


def once(held: list[Held]) -> list[Held]:
    """Sessions as participants keep them: the same for both variants."""
    return list({one.text.id: Held(f"keep-{one.text.id}", one.text, one.times) for one in held}.values())
