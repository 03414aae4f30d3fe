"""What people in danger type leads to what happened first, and everyday words lead to no country."""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from typing import Any

import pytest
from babel.messages.pofile import read_po

from amparo.search.writing import script
from tests.conftest import LANGUAGES, ROOT
from tests.search.conftest import QUERIES, analyser, in_node, the_site

EVERYDAY = 500
"""So many of the commonest words of our own texts in a language are asked one by one."""

FIRST = 3
TOLD_FIRST = re.compile(
    r"emergency/(triage/|services/(hotline|helpline|shelter|medical|psychosocial|legal|urgent)|countries/index|first-hour)"
)
"""What answers a threat to life: what happened, a line, or the help that comes at once."""

OWN_SCRIPT = {
    "Україна": "ua",
    "中国": "cn",
    "ایران": "ir",
    "Österreich": "at",
    "България": "bg",
    "ኢትዮጵያ": "et",
    "Kosovë": "xk",
    "Pristina": "xk",
    "Tchad": "td",
    "مصر": "eg",
    "Türkiye": "tr",
}
"""What people call their country, and its code."""


@functools.cache
def found(language: str, queries: tuple[str, ...]) -> list[list[tuple[str, str]]]:
    """By query, kind and address of what is found, as the browser finds it."""
    first = "window.siteSearch.find(query).slice(0, 9).map((one) => [one.kind, one.address])"
    asked = f"{json.dumps(queries)}.map((query) => {first})"
    seen: list[list[tuple[str, str]]] = in_node(script(the_site(), language), asked)
    return seen


def texts_of(language: str) -> list[str]:
    """The texts of the site in a language; the English ones are what the others are made from."""
    found = []
    for file in sorted((ROOT / "data/translations" / (language if language != "en" else "es")).glob("*.po")):
        with file.open("rb") as content:
            found += [
                m.id if language == "en" else m.string for m in read_po(content) if isinstance(m.id, str)
            ]
    return [text for text in found if isinstance(text, str)]


def everyday(language: str) -> list[str]:
    """The commonest words of our texts that name no place and nobody's country."""
    counted = Counter(word for text in texts_of(language) for word in analyser(language).words(text))
    ofplaces = {
        word
        for entry in _places(language)
        for name in (entry.title, *entry.names, *entry.words)
        if len(words := analyser(language).words(name)) == 1
        for word in words
    }
    stems = {analyser(language).token(word) for word in ofplaces}
    common = (word for word, _ in counted.most_common() if len(word) > 1 and not word.isdigit())
    return [w for w in common if w not in ofplaces and analyser(language).token(w) not in stems][:EVERYDAY]


def _places(language: str) -> list[Any]:
    from tests.search.test_index import entries

    return [entry for entry in entries(language) if entry.kind in ("country", "region")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_threats_to_life_lead_to_what_happened_or_a_line_first(language: str) -> None:
    queries = [query for query in QUERIES[language] if query["kind"] == "life"]
    first = [one[0][1] if one else "" for one in found(language, tuple(q["query"] for q in queries))]

    assert len(queries) >= 20
    assert [
        (query["query"], address)
        for query, address in zip(queries, first, strict=True)
        if address not in query["accept"] or not TOLD_FIRST.match(address)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_words_lead_to_no_country(language: str) -> None:
    words = everyday(language)
    seen = found(language, tuple(words))

    assert len(words) == EVERYDAY
    assert [
        word
        for word, results in zip(words, seen, strict=True)
        if "country" in [kind for kind, _ in results[:FIRST]]
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_are_found_by_their_own_names(language: str) -> None:
    seen = found(language, tuple(OWN_SCRIPT))

    assert {
        name: results[0][1] if results else "" for name, results in zip(OWN_SCRIPT, seen, strict=True)
    } == {name: f"emergency/countries/{code}.html" for name, code in OWN_SCRIPT.items()}


def test_arabic_in_latin_letters_is_understood() -> None:
    told = {"7imaya": "حماية", "musa3ada": "مساعدة", "mo7ami": "محامي", "sijn": "سجن"}
    seen = found("ar", (*told, *told.values()))

    assert [one[0] for one in seen[: len(told)]] == [one[0] for one in seen[len(told) :]]
