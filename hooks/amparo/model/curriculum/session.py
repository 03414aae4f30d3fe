"""A session of the workshop: what to prepare, its steps with minutes, and what helps when it goes otherwise."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from amparo.model.base import Code, Line, Record, Slug, Whole, Words

Minutes = Annotated[Whole, Field(ge=1, le=480)]
"""A length in minutes."""


class GroupSize(Record):
    """How many people a session is made for."""

    min: Annotated[Whole, Field(ge=1, le=100)]
    """Fewest people."""

    ideal: Annotated[Whole, Field(ge=1, le=100)]
    """Best number."""

    max: Annotated[Whole, Field(ge=1, le=100)]
    """Most people."""

    sub_groups: Words(60)
    """How they work: in pairs, in threes …"""


class SessionStep(Record):
    """A step of a session. Its minutes are a promise to the group."""

    minutes: Minutes
    """How long it takes."""

    title: Words(90)
    """What it is, in a few words."""

    do: Words(450)
    """What the facilitator does."""

    say: Words(220)
    """What she says, in spoken words."""


class ShortStep(Record):
    """A step of the short version of a session."""

    minutes: Minutes
    """How long it takes."""

    do: Words(120)
    """What happens."""


class ShortVersion(Record):
    """A session in less time."""

    minutes: Minutes
    """Minutes of the whole: the sum of its steps."""

    steps: tuple[ShortStep, ...] = Field(min_length=1)
    """What is kept."""


class Point(Record):
    """A key point, or a note for the facilitator."""

    title: Optional[Words(90)] = None
    """A few words before the text."""

    text: Words(400)
    """The point."""

    sources: tuple[Slug, ...] = ()
    """Where it comes from: ids of data/curriculum/readings.yml. Empty: our own."""

    confidence: Optional[Code("confidence")] = None
    """How sure we are; missing: as sure as its sources."""


class Scenario(Record):
    """An invented case to work on."""

    id: Optional[Slug] = None
    """Name of the case, where others refer to it."""

    title: Optional[Words(60)] = None
    """Its title."""

    text: Words(700)
    """The case. Every name in it is invented, see data/curriculum/world.yml."""


class Exercise(Record):
    """A group exercise."""

    id: Slug
    """Name inside the curriculum; starts with `ex-`."""

    title: Words(60)
    """Its title."""

    minutes: Minutes
    """How long it takes; part of a step."""

    grouping: Words(80)
    """Who works with whom."""

    instructions: Words(300)
    """What the groups do."""

    scenario_texts: tuple[Scenario, ...] = ()
    """Invented cases."""

    cards: Optional[Slug] = None
    """The handout with cards to cut, where there is one."""

    questions: tuple[Words(120), ...] = ()
    """What groups ask about the case."""

    points_to_reach: tuple[Words(300), ...] = ()
    """For the facilitator only: what should come up."""


class Adaptation(Record):
    """How to hold a session under other conditions."""

    online: Words(300)
    """By calls."""

    low_literacy: Words(220)
    """With people who read little."""

    mixed_languages: Words(200)
    """In several languages."""

    short_time: Words(220)
    """In less time."""

    high_surveillance: Optional[Words(160)] = None
    """Where the group is watched."""

    individuals_without_group: Optional[Words(220)] = None
    """With people who have no group."""


class Filter(Record):
    """A ready list of helpers that belongs to a session."""

    label: Words(60)
    """What the list is."""

    services: tuple[Code("service"), ...] = ()
    """Kinds of help."""

    groups: tuple[Code("group"), ...] = ()
    """Whom it is for."""

    kinds: tuple[Code("org-kind"), ...] = ()
    """Kinds of body."""


class Links(Record):
    """Where a session leads on this site."""

    services: tuple[Code("service"), ...] = ()
    """Kinds of help it speaks about."""

    groups: tuple[Code("group"), ...] = ()
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

    title: Words(80)
    """Its title."""

    subtitle: Optional[Words(100)] = None
    """The question it answers."""

    core: bool
    """True for the sessions of the two-day workshop; the others are swapped in."""

    aim: Words(300)
    """What it is for."""

    learning_outcomes: tuple[Words(150), ...] = Field(min_length=1)
    """What participants can do afterwards."""

    duration_minutes: Minutes
    """Minutes of the whole."""

    group_size: GroupSize
    """How many people."""

    method: tuple[Words(60), ...] = Field(min_length=1)
    """How people work."""

    materials: tuple[Words(120), ...] = Field(min_length=1)
    """What to bring."""

    preparation: tuple[Words(220), ...] = Field(min_length=1)
    """What to do before."""

    safety_and_wellbeing: tuple[Words(220), ...] = Field(min_length=1)
    """What could hurt somebody, and how to prevent it."""

    steps: tuple[SessionStep, ...] = Field(min_length=1)
    """What happens, in order."""

    short_version: Optional[ShortVersion] = None
    """The session in less time."""

    key_points: tuple[Point, ...] = Field(min_length=1)
    """What should stay. Participants get them too."""

    key_points_sources: tuple[Slug, ...] = ()
    """Sources of all key points together."""

    facilitation_notes: tuple[Point, ...] = ()
    """For the facilitator only: never in an edition for participants."""

    exercises: tuple[Exercise, ...] = ()
    """Exercises of its steps."""

    handouts: tuple[Slug, ...] = ()
    """Sheets that participants get."""

    adaptation: Adaptation
    """Under other conditions."""

    debrief_questions: tuple[Words(120), ...] = Field(min_length=1)
    """Questions at the end: every session has a closing."""

    evaluation: tuple[Words(200), ...] = Field(min_length=1)
    """How to see whether it worked."""

    links: Links
    """Where it leads on this site."""

    content_map: tuple[Piece, ...] = ()
    """For editors: the pieces of the session that it grew from, and where each stands."""

    also_see: tuple[Slug, ...] = ()
    """What to read, in this order."""
