"""A proof belongs to a value: one digit changed without a new proof, and the contact stands on its own page
alone, beside the value that was seen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from amparo.building import site_of
from amparo.checks import check_all, listed, proofs
from amparo.library import Library
from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.proof import DIALLED, plain_value
from amparo.pages.site import Site
from amparo.search.contacts import script
from amparo.settings import read_settings
from tests.conftest import PROJECT

SETTINGS = read_settings(PROJECT)
CHANGED = (
    ("organisations", "front-line-defenders", "phone-1"),
    ("organisations", "cpj", "email-1"),
    ("organisations", "human-rights-first", "phone-1"),
    ("mechanisms", "un-reprisals", "email-1"),
    ("mechanisms", "un-ced-30", "web-1"),
)
"""Contacts of every sort: two sources, one source, an official body's own page, and none looked for."""


@cache
def loaded() -> Loaded:
    """The records as they are."""
    return check_all(PROJECT, SETTINGS.as_of)[0]


def turned(value: str) -> str:
    """A value with one sign changed: a digit, or a letter before the sign at or at the end of an address."""
    if not re.search(r"\d", value):
        place = (value.find("@") if "@" in value else len(value.rstrip("/"))) - 1
        return value[:place] + ("x" if value[place] != "x" else "z") + value[place + 1 :]
    place = max(match.start() for match in re.finditer(r"\d", value))
    return value[:place] + str((int(value[place]) + 1) % 10) + value[place + 1 :]


def with_changes() -> tuple[Loaded, dict[str, tuple[str, str]]]:
    """The records after these changes, and by new value: the old one, and the page of its record."""
    bodies = {"organisations": dict(loaded().organisations), "mechanisms": dict(loaded().mechanisms)}
    new = {}
    for folder, id, which in CHANGED:
        body = bodies[folder][id]
        old = next(contact for contact in body.contacts if contact.id == which)
        value = turned(old.value)
        contacts = [
            Contact.model_validate({**one.model_dump(), "value": value}) if one.id == which else one
            for one in body.contacts
        ]
        bodies[folder][id] = body.model_copy(update={"contacts": tuple(contacts)})
        bodies[folder][id].__dict__.pop("sources_by_id", None)
        home = "emergency/organisations" if folder == "organisations" else "mechanisms"
        new[value] = (old.value, f"{home}/{id}")
    return replace(loaded(), **bodies), new


def site_with(changed: Loaded) -> Site:
    """The site of these records."""
    return site_of(PROJECT, changed, SETTINGS)


@pytest.mark.slow("prints every page in one language")
def test_changed_value_stands_on_its_own_page_alone_beside_the_old_one() -> None:
    changed, new = with_changes()
    site = site_with(changed)
    pages = {page.source.removesuffix(".md"): site.page(page, "en") for page in site.pages.values()}
    pages["pocket"], pages["search"] = site.pocket("en", lambda view: "")[1], script(site)

    found = {value: sorted(place for place, html in pages.items() if value in html) for value in new}

    assert found == {value: [home] for value, (_, home) in new.items()}
    assert [value for value, (old, home) in new.items() if old not in pages[home]] == []


def test_changed_line_of_a_country_is_shown_nowhere() -> None:
    lines = loaded().lines["es"]
    changed = [
        line.model_copy(update={"number": "110", "dial": "110"}) if line.id == "general-emergency-1" else line
        for line in lines.lines
    ]
    library = Library(
        replace(
            loaded(),
            lines={**loaded().lines, "es": lines.model_copy(update={"lines": tuple(changed)})},
        ),
        SETTINGS.as_of,
    )

    assert "110" not in {line.number for line in library.national.shown("ES")}
    assert "110" not in {line.number for line in library.national.first("ES")}


def test_every_number_says_which_value_was_seen() -> None:
    silent = [
        (body.id, contact.id)
        for body, _ in loaded().bodies()
        for contact in body.contacts
        if (contact.kind in DIALLED or contact.is_urgent)
        and not contact.is_as_seen
        and not (contact.corroboration and contact.corroboration.result == "differs")
    ]

    assert silent == []


def test_change_is_told_to_the_editor() -> None:
    changed, new = with_changes()

    told = list(proofs.check(changed, date(2026, 11, 21)))

    assert sorted(re.findall(r"`([^`]*)` is not", " ".join(problem.found for problem in told))) == sorted(new)


@pytest.mark.parametrize(
    ("kind", "one", "other", "region"),
    [
        ("phone", "+353 1 210 0489", "+353 (0)1 21 00 489", None),
        ("phone", "0712 345 678", "+254 712 345678", "KE"),
        ("phone", "+49 30 41715333", "0049 30 41715333", "DE"),
        ("email", "Help@Example.org", "help@example.org", None),
        ("web", "https://Example.org/Help/", "https://example.org/Help", None),
        ("pgp-fingerprint", "0123 4567 89ab", "0123456789AB", None),
        ("post", "PO Box 1,  Nairobi", "PO Box 1, Nairobi", None),
    ],
)
def test_other_spelling_is_the_same_value(kind: str, one: str, other: str, region: str | None) -> None:
    assert plain_value(kind, one, region, False) == plain_value(kind, other, region, False)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("phone", "+353 1 210 0489", "+353 1 210 0498"),
        ("phone", "+353 1 210 0489", "+354 1 210 0489"),
        ("phone", "+353 1 210 0489", "+353 1 210 04890"),
        ("email", "help@example.org", "he1p@example.org"),
        ("web", "https://example.org/a", "https://example.org/A"),
        ("web", "https://example.org/a", "http://example.org/a"),
    ],
)
def test_other_value_is_another_one(kind: str, one: str, other: str) -> None:
    assert plain_value(kind, one, None, False) != plain_value(kind, other, None, False)


def test_dismissed_likeness_hides_no_other_one() -> None:
    """FIDH is no body of the list because of its member; a new name that is listed is told all the same."""
    designation = loaded().designations["ru-extremist-memorial"]
    printed = next(name for body in designation.names for name in body.printed)
    fidh = loaded().organisations["fidh"]
    renamed = fidh.model_copy(update={"names": {**fidh.names, "ru": printed}})

    told = listed.check(
        replace(loaded(), organisations={**loaded().organisations, "fidh": renamed}), SETTINGS.as_of
    )

    assert any("ru-extremist-memorial" in problem.found for problem in told)
