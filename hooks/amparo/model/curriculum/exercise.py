"""An exercise of a session, its invented cases, and what of it is cut and kept back until it is due."""

from __future__ import annotations

from typing import Annotated, Literal

from amparo.model.base import Prose, Record, Slug
from amparo.model.curriculum.step import Minutes

Copies = Literal["person", "pair", "group", "room"]
"""How many copies of a sheet are printed: one for each person, pair or small group, or one for the room."""


class Scenario(Record):
    """An invented case to work on."""

    id: Slug | None = None
    """Name of the case, where others refer to it."""

    title: Annotated[str, Prose(60)] | None = None
    """Its title."""

    text: Annotated[str, Prose(700)]
    """The case. Every name in it is invented, see data/curriculum/world.yml."""


class Cut(Record):
    """How the texts of an exercise are printed: as pieces of paper that the facilitator gives out. No sheet
    for participants holds them."""

    shape: Literal["cards", "envelopes", "strips"]
    """`cards`: one text a card; `envelopes`: given out one after the other; `strips`: one sentence a strip,
    printed in another order than it was told in."""

    copies: Copies
    """How many sets."""

    cases: tuple[Slug, ...] = ()
    """Cases of other sessions that it works with, by their ids: they are printed too."""


class Exercise(Record):
    """A group exercise."""

    id: Slug
    """Name inside the curriculum; starts with `ex-`."""

    title: Annotated[str, Prose(60)]
    """Its title."""

    minutes: Minutes
    """How long it takes; part of a step."""

    grouping: Annotated[str, Prose(80)]
    """Who works with whom."""

    instructions: Annotated[str, Prose(300)]
    """What the groups do."""

    scenario_texts: tuple[Scenario, ...] = ()
    """Invented cases."""

    cards: Slug | None = None
    """The handout with cards to cut, where there is one."""

    cut: Cut | None = None
    """How its cases are cut. Missing: participants may read them at any time."""

    questions: tuple[Annotated[str, Prose(120)], ...] = ()
    """What groups ask about the case."""

    points_to_reach: tuple[Annotated[str, Prose(300)], ...] = ()
    """For the facilitator only: what should come up."""
