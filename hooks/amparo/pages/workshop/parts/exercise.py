"""Points and exercises of a session."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.model.curriculum.session import Exercise, Point, Scenario
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


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
    return ExerciseText(
        id=exercise.id,
        title=words.say(f"{where}.title", exercise.title),
        minutes=exercise.minutes,
        grouping=words.say(f"{where}.grouping", exercise.grouping),
        instructions=words.say(f"{where}.instructions", exercise.instructions),
        cases=[_case(words, f"{where}.scenario_texts.", case) for case in exercise.scenario_texts],
        questions=words.every(f"{where}.questions", exercise.questions),
        reach=words.every(f"{where}.points_to_reach", exercise.points_to_reach),
    )


def _case(words: Words, where: str, case: Scenario) -> Case:
    """An invented case; only those that others refer to have a name, and with it a title."""
    if case.id is None:
        return Case(None, words.say(f"{where}text", case.text))
    return Case(
        words.say(f"{where}{case.id}.title", case.title), words.say(f"{where}{case.id}.text", case.text)
    )
