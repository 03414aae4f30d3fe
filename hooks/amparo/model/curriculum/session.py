"""A session of the workshop: what to prepare, its steps with minutes, and what helps when it goes
otherwise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amparo.model.base import CodeOf, Line, Prose, Record, Slug, Whole
from amparo.model.curriculum.demand import Need, Supply
from amparo.model.curriculum.exercise import Exercise
from amparo.model.curriculum.picture import Picture
from amparo.model.curriculum.step import CallPart, Minutes, SessionStep, ShortVersion


class GroupSize(Record):
    """How many people a session is made for."""

    min: Annotated[Whole, Field(ge=1, le=100)]
    """Fewest people."""

    ideal: Annotated[Whole, Field(ge=1, le=100)]
    """Best number."""

    max: Annotated[Whole, Field(ge=1, le=100)]
    """Most people."""

    sub_groups: Annotated[str, Prose(60)]
    """How they work: in pairs, in threes …"""


class Point(Record):
    """A key point, or a note for the facilitator."""

    title: Annotated[str, Prose(90)] | None = None
    """A few words before the text."""

    text: Annotated[str, Prose(400)]
    """The point."""

    sources: tuple[Slug, ...] = ()
    """Where it comes from: ids of data/curriculum/readings.yml. Empty: our own."""

    confidence: Annotated[str, CodeOf("confidence")] | None = None
    """How sure we are; missing: as sure as its sources."""


class Adaptation(Record):
    """How to hold a session under other conditions."""

    online: Annotated[str, Prose(300)]
    """By calls."""

    low_literacy: Annotated[str, Prose(220)]
    """With people who read little."""

    mixed_languages: Annotated[str, Prose(200)]
    """In several languages."""

    short_time: Annotated[str, Prose(220)]
    """In less time."""

    high_surveillance: Annotated[str, Prose(160)] | None = None
    """Where the group is watched."""

    individuals_without_group: Annotated[str, Prose(220)] | None = None
    """With people who have no group."""


class Filter(Record):
    """A ready list of helpers that belongs to a session."""

    label: Annotated[str, Prose(60)]
    """What the list is."""

    services: tuple[Annotated[str, CodeOf("service")], ...] = ()
    """Kinds of help."""

    groups: tuple[Annotated[str, CodeOf("group")], ...] = ()
    """Whom it is for."""

    kinds: tuple[Annotated[str, CodeOf("org-kind")], ...] = ()
    """Kinds of body."""


class Links(Record):
    """Where a session leads on this site."""

    services: tuple[Annotated[str, CodeOf("service")], ...] = ()
    """Kinds of help it speaks about."""

    groups: tuple[Annotated[str, CodeOf("group")], ...] = ()
    """Groups it is for."""

    mechanisms: tuple[Slug, ...] = ()
    """Mechanisms it speaks about."""

    national_mechanisms: bool = False
    """True when it also speaks about the country's own mechanism, where one exists."""

    organisation_filters: tuple[Filter, ...] = ()
    """Ready lists of helpers."""


class Piece(Record):
    """A piece of the session's origin, and where it stands in ours."""

    piece: Line
    """What it is."""

    where: tuple[Line, ...] = Field(min_length=1)
    """Where it stands."""


class Session(Record):
    """One session, one file. Minutes of the steps add up to `duration_minutes`."""

    id: Slug
    """Equals the file's name."""

    number: Annotated[Whole, Field(ge=1, le=99)]
    """Its place in the curriculum."""

    title: Annotated[str, Prose(80)]
    """Its title."""

    subtitle: Annotated[str, Prose(100)] | None = None
    """The question it answers."""

    core: bool
    """True for the sessions of the two-day workshop; the others are swapped in."""

    aim: Annotated[str, Prose(300)]
    """What it is for."""

    learning_outcomes: tuple[Annotated[str, Prose(150)], ...] = Field(min_length=1)
    """What participants can do afterwards."""

    duration_minutes: Minutes
    """Minutes of the whole."""

    group_size: GroupSize
    """How many people."""

    method: tuple[Annotated[str, Prose(60)], ...] = Field(min_length=1)
    """How people work."""

    materials: tuple[Annotated[str, Prose(120)], ...] = Field(min_length=1)
    """What to bring."""

    supplies: tuple[Supply, ...] = ()
    """The same as a shopping list, with quantities."""

    needs_before: tuple[Need, ...] = ()
    """What earlier sessions must have made."""

    preparation: tuple[Annotated[str, Prose(220)], ...] = Field(min_length=1)
    """What to do before."""

    safety_and_wellbeing: tuple[Annotated[str, Prose(220)], ...] = Field(min_length=1)
    """What could hurt somebody, and how to prevent it."""

    steps: tuple[SessionStep, ...] = Field(min_length=1)
    """What happens, in order."""

    short_version: ShortVersion | None = None
    """The session in less time."""

    call_parts: tuple[CallPart, ...] = ()
    """In agendas by calls: the parts in which it is held, each in a call of its own. Missing: it fits one
    call."""

    is_heavy: bool = False
    """True where hard things are looked at: an agenda puts care before it, and never ends a day with it."""

    key_points: tuple[Point, ...] = Field(min_length=1)
    """What should stay. Participants get them too."""

    key_points_sources: tuple[Slug, ...] = ()
    """Sources of all key points together."""

    facilitation_notes: tuple[Point, ...] = ()
    """For the facilitator only: never in an edition for participants."""

    exercises: tuple[Exercise, ...] = ()
    """Exercises of its steps."""

    pictures: tuple[Picture, ...] = ()
    """Its steps for people who do not read. The first stands for the session on the clock of an agenda;
    where it is the only one, the steps have no cards."""

    handouts: tuple[Slug, ...] = ()
    """Sheets that participants get."""

    adaptation: Adaptation
    """Under other conditions."""

    debrief_questions: tuple[Annotated[str, Prose(120)], ...] = Field(min_length=1)
    """Questions at the end: every session has a closing."""

    evaluation: tuple[Annotated[str, Prose(200)], ...] = Field(min_length=1)
    """How to see whether it worked."""

    links: Links
    """Where it leads on this site."""

    content_map: tuple[Piece, ...] = ()
    """For editors: the pieces of the session that it grew from, and where each stands."""

    also_see: tuple[Slug, ...] = ()
    """What to read, in this order."""

    @property
    def has_picture_cards(self) -> bool:
        """Whether its steps can be followed without reading: one picture alone is its sign on the clock."""
        return len(self.pictures) > 1
