"""Pages behave under a reader's hands: the place stays when the language changes, what is written is not
thrown away, letters that are put together open nothing, and what is found is said when she pauses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .driving import drive
from .pages import KINDS


@pytest.fixture(scope="module")
def seen(site: Path) -> Any:
    """What happened."""
    address = {
        name: site.joinpath(KINDS[kind]).as_uri()
        for name, kind in (
            ("start", "country"),
            ("list", "service"),
            ("report", "incident report"),
            ("official", "official ways"),
        )
    }
    return drive("manners.mjs", **address)


def test_change_of_language_keeps_the_part(seen: Any) -> None:
    assert seen["part"]["hash"] == "#with-held" and -10 < seen["part"]["top"] < 150


def test_change_of_language_keeps_the_place_in_a_long_list(seen: Any) -> None:
    assert seen["list"]["hash"].startswith("#at-") and 0.4 < seen["list"]["far"] < 0.8
    assert seen["top"]["hash"] == ""


def test_three_shifts_leave_but_not_while_somebody_writes(seen: Any) -> None:
    assert seen["writing"] == {"isHere": True, "text": "They came at night"}
    assert not seen["reading"]["isHere"]


def test_enter_that_ends_a_composition_opens_nothing(seen: Any) -> None:
    assert seen["search"]["composed"]["inBox"] and not seen["search"]["entered"]["inBox"]


def test_results_are_said_when_the_typing_pauses(seen: Any) -> None:
    typing, paused = seen["search"]["typing"], seen["search"]["paused"]

    assert typing["shown"] and typing["aloud"] == "" and paused["aloud"] == paused["shown"] != ""


def test_landmarks_and_links_are_told_apart_by_their_names(seen: Any) -> None:
    told = seen["told"]

    assert told["folds"] == ["Menu"]
    assert {"Menu", "Languages", "In danger now?"} <= set(told["landmarks"])
    assert "" not in told["landmarks"]
    assert len(told["links"]) == len(set(told["links"])) > 3
