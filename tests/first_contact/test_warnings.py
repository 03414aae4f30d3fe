"""A newcomer reads the warning before the number: for every body and country of the lists, in all languages
and products."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.first_contact.test_whom import folder
from tests.site import facts
from tests.site.document import Node, parse

NOWHERE = ""
"""Pages that are not about one country warn of every country."""


def unwarned(offer: Node, country: str) -> list[str]:
    """Dangers of a body that are not told before its first number or address."""
    id, told, missing = offer["data-body"], set(), []
    places = [country] if country else sorted(facts.places())
    wanted = {d for place in places for d in raw.dangers(id, place)}
    for node in offer.all():
        if node["data-danger"]:
            told.add(node["data-danger"])
        if node["data-contact"] or node["data-contact"]:
            missing = sorted(wanted - told)
            break
    return [f"{id} in {country or 'the world'}: {one}" for one in missing]


def offers(page: Path) -> list[Node]:
    """Every element that offers a body."""
    return [node for node in parse(page.read_text("utf-8")).all() if node["data-body"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_country_sheets_warn_before_every_contact(site: Path, language: str) -> None:
    found = []
    for code in facts.places():
        page = folder(site, language) / f"emergency/countries/{code.lower()}.html"
        found += [one for offer in offers(page) for one in unwarned(offer, code)]

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_ends_warn_before_every_contact(site: Path, language: str) -> None:
    root = folder(site, language)
    pages = [root / "index.html", root / "emergency/index.html"]
    for kind in ("triage", "situations", "services", "regions", "groups", "languages"):
        pages += sorted((root / "emergency" / kind).glob("*.html"))
    found = [one for page in pages for offer in offers(page) for one in unwarned(offer, NOWHERE)]

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_warns_before_its_first_contact(site: Path, language: str) -> None:
    wrong = []
    for id, record in facts.organisations().items():
        wanted = {d for place in facts.places() for d in raw.dangers(id, place)}
        page = parse((folder(site, language) / f"emergency/organisations/{id}.html").read_text("utf-8"))
        told: set[str] = set()
        for node in page.first("main").all():
            if node["data-danger"]:
                told.add(node["data-danger"])
            if node["data-contact"]:
                break
        if record.get("contacts") and wanted - told:
            wrong.append(f"{id}: {sorted(wanted - told)}")

    assert wrong == []


def test_a_country_sheet_says_who_is_dangerous_there_before_it_lists_helpers(site: Path) -> None:
    """Rules that touch everybody stand above the first section."""
    for d in raw.designations():
        for country in (d["country"], *d.get("also_in", ())):
            if d.get("names_everybody") == "true" and country in facts.places():
                page = parse((site / f"emergency/countries/{country.lower()}.html").read_text("utf-8"))
                order = [
                    "rule" if node["data-danger"] == d["id"] else "section"
                    for node in page.all()
                    if node["data-danger"] == d["id"] or node["data-situation"]
                ]

                assert order and order[0] == "rule", f"{country}: {d['id']}"
