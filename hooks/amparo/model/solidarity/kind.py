"""A kind of action that others take for a defender: when it helps, when it harms, how it is done."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import CodeOf, Prose, Record, Slug
from amparo.model.citation import BodyCitation

Stage = Literal["before", "during", "after"]
"""When an action is taken, counted from an attack."""


class ActionKind(Record):
    """One kind of action, one file."""

    id: Slug
    """Equals the file's name; never used for something else."""

    order: int
    """Place in lists: the most used first."""

    title: Annotated[str, Prose(60)]
    """What it is called."""

    what: Annotated[str, Prose(200)]
    """What it is, in one line."""

    speaks: Annotated[str, Prose(160)]
    """In whose name it is done."""

    stages: tuple[Stage, ...] = Field(min_length=1)
    """Whether it fits before, during or after an attack."""

    takes: Annotated[str, Prose(80)]
    """How long it takes to prepare."""

    helps: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=1)
    """When it helps."""

    harms: tuple[Annotated[str, Prose(200)], ...] = Field(min_length=1)
    """When it can harm, and whom."""

    consent: Annotated[str, Prose(240)]
    """Who must agree, and to what."""

    facts: Annotated[str, Prose(240)]
    """What must be known, and how well it must be checked."""

    target: Annotated[str, Prose(240)]
    """To whom it goes."""

    demand: Annotated[str, Prose(240)]
    """What is asked for."""

    deadline: Annotated[str, Prose(200)]
    """By when."""

    steps: tuple[Annotated[str, Prose(220)], ...] = Field(min_length=2)
    """What to do, in order."""

    follow_up: Annotated[str, Prose(240)]
    """What to do when it has been sent."""

    services: tuple[Annotated[str, CodeOf("service")], ...] = ()
    """Kinds of help under which those who do it are listed; the page names them from their records. Empty:
    nobody is listed for it."""

    letters: tuple[Slug, ...] = ()
    """Letters to fill in for it, in data/solidarity/letters."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """Where the practice was read."""
