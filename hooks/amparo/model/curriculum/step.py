"""The steps of a session and the minutes they take."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import Prose, Record, Whole

Minutes = Annotated[Whole, Field(ge=1, le=480)]
"""A length in minutes."""


class SessionStep(Record):
    """A step of a session. Its minutes are a promise to the group."""

    minutes: Minutes
    """How long it takes."""

    title: Annotated[str, Prose(90)]
    """What it is, in a few words."""

    do: Annotated[str, Prose(450)]
    """What the facilitator does."""

    say: Annotated[str, Prose(220)]
    """What she says, in spoken words."""

    people: Annotated[Whole, Field(ge=2, le=100)]
    """For how many people at most the minutes are enough."""

    interpreted: Literal["whole", "voices", "pairs", "short", "out"]
    """What to drop where somebody interprets, which takes twice the time: nothing; half of the voices; the
    plenary, by working in pairs that share a language; the second half of the input; the whole step."""

    is_rest: bool = False
    """True where people stand up and drink: it counts as a break."""


class ShortStep(Record):
    """A step of the short version of a session."""

    minutes: Minutes
    """How long it takes."""

    do: Annotated[str, Prose(120)]
    """What happens."""

    like: Annotated[Whole, Field(ge=1, le=20)]
    """Number of the full step whose words are said, from 1."""


class ShortVersion(Record):
    """A session in less time."""

    minutes: Minutes
    """Minutes of the whole: the sum of its steps."""

    steps: tuple[ShortStep, ...] = Field(min_length=1)
    """What is kept."""


class CallStep(Record):
    """A step of a session that is held in calls."""

    step: Annotated[Whole, Field(ge=1, le=20)]
    """Number of the full step, from 1: what is done and said is the same."""

    minutes: Minutes
    """How long it takes in a call."""


class CallPart(Record):
    """What of a session is held in one call."""

    minutes: Minutes
    """Minutes of the whole: the sum of its steps."""

    steps: tuple[CallStep, ...] = Field(min_length=1)
    """What is done, in order."""
