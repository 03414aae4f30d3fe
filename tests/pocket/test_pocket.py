"""The pocket edition: one file that a phone opens from a messenger, with all of the emergency directory and
no request."""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from pathlib import Path

import pytest

from tests.browser.driving import drive
from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.search.conftest import QUERIES
from tests.site import facts
from tests.site.document import Node, parse

MOST_BYTES = 700_000
MOST_QUESTIONS = 5
RIGHT, PLACES = 0.85, 5
"""So many of the queries of tests/search/queries.yml that the file can answer have a right answer among the
first so many."""

ANCHORS = {
    "emergency/triage/": "t-",
    "emergency/services/": "s-",
    "emergency/countries/": "c-",
    "emergency/organisations/": "o-",
    "emergency/regions/": "r-",
    "emergency/first-72-hours/": "h-",
}
"""Folders of the site, and the beginning of the places in the file that say the same."""

NEWEST = 2
"""Scripts in the file: what any browser can do, and the search, which needs a newer one."""


def place_of(id: str, ids: set[str]) -> str:
    """The place in the file of an organisation: the longest one that its id begins with."""
    found = [place for place in ids if place.startswith("o-") and f"o-{id}".startswith(place)]
    return max(found, key=len, default="")


def answers_in(ids: set[str], accept: list[str]) -> set[str]:
    """The links in the file that are as right as these addresses."""
    found = set()
    for address in accept:
        name = address.removesuffix(".html")
        for folder, mark in ANCHORS.items():
            if name.startswith(folder):
                id = name.removeprefix(folder).partition("-in-")[0]
                place = place_of(id, ids) if mark == "o-" else mark + id
                found |= {f"#{place}"} & {f"#{known}" for known in ids}
    return found | ({"#c"} if "emergency/countries/index.html" in accept else set())


@cache
def read(site: Path, language: str) -> tuple[str, Node]:
    text = (site / f"pocket-{language}.html").read_text("utf-8")
    return text, parse(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_small_enough_for_a_messenger(site: Path, language: str) -> None:
    assert len((site / f"pocket-{language}.html").read_bytes()) <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_for_no_other_file_and_runs_only_its_own_script(site: Path, language: str) -> None:
    text, page = read(site, language)
    asking = [
        node
        for node in page.all()
        if node["src"]
        or node.tag in ("img", "iframe", "object", "form")
        or (node.tag == "link" and node["href"] != "data:,")
    ]
    policy = next(
        node["content"] for node in page.all("meta") if node["http-equiv"] == "Content-Security-Policy"
    )

    assert asking == [] and len(list(page.all("script"))) == NEWEST
    assert (
        policy.startswith("default-src 'none'; script-src 'sha256-")
        and "unsafe" not in policy
        and not re.search(r"\son\w+=", text)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_place_in_the_file_a_contact_or_away(site: Path, language: str) -> None:
    _, page = read(site, language)
    ids = {node["id"] for node in page.all() if node["id"]}
    values = {contact["value"] for body in facts.bodies() for contact in body.get("contacts", [])}
    links = [node["href"] for node in page.all("a")]
    inside = [link[1:] for link in links if link.startswith("#")]
    outside = [link for link in links if link.startswith("http") and link not in values]

    assert [id for id in inside if id not in ids] == [] and outside == []
    assert {link.partition(":")[0] for link in links if not link.startswith("#")} <= {
        "tel",
        "mailto",
        "sms",
        "https",
        "http",
        "about",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_helper_country_and_need_is_in_it(site: Path, language: str) -> None:
    _, page = read(site, language)
    ids = {node["id"] for node in page.all() if node["id"]}
    wanted = {f"c-{code.lower()}" for code in facts.places()}
    wanted |= {f"s-{code}" for code in facts.terms("service")} | {
        f"r-{code}" for code in facts.terms("region")
    }

    assert wanted - ids == set()
    places = [place_of(id, ids) for id in facts.active()]
    assert "" not in places and len(set(places)) == len(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contact_that_somebody_answers_is_in_it_and_none_that_may_not_be_kept(
    site: Path, language: str
) -> None:
    """An address that it is an offence to keep is left out: the name and the warning stay."""
    _, page = read(site, language)
    sections = {node["id"]: node for node in page.all("section") if node["id"]}
    for id, record in facts.active().items():
        shown = sections[place_of(id, set(sections))].text
        wanted = [
            c["value"]
            for c in record.get("contacts", [])
            if c["kind"] not in ("web", "pgp-key", "pgp-fingerprint")
        ]
        kept = [value for value in wanted if not any(host in value for host in raw.forbidden_hosts())]
        assert [value for value in kept if " ".join(value.split()) not in shown] == [], id
    assert [host for host in raw.forbidden_hosts() if host in read(site, language)[0]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_lead_to_an_end_in_at_most_five(site: Path, language: str) -> None:
    _, page = read(site, language)
    parts = {node["id"]: node for node in page.all("section") if node["id"].startswith("t-")}
    starts = [
        node["href"][1:]
        for item in next(node for node in page.all("ul") if node["class"] == "index").all("li")
        for node in item.all("a")
    ]
    depth = dict.fromkeys(starts, 2)
    queue = deque(starts)
    while queue:
        id = queue.popleft()
        is_end = next(parts[id].all("ol"), None) is not None
        answers = [] if is_end else [node["href"][1:] for node in parts[id].all("a")]
        assert answers or is_end, id
        for answer in answers:
            depth[answer] = max(depth.get(answer, 0), depth[id] + 1)
            queue.append(answer)
    ends = {id for id, node in parts.items() if next(node.all("ol"), None) is not None}

    assert set(depth) == set(parts) and max(n for id, n in depth.items() if id not in ends) <= MOST_QUESTIONS
    assert len(starts) == len(facts.terms("need"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_its_day_first(site: Path, language: str) -> None:
    _, page = read(site, language)
    first = next(page.all("main")).text[:400]

    assert facts.day(language) in first


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_it_searches_offline_as_the_site_does_and_leaves_no_trace(site: Path, browser: str) -> None:
    """The queries of the site, and a number that stands in the file."""
    pages = {language: (site / f"pocket-{language}.html").as_uri() for language in LANGUAGES}
    asked = {
        language: [query["query"] for query in QUERIES[language]][:: 1 if browser == "chromium" else 5]
        for language in LANGUAGES
    }
    number = next(
        c["value"] for c in facts.active()["front-line-defenders"]["contacts"] if c["kind"] == "phone"
    )
    seen = drive("../pocket/search.mjs", browser=browser, pages=pages, finds=asked, number=number)

    for language, found in seen["found"].items():
        ids = {node["id"] for node in read(site, language)[1].all() if node["id"]}
        places = []
        for query in QUERIES[language]:
            right = answers_in(ids, query["accept"])
            if query["query"] in found and right:
                shown = found[query["query"]][:PLACES]
                places.append(any(link in right for link in shown))
            elif query["query"] in found and not query["accept"]:
                assert found[query["query"]] == [], query["query"]
        assert len(places) >= 15 and sum(places) / len(places) >= RIGHT, (language, len(places))
        assert found["zzqqxx"] == [] and found["nothing said"] is True
        assert f"#{place_of('front-line-defenders', ids)}" in found["number"]
    assert seen["asked"] == [] and seen["traces"] == [] and seen["violations"] == []
    assert seen["old"] is True and seen["fresh"] is True
