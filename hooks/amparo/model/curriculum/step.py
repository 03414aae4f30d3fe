"""The steps of a session and the minutes they take."""

from __future__ import annotations

from typing import Annotated

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


class ShortStep(Record):
    """A step of the short version of a session."""

    minutes: Minutes
    """How long it takes."""

    do: Annotated[str, Prose(120)]
    """What happens."""


class ShortVersion(Record):
    """A session in less time."""

    minutes: Minutes
    """Minutes of the whole: the sum of its steps."""

    steps: tuple[ShortStep, ...] = Field(min_length=1)
    """What is kept."""
