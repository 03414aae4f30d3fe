"""Whatever a page shows stands on its paper too, open where it is folded; every side has its number and the
day of the facts, and the last says whom to tell of an error."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .driving import drive
from .pages import KINDS, path, said

OWN_PAPER = {"country", "start", "landing"}
"""A country sheet has a leaf of its own, made for paper: what it holds is asked in tests/official. The first
two pages are doors: their paper has the lines to call."""

LEAVE = ".screen, .back, .doors, .letters, .parts, nav, [hidden], .buttons"
"""What paper has no use for: ways on, and how to use the screen."""

PRINTED = ("guidance", "mechanism", "organisation with offers")


@pytest.fixture(scope="module")
def printed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, list[list[str]]]:
    """The words that paper lacks, by page, and the words of each side of some."""
    folder = tmp_path_factory.mktemp("printed")
    kinds = [kind for kind in KINDS if kind not in OWN_PAPER]
    lacking = drive(
        "paper.mjs",
        pages=[
            site.joinpath(path(language, KINDS[kind])).as_uri() for language in ("en", "ar") for kind in kinds
        ],
        printed=[site.joinpath(path("es", KINDS[kind])).as_uri() for kind in PRINTED],
        folder=str(folder),
        leave=LEAVE,
    )
    texts = [
        subprocess.run(
            ["pdftotext", "-layout", folder / f"{n}.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        for n in range(len(PRINTED))
    ]
    return lacking, [text.rstrip("\f").split("\f") for text in texts]


def test_no_kind_of_page_prints_less_than_it_shows(printed: tuple[Any, list[list[str]]]) -> None:
    assert printed[0] == {}


def test_every_side_has_its_number_and_the_day_of_the_facts(printed: tuple[Any, list[list[str]]]) -> None:
    assert max(len(sides) for sides in printed[1]) > 1
    for sides in printed[1]:
        for number, side in enumerate(sides, 1):
            foot = " ".join(side.split()[-30:])

            assert re.search(rf"(?<!\d){number} ?/ ?{len(sides)}(?!\d)", foot), foot
            assert (
                said("es", "Facts as of %(day)s; check again after %(later)s.").split("%")[0].strip() in foot
            )


def test_paper_says_whom_to_tell_of_an_error(printed: tuple[Any, list[list[str]]]) -> None:
    for sides in printed[1]:
        assert said("es", "An error? Tell whoever gave you this paper.") in " ".join(sides[-1].split())
