"""A pasted number, mailbox or address is looked up on the device, compared whole, and nothing more is
claimed than that it stands in this copy."""

from __future__ import annotations

import functools
import gzip
import json
import re

import pytest

from amparo.search import standing
from amparo.search.writing import search_at
from tests.browser.serving import Served
from tests.conftest import LANGUAGES
from tests.search.conftest import drive, root, the_site
from tests.site import facts

PAGE = "emergency/triage/index.html"
LARGEST = 20_000
"""Bytes of the file, packed: it is loaded only when somebody pastes a contact."""


@functools.cache
def known() -> dict[str, list[str]]:
    """The contacts by page, as they are compared."""
    return standing.contacts(the_site())


def test_mailboxes_of_all_bodies_stand_in_it_unless_their_address_is_an_offence() -> None:
    site, missing = the_site(), []
    for id, record in facts.organisations().items():
        body = site.library.organisations[id]
        for contact in body.contacts:
            stands = contact.value.lower() in known().get(f"emergency/organisations/{id}.html", [])
            if contact.kind == "email" and stands == site.library.danger.hides_contact(body, contact):
                missing.append((id, contact.value))
        assert record["id"] == id

    assert missing == []


def test_no_listed_address_is_in_it() -> None:
    library = the_site().library
    hidden = {
        contact.value.lower()
        for bodies in (library.organisations, library.mechanisms)
        for body in bodies.values()
        for contact in body.contacts
        if library.danger.hides_contact(body, contact) and contact.kind == "email"
    }

    assert not any(value in hidden for values in known().values() for value in values)


def test_numbers_are_compared_whole() -> None:
    assert standing.digits("+353 1 210 0489") == standing.digits("00353-1-2100489") == "35312100489"
    assert standing.digits("210 0489") != standing.digits("+353 1 210 0489")


def test_it_is_one_plain_script_of_data_and_the_preview_gives_it() -> None:
    text = standing.script(the_site())
    data = re.fullmatch(r'"use strict";window\.siteStanding=(\{.*\});\n', text)

    assert data and json.loads(data[1]) == known() and search_at(the_site(), standing.PATH) == text
    assert len(gzip.compress(text.encode(), 9, mtime=0)) < LARGEST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.slow("starts a browser")
def test_browser_says_whether_it_stands_here(language: str, served: Served) -> None:
    address, value = next(
        (page, value)
        for page, values in known().items()
        for value in values
        if page.startswith("emergency/organisations/") and "@" in value
    )
    base = root(served.url, language)
    typed = [value, f"mailto:{value}", f"x{value}", "+999 123 456 789 123"]
    job = {"page": f"{base}{PAGE}", "type": typed, "contacts": True}
    first, again, like, number = drive(visits=[job])["visits"][0]["typed"]

    assert f"{base}{address}" in first["results"] and again["results"] == first["results"]
    assert like["results"] == number["results"] == []
    assert like["status"] == number["status"] != first["status"] == again["status"]
