"""What stands around the sessions: whom it is for, how to plan, words, the invented world, and what was
read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amparo.model.base import Language, Line, Prose, Record, Slug, Whole


class CycleStep(Record):
    """A step of learning."""

    step: Annotated[str, Prose(30)]
    """Its name."""

    meaning: Annotated[str, Prose(120)]
    """What happens."""


class About(Record):
    """What the workshop is."""

    for_whom: Annotated[str, Prose(300)]
    """For which facilitators."""

    what_participants_leave_with: tuple[Annotated[str, Prose(120)], ...] = Field(min_length=1)
    """What people take home."""

    what_it_is_not: tuple[Annotated[str, Prose(100)], ...] = Field(min_length=1)
    """What nobody should expect."""

    core_idea: Annotated[str, Prose(340)]
    """The idea of the whole."""

    learning_cycle: tuple[CycleStep, ...] = Field(min_length=1)
    """How each session goes."""

    learning_cycle_source: Annotated[str, Prose(120)]
    """Where that comes from."""

    minutes_rule: Annotated[str, Prose(140)]
    """What the minutes mean."""


class Team(Record):
    """Who facilitates."""

    size: Annotated[str, Prose(150)]
    """How many."""

    size_source: Slug
    """Where that comes from."""

    roles: tuple[Annotated[str, Prose(120)], ...] = Field(min_length=1)
    """Who does what."""

    a_good_match: tuple[Annotated[str, Prose(120)], ...] = Field(min_length=1)
    """Who fits."""

    rest: Annotated[str, Prose(120)]
    """When the team rests."""


class Before(Record):
    """What to do before and after, in order of time."""

    go_or_no_go: tuple[Annotated[str, Prose(120)], ...] = Field(min_length=1)
    """Questions that decide whether to hold it."""

    six_weeks_before: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """Six weeks before."""

    three_weeks_before: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """Three weeks before."""

    one_week_before: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """One week before."""

    day_before: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """The day before."""

    after: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """Afterwards."""


class Measure(Record):
    """A moment of the evaluation."""

    when: Annotated[str, Prose(40)]
    """When to ask."""

    ask: Annotated[str, Prose(120)]
    """What to ask."""

    counts: Annotated[str, Prose(80)]
    """What is counted."""


class Guidance(Record):
    """Everything a facilitator needs around the sessions."""

    title: Annotated[str, Prose(90)]
    """Title of the curriculum."""

    written: Line
    """When it was written."""

    status: Annotated[str, Prose(60)]
    """How far it has been tried."""

    text_rule: Annotated[str, Prose(90)]
    """Whose words these are."""

    about: About
    """What the workshop is."""

    principles: tuple[Annotated[str, Prose(140)], ...] = Field(min_length=1)
    """What always holds."""

    facilitation_team: Team
    """Who facilitates."""

    before_you_start: Before
    """What to do before and after."""

    if_someone_is_in_distress: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """What to do when somebody is in distress."""

    if_someone_discloses_a_live_emergency: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """What to do when somebody is in danger now."""

    if_an_uninvited_person_comes: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """What to do when somebody comes who was not invited."""

    evaluation_plan: tuple[Measure, ...] = Field(min_length=1)
    """When to ask what."""

    evaluation_limits: Annotated[str, Prose(160)]
    """What evaluation cannot do."""


class GlossaryEntry(Record):
    """A word and what it means."""

    term: Annotated[str, Prose(60)]
    """The word."""

    definition: Annotated[str, Prose(220)]
    """What it means, in plain words."""

    term_in: dict[Language, Line] = Field(default={})
    """The field's own word in other languages."""


class Glossary(Record):
    """The words of the workshop."""

    terms: tuple[GlossaryEntry, ...] = Field(min_length=1)
    """In the order of the English alphabet."""


class Invented(Record):
    """Somebody or something invented."""

    name: Annotated[str, Prose(60)]
    """The name. Several people: separated by commas and `and`."""

    what: Annotated[str, Prose(80)]
    """Who or what it is."""


class World(Record):
    """The invented world of all exercises."""

    warning: Annotated[str, Prose(120)]
    """What to tell about it."""

    places: tuple[Invented, ...] = Field(min_length=1)
    """Countries and towns."""

    groups: tuple[Invented, ...] = Field(min_length=1)
    """Groups and companies."""

    people: tuple[Invented, ...] = Field(min_length=1)
    """People."""


class Reading(Record):
    """A publication that the curriculum stands on or leads to. Its title is a name: nobody translates it."""

    id: Slug
    """Name that sessions use."""

    title: Line
    """Title."""

    author: Line | None = None
    """Author and publisher; missing: not known."""

    year: Annotated[Whole, Field(ge=1900, le=2100)] | None = None
    """Year; missing: not known."""

    url: Line | None = None
    """Address; missing: none was seen."""

    verified: bool
    """True when the address was seen while this was written; false: the title is known, the address was not
    seen."""

    link: bool = True
    """False for copies of other people's pages: they are named and never linked."""


class Readings(Record):
    """All publications."""

    readings: tuple[Reading, ...] = Field(min_length=1)
    """One entry each."""
