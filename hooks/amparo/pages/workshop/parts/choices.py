"""What there is to choose from in the planner: sessions, agendas, places, groups, papers, things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.workshop.parts.needs import NeedText
from amparo.text.voice import Said


@dataclass(frozen=True)
class Choice:
    """A session to choose."""

    id: str
    """Its id, as the names of its sheets have it."""

    title: Said
    """Its title."""

    href: str
    """The way to its page."""

    minutes: int
    """Minutes of the whole."""

    short_minutes: int | None
    """Minutes of the short version; None without one."""

    rests: str
    """When people stand up or rest in it, as the script reads it: `60:65` is from minute 60 to 65."""

    part_minutes: str
    """Minutes of the parts that calls hold, with spaces between."""

    least: int
    """Fewest people."""

    most: int
    """Most people."""

    needs: list[NeedText]
    """What earlier sessions must have made."""

    supplies: str
    """What it takes, as the script reads it: `cards:3:1` is three cards for each person."""

    handouts: str
    """Ids of its handouts, with spaces between."""


class Ready(NamedTuple):
    """An agenda to begin with."""

    title: Said
    """Its title."""

    code: str
    """The plan as it stands in an address."""


class Place(NamedTuple):
    """A country or region to choose."""

    code: str
    """Its code."""

    name: Said
    """Its name."""

    region: str
    """The region whose official ways are compared for it."""


class Group(NamedTuple):
    """A kind of group to choose."""

    id: str
    """Id of its plan."""

    title: Said
    """Its title."""

    handouts: str
    """Handouts that help it, with spaces between."""


class Paper(NamedTuple):
    """A handout as the script counts it."""

    id: str
    """Its id."""

    title: Said
    """Its title."""

    each: int
    """For how many people a copy is; 0: for each facilitator."""

    is_for_team: bool
    """Whether it belongs to no session and serves the team."""

    is_careful: bool
    """Whether nothing on it says what it is about."""

    is_pictured: bool
    """Whether it has an edition in pictures."""


class Bring(NamedTuple):
    """A thing of the shopping list."""

    id: str
    """Its id."""

    name: Said
    """What it is."""

    kept: bool
    """Whether it is used again in the next session."""
