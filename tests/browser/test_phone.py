"""On a small phone nothing runs out of the page, everything to press is large enough, and the focus is never
covered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..conftest import LANGUAGES
from .driving import drive
from .pages import KINDS, files, path

TARGETS = {
    "top line": ".top a",
    "languages": ".tongues :is(a, strong)",
    "menu": ".menu :is(summary, a)",
    "strip": ".strip a",
    "doors": ".door",
    "numbers": "a[href^='tel:']",
    "mailboxes": "a[href^='mailto:']",
    "helpers": ".who a, .card > a",
    "lines": ".lines a",
    "situations": ".choose a",
    "official ways": ".doorlist a",
    "names": ".names a",
    "foot": ".foot a",
}
"""What people press: at least 44 points high, the size of a fingertip."""

WIDE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>Bad</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>.top { position: sticky; top: 0; background: white; height: 60px }
p { height: 300px } i { display: block; width: 400px }
.number bdi { unicode-bidi: normal }</style></head><body>
<div class="top"><a href="#a">a</a></div><p><a href="#b">b</a></p>
<p><a href="#c">c</a></p><p><a href="#d">d</a></p>
<i>wide</i>
<p class="number"><a href="tel:+1">+1 234 567</a></p></body></html>"""


@pytest.fixture(scope="module")
def phone(site: Path) -> Any:
    """Every kind of page in every language, measured once."""
    landings = [site.joinpath(path(language, KINDS["landing"])).as_uri() for language in LANGUAGES]
    return drive(
        "phone.mjs",
        pages=[file.as_uri() for file in files(site, LANGUAGES)],
        targets=TARGETS,
        tabbed=landings,
    )


def test_no_page_is_wider_than_a_phone(phone: Any) -> None:
    assert {page: seen["width"] for page, seen in phone["measured"].items() if seen["width"] > 360} == {}


def test_everything_to_press_is_as_high_as_a_fingertip(phone: Any) -> None:
    heights = [
        (page, name, high)
        for page, seen in phone["measured"].items()
        for name, high in seen["heights"].items()
    ]

    assert {name for _, name, _ in heights} == TARGETS.keys()
    assert [found for found in heights if found[2] < 44] == []


@pytest.mark.parametrize("kind", ["start", "landing", "country"])
def test_number_in_arabic_begins_with_plus_on_the_left(kind: str, phone: Any, site: Path) -> None:
    numbers = phone["measured"][site.joinpath(path("ar", KINDS[kind])).as_uri()]["numbers"]

    assert len(numbers) >= 2
    assert all(
        number["text"][0] == "+" and number["lefts"] == sorted(number["lefts"]) for number in numbers
    ), numbers


def test_focus_is_never_covered_on_the_landing(phone: Any) -> None:
    for page, seen in phone["tabbed"].items():
        # There and back: every link at least twice.
        assert len(seen) > 60, page
        assert [found["text"] for found in seen if found["isHidden"]] == [], page


@pytest.mark.slow("starts a browser")
def test_phone_notices_a_bad_page(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(WIDE, "utf-8")
    address = (tmp_path / "bad.html").as_uri()

    found = drive("phone.mjs", pages=[address], targets={"top line": ".top a"}, tabbed=[address])

    seen = found["measured"][address]
    assert seen["width"] > 360 and seen["heights"]["top line"] < 44
    assert seen["numbers"][0]["lefts"] != sorted(seen["numbers"][0]["lefts"])
    assert any(focused["isHidden"] for focused in found["tabbed"][address])
