"""The list of secrets: exercises that are spoilt when participants read them before they are due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.site import facts
from tests.workshop import curriculum

SECRETS = {
    "ex-who-defends": "people choose their place before they hear the next role",
    "ex-three-springs-map": "the group draws its own context first",
    "ex-risk-rooftop": "the group names its own risks first",
    "ex-drill": "only one person knows that she is missing",
    "ex-lines-of-support": "each group has another case, and one is about people who hide",
    "ex-messy-message": "pairs find the order of the message",
    "ex-72-hours": "envelopes are opened one after the other",
    "ex-plan-example": "the weak point is to be found in the room",
    "ex-log-pattern": "the pattern is to be found in the room",
    "ex-channel": "pairs choose before they hear what others would do",
    "ex-budget": "teams add their own lines first",
    "ex-relocation": "three points of view, one after the other",
    "ex-visibility": "a case about somebody in detention goes home with nobody",
    "ex-embassy": "who plays the officer does not know what is asked",
}
"""Exercises whose texts no sheet for participants may hold, and why."""

SHORTEST = 25
"""Letters that a sentence has at least, to be known by."""


def exercises() -> Iterator[tuple[str, dict]]:
    """Every exercise with its session."""
    for id, session in curriculum.records("sessions").items():
        for exercise in session.get("exercises", []):
            yield id, exercise


def texts(language: str) -> set[str]:
    """Every sentence of the secrets in a language: cases, and what should come up."""
    found = set()
    for id, exercise in exercises():
        if exercise["id"] not in SECRETS:
            continue
        where = f"curriculum/sessions/{id}#exercises.{exercise['id']}"
        for case in exercise["scenario_texts"]:
            name = f".{case['id']}" if "id" in case else ""
            found.add(facts.said(language, case["text"], f"{where}.scenario_texts{name}.text"))
        for point in exercise.get("points_to_reach", []):
            found.add(facts.said(language, re.split(r"\bcase-[a-z]+", point)[-1], f"{where}.points_to_reach"))
    parts = {part.strip() for text in found for part in re.split(r"(?<=[.!?؟])\s+", text)}
    return {part for part in parts if len(part) >= SHORTEST}
