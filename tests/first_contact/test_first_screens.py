"""On a phone, the first three screens of a country sheet hold whom to call, the country's danger and its own
help; on paper, the front does."""

from __future__ import annotations

import gzip
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests.browser.driving import drive
from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.first_contact.marks import main, marks
from tests.first_contact.test_whom import sheet
from tests.official.test_sheets_fit_on_paper import sides
from tests.site import facts

THREE_SCREENS = 3 * 740
HEAVIEST = 14_000
"""Bytes of a sheet as gzip: what arrives with the first packets."""

SAMPLE = {"en": 250}
OTHERS = 40
"""Sheets that are looked at in English, and in each other language: those with most warnings could fail."""
FIRST_KINDS = {"ambulance", "general-emergency", "police", "women", "rape", "suicide", "child"}
READ_FROM_AFAR = 24.0
"""Points of the three numbers on the printed front."""


def has_help_of_its_own(country: str) -> bool:
    """Whether the data have a line of the country for body and life on whose number sources agree."""
    return any(
        line["country"] == country
        and line["kind"] in FIRST_KINDS - {"police"}
        and line["agreement"] != "differs"
        for line in facts.lines()
    )


def rules_of(country: str) -> set[str]:
    """Rules that touch everybody in a country."""
    return {
        d["id"]
        for d in raw.designations()
        if d.get("names_everybody") == "true" and country in (d["country"], *d.get("also_in", ()))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_three_screens_hold_whom_to_call_the_danger_and_help_of_the_country(
    site: Path, language: str
) -> None:
    codes = sorted(facts.places(), key=lambda code: -len(rules_of(code)))[: SAMPLE.get(language, OTHERS)]
    seen = drive(
        "../first_contact/screens.mjs",
        pages=[sheet(site, language, code).as_uri() for code in codes],
        depth=THREE_SCREENS,
    )
    wrong = []
    for code, found in zip(codes, seen, strict=True):
        own = [
            id for id in found["bodies"] if code in facts.organisations()[id]["serves"].get("countries", ())
        ]
        wrong += [f"{code}: no heading"] if not found["call"] else []
        wrong += (
            [f"{code}: no danger"] if rules_of(code) and not rules_of(code) & set(found["dangers"]) else []
        )
        wrong += (
            [f"{code}: no help of its own"]
            if has_help_of_its_own(code) and not (own or found["lines"])
            else []
        )
        wrong += [f"{code}: {found['width']} points wide"] if found["width"] > 360 else []

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sheet_is_heavier_than_the_first_round_trip(site: Path, language: str) -> None:
    weights = {
        code: len(gzip.compress(sheet(site, language, code).read_bytes(), 9, mtime=0))
        for code in facts.places()
    }

    assert {code: weight for code, weight in weights.items() if weight > HEAVIEST} == {}


@pytest.mark.parametrize("language, format", [("en", "Letter"), ("en", "A4"), ("ar", "A4")])
def test_paper_is_a_leaf_of_two_sides(site: Path, language: str, format: str) -> None:
    """The heaviest ones, and others from the whole world."""
    pages = sorted((sheet(site, language, code) for code in facts.places()), key=lambda p: -p.stat().st_size)
    sample = pages[:40] + pages[40::11][:20]
    found = sides([{"url": page.as_uri(), "format": format} for page in sample])

    assert len(sample) == 60
    assert [(page.stem, n) for page, n in zip(sample, found, strict=True) if n != 2] == []


def test_front_has_three_numbers_to_read_from_afar(site: Path, tmp_path: Path) -> None:
    """Where there are three: lines to call and lines of the country, on the first side."""
    codes = ["KE", "MX", "RU", "PH", "TN", "CO", "IN", "NG", "FR", "BR"]
    jobs = [
        {"url": sheet(site, "en", code).as_uri(), "format": "A4", "file": str(tmp_path / f"{code}.pdf")}
        for code in codes
    ]
    sides(jobs)
    for code in codes:
        done = subprocess.run(
            ["pdftotext", "-f", "1", "-l", "1", "-bbox", tmp_path / f"{code}.pdf", "-"],
            capture_output=True,
            text=True,
            check=True,
        )
        words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', done.stdout)
        # The box of a word is a little higher than its letters are set.
        large = {
            round(float(top))
            for top, low, word in words
            if float(low) - float(top) >= READ_FROM_AFAR and any(c.isdigit() for c in word)
        }

        assert len(large) >= 3, code


def test_the_back_names_whom_the_screen_names_first(site: Path, tmp_path: Path) -> None:
    """Where a warning must stand before a number, the name stands alone: it is never left out with it."""
    codes = ["BD", "KE", "RU", "EG", "MX", "BY"]
    jobs = [
        {"url": sheet(site, "es", code).as_uri(), "format": "A4", "file": str(tmp_path / f"{code}.pdf")}
        for code in codes
    ]
    sides(jobs)
    for code in codes:
        done = subprocess.run(
            ["pdftotext", "-f", "2", tmp_path / f"{code}.pdf", "-"],
            capture_output=True,
            text=True,
            check=True,
        )
        back = "".join(done.stdout.split())
        named = [
            unescape(re.sub("<[^>]+>", "", name))
            for part in re.findall(
                r"<section[^>]* data-situation=.*?</section>", main(sheet(site, "es", code)), re.DOTALL
            )
            for name in re.findall(r'<p class="who"><a[^>]*>(.*?)</a>', part)[:2]
        ]

        assert named and [name for name in named if "".join(name.split()) not in back] == [], code


def test_marks_are_read_in_their_order() -> None:
    html = (
        '<main><li data-body="a"><p data-danger="d">x</p><a data-contact="a/c1">1</a></li><p data-none>n</p>'
    )

    assert marks(html) == [("body", "a"), ("danger", "d"), ("contact", "a/c1"), ("none", "")]
