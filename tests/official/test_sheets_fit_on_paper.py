"""A country sheet prints on two sides, A4 and Letter, in 11 pt black on white."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.driving import ask_node
from tests.conftest import LANGUAGES, ROOT

MOST_SIDES = 2


def sides(jobs: list[dict[str, str]]) -> list[int]:
    """How many sides each page needs, printed by a real browser."""
    return ask_node(jobs, ROOT / "tests/official/print.mjs", timeout=600)


def sheets(site: Path, language: str) -> list[Path]:
    return sorted(
        p for p in (site / ("" if language == "en" else language) / "emergency/countries").glob("??.html")
    )


@pytest.mark.parametrize(
    "language, format, most",
    [("es", "A4", 250), ("en", "Letter", 40), ("ar", "Letter", 40), ("ar", "A4", 40)],
)
def test_sheets_fit_on_two_sides(site: Path, language: str, format: str, most: int) -> None:
    """All of the language with the longest words; of the others the largest, which are the ones that could
    fail."""
    pages = sorted(sheets(site, language), key=lambda page: -page.stat().st_size)[:most]
    found = sides([{"url": page.as_uri(), "format": format} for page in pages])

    assert (
        len(pages) == most
        and [(p.stem, n) for p, n in zip(pages, found, strict=True) if not 1 <= n <= MOST_SIDES] == []
    )


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_the_page_for_desk_officers_is_one_side(site: Path, format: str) -> None:
    pages = [site / ("" if code == "en" else code) / "mechanisms/desk.html" for code in LANGUAGES]
    found = sides([{"url": page.as_uri(), "format": format} for page in pages])

    assert dict(zip(LANGUAGES, found, strict=True)) == dict.fromkeys(LANGUAGES, 1)


def test_paper_is_never_set_smaller_than_11_points() -> None:
    css = (ROOT / "hooks/theme/assets/amparo.css").read_text("utf-8")
    paper = css[css.index("@media print") :]

    assert [
        size for size in re.findall(r"font-size: ([\d.]+)pt", paper) if float(size) < 11
    ] == [] and "font-size: 11pt" in paper
