"""Cards, posters and the short report fit on one side of A4 and Letter, with two lines that answer, and none in doubt."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.doors.test_sheets_fit_on_paper import sides
from tests.site import facts
from tests.site.document import parse

FEWEST_LINES = 2


def sheets(site: Path, language: str) -> list[Path]:
    folder = site / ("" if language == "en" else language) / "emergency/cards"
    return sorted(file for file in folder.glob("*.html") if file.stem != "index")


@pytest.mark.parametrize("language, format, most", [("es", "A4", 99), ("ar", "Letter", 99), ("en", "Letter", 6), ("ar", "A4", 6)])
def test_cards_and_posters_are_one_side(site: Path, language: str, format: str, most: int) -> None:
    pages = sheets(site, language)[:most]
    found = sides([{"url": page.as_uri(), "format": format} for page in pages])

    assert len(pages) >= 6 and [(page.stem, n) for page, n in zip(pages, found) if n != 1] == []


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_the_short_report_is_one_side(site: Path, format: str) -> None:
    pages = [site / folder / "emergency/incident/urgent.html" for folder in ("", "es", "ar")]

    assert sides([{"url": page.as_uri(), "format": format} for page in pages]) == [1, 1, 1]
