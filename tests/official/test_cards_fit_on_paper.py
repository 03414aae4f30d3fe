"""Cards, posters and the short report fit on one side of A4 and Letter, with two lines that answer, and none
in doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.official.test_sheets_fit_on_paper import sides
from tests.site import facts
from tests.site.document import parse

FEWEST_LINES = 2


def values(sheet: Path) -> list[str]:
    """The numbers and addresses of one card of a sheet, or of a poster."""
    slip = next(parse(sheet.read_text("utf-8")).all(".slip", ".poster"))
    return [node.text for node in slip.all(".value")]


def trusted() -> set[str]:
    """Values that two sources show, or an official body's own page in a record of high confidence: read from
    the raw data."""
    found = set()
    for body in facts.organisations().values():
        kinds = {source["id"]: source["kind"] for source in body["sources"]}
        for contact in body.get("contacts", []):
            agreed = contact.get("corroboration", {}).get("result", "")
            official = (
                kinds[contact["source"]] == "official"
                and body["confidence"] == "high"
                and agreed != "differs"
            )
            if (
                body["status"] == "active"
                and body["confidence"] != "low"
                and (agreed == "two-sources" or official)
            ):
                found.add(contact["value"])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_and_poster_has_two_lines_and_only_trusted_ones(site: Path, language: str) -> None:
    found = {sheet.stem: values(sheet) for sheet in sheets(site, language)}

    assert len(found) == 2 * len(facts.terms("region"))
    assert {
        name: lines
        for name, lines in found.items()
        if len(set(lines)) < FEWEST_LINES or not set(lines) <= trusted()
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_and_poster_says_the_day_of_its_facts_and_no_name_of_the_site(
    site: Path, language: str
) -> None:
    for sheet in sheets(site, language):
        paper = next(parse(sheet.read_text("utf-8")).all(".slip", ".poster")).text
        assert facts.day(language) in paper and "Amparo" not in paper, sheet


def sheets(site: Path, language: str) -> list[Path]:
    folder = site / ("" if language == "en" else language) / "emergency/cards"
    return sorted(file for file in folder.glob("*.html") if file.stem != "index")


@pytest.mark.parametrize(
    "language, format, most", [("es", "A4", 99), ("ar", "Letter", 99), ("en", "Letter", 6), ("ar", "A4", 6)]
)
def test_cards_and_posters_are_one_side(site: Path, language: str, format: str, most: int) -> None:
    pages = sheets(site, language)[:most]
    found = sides([{"url": page.as_uri(), "format": format} for page in pages])

    assert len(pages) >= 6 and [(page.stem, n) for page, n in zip(pages, found, strict=True) if n != 1] == []


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_the_short_report_is_one_side(site: Path, format: str) -> None:
    pages = [site / ("" if code == "en" else code) / "emergency/incident/urgent.html" for code in LANGUAGES]
    found = sides([{"url": page.as_uri(), "format": format} for page in pages])

    assert dict(zip(LANGUAGES, found, strict=True)) == dict.fromkeys(LANGUAGES, 1)
