"""Whoever types a kind of action, or "news" and a country, finds its page among the first results."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from tests.conftest import LANGUAGES
from tests.search.conftest import drive
from tests.site.facts import in_every_language, said
from tests.together.facts import records

FIRST = 5
"""Results that are on a phone's screen or just below."""

NAMED = {"Julia Chuñil": "news/2025.html", "ECOWAS": "news/2025.html"}
"""Names that stand in the titles of news of the last years, as they are written in English."""


def asked(language: str) -> dict[str, str]:
    """What is typed, and the page that it should find."""
    kinds = {
        said(language, kind["title"], f"solidarity/kinds/{id}#title"): f"solidarity/{id}.html"
        for id, kind in records("solidarity/kinds").items()
    }
    news = said(language, "News")
    countries = {
        f"{news} {Locale(language).territories[code]}": f"news/in-{code.lower()}.html"
        for code in ("UG", "MX", "SY")
    }
    return kinds | countries | (NAMED if language == "en" else {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_actions_and_news_are_found_by_their_words(language: str, site: Path) -> None:
    start = (site / dict(in_every_language("index.html"))[language]).as_uri()
    wanted = asked(language)
    # One word is typed so that the page loads the engine, which is then asked for all the others.
    answers = drive(visits=[{"page": start, "type": ["a"]}], queries=list(wanted))["answers"]
    lost = {
        words: found[:FIRST]
        for (words, address), found in zip(wanted.items(), answers["found"], strict=True)
        if address not in found[:FIRST]
    }

    assert lost == {}
