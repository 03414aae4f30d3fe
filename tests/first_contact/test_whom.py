"""Whom ends and country sheets name: nobody who does not fit, nobody twice, and an honest sentence instead of
nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.site import facts
from tests.site.document import Node, parse

MOST = 3


def folder(site: Path, language: str) -> Path:
    """The pages of a language."""
    return site if language == LANGUAGES[0] else site / language


def named(part: Node) -> list[str]:
    """Bodies that a part of a page offers, in order."""
    return [node["data-body"] for node in part.all() if node["data-body"]]


def faults(page: Path, country: str | None) -> list[str]:
    """What is wrong with the sections of a page."""
    found = []
    for part in parse(page.read_text("utf-8")).all("section"):
        code = part["data-situation"]
        if not code:
            continue
        bodies = named(part)
        if len(bodies) > MOST or len(set(bodies)) < len(bodies):
            found.append(f"{page.name} {code}: {bodies}")
        if not bodies and not any("data-none" in node.attributes for node in part.all()):
            found.append(f"{page.name} {code}: nobody, and no word about it")
        for id in bodies:
            for rule in raw.why_unfit(facts.organisations()[id], code, country):
                found.append(f"{page.name} {code}: {id} ({rule})")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_in_a_section_of_a_country_fits(site: Path, language: str) -> None:
    pages = {
        code: folder(site, language) / f"emergency/countries/{code.lower()}.html" for code in facts.places()
    }

    assert [fault for code, page in pages.items() for fault in faults(page, code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_at_an_end_fits(site: Path, language: str) -> None:
    ends = sorted((folder(site, language) / "emergency/triage").glob("*.html"))
    found = [fault for page in ends for fault in faults(page, None)]

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_sheet_has_a_section_for_every_situation(site: Path, language: str) -> None:
    """Links on paper and on other pages lead to these parts."""
    for code in facts.places():
        page = parse((folder(site, language) / f"emergency/countries/{code.lower()}.html").read_text("utf-8"))
        sections = {
            node["id"]: node["data-situation"] for node in page.all("section") if node["data-situation"]
        }

        assert sections == {f"with-{one}": one for one in raw.situations()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_named_twice_in_the_lines_to_call_first(site: Path, language: str) -> None:
    for code in facts.places():
        page = parse((folder(site, language) / f"emergency/countries/{code.lower()}.html").read_text("utf-8"))
        calls = named(page.first(".call")) if page.first(".call") else []

        assert len(calls) == len(set(calls)) <= MOST
        assert [id for id in calls if "contact" in raw.punished(id, code)] == []


def test_an_end_leads_to_the_section_of_its_situation_in_every_country(site: Path) -> None:
    """The page between them lists all countries, so that no script is needed."""
    for file in sorted((site / "emergency/situations").glob("*.html")):
        if file.stem != "index":
            links = {node["href"] for node in parse(file.read_text("utf-8")).all("a")}

            assert {f"../countries/{c.lower()}.html#with-{file.stem}" for c in facts.places()} <= links
