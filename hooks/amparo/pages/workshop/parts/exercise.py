"""Points and exercises of a session, and the pieces of paper into which an exercise is cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import gcd
from typing import NamedTuple

from amparo.model.curriculum.exercise import Exercise, Scenario
from amparo.model.curriculum.session import Point
from amparo.pages.workshop.words import Words
from amparo.text.voice import Foreign, Said

SENTENCE = re.compile(r"(?<=[.!?؟])\s+")
"""Where a sentence ends."""


@dataclass(frozen=True)
class PointText:
    """A key point, or a note for the facilitator."""

    title: Said | None
    """A few words before the text."""

    text: Said
    """The point."""

    sources: list[str]
    """Titles of the publications that it comes from. Empty: our own."""


@dataclass(frozen=True)
class Case:
    """An invented case to work on."""

    title: Said | None
    """Its title."""

    text: Said
    """The case."""


class Slip(NamedTuple):
    """A piece of paper to cut."""

    number: int
    """Which it is, from 1: on strips in the order of the paper."""

    title: Said | None
    """What stands above its text; None without a title."""

    text: Said
    """Its text."""


@dataclass(frozen=True)
class CutText:
    """The pieces of paper of an exercise."""

    shape: str
    """How it is cut: see `Cut.shape`."""

    copies: str
    """How many sets: see `Copies`."""

    slips: list[Slip]
    """The pieces in the order of the paper."""

    order: list[int]
    """The numbers of the strips in the order of the telling; empty where there is no order to find."""


@dataclass(frozen=True)
class ExerciseText:
    """A group exercise."""

    id: str
    """Its id: pages lead to it."""

    title: Said
    """Its title."""

    minutes: int
    """How long it takes."""

    grouping: Said
    """Who works with whom."""

    instructions: Said
    """What the groups do."""

    cases: list[Case]
    """Invented cases."""

    questions: list[Said]
    """What groups ask about the case."""

    reach: list[Said]
    """For the facilitator only: what should come up."""

    cut: CutText | None
    """Its pieces of paper: participants get none of its texts before they are due. None: nothing is cut."""


def point_text(words: Words, where: str, point: Point) -> PointText:
    """A key point or note."""
    return PointText(
        title=words.say(f"{where}.title", point.title),
        text=words.say(f"{where}.text", point.text),
        sources=words.titles(point.sources),
    )


def exercise_text(words: Words, here: str, exercise: Exercise) -> ExerciseText:
    """A group exercise."""
    where = f"{here}exercises.{exercise.id}"
    cases = [_case(words, f"{where}.scenario_texts.", case) for case in exercise.scenario_texts]
    return ExerciseText(
        id=exercise.id,
        title=words.say(f"{where}.title", exercise.title),
        minutes=exercise.minutes,
        grouping=words.say(f"{where}.grouping", exercise.grouping),
        instructions=words.say(f"{where}.instructions", exercise.instructions),
        cases=cases,
        questions=words.every(f"{where}.questions", exercise.questions),
        reach=words.every(f"{where}.points_to_reach", exercise.points_to_reach),
        cut=_cut(words, exercise, cases),
    )


def _case(words: Words, where: str, case: Scenario) -> Case:
    """An invented case; only those that others refer to have a name, and with it a title."""
    if case.id is None:
        return Case(None, words.say(f"{where}text", case.text))
    return Case(
        words.say(f"{where}{case.id}.title", case.title), words.say(f"{where}{case.id}.text", case.text)
    )


def _cut(words: Words, exercise: Exercise, cases: list[Case]) -> CutText | None:
    """The pieces of paper of an exercise; None where nothing is cut."""
    cut = exercise.cut
    if not cut:
        return None
    if cut.shape == "strips":
        told = [part for case in cases for part in _sentences(case.text)]
        mixed = _mixed(len(told))
        slips = [Slip(n, None, told[at]) for n, at in enumerate(mixed, 1)]
        return CutText(cut.shape, cut.copies, slips, [mixed.index(at) + 1 for at in range(len(told))])
    every = [*(_other(words, id) for id in cut.cases), *cases]
    return CutText(cut.shape, cut.copies, [Slip(n, c.title, c.text) for n, c in enumerate(every, 1)], [])


def _other(words: Words, id: str) -> Case:
    """A case of another session."""
    return next(
        _case(words, f"sessions/{s.id}#exercises.{exercise.id}.scenario_texts.", case)
        for s in words.curriculum.sessions.values()
        for exercise in s.exercises
        for case in exercise.scenario_texts
        if case.id == id
    )


def _sentences(said: Said) -> list[Said]:
    """A text in sentences."""
    if isinstance(said, Foreign):
        return [replace(said, text=part) for part in SENTENCE.split(said.text)]
    return list(SENTENCE.split(said))


def _mixed(count: int) -> list[int]:
    """The same order in every language, in which no two neighbours are neighbours in the telling."""
    step = next(n for n in range(count // 2 - 1, count) if n > 1 and gcd(n, count) == 1) if count > 4 else 1
    return [(2 + n * step) % count for n in range(count)]
