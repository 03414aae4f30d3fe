"""How hard texts are to read: no kind of text becomes harder than it was."""

from __future__ import annotations

import pytest

from amparo import grading
from amparo.building import all_sources
from amparo.model.loading import load_all
from amparo.source import Problems
from amparo.text.catalogue import Message
from amparo.text.grade import grade, syllables
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def found() -> list[grading.Measured]:
    """Every kind of text of the site."""
    return grading.measured(all_sources(PROJECT, load_all(PROJECT, Problems())))


def test_no_kind_of_text_became_harder_to_read(found: list[grading.Measured]) -> None:
    """When it fails: say the texts that `make grades` names in shorter words; never raise the grade."""
    known = grading.kept(PROJECT)

    assert len(known) > 80
    assert [(one.kind, one.grade, most) for one, most in grading.risen(found, known)] == []


def test_every_kept_grade_belongs_to_a_kind(found: list[grading.Measured]) -> None:
    assert grading.kept(PROJECT).keys() - {one.kind for one in found} == set()


def test_kind_that_became_harder_is_told() -> None:
    easy, hard = (
        "Go to a safe place.",
        "Organisations representing intergovernmental institutions deliberate.",
    )
    before = grading.measured({"ui": [Message(None, f"{easy} {n}") for n in range(6)]})
    after = grading.measured({"ui": [Message(None, f"{hard} {n}") for n in range(6)]})
    known = {one.kind: one.grade for one in before}

    assert list(grading.risen(before, known)) == []
    assert [one.kind for one, _ in grading.risen(after, known)] == ["ui"]
    assert [one.kind for one, _ in grading.risen(after, {})] == ["ui"]


@pytest.mark.parametrize(
    "word, count",
    [
        ("help", 1),
        ("rights", 1),
        ("called", 1),
        ("wanted", 2),
        ("people", 2),
        ("danger", 2),
        ("being", 2),
        ("area", 3),
        ("violence", 3),
        ("government", 3),
        ("protection", 3),
        ("organisation", 5),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_long_sentences_and_long_words_are_harder() -> None:
    assert grade(["Call now."]) < grade(["Call a person whom you trust now, and say where you are."])
    assert grade(["Call the group now."]) < grade(["Call the organisation immediately."])
