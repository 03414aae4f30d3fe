"""An agenda: sessions and breaks on a clock, and plans that fit it to a group."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from amparo.model.base import CodeOf, Prose, Record, Slug, Whole
from amparo.model.curriculum.step import Minutes

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day, `09:25`."""


def minutes_of(clock: str) -> int:
    """Minutes since midnight."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def clock_of(minutes: int) -> str:
    """The time of day so many minutes after midnight."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


class Slot(Record):
    """A session or a break on the clock."""

    start: Clock
    """When it begins."""

    end: Clock
    """When it ends."""

    minutes: Minutes
    """How long it takes."""

    session: Slug | None = None
    """The session, or missing for a break."""

    variant: Literal["full", "short", "part-1", "part-2"] | None = None
    """Whether the session is held whole, in its short version, or the part of it that one call holds."""

    pause: Annotated[str, Prose(40)] | None = None
    """What the break is for; missing for a session."""

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Slot:
        if bool(self.session) == bool(self.pause) or bool(self.session) != bool(self.variant):
            raise ValueError(
                "session: a slot is a session with its variant, or a pause",
                "session: daily-circle, variant: full",
            )
        return self


class AfterHours(Record):
    """What the team does when participants have left."""

    session: Slug
    """The session."""

    minutes: Minutes
    """How long it takes."""


class Day(Record):
    """A day or a call."""

    label: Annotated[str, Prose(80)]
    """What it is called."""

    start: Clock
    """When it begins."""

    end: Clock
    """When it ends."""

    items: tuple[Slot, ...] = Field(min_length=1)
    """What happens, without gaps."""

    after_hours: AfterHours | None = None
    """For the team only."""


class Swap(Record):
    """What to change when the group needs something else."""

    reason: Annotated[str, Prose(80)]
    """When to do it."""

    replace: Slug
    """The session that goes."""

    by: Slug | None = None
    """The session that comes; missing: nothing."""

    minutes_left: Annotated[Whole, Field(ge=0, le=120)]
    """Minutes that become free."""

    use_for: Annotated[str, Prose(80)] | None = None
    """What the free minutes are for."""


class Agenda(Record):
    """One agenda, one file. Its minutes add up and its clock has no gaps."""

    id: Slug
    """Equals the file's name."""

    title: Annotated[str, Prose(80)]
    """Its title."""

    audience: Annotated[str, Prose(100)]
    """Whom it is for."""

    net_minutes: Minutes | Annotated[Whole, Field(ge=1, le=3000)]
    """Minutes of all sessions, without breaks."""

    order: Whole
    """Place among the agendas: the shortest first."""

    by_calls: bool = False
    """True where people meet in calls: sessions that are too long for one are held in parts."""

    days: tuple[Day, ...] = Field(min_length=1)
    """Days or calls."""

    leave_with: tuple[Annotated[str, Prose(60)], ...] = Field(min_length=1)
    """What participants take home."""

    hand_out_anyway: tuple[Slug, ...] = ()
    """Handouts of sessions that do not fit in."""

    not_possible_in_this_time: Annotated[str, Prose(120)] | None = None
    """What must wait."""

    after_hours: AfterHours | None = None
    """For the team only, after the last day."""

    swaps: tuple[Swap, ...] = ()
    """What to change when the group needs something else."""


class PlanSwap(Record):
    """A session that a plan takes instead of another, in the same minutes."""

    agenda: Slug
    """In which agenda."""

    replace: Slug
    """The session that goes."""

    by: Slug
    """The session that comes."""


class WomenHour(Record):
    """The hour in an agenda that women have for themselves."""

    agenda: Slug
    """In which agenda."""

    session: Slug | None = None
    """The session of the first day that they hold alone. Missing: they meet an hour before the others."""


class Plan(Record):
    """How to use the agendas with one kind of group, one file."""

    id: Slug
    """Equals the file's name."""

    title: Annotated[str, Prose(60)]
    """Whom it is for."""

    order: Whole
    """Place among the plans."""

    groups: tuple[Annotated[str, CodeOf("group")], ...] = Field(min_length=1)
    """Groups of this site."""

    advice: tuple[Annotated[str, Prose(220)], ...] = Field(min_length=1)
    """What to do otherwise."""

    cases: tuple[Slug, ...] = Field(min_length=1)
    """Invented cases that fit, by their ids."""

    handouts: tuple[Slug, ...] = ()
    """Handouts that help this group beside those of the sessions."""

    swaps: tuple[PlanSwap, ...] = ()
    """Sessions to change."""

    women_only: tuple[WomenHour, ...] = ()
    """For mixed groups: the hour that women have for themselves, in each agenda."""
