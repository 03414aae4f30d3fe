"""What a session asks for: things to bring, and what an earlier session made."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amparo.model.base import Prose, Record, Slug, Whole


class Need(Record):
    """Something that another session makes and this one uses."""

    session: Slug
    """The session that makes it."""

    what: Annotated[str, Prose(60)]
    """What is used of it."""

    otherwise: Annotated[str, Prose(160)] | None = None
    """What to do where that session was not held. Missing: it cannot be held without."""


class Supply(Record):
    """How much of a thing a session takes."""

    thing: Slug
    """Id of a thing in data/curriculum/supplies.yml."""

    count: Annotated[Whole, Field(ge=1, le=60)] = 1
    """How many."""

    every: Annotated[Whole, Field(ge=1, le=100)] | None = None
    """For so many people each: 1 for each person, 5 for each small group of five. Missing: for all
    together."""


class Thing(Record):
    """A thing to buy, borrow or bring."""

    id: Slug
    """Name that sessions use."""

    name: Annotated[str, Prose(80)]
    """What it is, with what is counted."""

    kept: bool = False
    """True for what is used again in the next session: the largest number counts, not the sum."""


class Supplies(Record):
    """All things that sessions ask for, in the order of a shopping list."""

    things: tuple[Thing, ...] = Field(min_length=1)
    """The things."""
