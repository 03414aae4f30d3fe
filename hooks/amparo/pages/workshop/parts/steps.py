"""Steps of a session, on a clock that begins at 0:00."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.model.curriculum.session import Session
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


@dataclass(frozen=True)
class Step:
    """A step of a session, or of its short version."""

    starts: str
    """When it begins, `0:25`."""

    ends: str
    """When it ends."""

    minutes: int
    """How long it takes."""

    do: Said
    """What the facilitator does."""

    title: Said | None = None
    """What it is, in a few words; None in the short version."""

    say: Said | None = None
    """What she says; None in the short version."""


def steps(words: Words, here: str, s: Session) -> list[Step]:
    """The steps with a running clock."""
    where = here + "steps."
    return [
        Step(
            starts,
            ends,
            step.minutes,
            do=words.say(where + "do", step.do),
            title=words.say(where + "title", step.title),
            say=words.say(where + "say", step.say),
        )
        for step, (starts, ends) in zip(s.steps, _clock(step.minutes for step in s.steps), strict=True)
    ]


def short_steps(words: Words, here: str, s: Session) -> list[Step]:
    """The steps of the short version with a running clock; none without one."""
    steps = s.short_version.steps if s.short_version else ()
    return [
        Step(starts, ends, step.minutes, do=words.say(here + "short_version.steps.do", step.do))
        for step, (starts, ends) in zip(steps, _clock(step.minutes for step in steps), strict=True)
    ]


def _clock(lengths: Iterable[int]) -> list[tuple[str, str]]:
    """When each of several lengths in minutes begins and ends, one after the other."""
    now, found = 0, []
    for minutes in lengths:
        found.append((_time(now), _time(now + minutes)))
        now += minutes
    return found


def _time(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
