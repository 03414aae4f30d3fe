"""A letter is made on the device alone: its sentences in any language, answers of a report carried over by
hand, and nothing is kept. Without script the same page is filled in by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.driving import drive
from tests.conftest import ROOT
from tests.site.facts import read, said
from tests.together.facts import records

LETTER = "collective-letter"
TYPED = {"to": 'The "Minister" <b>of</b> Justice & Co', "what": "My own words stay."}
"""Gaps that somebody fills in by hand; the second could be carried over too."""


def question(field: str, language: str) -> str:
    """A question of the incident report in a language."""
    sections = read(ROOT / "data/incident/fields.yml")["sections"]
    for section in sections:
        for one in section["fields"]:
            if one["id"] == field:
                path = f"incident/fields#sections.{section['id']}.fields.{field}.ask"
                return said(language, one["ask"], path)
    raise LookupError(field)


def report(language: str) -> str:
    """The plain text of an incident report, as its page makes it."""
    answers = {
        "full-name": "Kamari of Marenda",
        "work-activity": said(language, "(not filled in)"),
        "incident-account": "Two men came.",
        "measures-asked": "Let her go.\nTell where she is.",
    }
    return "\n".join(f"{question(field, language)}\n{text}\n" for field, text in answers.items())


@pytest.fixture(scope="module")
def seen(site: Path) -> dict[str, Any]:
    """What a browser saw of a letter in English, with a report in Spanish."""
    page = (site / f"solidarity/letter-{LETTER}.html").as_uri()
    return drive(
        str(Path(__file__).parent / "letter.mjs"),
        page=page,
        plain=(site / "solidarity/index.html").as_uri(),
        report=report("es"),
        gap=TYPED,
        tongue="ar",
    )


def sentences(language: str) -> list[str]:
    """The sentences of the letter that stand."""
    return [
        said(language, part["text"], f"solidarity/letters/{LETTER}#parts.{part['id']}.text")
        for part in records("solidarity/letters")[LETTER]["parts"]
        if "text" in part
    ]


def test_answers_of_a_pasted_report_fill_empty_gaps_and_nothing_else(seen: dict[str, Any]) -> None:
    gaps = seen["filled"]["gaps"]

    assert {id: text for id, text in gaps.items() if text} == TYPED | {
        "who": "Kamari of Marenda",
        "demand": "Let her go.\nTell where she is.",
    }
    assert seen["filled"]["said"] == ["carry"]


@pytest.mark.parametrize("moment, language", [("filled", "en"), ("told", "ar")])
def test_letter_holds_its_sentences_and_gaps_in_order(
    moment: str, language: str, seen: dict[str, Any]
) -> None:
    made = seen[moment]["made"]
    places = [made.index(text) for text in sentences(language)]

    assert places == sorted(places) and all(text in made for text in TYPED.values())
    assert made.index(TYPED["to"]) < made.index("Kamari") < made.index("Let her go.")
    assert seen["told"]["printed"] == {"text": seen["told"]["made"], "isShown": True}
    assert (seen["filled"]["dir"], seen["told"]["dir"]) == ("ltr", "rtl")


@pytest.mark.parametrize("moment", ["forgotten", "back"])
def test_letter_is_forgotten_when_she_says_so_or_leaves(moment: str, seen: dict[str, Any]) -> None:
    assert seen[moment]["gaps"] == seen["empty"]["gaps"] and seen[moment]["made"] == seen["empty"]["made"]


def test_letter_keeps_nothing_and_asks_nobody(seen: dict[str, Any]) -> None:
    states = [value for value in seen.values() if isinstance(value, dict) and "kept" in value]

    assert seen["asked"] == [] and len(states) == 5
    assert [s["kept"] for s in states] == [[0, 0, "", "", None]] * 5 and all(
        not s["violations"] for s in states
    )


def test_letter_without_script_is_a_form_for_a_pen(seen: dict[str, Any]) -> None:
    gaps = [part for part in records("solidarity/letters")[LETTER]["parts"] if "ask" in part]

    assert seen["plain"]["boxes"] == len(gaps) and min(seen["plain"]["heights"]) > 40
    assert seen["plain"]["tools"] == 0 and seen["plain"]["told"] == 1


def test_letters_name_no_real_case() -> None:
    """No name of a person, group or place stands in a letter: only sentences and questions."""
    names = {name for news in records("news").values() for name in news["title"].split() if name.istitle()}
    names &= {"Syria", "Oman", "Chile", "Russia", "Guatemala", "Julia", "Khalil"}
    texts = [
        text
        for letter in records("solidarity/letters").values()
        for part in letter["parts"]
        for text in (part.get("text"), part.get("ask"), part.get("hint"))
        if text
    ]

    assert names and [text for text in texts if any(name in text for name in names)] == []
