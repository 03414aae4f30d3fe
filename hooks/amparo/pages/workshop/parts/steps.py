"""Steps of a session, on a clock that begins at 0:00: whole, in its short version, or in calls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.model.curriculum.session import Session
from amparo.model.curriculum.step import SessionStep
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


@dataclass(frozen=True)
class Step:
    """A step of a session as it is held."""

    starts: str
    """When it begins, `0:25`."""

    ends: str
    """When it ends."""

    minutes: int
    """How long it takes."""

    do: Said
    """What the facilitator does."""

    title: Said | None
    """What it is, in a few words; None in the short version."""

    say: Said
    """What she says."""

    people: int
    """For how many people at most the minutes are enough."""

    interpreted: str
    """What to drop where somebody interprets: see `SessionStep.interpreted`."""


@dataclass(frozen=True)
class Held:
    """A session as it is held."""

    variant: str
    """`full`, `short`, `part-1` …"""

    part: int
    """Number of the part that a call holds; 0 for others."""

    minutes: int
    """Minutes of the whole."""

    steps: list[Step]
    """What happens, in order."""


def held(words: Words, here: str, s: Session, variant: str) -> Held | None:
    """A session as `variant` holds it; None where it has no such variant."""
    if variant == "full":
        return Held(variant, 0, s.duration_minutes, _full(words, here, s))
    if variant == "short":
        short = s.short_version
        return Held(variant, 0, short.minutes, _short(words, here, s)) if short else None
    number = int(variant.removeprefix("part-"))
    if number > len(s.call_parts):
        return None
    return Held(variant, number, s.call_parts[number - 1].minutes, _call(words, here, s, number))


def _full(words: Words, here: str, s: Session) -> list[Step]:
    """The steps with a running clock."""
    return [
        _step(words, here, step, clock)
        for step, clock in zip(s.steps, _clock(step.minutes for step in s.steps), strict=True)
    ]


def _call(words: Words, here: str, s: Session, number: int) -> list[Step]:
    """The steps of a part that one call holds: the same, in other minutes."""
    part = s.call_parts[number - 1].steps
    return [
        _step(words, here, s.steps[one.step - 1], clock, one.minutes)
        for one, clock in zip(part, _clock(one.minutes for one in part), strict=True)
    ]


def _step(
    words: Words, here: str, step: SessionStep, clock: tuple[str, str], minutes: int | None = None
) -> Step:
    where = here + "steps."
    return Step(
        *clock,
        minutes or step.minutes,
        do=words.say(where + "do", step.do),
        title=words.say(where + "title", step.title),
        say=words.say(where + "say", step.say),
        people=step.people,
        interpreted=step.interpreted,
    )


def _short(words: Words, here: str, s: Session) -> list[Step]:
    """The steps of the short version; what is said is that of the full step that each is like."""
    steps = s.short_version.steps if s.short_version else ()
    found = []
    for step, (starts, ends) in zip(steps, _clock(step.minutes for step in steps), strict=True):
        like = s.steps[step.like - 1]
        found.append(
            Step(
                starts,
                ends,
                step.minutes,
                do=words.say(here + "short_version.steps.do", step.do),
                title=None,
                say=words.say(here + "steps.say", like.say),
                people=like.people,
                interpreted=like.interpreted,
            )
        )
    return found


def _clock(lengths: Iterable[int]) -> list[tuple[str, str]]:
    """When each of several lengths in minutes begins and ends, one after the other."""
    now, found = 0, []
    for minutes in lengths:
        found.append((_time(now), _time(now + minutes)))
        now += minutes
    return found


def _time(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
