"""What came of a call stands beside the number on pages, sheets, prints and in open data; and no page says
that nobody has rung its numbers where somebody has."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest

from amparo.building import site_of
from amparo.checks import check_all
from amparo.exports.writing import files_of
from amparo.model.loading import Loaded
from amparo.pages.site import Site
from amparo.settings import read_settings
from tests.conftest import LANGUAGES, PROJECT
from tests.site.document import parse

SETTINGS = read_settings(PROJECT)
NUMBER, LINE = "+353 1 210 0489", "1195"
UNRUNG = "Nobody has rung these numbers. Each says where it was seen."
SOME = "We rang only the numbers that say so. Each says where it was seen."
CONFIRMED = "Confirmed by a call in November 2026."
UNREACHED = "When we tried, nobody answered (November 2026)."


def tried(value: str, **more: str) -> dict[str, str]:
    """A call of November."""
    return {"date": "2026-11-20", "method": "called", "value": value, "by": "editor", **more}


@cache
def site(value: str = NUMBER) -> Site:
    """The site after a call to one body's emergency line, which was right, and to one of Kenya's lines, which
    nobody answered. `value` is what was dialled."""
    loaded: Loaded = check_all(PROJECT, SETTINGS.as_of)[0]
    body = loaded.organisations["front-line-defenders"]
    contacts = [
        type(c).model_validate(c.model_dump() | {"confirmed": tried(value)}) if c.value == NUMBER else c
        for c in body.contacts
    ]
    changed = body.model_copy(update={"contacts": tuple(contacts)})
    changed.__dict__.pop("sources_by_id", None)
    kenya = loaded.lines["ke"]
    lines = [
        type(n).model_validate(n.model_dump() | {"unreached": tried(LINE, result="no-answer")})
        if n.number == LINE
        else n
        for n in kenya.lines
    ]
    country = kenya.model_copy(update={"lines": tuple(lines)})
    country.__dict__.pop("shown", None)
    organisations = {**loaded.organisations, body.id: changed}
    found = replace(loaded, organisations=organisations, lines={**loaded.lines, "ke": country})
    return site_of(PROJECT, found, SETTINGS)


def text(kind: str, key: str = "", of: Site | None = None, language: str = "en") -> str:
    """A page as people read it."""
    one = of or site()
    return parse(one.page(one.page_of(kind, key), language)).text


PAGES = (
    ("organisation", "front-line-defenders"),
    ("country", "KE"),
    ("country-text", "KE"),
    ("without-internet", ""),
    ("situation", "threatened"),
    ("cards", "sub-saharan-africa"),
    ("poster", "sub-saharan-africa"),
    ("print", "helpers-sub-saharan-africa"),
)
"""Kinds of page, print and sheet that show the number."""


@pytest.mark.slow("makes the whole site in memory")
@pytest.mark.parametrize(("kind", "key"), PAGES)
def test_confirmation_stands_beside_the_number_and_the_page_says_so(kind: str, key: str) -> None:
    said = text(kind, key)

    assert NUMBER in said and CONFIRMED in said
    assert UNRUNG not in said and said.count(SOME) <= 1
    assert SOME in said


@pytest.mark.slow("makes the whole site in memory")
def test_pocket_edition_says_it_too() -> None:
    said = parse(site().pocket("en", lambda view: "")[1]).text

    assert CONFIRMED in said and SOME in said and UNRUNG not in said


@pytest.mark.slow("makes the whole site in memory")
def test_page_without_a_number_that_was_rung_says_that_nobody_has() -> None:
    assert UNRUNG in text("organisation", "cpj") and SOME not in text("organisation", "cpj")


@pytest.mark.slow("makes the whole site in memory")
def test_call_that_nobody_answered_is_told_beside_the_line() -> None:
    assert re.search(rf"{LINE}.{{0,200}}{re.escape(UNREACHED)}", text("country", "KE"))


@pytest.mark.slow("makes the whole site in memory")
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_it_in_its_own_words(language: str) -> None:
    html = site().page(site().page_of("organisation", "front-line-defenders"), language)
    told = re.search(r"<span data-rung>(.*?)</span>", html)

    assert told and "2026" in told[1] and 'lang="en"' not in told[1]
    assert (CONFIRMED in told[1]) == (language == "en")


@pytest.mark.slow("makes the whole site in memory")
def test_confirmation_of_another_value_is_told_nowhere() -> None:
    other = site("+353 1 210 0480")
    said = text("organisation", "front-line-defenders", other)
    records = json.loads(dict(files_of(other, "en"))["records.json"])
    (contact,) = [
        c for c in records["organisations"]["front-line-defenders"]["contacts"] if c["value"] == NUMBER
    ]

    assert CONFIRMED not in said and UNRUNG in said and "confirmed" not in contact


@pytest.mark.slow("makes the whole site in memory, and all open data of a language")
def test_open_data_tell_the_day_and_the_way() -> None:
    files = dict(files_of(site(), "en"))
    records = json.loads(files["records.json"])
    rows = files["en/contacts.csv"].decode().splitlines()
    (row,) = [line for line in rows if line.startswith("front-line-defenders,") and f"'{NUMBER}," in line]
    cards = re.sub(r"\r\n ", "", files["en/contacts.vcf"].decode())
    (card,) = [one for one in cards.split("BEGIN:VCARD") if "FN:Front Line Defenders\r\n" in one]

    assert row.endswith(",2026-11-20,called,")
    assert records["nobody_has_rung_these_numbers"] is False
    assert "Confirmed by a call: 2026-11-20" in card and "Nobody has rung" not in card
    assert [line for line in files["en/lines.csv"].decode().splitlines() if line.endswith(",,no-answer")]
    with zipfile.ZipFile(io.BytesIO(files["hsds/en.zip"])) as packed:
        for content in (files["bodies.jsonld"], packed.read("organizations.json")):
            assert "confirmed: 2026-11-20 (called)" in content.decode()
    assert b",2026-11-20\r\n" in files["uwazi.csv"]


@pytest.mark.slow("makes the whole site in memory")
def test_no_page_tells_who_rang() -> None:
    for kind, key in PAGES:
        assert "An editor of these records" not in text(kind, key)
