"""Links work from the root of a server, from a sub-folder and from files, and every page can be reached by
them."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import LANGUAGES
from tests.site.rules import (
    Seen,
    links_are_relative_or_of_a_known_scheme,
    links_out_stand_only_at_contacts_sources_and_the_exit,
    links_out_tell_nothing_and_hand_over_nothing,
    own_links_carry_no_query,
)

Pages = dict[str, Seen]

PLAN = "d="
"""Begins the part of an address that is no place on the page, but a plan that the planner opens."""


def target(page: Seen, link: str) -> str:
    """The file that a link of a page means."""
    path = unquote(urlsplit(link).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.address), path)) if path else page.address


@pytest.mark.parametrize(
    "rule",
    (
        links_are_relative_or_of_a_known_scheme,
        own_links_carry_no_query,
        links_out_tell_nothing_and_hand_over_nothing,
        links_out_stand_only_at_contacts_sources_and_the_exit,
    ),
    ids=lambda rule: rule.__name__,
)
def test_on_every_page(rule, pages: Pages) -> None:
    assert {
        page.address: page.faults[rule.__name__] for page in pages.values() if rule.__name__ in page.faults
    } == {}


def test_every_own_link_arrives_at_a_file_and_its_place(site: Path, pages: Pages) -> None:
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    broken = {}
    for page in pages.values():
        for link in page.own_links if page.address != "404.html" else ():
            file, place = target(page, link), urlsplit(link).fragment
            if place.startswith(PLAN) and file in pages and pages[file].kind == "planner":
                continue  # tests/workshop reads each plan back, in the program and in a browser.
            if file not in files or (place and place not in pages[file].ids):
                broken.setdefault(link, page.address)

    assert broken == {}


def test_page_for_wrong_addresses_leads_on_from_every_folder(site: Path, pages: Pages) -> None:
    own = {link for link in pages["404.html"].own_links if not link.startswith("#")}
    missing = [
        folder
        for page in pages.values()
        if not (site / (folder := posixpath.dirname(page.address)) / "index.html").is_file()
    ]

    assert own == {"index.html", "../index.html"}, "a link that works only from one folder"
    assert set(missing) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_reached_from_its_start_page_by_links_alone(language: str, pages: Pages) -> None:
    mine = {address for address, page in pages.items() if page.language == language and address != "404.html"}
    start = "index.html" if language == "en" else f"{language}/index.html"
    reached, todo = {start}, [start]
    while todo:
        page = pages[todo.pop()]
        new = ({target(page, link) for link in page.own_links} & mine) - reached
        reached |= new
        todo += new

    assert mine - reached == set()
