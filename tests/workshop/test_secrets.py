"""What spoils an exercise is in no participants' file; it is on sheets to cut, with their copies."""

from __future__ import annotations

import itertools
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.site import facts
from tests.site.document import Node
from tests.workshop import curriculum, secrets
from tests.workshop.test_sheets import is_for_participants, prints

COPIES = {
    "person": "Copies: one for each person.",
    "pair": "Copies: one for each pair.",
    "group": "Copies: one for each small group.",
    "room": "Copies: one for the room.",
}


def squeeze(text: str) -> str:
    """Letters without spaces, signs of direction and forms of letters."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LN")


def test_every_secret_is_cut_and_every_cut_exercise_is_a_secret() -> None:
    cut = {
        exercise["id"]: exercise["cut"]["copies"] for _, exercise in secrets.exercises() if "cut" in exercise
    }

    assert cut.keys() == secrets.SECRETS.keys() and set(cut.values()) <= set(COPIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_secret_is_in_a_sheet_of_participants(language: str, site: Path) -> None:
    words = {squeeze(text) for text in secrets.texts(language)}
    theirs = {
        name: squeeze(node.first("main").text)
        for name, node in prints(site, language).items()
        if is_for_participants(name)
    }
    told = {f"{name}: {text[:50]}" for name, page in theirs.items() for text in words if text in page}

    assert len(words) > 100 and len(theirs) > 60 and told == set()


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_secret_is_in_a_pdf_of_participants(language: str, site: Path) -> None:
    """In Arabic the page is asked: a PDF may turn the letters of a ligature around."""
    words = {squeeze(text) for text in secrets.texts(language)}
    files = [
        file
        for file in (site / "workshop/print" / language).glob("*.pdf")
        if not file.stem.endswith(("-facilitator", "-cut")) and file.stem != "h-facilitator-debrief"
    ]
    told = set()
    for file in files:
        done = subprocess.run(
            ["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True
        )
        text = squeeze(done.stdout)
        told |= {f"{file.stem}: {secret[:50]}" for secret in words if secret in text}

    assert len(files) > 100 and told == set()


def pieces(node: Node) -> list[str]:
    """The pieces of a sheet that are cut, without their numbers."""
    return [squeeze(re.sub(r"^\s*\d+", "", item.text)) for item in node.all("li")]


def copies_by_title(language: str) -> dict[tuple[str, str], str]:
    """Copies of each exercise (`cut-sheet`) and each handout (`handout-sheet`), by its title."""
    found = {}
    for id, exercise in secrets.exercises():
        where = f"curriculum/sessions/{id}#exercises.{exercise['id']}.title"
        if "cut" in exercise:
            found["cut-sheet", facts.said(language, exercise["title"], where)] = exercise["cut"]["copies"]
    for id, record in curriculum.records("handouts").items():
        title = facts.said(language, record["title"], f"curriculum/handouts/{id}#title")
        found["handout-sheet", title] = record.get("copies", "person")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cut_sheet_says_its_copies(language: str, site: Path) -> None:
    said = {copies: facts.said(language, text) for copies, text in COPIES.items()}
    wanted, checked = copies_by_title(language), 0
    for name, node in prints(site, language).items():
        for sheet in node.all(".sheet") if "-cut" in name else ():
            kind = "cut-sheet" if "cut-sheet" in sheet.classes else "handout-sheet"
            copies = wanted[kind, sheet.first("h2").text]
            assert sheet.first(".copies").text.startswith(said[copies]), f"{name}: {copies}"
            checked += 1

    assert checked > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_strips_of_the_voice_message_are_not_in_the_order_of_the_telling(language: str, site: Path) -> None:
    session = curriculum.session("asking-in-writing")
    exercise = next(e for e in session["exercises"] if e["id"] == "ex-messy-message")
    told = facts.said(
        language,
        exercise["scenario_texts"][0]["text"],
        "curriculum/sessions/asking-in-writing#exercises.ex-messy-message.scenario_texts.text",
    )
    order = [squeeze(part) for part in re.split(r"(?<=[.!?؟])\s+", told)]
    strips = [
        piece
        for piece in pieces(prints(site, language)["session-asking-in-writing-cut"].first(".is-strips"))
        if piece in order
    ]
    places = [order.index(piece) for piece in strips]
    key = prints(site, language)["session-asking-in-writing-facilitator"]
    numbers = [
        [int(n) for n in bdi.text.split(", ")]
        for bdi in key.all("bdi")
        if re.fullmatch(r"\d+(, \d+)+", bdi.text)
    ]

    assert sorted(places) == list(range(len(order))) and len(order) > 10
    assert all(abs(one - other) > 1 for one, other in itertools.pairwise(places))
    assert [[places[n - 1] for n in found] for found in numbers] == [list(range(len(order)))]
