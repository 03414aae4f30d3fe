"""An agenda: what its page and its packs say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.curriculum.agenda import AfterHours, Day, Slot, Swap
from amparo.pages.context import Context
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import packs
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


class TeamTime(NamedTuple):
    """What the team does when participants have left."""

    title: Said
    """The session."""

    minutes: int
    """How long it takes."""


@dataclass(frozen=True)
class ClockRow:
    """A session or a break on the clock."""

    start: str
    """Time of day, `09:25`."""

    end: str
    """Time of day."""

    minutes: int
    """How long it takes."""

    pause: Said | None
    """What the break is for; None for a session."""

    title: Said | None
    """The session; None for a break."""

    href: str | None
    """The way to the session; None for a break."""

    is_short: bool
    """Whether the session is held in its short version."""

    is_changed: bool
    """Whether a plan took this session instead of another."""


@dataclass(frozen=True)
class ClockDay:
    """A day or a call on the clock."""

    label: Said
    """What it is called."""

    start: str
    """Time of day, `09:00`."""

    end: str
    """Time of day."""

    rows: list[ClockRow]
    """What happens, without gaps."""

    after: TeamTime | None
    """For the team only."""


@dataclass(frozen=True)
class Change:
    """What to change when the group needs something else."""

    reason: Said
    """When to do it."""

    old: Said
    """The session that goes."""

    new: Said | None
    """The session that comes; None: nothing."""

    minutes_left: int
    """Minutes that become free."""

    use_for: Said | None
    """What the free minutes are for."""


@dataclass(frozen=True)
class AgendaText:
    """Everything that an agenda's page or pack may say."""

    id: str
    """Its id."""

    href: str
    """The way to its page."""

    title: Said
    """Its title."""

    audience: Said
    """Whom it is for."""

    net: int
    """Minutes of all sessions, without breaks."""

    part: int
    """Which of its parts this is, from 1; 0: all."""

    parts: list[Said]
    """The day of each of its parts, by the parts' order: a day may have several."""

    days: list[ClockDay]
    """Days or calls of this part."""

    leave_with: list[Said]
    """What participants take home."""

    anyway: list[Link]
    """Handouts of sessions that do not fit in."""

    not_possible: Said | None
    """What must wait."""

    after: TeamTime | None
    """For the team only, after the last day."""

    changes: list[Change]
    """What to change when the group needs something else."""

    materials: list[Said]
    """What to bring for this part, each thing once."""

    handout_pages: int
    """Sides of paper that each person gets in this part."""


def text(context: Context, id: str, swaps: Mapping[str, str] | None = None, part: int = 0) -> AgendaText:
    """What an agenda says. `swaps` are sessions that a plan takes instead, by those that go; `part` is one of
    its parts, 0 all."""
    words = context.words
    a, here, say = words.curriculum.agendas[id], f"agendas/{id}#", words.say
    days = (packs.parts(a)[part - 1].day,) if part else a.days
    return AgendaText(
        id=id,
        href=context.url("agenda", id),
        title=say(here + "title", a.title),
        audience=say(here + "audience", a.audience),
        net=a.net_minutes,
        part=part,
        parts=[say(here + "days.label", one.day.label) for one in packs.parts(a)],
        days=[_day(context, here, day, swaps or {}) for day in days],
        leave_with=words.every(here + "leave_with", a.leave_with),
        anyway=[Link(words.handout(h), context.url("handout", h)) for h in a.hand_out_anyway],
        not_possible=say(here + "not_possible_in_this_time", a.not_possible_in_this_time),
        after=_after(words, a.after_hours),
        changes=[_change(words, here, swap) for swap in a.swaps],
        materials=packs.materials(words, a, part),
        handout_pages=sum(words.curriculum.handouts[h].pages for h in packs.handouts(words, a, part)),
    )


def _day(context: Context, here: str, day: Day, swaps: Mapping[str, str]) -> ClockDay:
    """One day on the clock."""
    return ClockDay(
        label=context.words.say(here + "days.label", day.label),
        start=day.start,
        end=day.end,
        rows=[_row(context, here, slot, swaps) for slot in day.items],
        after=_after(context.words, day.after_hours),
    )


def _row(context: Context, here: str, slot: Slot, swaps: Mapping[str, str]) -> ClockRow:
    """One line of the clock."""
    session = swaps.get(slot.session, slot.session) if slot.session else None
    return ClockRow(
        start=slot.start,
        end=slot.end,
        minutes=slot.minutes,
        pause=context.words.say(here + "days.items.pause", slot.pause),
        title=context.words.session(session) if session else None,
        href=context.url("session", session) if session else None,
        is_short=slot.variant == "short",
        is_changed=session != slot.session,
    )


def _after(words: Words, after: AfterHours | None) -> TeamTime | None:
    """What the team does afterwards, where it does something."""
    return TeamTime(words.session(after.session), after.minutes) if after else None


def _change(words: Words, here: str, swap: Swap) -> Change:
    """A change that a facilitator may make."""
    return Change(
        reason=words.say(here + "swaps.reason", swap.reason),
        old=words.session(swap.replace),
        new=words.session(swap.by) if swap.by else None,
        minutes_left=swap.minutes_left,
        use_for=words.say(here + "swaps.use_for", swap.use_for),
    )
