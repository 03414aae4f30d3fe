"""The sessions of a plan of one's own, on the real clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from amparo.model.curriculum.agenda import clock_of
from amparo.model.curriculum.own_plan import Item, OwnDay, OwnPlan
from amparo.model.curriculum.session import Session
from amparo.model.curriculum.timetable import Row, rows
from amparo.pages.context import Context
from amparo.pages.workshop.parts import session
from amparo.pages.workshop.parts.agenda import ClockDay, ClockRow
from amparo.pages.workshop.parts.session import SessionText
from amparo.pages.workshop.parts.steps import Held as Steps
from amparo.pages.workshop.parts.steps import Step
from amparo.text.voice import Said

CALLS = "calls"
"""The way of a session that is held in parts, each in a call."""


class Held(NamedTuple):
    """A session as it is held in this plan."""

    name: str
    """The name of its sheet."""

    text: SessionText
    """What it says; its steps stand on the real clock where it is held once."""

    times: list[str]
    """When it is held."""


def day_of(context: Context, day: OwnDay, numbers: Mapping[str, int] | None = None) -> ClockDay:
    """A day on the clock. `numbers` stand for the titles of sessions, where titles would tell too much."""
    found = list(rows(day, context.words.curriculum.sessions))
    return ClockDay(
        label=day.label or "",
        start=day.start,
        end=clock_of(found[-1].ends),
        rows=[_row(context, row, numbers) for row in found],
        after=None,
    )


def numbers_of(plan: OwnPlan) -> dict[str, int]:
    """The sessions of a plan by number, in the order in which they are first held."""
    ids = dict.fromkeys(item.session for _, _, item in plan.items if item.session)
    return {id: n for n, id in enumerate(ids, 1)}


def _row(context: Context, row: Row, numbers: Mapping[str, int] | None) -> ClockRow:
    """A line of the clock."""
    item = row.item
    return ClockRow(
        start=clock_of(row.starts),
        end=clock_of(row.ends),
        minutes=row.ends - row.starts,
        pause=item.pause,
        title=_title(context, item, numbers),
        href=None,
        variant="" if numbers else item.variant,
        is_changed=False,
        is_for_women=False,
    )


def _title(context: Context, item: Item, numbers: Mapping[str, int] | None) -> Said | None:
    """What is held."""
    if not item.session:
        return item.own
    return str(numbers[item.session]) if numbers else context.words.session(item.session)


def held_in(context: Context, plan: OwnPlan) -> Iterator[Held]:
    """Each session once for each way in which it is held, in order, with its times. The parts that calls hold
    are on one sheet."""
    sessions = context.words.curriculum.sessions
    times: dict[tuple[str, str], list[Row]] = {}
    for day in plan.days:
        for row in rows(day, sessions):
            if row.item.session:
                way = CALLS if row.item.variant.startswith("part") else row.item.variant
                times.setdefault((row.item.session, way), []).append(row)
    for (id, way), found in times.items():
        text = session.text(context, id, ways(sessions[id])[way])
        held = [_on_the_clock(one, found) for one in text.held]
        clock = [f"{clock_of(row.starts)}–{clock_of(row.ends)}" for row in found]
        yield Held(f"{id}-{way}", replace(text, held=held), clock)


def ways(s: Session) -> dict[str, list[str]]:
    """The ways in which a session can be held, each with the variants that its sheet has."""
    found = {"full": ["full"]}
    if s.short_version:
        found["short"] = ["short"]
    if s.call_parts:
        found[CALLS] = [f"part-{n}" for n, _ in enumerate(s.call_parts, 1)]
    return found


def _on_the_clock(held: Steps, found: list[Row]) -> Steps:
    """Steps on the real clock, where they are held once."""
    mine = [row for row in found if row.item.variant == held.variant]
    return replace(held, steps=_at(held.steps, mine[0].starts)) if len(mine) == 1 else held


def _at(steps: list[Step], starts: int) -> list[Step]:
    """Steps on the real clock."""
    found = []
    for step in steps:
        found.append(replace(step, starts=clock_of(starts), ends=clock_of(starts + step.minutes)))
        starts += step.minutes
    return found


def once(held: list[Held]) -> list[Held]:
    """Sessions as participants keep them: the same for both variants."""
    return list({one.text.id: one for one in held}.values())
