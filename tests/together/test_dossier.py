"""No piece of news of the dossier was lost, each with the body and country that it was about."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.data.test_dossier import DOSSIER, entries
from tests.together.facts import records

pytestmark = pytest.mark.skipif(
    not (DOSSIER / "solidarity.yml").is_file(),
    reason="the dossier is not at hand: see tests/data/test_dossier.py",
)


def test_each_piece_of_news_of_the_dossier_is_a_record() -> None:
    dossier = entries(DOSSIER / "solidarity.yml")["news"]
    theirs = Counter((n["date"], tuple(sorted(n["countries"]))) for n in dossier)
    ours = Counter((n["date"], tuple(sorted(n.get("countries", [])))) for n in records("news").values())

    assert len(dossier) == 66 and theirs - ours == Counter()


def test_each_kind_of_action_of_the_dossier_is_a_record() -> None:
    kinds = {
        "urgent-appeal" if k["id"] == "urgent-action-appeal" else k["id"]
        for k in entries(DOSSIER / "solidarity.yml")["kinds"]
    }

    assert kinds == records("solidarity/kinds").keys()
