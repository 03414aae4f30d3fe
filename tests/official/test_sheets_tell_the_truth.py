"""The second page of every country says of every mechanism what the raw lists say, and its sheet nothing
else, worked out here without the program's
own rules."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from tests.conftest import LANGUAGES, ROOT

ENTRY = re.compile(r'data-mechanism="([^"]+)" data-open="([^"]+)"')

HAND_READ = {
    # Read by hand from the lists of States, country by country: what must be open, closed or left open as
    # unconfirmed.
    "MX": {
        "yes": {
            "iachr-precautionary-measures",
            "un-hrc-op1",
            "un-cedaw-op",
            "un-crpd-op",
            "icc-otp",
            "mexico-mecanismo",
            "un-ced-30",
        },
        "no": {"ecthr-rule-39", "un-aarhus-sr"},
        "unconfirmed": {"un-cat-22", "un-cerd-14", "un-ced-31", "un-cescr-op", "un-crc-opic"},
    },
    "HN": {
        "yes": {
            "iachr-precautionary-measures",
            "un-hrc-op1",
            "un-cescr-op",
            "honduras-mecanismo",
            "un-ced-30",
        },
        "no": {"un-cedaw-op"},
        "unconfirmed": {"un-crc-opic", "un-cat-22"},
    },
    "CO": {
        "yes": {
            "iachr-precautionary-measures",
            "un-hrc-op1",
            "un-cedaw-op",
            "colombia-unp",
            "escazu-article-9",
        },
        "no": {"achpr-sr-hrd", "ecthr-rule-39"},
        "unconfirmed": {"un-cedaw-inquiry", "un-crpd-op", "un-ced-31"},
    },
    "PH": {
        "yes": {"un-hrc-op1", "un-cedaw-op", "un-cedaw-inquiry"},
        "no": {"icc-otp", "un-ced-30", "philippines-bills-writs"},
        "unconfirmed": {"un-crpd-op", "un-cat-22"},
    },
    "TN": {
        "yes": {"un-hrc-op1", "achpr-sr-hrd", "un-ced-30", "icc-otp", "un-cedaw-op"},
        "no": {"african-court"},
        "unconfirmed": {"un-cat-22", "un-cerd-14"},
    },
    "BY": {
        "yes": {"un-cedaw-op", "odihr-focal-point-hrd"},
        "no": {"un-hrc-op1", "ecthr-rule-39", "un-aarhus-sr", "icc-otp"},
        "unconfirmed": {"un-crpd-op", "un-cescr-op"},
    },
    "ML": {
        "yes": {"un-hrc-op1", "achpr-sr-hrd", "african-court", "icc-otp", "mali-law"},
        "no": {"ecowas-court", "iachr-petitions"},
        "unconfirmed": {"un-ced-31", "un-cescr-op"},
    },
    "HU": {
        "yes": {"un-hrc-op1", "ecthr-rule-39", "un-aarhus-sr", "un-cedaw-op"},
        "no": {"icc-otp", "un-ced-30"},
        "unconfirmed": {"un-cat-22", "un-crc-opic"},
    },
    "NO": {
        "yes": {"un-hrc-op1", "ecthr-rule-39", "un-ced-30", "icc-otp"},
        "no": {"norway-guidelines"},
        "unconfirmed": {"un-cat-22", "un-crpd-op"},
    },
    "PS": {
        "yes": {"un-cedaw-op", "un-crpd-op", "un-crc-opic", "icc-otp"},
        "no": {"un-hrc-op1", "un-ced-30"},
        "unconfirmed": {"un-cat-22"},
    },
}


@lru_cache
def raw(folder: str) -> dict[str, dict]:
    """Every record of a folder as plain text values."""
    return {
        file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        for file in sorted((ROOT / "data" / folder).glob("*.yml"))
    }


def truth(mechanism: dict, country: str) -> str:
    """Whether a mechanism is open, worked out from the raw text alone."""
    where = mechanism["applies_to"]
    if mechanism["status"] in ("none", "draft") or (
        where.get("not_in_own") == "true" and mechanism.get("state") == country
    ):
        return "no"
    if {procedure["type"] for procedure in mechanism["procedures"]} == {"none"}:
        return "no"
    if "coverage" in where:
        found = raw("coverage")[where["coverage"]]
        if where.get("not_opted_out") == "true":
            if country in found.get("opted_out_of_inquiry", []):
                return "no"
            if country in found.get("opted_out_unconfirmed", []) and country in found["states"]:
                return "unconfirmed"
        doubtful = [claim["state"] for claim in found.get("unconfirmed_additions", [])]
        if found["confidence"] == "low" or country in doubtful:
            return "unconfirmed"
        if country in found["states"]:
            return "yes"
        is_whole = "count_expected" not in found or int(found["count_expected"]) == len(found["states"])
        return (
            "no"
            if is_whole or country in [left["state"] for left in found.get("former", [])]
            else "unconfirmed"
        )
    if "countries" in where:
        if where.get("is_confirmed") == "false":
            return "unconfirmed"
        return (
            "no"
            if country not in where["countries"]
            else "unconfirmed"
            if mechanism["status"] == "unknown"
            else "yes"
        )
    return "unconfirmed" if mechanism["confidence"] == "low" or mechanism["status"] == "unknown" else "yes"


def shown(site: Path, language: str, country: str) -> dict[str, str]:
    """What the page of all official ways says: mechanism to answer. The two or three on the sheet are among
    them."""
    folder = (site if language == "en" else site / language) / "emergency/countries"
    sheet = ENTRY.findall((folder / f"{country.lower()}.html").read_text("utf-8"))
    entries = ENTRY.findall((folder / f"{country.lower()}-official.html").read_text("utf-8"))
    assert set(sheet) <= set(entries), country
    return dict(entries)


@pytest.fixture(scope="module")
def countries() -> list[str]:
    return [
        place["code"]
        for place in yaml.load((ROOT / "data/places.yml").read_text("utf-8"), yaml.BaseLoader)["places"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_agrees_with_the_lists(site: Path, countries: list[str], language: str) -> None:
    wrong = []
    for country in countries:
        found = shown(site, language, country)
        for id, mechanism in raw("mechanisms").items():
            expected = truth(mechanism, country)
            # A door of another State or region may be left away, but never claimed.
            if found.get(id, "no") != expected:
                wrong.append((country, id, found.get(id), expected))

    assert wrong == []


def test_procedures_that_any_state_can_accept_are_on_every_sheet(site: Path, countries: list[str]) -> None:
    universal = {
        id for id, m in raw("mechanisms").items() if m["level"] == "un" and "coverage" in m["applies_to"]
    }

    assert {country: universal - set(shown(site, "en", country)) for country in countries} == {
        country: set() for country in countries
    }


@pytest.mark.parametrize("country", HAND_READ)
def test_ten_countries_read_by_hand_are_right(site: Path, country: str) -> None:
    found = shown(site, "en", country)

    assert {id: found.get(id, "no") for ids in HAND_READ[country].values() for id in ids} == {
        id: answer for answer, ids in HAND_READ[country].items() for id in ids
    }


def test_incomplete_lists_never_say_not_open(site: Path, countries: list[str]) -> None:
    gaps = {
        id
        for id, c in raw("coverage").items()
        if c["confidence"] == "low"
        or ("count_expected" in c and int(c["count_expected"]) != len(c["states"]))
    }
    doubtful = {id for id, m in raw("mechanisms").items() if m["applies_to"].get("coverage") in gaps}

    assert (
        doubtful
        and [
            (country, id)
            for country in countries
            for id, answer in shown(site, "en", country).items()
            if id in doubtful and answer == "no"
        ]
        == []
    )


@pytest.mark.parametrize(
    "language, words", [("en", "not confirmed"), ("es", "sin confirmar"), ("ar", "غير مؤكد")]
)
def test_pages_of_incomplete_lists_say_so(site: Path, language: str, words: str) -> None:
    folder = site if language == "en" else site / language
    silent = []
    for id, mechanism in raw("mechanisms").items():
        found = raw("coverage").get(mechanism["applies_to"].get("coverage", ""))
        if found and (
            found["confidence"] == "low"
            or int(found.get("count_expected", len(found["states"]))) != len(found["states"])
        ):
            text = (folder / "mechanisms" / f"{id}.html").read_text("utf-8").lower()
            if words not in text:
                silent.append(id)

    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_withdrawals_are_shown_with_their_date(site: Path, language: str) -> None:
    for country, mechanism, year in (
        ("by", "un-hrc-op1", "2023"),
        ("tn", "african-court", "2026"),
        ("hu", "icc-otp", "2026"),
    ):
        page = (
            site / ("" if language == "en" else language) / "emergency/countries" / f"{country}-official.html"
        ).read_text("utf-8")
        entry = page[page.index(f'data-mechanism="{mechanism}"') :]

        assert year in entry[: entry.index("</li>")], (country, mechanism)


def test_the_lists_are_those_of_the_dossier() -> None:
    file = ROOT.parent / "shared/dossier/mechanisms/coverage.yml"
    if not file.exists():
        pytest.skip("the dossier is not at hand")
    dossier = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    theirs = {id: c for block in ("procedures", "memberships") for id, c in dossier[block].items()}

    assert {id: sorted(c["states"]) for id, c in theirs.items()} == {
        id: sorted(c["states"]) for id, c in raw("coverage").items()
    }
    assert {id: sorted(f["state"] for f in c.get("former", [])) for id, c in theirs.items()} == {
        id: sorted(f["state"] for f in c.get("former", [])) for id, c in raw("coverage").items()
    }
    assert {id: (c["confidence"], c.get("count_expected")) for id, c in theirs.items()} == {
        id: (c["confidence"], c.get("count_expected")) for id, c in raw("coverage").items()
    }
