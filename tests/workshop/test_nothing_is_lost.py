"""Nothing was lost between the dossier's curriculum and the records, and the core session is whole."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.site import facts
from tests.workshop import curriculum

DOSSIER = (
    Path(os.environ.get("AMPARO_DOSSIER", ROOT.parent / "shared" / "dossier")) / "curriculum/curriculum.yml"
)

at_hand = pytest.mark.skipif(
    not DOSSIER.exists(), reason="the dossier is not at hand: it stands beside a checkout in shared/"
)

NOT_KEPT = {
    "seed": "the number of the origin document; `content_map` says where its pieces stand",
    "dossier": "paths into the dossier; rows and points name records instead",
    "key_points_note": "a path into the dossier, for its writers",
    "national_steps_first.source": "`dossier` or `own`: said by the mechanism's record",
    "national_steps_first.confidence": "said by the row's confidence",
    "pages": "sides of paper are counted on the PDFs",
    "author not named in the seed": "not known is left out",
    "agendas": "their clocks are ours: breaks, a check-in, care and an evaluation are checked promises",
}
"""What is left out on purpose, and why."""

CORRECTED = {
    "Explain that this session follows risk on purpose.": "care comes before the heaviest session",
    "Go back to the actor map and the five circles.": "not every agenda makes them",
    "Guidelines on defenders bind diplomats of the European Union to act outside the Union. "
    "Norway and Switzerland have their own.": "guidelines bind nobody",
    "At the end of the day ask each person to hold up one to five fingers with closed eyes, "
    "I could be myself here.": "nobody is asked to close her eyes",
    "three tables, two chairs each": "threes need three chairs",
    "Two rounds": "three people need three rounds",
    "Seven minutes of meeting and three of feedback, then change roles. "
    "The observer notes the request and the answer.": "three people need three rounds",
    "Use the case cards. Change roles after round one.": "three people need three rounds",
    "First hour: get medical help. After sexual violence, within 72 hours for medicine, "
    "and it remains worthwhile later.": "marked: the limit rests on memory",
    "Five minutes, one breath and one word.": "a short version with steps",
    "One practice and one agreement, twenty minutes.": "a short version with steps",
    "Draw for ten minutes, tell for four minutes each, listeners name what made it safe.": "plainer words",
    "Complete the sentence, in our team, when this sign appears, somebody will, "
    "and we will know it works because.": "plainer words",
    "Complete two sentences, within two weeks I will, and I will no longer.": "plainer words",
    "Add security and well-being to the budget without going above the total by more than a tenth. "
    "Say what you would reduce.": "plainer words",
}
"""Sentences that were wrong, and why."""

CORE = "international-protection-mechanisms"


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a value with its path, without positions in lists."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, path)
    elif value not in (None, "", "null"):
        yield path, " ".join(value.split())


def ours() -> set[str]:
    """Every text of our curriculum."""
    found = {text for file in curriculum.DATA.rglob("*.yml") for _, text in texts(facts.read(file))}
    return found | {key for file in curriculum.DATA.rglob("*.yml") for key, _ in texts(facts.read(file))}


@at_hand
def test_every_text_of_the_dossier_stands_in_a_record() -> None:
    theirs = facts.read(DOSSIER)
    renamed = {
        "aarhus-sr-environmental-defenders": "un-aarhus-sr",
        "national-protection-mechanism": "true",
        "own": "",
    }
    left = [
        (path, text)
        for path, text in texts(
            {key: theirs[key] for key in theirs if key not in ("schema", "id", "language", "built_around")}
        )
        if renamed.get(text, text) not in ours_cached() and text not in CORRECTED
        if not any(re.search(rf"(^|\.){re.escape(name)}(\.|$)", path) or name == text for name in NOT_KEPT)
        if renamed.get(text) != ""
    ]

    assert left == []


_ours: set[str] = set()


def ours_cached() -> set[str]:
    """`ours`, read once."""
    if not _ours:
        _ours.update(ours())
    return _ours


@at_hand
def test_nothing_changes_its_place_between_sessions_and_handouts() -> None:
    theirs = facts.read(DOSSIER)
    for kind in ("sessions", "handouts"):
        for record in theirs[kind]:
            mine = {text for _, text in texts(curriculum.records(kind)[record["id"]])} | {""}
            kept = {
                key: part
                for key, part in record.items()
                if key in ("title", "aim", "steps", "contents", "days", "materials", "exercises")
            }
            assert {
                text
                for path, text in texts(kept)
                if text not in mine and text not in CORRECTED and not text.isdigit()
            } == set(), record["id"]


def test_there_is_as_much_as_the_curriculum_has() -> None:
    counts = {
        folder: len(curriculum.records(folder)) for folder in ("sessions", "handouts", "agendas", "plans")
    }
    terms = facts.read(curriculum.DATA / "glossary.yml")["terms"]

    assert counts == {"sessions": 20, "handouts": 34, "agendas": 7, "plans": 4} and len(terms) == 65


def test_every_piece_of_the_core_session_stands_where_its_map_says() -> None:
    record = curriculum.session(CORE)
    fields = {
        "steps": "steps",
        "key point": "key_points",
        "key points": "key_points",
        "facilitation note": "facilitation_notes",
        "facilitation notes": "facilitation_notes",
    }
    cases = {case["id"] for exercise in record["exercises"] for case in exercise["scenario_texts"]}
    for piece in record["content_map"]:
        for place in piece["where"]:
            _words, _, _number = place.partition(" ") if place.startswith("steps") else place.rpartition(" ")
            if place.startswith("handout "):
                assert place.split()[1] in record["handouts"], piece["piece"]
            elif place in cases or place in record:
                assert place in cases or record[place]
            else:
                kind = re.match(r"[a-z ]*[a-z]", place)[0].removesuffix(" and").removesuffix(" to")
                last = int(re.findall(r"\d+", place)[-1])
                assert len(record[fields[kind.strip()]]) >= last, f"{piece['piece']}: {place}"
    assert len(record["content_map"]) == 11
