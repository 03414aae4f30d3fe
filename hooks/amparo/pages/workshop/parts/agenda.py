"""An agenda: what its page and its packs say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.curriculum.agenda import AfterHours, Day, Slot, Swap, clock_of, minutes_of
from amparo.model.curriculum.exercise import Copies
from amparo.pages.context import Context
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import packs
from amparo.pages.workshop.parts.changed import Changed
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said

AS_IT_STANDS = Changed()
"""An agenda without a plan."""

HOUR = 60
"""Minutes that women have before the others come."""


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
    """The session; None for a break, and for an hour of women without one."""

    href: str | None
    """The way to the session; None for a break."""

    variant: str
    """How the session is held: see `Slot.variant`."""

    is_changed: bool
    """Whether a plan took this session instead of another."""

    is_for_women: bool
    """Whether women are by themselves: in a session, or where there is none an hour before the others."""


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

    sheets: str | None
    """Beginning of the names of the sheets of the session that comes; None: nothing comes."""

    has_cut: bool
    """Whether this copy has a sheet to cut for the session that comes."""

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

    group: Said | None
    """The group whose plan changed it; None without a plan."""

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

    shared: list[tuple[Said, Copies]]
    """What is cut, or made once for a group, with its copies: see `Copies`."""

    materials: list[Said]
    """What to bring for this part, each thing once."""

    handout_pages: int
    """Sides of paper that each person gets in this part."""


def text(context: Context, id: str, change: Changed = AS_IT_STANDS, part: int = 0) -> AgendaText:
    """What an agenda says, as a plan changes it; `part` is one of its parts, 0 all."""
    words, swaps = context.words, change.sessions
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
        group=say(f"plans/{change.plan}#title", words.curriculum.plans[change.plan].title)
        if change.plan
        else None,
        days=[_day(context, here, day, change, is_first=day == a.days[0]) for day in days],
        leave_with=words.every(here + "leave_with", a.leave_with),
        anyway=[Link(words.handout(h), context.url("handout", h)) for h in a.hand_out_anyway],
        not_possible=say(here + "not_possible_in_this_time", a.not_possible_in_this_time),
        after=_after(words, a.after_hours),
        changes=[_change(context, here, swap) for swap in a.swaps],
        shared=packs.shared(words, a, part, swaps),
        materials=packs.materials(words, a, part, swaps),
        handout_pages=sum(
            found.pages
            for h in packs.handouts(words, a, part, swaps)
            if (found := words.curriculum.handouts[h]).copies == "person" and not found.for_facilitators
        ),
    )


def _day(context: Context, here: str, day: Day, change: Changed, is_first: bool) -> ClockDay:
    """One day on the clock. On the first one of a mixed group women have an hour for themselves."""
    rows = [_row(context, here, slot, change, is_first) for slot in day.items]
    start = day.start
    if is_first and change.is_women_first:
        start = clock_of(minutes_of(start) - HOUR)
        rows.insert(0, ClockRow(start, day.start, HOUR, None, None, None, "full", False, True))
    return ClockDay(
        label=context.words.say(here + "days.label", day.label),
        start=start,
        end=day.end,
        rows=rows,
        after=_after(context.words, day.after_hours),
    )


def _row(context: Context, here: str, slot: Slot, change: Changed, is_first: bool) -> ClockRow:
    """One line of the clock."""
    session = change.sessions.get(slot.session, slot.session) if slot.session else None
    return ClockRow(
        start=slot.start,
        end=slot.end,
        minutes=slot.minutes,
        pause=context.words.say(here + "days.items.pause", slot.pause),
        title=context.words.session(session) if session else None,
        href=context.url("session", session) if session else None,
        variant=slot.variant or "full",
        is_changed=session != slot.session,
        is_for_women=is_first and bool(slot.session) and slot.session == change.women,
    )


def _after(words: Words, after: AfterHours | None) -> TeamTime | None:
    """What the team does afterwards, where it does something."""
    return TeamTime(words.session(after.session), after.minutes) if after else None


def _change(context: Context, here: str, swap: Swap) -> Change:
    """A change that a facilitator may make."""
    words, site = context.words, context.site
    return Change(
        sheets=f"session-{swap.by}" if swap.by else None,
        has_cut=f"session-{swap.by}-cut" in site.sheets.on_pages and site.settings.alone is None,
        reason=words.say(here + "swaps.reason", swap.reason),
        old=words.session(swap.replace),
        new=words.session(swap.by) if swap.by else None,
        minutes_left=swap.minutes_left,
        use_for=words.say(here + "swaps.use_for", swap.use_for),
    )
