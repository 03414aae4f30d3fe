"""The curriculum as editors wrote it, read without the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.conftest import ROOT
from tests.site import facts

DATA = ROOT / "data/curriculum"


@cache
def records(folder: str) -> dict[str, dict[str, Any]]:
    """All records of a folder by id."""
    return {file.stem: facts.read(file) for file in sorted((DATA / folder).glob("*.yml"))}


def session(id: str) -> dict[str, Any]:
    """One session."""
    return records("sessions")[id]


def notes_of(id: str) -> Iterator[tuple[str, str]]:
    """Everything of a session that only the facilitator reads, as (field of its translation, English
    text)."""
    record = session(id)
    for point in record.get("facilitation_notes", []):
        yield "facilitation_notes.text", point["text"]
    for step in record["steps"]:
        yield "steps.do", step["do"]
        yield "steps.say", step["say"]
    for field in ("preparation", "safety_and_wellbeing", "evaluation"):
        for text in record[field]:
            yield field, text
    for exercise in record.get("exercises", []):
        for text in exercise.get("points_to_reach", []):
            yield f"exercises.{exercise['id']}.points_to_reach", text


def said(language: str, id: str, field: str, text: str) -> str:
    """A text of a session in a language, up to the first name of another record, which pages replace by its
    title."""
    words = facts.said(language, text, f"curriculum/sessions/{id}#{field}")
    return re.split(r"\b(?:h|ex|case)-[a-z]|\b[a-z0-9]+-[a-z0-9-]+", words)[0].strip()
