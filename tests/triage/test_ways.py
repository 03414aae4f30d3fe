"""Everybody is led, by links alone and in at most five questions, to what to do; nothing leads nowhere or in
a circle."""

from __future__ import annotations

import gzip
import itertools
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site import facts
from tests.triage.walking import FIRST, Stop, folder, read, ways

Stops = dict[str, Stop]
MOST_QUESTIONS, FEWEST_WAYS = 5, 60
BUDGET = 14_000
"""Bytes of a page with all it loads: what arrives with the first packets."""


@cache
def entries() -> dict[str, dict]:
    """The questions as editors wrote them."""
    return {file.stem: facts.read(file) for file in sorted((ROOT / "data/triage").glob("*.yml"))}


def questions(stops: Stops) -> list[Stop]:
    """The pages with answers."""
    return [stop for stop in stops.values() if stop.answers]


def ends(stops: Stops) -> list[Stop]:
    """The pages where a way ends."""
    return [stop for stop in stops.values() if stop.end]


def misled(stops: Stops) -> list[tuple[str, ...]]:
    """Ways that are too long, or do not arrive at an end."""
    return [
        way
        for way in ways(stops)
        if len(way) - 1 > MOST_QUESTIONS or way[-1] not in stops or not stops[way[-1]].end
    ]


def test_every_way_arrives_at_an_end_in_at_most_five_questions(stops: Stops) -> None:
    found = list(ways(stops))
    print(f"\n{len(found)} ways, the longest with {max(map(len, found)) - 1} questions")

    assert len(found) >= FEWEST_WAYS and misled(stops) == []


def test_every_question_and_every_end_is_on_a_way(stops: Stops) -> None:
    reached = {name for way in ways(stops) for name in way}
    written = {
        f"{node['id']}.html" for entry in entries().values() for node in (*entry["questions"], *entry["ends"])
    }

    assert reached == written | {FIRST} == {stop.name for stop in (*questions(stops), *ends(stops))}


def test_first_page_offers_every_need_in_its_words(stops: Stops, language: str) -> None:
    needs = facts.terms("need")
    labels = {
        facts.said(
            language, term["label"], f"vocabulary/need#{code}.label"
        ): f"{entries()[code]['start']}.html"
        for code, term in needs.items()
    }
    offered = {href: words for href, words, _ in stops[FIRST].answers}

    assert len(needs) >= 15 and len(stops[FIRST].answers) == len(needs)
    assert [label for label, href in labels.items() if not offered.get(href, "").startswith(label)] == []


def test_every_page_of_answers_has_i_do_not_know(stops: Stops, language: str) -> None:
    words = facts.said(language, "I do not know")

    assert [
        stop.name
        for stop in questions(stops)
        if [said for _, said, kind in stop.answers if kind == "unsure"] != [words]
    ] == []


def test_every_page_leads_back(stops: Stops) -> None:
    """From a question to one that leads to it, from an end to the first page, from a region's page to its
    end."""
    parents: dict[str, set[str]] = defaultdict(set)
    for stop in stops.values():
        for href in (*(href for href, _, _ in stop.answers), *(Path(href).name for href in stop.places)):
            parents[href].add(stop.name)
    parents |= {end.name: {FIRST} for end in ends(stops)}
    parents[FIRST] = set()

    assert {
        stop.name: stop.backs
        for stop in stops.values()
        if len(stop.backs) != bool(parents[stop.name]) or not set(stop.backs) <= parents[stop.name]
    } == {}


def test_question_says_how_far_she_is(stops: Stops, language: str) -> None:
    """The number on the page is the one on the shortest way there."""
    nearest: dict[str, int] = {}
    for way in ways(stops):
        for place, name in enumerate(way):
            nearest[name] = min(place + 1, nearest.get(name, 9))
    words = facts.said(language, "question %(n)s")

    assert [
        stop.name
        for stop in questions(stops)
        if stop.name != FIRST and words % {"n": nearest[stop.name]} not in stop.text
    ] == []


@pytest.mark.parametrize(
    "field, heading, fewest",
    [
        ("do", "What to do, in this order", 4),
        ("write_down", "What to write down", 3),
        ("do_not", "What not to do", 3),
        ("care", "Care", 1),
    ],
)
def test_end_says_in_order_what_its_editors_wrote(
    field: str, heading: str, fewest: int, stops: Stops, language: str
) -> None:
    wrong = {}
    for id, entry in entries().items():
        for end in entry["ends"]:
            wanted = tuple(
                facts.said(language, text, f"triage/{id}#ends.{end['id']}.{field}") for text in end[field]
            )
            found = stops[f"{end['id']}.html"].lists.get(facts.said(language, heading))
            if found != wanted or len(wanted) < fewest:
                wrong[end["id"]] = found

    assert wrong == {}


def test_every_page_arrives_with_the_first_round_trip(site: Path, language: str) -> None:
    weights = {file.name: weight(file) for file in folder(site, language).glob("*.html")}
    print(f"\nthe heaviest: {max(weights.values())} bytes")

    assert {name: bytes for name, bytes in weights.items() if bytes > BUDGET} == {}


def weight(page: Path) -> int:
    """Bytes of a page and of everything it loads by itself."""
    html = page.read_text("utf-8")
    tags = re.findall(r"<(?:script|link|img|source|iframe|audio|video|object|embed)\b[^>]*>", html)
    addresses = [address for tag in tags for address in re.findall(r'\s(?:src|href|data)="([^"]*)"', tag)]
    return size(html.encode()) + sum(
        size((page.parent / address).read_bytes()) for address in addresses if address != "data:,"
    )


@cache
def size(content: bytes) -> int:
    """Bytes on the line, compressed as a server would."""
    return len(gzip.compress(content, 9, mtime=0))


# The rules themselves

CHAIN = [f"{n}.html" for n in "abcdef"]


def chain(*names: str, end: bool = True) -> Stops:
    """Pages that lead one to the next; the last one is an end."""
    pages = {
        name: Stop(name, "", ((following, "", ""),), (), (), {}, "")
        for name, following in itertools.pairwise(names)
    }
    return pages | {names[-1]: Stop(names[-1], "x" * end, (), (), (), {}, "")}


def test_walk_sees_what_is_wrong() -> None:
    assert misled(chain(FIRST, *CHAIN[:5])) == []
    assert misled(chain(FIRST, *CHAIN)) == [(FIRST, *CHAIN)], "six questions"
    assert misled(chain(FIRST, "a.html", end=False)) == [(FIRST, "a.html")], (
        "a page without answers that is no end"
    )
    circle = chain(FIRST, "a.html", "b.html") | {"b.html": chain("b.html", "a.html")["b.html"]}
    assert misled(circle) == [(FIRST, "a.html", "b.html", "a.html")]
    gone = chain(FIRST, "a.html", "b.html")
    del gone["b.html"]
    assert misled(gone) == [(FIRST, "a.html", "b.html")], "a link to nothing"


def test_weight_counts_what_a_page_loads(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(bytes(range(256)) * 2)
    (tmp_path / "a.html").write_text('<link rel="icon" href="data:,">', "utf-8")
    (tmp_path / "b.html").write_text('<link rel="stylesheet" href="a.css"><a href="c.css">c</a>', "utf-8")

    assert weight(tmp_path / "a.html") < 256 < weight(tmp_path / "b.html")


def test_reading_a_page_without_answers_finds_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<main id="content"><p><a href="b.html">b</a></p></main>', "utf-8")

    assert read(tmp_path / "a.html").answers == ()
