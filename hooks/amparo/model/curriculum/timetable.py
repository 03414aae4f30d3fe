"""A plan of one's own on the clock, and what to look at before it is held. The planner says the same in the
browser (`theme/assets/planner.js`); a test compares the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from amparo.model.curriculum.agenda import minutes_of
from amparo.model.curriculum.demand import Need
from amparo.model.curriculum.held import unmet
from amparo.model.curriculum.own_plan import Item, OwnDay, OwnPlan
from amparo.model.curriculum.session import Session

LONGEST = 100
"""Minutes that people sit without a break, at most."""

REST = 5
"""Minutes that make a break, at least."""

CALL = 90
"""Minutes of a call, at most."""

EVENING = "20:00"
"""A day that ends later gets a word of warning."""

Sessions = Mapping[str, Session]


class Row(NamedTuple):
    """An item on the clock."""

    item: Item
    """What happens."""

    starts: int
    """When it begins, in minutes since midnight."""

    ends: int
    """When it ends."""


class Note(NamedTuple):
    """Something to look at before the plan is held."""

    kind: Literal["need", "pause", "late", "size", "parts", "whole", "call"]
    """What it is about: something that was not made before; people who sit too long; a late end; the number
    of people; a session whose parts are not held one after the other, each in a call; one that asks for
    several calls; a call that is too long."""

    day: int
    """In which day, from 0."""

    session: str | None = None
    """Which session; None: the day."""

    need: Need | None = None
    """What was not made before."""


def minutes(item: Item, sessions: Sessions) -> int:
    """How long an item takes."""
    if not item.session:
        return item.minutes or 0
    session = sessions[item.session]
    if item.variant.startswith("part"):
        return session.call_parts[int(item.variant[-1]) - 1].minutes
    short = session.short_version if item.variant == "short" else None
    return short.minutes if short else session.duration_minutes


def rests(session: Session, variant: str) -> Iterator[tuple[int, int]]:
    """When people stand up or rest in a session, in minutes from its beginning: only its whole version has
    steps for that."""
    now = 0
    for step in session.steps if variant == "full" else ():
        if step.is_rest and step.minutes >= REST:
            yield now, now + step.minutes
        now += step.minutes


def rows(day: OwnDay, sessions: Sessions) -> Iterator[Row]:
    """A day on the clock, without gaps."""
    now = minutes_of(day.start)
    for item in day.items:
        end = now + minutes(item, sessions)
        yield Row(item, now, end)
        now = end


def notes(plan: OwnPlan, sessions: Sessions) -> list[Note]:
    """What to look at, in the order of the days."""
    held = [(d, item.session) for d, _, item in plan.items if item.session]
    found = [
        Note("need", held[lack.at][0], lack.session, lack.need)
        for lack in unmet([id for _, id in held], sessions)
    ]
    for d, id in dict.fromkeys(held):
        size = sessions[id].group_size
        # The team holds some sessions among itself.
        if size.min > plan.people or (size.max < plan.people and size.max > plan.team * 4):
            found.append(Note("size", d, id))
    found += _in_parts(plan, sessions)
    for d, day in enumerate(plan.days):
        found += _of_day(d, list(rows(day, sessions)), plan.calls, sessions)
    return sorted(found, key=lambda note: note.day)


def _in_parts(plan: OwnPlan, sessions: Sessions) -> Iterator[Note]:
    """Whether sessions that are too long for a call are held in their parts, each in a call of its own."""
    held: dict[str, list[tuple[int, str]]] = {}
    for d, _, item in plan.items:
        if item.session and sessions[item.session].call_parts:
            held.setdefault(item.session, []).append((d, item.variant))
    for id, slots in held.items():
        parts = [(d, variant) for d, variant in slots if variant.startswith("part")]
        wanted = [f"part-{n}" for n, _ in enumerate(sessions[id].call_parts, 1)]
        days = {d for d, _ in parts}
        if parts and ([variant for _, variant in parts] != wanted or len(days) < len(wanted)):
            yield Note("parts", parts[0][0], id)
        whole = next((d for d, variant in slots if variant == "full"), None)
        if plan.calls and whole is not None:
            yield Note("whole", whole, id)


def _stretches(row: Row, since: int, breaks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each time without a break in a row of the clock: its end, and when the last break before it ended."""
    for begins, ends in breaks:
        yield row.starts + begins, since
        since = row.starts + ends
    yield row.ends, since


def _of_day(d: int, day: list[Row], is_call: bool, sessions: Sessions) -> Iterator[Note]:
    """Whether people sit too long, and whether it gets late."""
    since = day[0].starts
    for row in day:
        breaks = [(0, row.ends - row.starts)] if row.item.pause and row.ends - row.starts >= REST else []
        if row.item.session:
            breaks = list(rests(sessions[row.item.session], row.item.variant))
        longest = max(at - before for at, before in _stretches(row, since, breaks))
        if longest > LONGEST:
            yield Note("pause", d, row.item.session)
        since = row.starts + breaks[-1][1] if breaks else row.ends if longest > LONGEST else since
    if is_call and day[-1].ends - day[0].starts > CALL:
        yield Note("call", d)
    if day[-1].ends > minutes_of(EVENING):
        yield Note("late", d)
