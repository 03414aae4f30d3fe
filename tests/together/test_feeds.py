"""The feed and the calendar are read back by other people's programs, and say what the pages say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest

from amparo.feeds.atom import MOST, moment
from amparo.feeds.calendar import LONGEST, span
from amparo.feeds.writing import FILES, feed_at
from amparo.pages.site import Site
from amparo.settings import read_settings
from tests.conftest import LANGUAGES, PROJECT
from tests.first_contact import raw
from tests.search.conftest import the_site
from tests.site.document import parse
from tests.site.facts import in_every_language, said
from tests.together.facts import mark, records

ATOM = "{http://www.w3.org/2005/Atom}"


def file(site: Path, name: str, language: str) -> Path:
    """A file of a language in the built site."""
    return site / dict(in_every_language(name))[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_is_read_back_whole(language: str, site: Path) -> None:
    feed = feedparser.parse(file(site, "news/feed.xml", language).read_bytes())
    newest = sorted(records("news"), key=lambda id: (records("news")[id]["date"], id), reverse=True)[:MOST]

    assert not feed.bozo and feed.version == "atom10" and feed.feed.language == language
    assert [entry.title for entry in feed.entries] == [
        said(language, records("news")[id]["title"], f"news/{id}#title") for id in newest
    ]
    assert len({entry.id for entry in feed.entries}) == len(newest)
    assert [entry.link.partition("#")[2] for entry in feed.entries] == [mark(id) for id in newest]


@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_keeps_the_rules_of_atom(language: str, site: Path) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: what must be there once, as absolute names and moments, and where each link
    leads."""
    root = ElementTree.fromstring(file(site, "news/feed.xml", language).read_bytes())
    folder = file(site, "news/feed.xml", language).parent
    parts = [root, *root.findall(f"{ATOM}entry")]
    ids = [part.findtext(f"{ATOM}id") or "" for part in parts]

    assert root.tag == f"{ATOM}feed" and len(root.findall(f"{ATOM}author/{ATOM}name")) == 1
    for part in parts:
        assert {name: len(part.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")} == {
            "id": 1,
            "title": 1,
            "updated": 1,
        }
        datetime.strptime(part.findtext(f"{ATOM}updated") or "", "%Y-%m-%dT%H:%M:%SZ")
        alternate = [n for n in part.findall(f"{ATOM}link") if n.get("rel") == "alternate"]
        assert len(alternate) == 1
        name, _, id = (alternate[0].get("href") or "").partition("#")
        assert not id or f'id="{id}"' in (folder / name).read_text("utf-8")
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id) for id in ids) and len(set(ids)) == len(ids)
    assert [n.get("href") for n in root.findall(f"{ATOM}link") if n.get("rel") == "self"] == ["feed.xml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_is_read_back_and_says_what_the_page_says(language: str, site: Path) -> None:
    raw_file = file(site, "news/calendar.ics", language).read_bytes()
    events = icalendar.Calendar.from_ical(raw_file).walk("VEVENT")
    page = parse(file(site, "news/calendar.html", language).read_text("utf-8"))
    rows = [row.first("td").text for row in page.first("tbody").all("tr")]

    warning = said(language, "Read the warning on its page first.")
    assert events and [str(event["SUMMARY"]) for event in events] == [
        " ".join(row.removesuffix(warning).split()) for row in rows
    ]
    assert all(event["DTSTART"].dt < event["DTEND"].dt for event in events)
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all(len(line) <= LONGEST for line in raw_file.split(b"\r\n")) and raw_file.count(b"\n") == (
        raw_file.count(b"\r\n")
    )


def test_no_file_for_programs_names_a_host_that_may_be_an_offence_to_keep(site: Path) -> None:
    hosts = raw.forbidden_hosts()
    texts = {
        path: path.read_text("utf-8")
        for name in FILES
        for language in LANGUAGES
        for path in (file(site, name, language),)
    }

    assert hosts and [(path, host) for path, text in texts.items() for host in hosts if host in text] == []


@pytest.mark.slow("opens the whole project, to make a copy of it")
def test_copies_for_files_have_no_feed_and_no_page_that_leads_to_one() -> None:
    whole: Site = the_site()
    files = whole.for_copy(read_settings(PROJECT, "files"))
    home = files.page(files.page_of("news"), "en")

    assert feed_at(whole, "news/feed.xml") and feed_at(whole, "es/news/calendar.ics")
    assert feed_at(files, "news/feed.xml") is None
    alone = whole.for_copy(replace(files.settings, alone="es"))

    assert not [
        page for page in alone.pages.values() if page.kind.startswith("news") or page.kind == "calendar"
    ]
    assert "news/20" in files.page(files.page_of("mechanism", "protectdefenders-eu"), "es")
    assert "news/20" not in alone.page(alone.page_of("mechanism", "protectdefenders-eu"), "es")
    assert "feed.xml" not in home and "about-" not in home and "2025.html" in home


def test_feed_of_a_site_with_an_address_leads_there() -> None:
    site: Site = the_site()
    settings = replace(site.settings, address="https://example.org/")
    found = feed_at(site.for_copy(settings), "es/news/feed.xml")

    assert found and found[0] == "application/atom+xml"
    links = re.findall('href="([^"]*)"', found[1])
    assert links and all(link.startswith("https://example.org/es/news/") for link in links)


@pytest.mark.parametrize(
    "partial, first, after",
    [
        ("2027", (2027, 1, 1), (2028, 1, 1)),
        ("2026-12", (2026, 12, 1), (2027, 1, 1)),
        ("2026-12-31", (2026, 12, 31), (2027, 1, 1)),
    ],
)
def test_a_month_or_year_is_as_long_as_it_is(partial: str, first: tuple, after: tuple) -> None:
    assert span(partial) == (date(*first), date(*after))
    assert moment(partial) == f"{date(*first)}T00:00:00Z"
