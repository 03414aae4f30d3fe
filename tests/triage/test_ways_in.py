"""Ways in that people looked for in vain: the danger at home, help for somebody else, and being abroad
already; and the pages on impostors and on evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site import facts
from tests.site.document import parse
from tests.triage.test_ways import Stops, entries
from tests.triage.walking import FIRST, folder, ways

NEW = ("danger-at-home", "for-somebody-else")
FIRST_CHOICES = 5
"""As many as a phone shows without much scrolling."""


def test_danger_at_home_and_somebody_else_are_among_the_first_choices() -> None:
    terms = facts.read(ROOT / "data/vocabulary/need.yml")["terms"]
    first = [term["code"] for term in sorted(terms, key=lambda term: int(term["order"]))][:FIRST_CHOICES]

    assert set(NEW) <= set(first)
    assert len({term["order"] for term in terms}) == len(terms)


def test_their_ends_are_about_what_people_came_for() -> None:
    reached = {need: {end["situation"] for end in entries()[need]["ends"]} for need in NEW}

    assert reached["danger-at-home"] == {"violence-at-home", "sexual-violence"}
    assert {"taken", "hurt", "sexual-violence", "violence-at-home", "crisis"} <= reached["for-somebody-else"]
    assert "abroad" in {end["situation"] for end in entries()["must-leave"]["ends"]}


def test_every_end_for_somebody_else_asks_that_person_or_says_what_to_do_when_nobody_can() -> None:
    silent = [
        end["id"]
        for end in entries()["for-somebody-else"]["ends"]
        if not any(word in " ".join(end["do"]).lower() for word in ("ask", "want", "let the person choose"))
    ]

    assert silent == []
    assert any("cannot ask" in end["title"] for end in entries()["for-somebody-else"]["ends"])


def test_steps_at_home_warn_of_the_phone_and_of_telling() -> None:
    """Who watches her at home must not learn of her plan from her words or her phone."""
    for end in entries()["danger-at-home"]["ends"]:
        if end["situation"] == "violence-at-home":
            told = " ".join((*end["do"], *end["do_not"]))
            assert "phone" in told and re.search("do not (say|tell)", told, re.IGNORECASE)


@pytest.mark.parametrize("page", ["is-it-really-them", "keep-evidence"])
def test_page_is_reached_from_the_emergency_page_and_from_an_end(
    page: str, site: Path, language: str
) -> None:
    there = folder(site, language).parent / f"{page}.html"
    links = {a["href"] for a in parse((there.parent / "index.html").read_text("utf-8")).all("a")}
    ends = [end["id"] for e in entries().values() for end in e["ends"] if f"emergency/{page}" in end["see"]]

    assert there.is_file() and f"{page}.html" in links and len(ends) >= 3


def test_first_page_leads_to_the_new_ways_in_at_most_five_questions(stops: Stops) -> None:
    ended = {way[-1].removesuffix(".html") for way in ways(stops)}

    assert {end["id"] for need in NEW for end in entries()[need]["ends"]} <= ended
    assert "leave-away" in ended and FIRST in stops
