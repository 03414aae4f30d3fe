"""Sheets that are cut, or made once for a group: what participants get only when it is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from amparo.model.curriculum.exercise import Exercise
from amparo.model.curriculum.session import Session
from amparo.pages.workshop.parts.exercise import CutText, exercise_text
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said

WITH_QUESTIONS = ("pair", "group")
"""Where groups ask the questions themselves: each set has them."""

SETS = ((600, 3), (800, 2))
"""How many letters a set has at most to stand three times, or twice, on one side."""

ORDER = ("room", "group", "pair", "person")
"""Fewest copies first."""


@dataclass(frozen=True)
class CutSheet:
    """The pieces of paper of one exercise."""

    id: str
    """Id of the exercise."""

    title: Said
    """Its title."""

    session: Said
    """The session that it belongs to."""

    cut: CutText
    """The pieces."""

    questions: list[Said]
    """What groups ask about their case; empty where the facilitator asks."""

    sets: int
    """How many sets one side holds: short ones are printed more than once, which saves paper."""


def of_sessions(words: Words, sessions: Iterable[str], cases: Collection[str] = ()) -> list[CutSheet]:
    """The sheets of several sessions, those with the fewest copies first. `cases` are those that fit the
    group; empty: all."""
    found = [
        sheet
        for id in sessions
        for exercise in words.curriculum.sessions[id].exercises
        if (sheet := _sheet(words, words.curriculum.sessions[id], exercise, cases))
    ]
    return sorted(found, key=lambda sheet: ORDER.index(sheet.cut.copies))


def has_any(session: Session) -> bool:
    """Whether an exercise of a session is cut."""
    return any(exercise.cut for exercise in session.exercises)


def _sheet(words: Words, s: Session, exercise: Exercise, cases: Collection[str]) -> CutSheet | None:
    """The sheet of an exercise; None where nothing is cut."""
    said = exercise_text(words, f"sessions/{s.id}#", exercise)
    if not exercise.cut or not said.cut:
        return None
    cut = said.cut
    named = [case.id for case in exercise.scenario_texts if case.id]
    if set(named) & set(cases):
        # Only some of the cases fit the group; those of other sessions stay.
        every = [*exercise.cut.cases, *(case.id or "" for case in exercise.scenario_texts)]
        kept = [slip for slip, id in zip(cut.slips, every, strict=True) if id in cases or id not in named]
        cut = replace(cut, slips=kept)
    is_theirs = cut.copies in WITH_QUESTIONS and cut.shape != "envelopes"
    return CutSheet(
        id=said.id,
        title=said.title,
        session=words.session(s.id),
        cut=cut,
        questions=said.questions if is_theirs else [],
        sets=_sets(cut, said.questions) if is_theirs and cut.shape == "cards" else 1,
    )


def _sets(cut: CutText, questions: Iterable[Said]) -> int:
    """How many sets fit on one side."""
    letters = sum(len(str(slip.text)) for slip in cut.slips) + sum(len(str(text)) for text in questions)
    return next((sets for most, sets in SETS if letters <= most), 1)
