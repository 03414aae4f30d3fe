"""Planning: before, during and after the workshop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.curriculum.guidance import Invented
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts.copies import BLANK, for_team
from amparo.pages.workshop.parts.declaration import STYLES, if_whole
from amparo.pages.workshop.parts.links import to_handout
from amparo.pages.workshop.parts.publication import Publication, publication
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said

BEFORE = (
    "go_or_no_go",
    "six_weeks_before",
    "three_weeks_before",
    "one_week_before",
    "day_before",
    "after",
)
"""When there is something to do, in order of time: fields of `Before`."""


class Stage(NamedTuple):
    """What to do at a time."""

    name: str
    """When: one of `BEFORE`."""

    texts: list[Said]
    """What to do."""


class Named(NamedTuple):
    """A name and what stands behind it: a step of learning, somebody or something invented."""

    name: Said
    """The name."""

    text: Said
    """What happens, or who or what it is."""


@dataclass(frozen=True)
class About:
    """What the workshop is."""

    for_whom: Said
    """For which facilitators."""

    idea: Said
    """The idea of the whole."""

    leave_with: list[Said]
    """What people take home."""

    is_not: list[Said]
    """What nobody should expect."""

    cycle: list[Named]
    """How each session goes."""

    cycle_source: Said
    """Where that comes from."""

    minutes: Said
    """What the minutes mean."""


@dataclass(frozen=True)
class Team:
    """Who facilitates."""

    size: Said
    """How many."""

    size_source: str
    """Title of the publication where that comes from."""

    roles: list[Said]
    """Who does what."""

    match: list[Said]
    """Who fits."""

    rest: Said
    """When the team rests."""


@dataclass(frozen=True)
class World:
    """The invented world of all exercises."""

    warning: Said
    """What to tell about it."""

    places: list[Named]
    """Countries and towns."""

    groups: list[Named]
    """Groups and companies."""

    people: list[Named]
    """People."""


@dataclass(frozen=True)
class View:
    """What `workshop/planning.html` says."""

    about: About
    """What the workshop is."""

    status: Said
    """How far it has been tried."""

    rule: Said
    """Whose words these are."""

    written: str
    """When it was written, in words."""

    principles: list[Said]
    """What always holds."""

    before: list[Stage]
    """What to do before and after, in order of time."""

    distress: list[Said]
    """What to do when somebody is in distress."""

    emergency: list[Said]
    """What to do when somebody is in danger now."""

    uninvited: list[Said]
    """What to do when somebody comes who was not invited."""

    team: Team
    """Who facilitates."""

    world: World
    """The invented world."""

    sheets: list[Link]
    """Sheets for the team: roles, host, attendance, energisers, follow-up, an empty running order."""

    sources: list[Publication]
    """What the curriculum stands on."""


def view(context: Context) -> View:
    """Everything around the sessions."""
    words, g = context.words, context.words.guidance
    say, every = words.say, words.every
    return View(
        about=_about(words),
        status=say("guidance#status", g.status),
        rule=say("guidance#text_rule", g.text_rule),
        written=words.voice.when(g.written),
        principles=every("guidance#principles", g.principles),
        before=[
            Stage(name, every(f"guidance#before_you_start.{name}", getattr(g.before_you_start, name)))
            for name in BEFORE
        ],
        distress=every("guidance#if_someone_is_in_distress", g.if_someone_is_in_distress),
        emergency=every(
            "guidance#if_someone_discloses_a_live_emergency", g.if_someone_discloses_a_live_emergency
        ),
        uninvited=every("guidance#if_an_uninvited_person_comes", g.if_an_uninvited_person_comes),
        team=_team(words),
        world=_world(words),
        sheets=[to_handout(context, id) for id in (BLANK, *for_team(words))],
        sources=[publication(words, reading.id) for reading in words.readings],
    )


def _about(words: Words) -> About:
    """What the workshop is."""
    about, here, say, every = words.guidance.about, "guidance#about.", words.say, words.every
    return About(
        for_whom=say(here + "for_whom", about.for_whom),
        idea=say(here + "core_idea", about.core_idea),
        leave_with=every(here + "what_participants_leave_with", about.what_participants_leave_with),
        is_not=every(here + "what_it_is_not", about.what_it_is_not),
        cycle=[
            Named(say(here + "learning_cycle.step", c.step), say(here + "learning_cycle.meaning", c.meaning))
            for c in about.learning_cycle
        ],
        cycle_source=say(here + "learning_cycle_source", about.learning_cycle_source),
        minutes=say(here + "minutes_rule", about.minutes_rule),
    )


def _team(words: Words) -> Team:
    """Who facilitates."""
    team, here, say, every = (
        words.guidance.facilitation_team,
        "guidance#facilitation_team.",
        words.say,
        words.every,
    )
    return Team(
        size=say(here + "size", team.size),
        size_source=words.reading(team.size_source).title,
        roles=every(here + "roles", team.roles),
        match=every(here + "a_good_match", team.a_good_match),
        rest=say(here + "rest", team.rest),
    )


def _world(words: Words) -> World:
    """The invented world."""
    world = words.world
    return World(
        warning=words.say("world#warning", world.warning),
        places=_invented(words, "places", world.places),
        groups=_invented(words, "groups", world.groups),
        people=_invented(words, "people", world.people),
    )


def _invented(words: Words, part: str, found: Iterable[Invented]) -> list[Named]:
    """One part of the invented world."""
    return [
        Named(words.say(f"world#{part}.name", i.name), words.say(f"world#{part}.what", i.what)) for i in found
    ]


KIND = Kind("planning", "workshop/planning", view, "workshop/planning.html", if_whole, styles=STYLES)
