"""Lists are whole and in the order of use; an emergency line is only what two sources or an official body
vouch for."""

from __future__ import annotations

import copy
import dataclasses
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.checks import check_all
from amparo.library import WITHOUT_INTERNET, Library
from amparo.model.loading import Loaded
from amparo.model.organisation import Organisation
from amparo.settings import read_settings
from tests.conftest import LANGUAGES, PROJECT
from tests.data.test_dossier import DOSSIER, entries, plain

GOOD = yaml.load((Path(__file__).parent / "good.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
AS_OF = read_settings(PROJECT).as_of
FEWEST = 2


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """All records of the project."""
    return check_all(PROJECT, AS_OF)[0]


@pytest.fixture(scope="module")
def library(loaded: Loaded) -> Library:
    """All records, arranged."""
    return Library(loaded, AS_OF)


def changed(*changes: tuple[str, Any]) -> Organisation:
    """The good record with values changed: `contacts.0.purpose` and so on."""
    values = copy.deepcopy(GOOD)
    for path, value in changes:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        part = values
        for step in way:
            part = part[step]
        part[last] = value
    return Organisation.model_validate(values)


def library_of(loaded: Loaded, *organisations: Organisation) -> Library:
    """A library of a few records."""
    return Library(
        dataclasses.replace(loaded, organisations={o.id: o for o in organisations}, mechanisms={}), AS_OF
    )


def numbers(library: Library, country: str = "IE") -> list[str]:
    """The emergency lines of a country."""
    return [line.contact.value for line in library.helpers.lines_for("en", country)]


# What may be an emergency line

ONE_SOURCE = ("contacts.0.corroboration", {"result": "one-source", "value": "+353 1 210 0480"})


@pytest.mark.parametrize(
    "changes",
    [(), (ONE_SOURCE, ("kind", "state-body"))],
    ids=["two-sources", "official-body-on-its-own-page"],
)
def test_vouched_contact_is_an_emergency_line(changes: tuple, loaded: Loaded) -> None:
    assert numbers(library_of(loaded, changed(*changes))) == ["+353 1 210 0480"]


@pytest.mark.parametrize(
    "changes",
    [
        [("confidence", "low")],
        [("sources.0.kind", "memory")],
        [
            (
                "contacts.0.corroboration",
                {"result": "differs", "source": "s2", "other_value": "+353 1 210 0481"},
            )
        ],
        [
            ("kind", "state-body"),
            (
                "contacts.0.corroboration",
                {"result": "differs", "source": "s2", "other_value": "+353 1 210 0481"},
            ),
        ],
        [ONE_SOURCE],
        [ONE_SOURCE, ("kind", "state-body"), ("confidence", "medium")],
        [ONE_SOURCE, ("kind", "state-body"), ("sources.0.kind", "third-party")],
        [("contacts.0.corroboration", {"result": "two-sources", "source": "s2"})],
        [("contacts.0.value", "+353 1 210 0481")],
        [("contacts.0.corroboration.value", "+353 1 210 0481")],
        [("contacts.0.purpose", "office")],
        [("contacts.0.answered_by", "another")],
        [("contacts.0.kind", "fax")],
        *([("status", status)] for status in ("closed", "merged", "renamed", "paused", "unknown")),
    ],
    ids=lambda changes: " ".join(f"{path}={value}" for path, value in changes)[:60],
)
def test_contact_that_nobody_vouches_for_is_no_emergency_line(changes: list, loaded: Loaded) -> None:
    assert numbers(library_of(loaded, changed(*changes))) == []


def test_number_of_two_bodies_appears_once(loaded: Loaded) -> None:
    twin = changed(("id", "twin"), ("contacts.0.value", "+353 1 2100480"))

    assert len(numbers(library_of(loaded, changed(), twin))) == 1


def test_line_of_another_country_is_not_shown(loaded: Loaded) -> None:
    assert numbers(library_of(loaded, changed()), "MX") == []


def test_line_in_the_language_comes_before_lines_in_others(loaded: Loaded) -> None:
    spanish = changed(
        ("id", "spanish"),
        ("contacts.0.value", "+353 1 210 0499"),
        ("contacts.0.corroboration.value", "+353 1 210 0499"),
        ("contacts.0.languages", ["es"]),
    )
    library = library_of(loaded, changed(), spanish)

    assert [line.body.id for line in library.helpers.lines_for("es", "IE")] == ["spanish", "good-defenders"]


# All real lines


def test_every_language_begins_with_the_lines_that_answer_in_it(library: Library) -> None:
    first = {
        language: [line.languages for line in library.helpers.lines_for(language)[:FEWEST]]
        for language in LANGUAGES
    }

    found = {language: sum(language in words for words in spoken) for language, spoken in first.items()}
    assert {language: n for language, n in found.items() if n < FEWEST} == {"pt": 1}
    assert all(
        [language in words for words in spoken]
        == sorted((language in words for words in spoken), reverse=True)
        for language, spoken in first.items()
    )


def test_every_country_has_two_lines_in_every_language(library: Library) -> None:
    few = [
        (country, language)
        for country, language in product(library.places, LANGUAGES)
        if len(
            {
                line.contact.value
                for line in library.helpers.lines_for(language, country)
                if line.contact.kind == "phone"
            }
        )
        < FEWEST
    ]

    assert few == []


def test_no_country_has_a_number_twice(library: Library) -> None:
    twice = []
    for country in library.places:
        found = [
            line.contact.dialled if line.contact.kind == "phone" else line.contact.value.lower()
            for line in library.helpers.lines_for("en", country)
        ]
        twice += [(country, value) for value in set(found) if found.count(value) > 1]

    assert twice == []


@pytest.mark.skipif(not DOSSIER.is_dir(), reason="the dossier is not at hand")
def test_no_line_is_marked_as_danger_by_the_second_look(library: Library) -> None:
    dangerous = {plain(look["value"]) for look in entries(DOSSIER / "second-look.yml") if "danger" in look}

    assert dangerous and dangerous & {plain(line.contact.value) for line in library.helpers.lines} == set()


# Lists


def test_lists_hold_only_active_bodies(library: Library) -> None:
    codes = {scheme: library.vocabulary(scheme).by_code for scheme in ("service", "group", "region")}
    lists = [
        library.directory.listed,
        library.directory.worldwide,
        *map(library.directory.offering, codes["service"]),
        *map(library.directory.for_group, codes["group"]),
        *map(library.directory.near, codes["region"]),
        *map(library.directory.serving, library.places),
        *map(library.danger.risky_in, library.places),
        *map(library.directory.answering_in, library.directory.languages_answered()),
    ]

    assert {o.id for group in lists for o in group if o.status != "active"} == set()


def test_signposts_and_listed_are_all(library: Library) -> None:
    assert {o.id for o in (*library.directory.listed, *library.directory.signposts)} == set(
        library.organisations
    ) and library.directory.signposts


def test_serving_gives_national_regional_and_worldwide_bodies(loaded: Loaded) -> None:
    places = {
        "national": {"countries": ["MX"]},
        "regional": {"regions": ["latin-america-caribbean"]},
        "worldwide": {"worldwide": "true"},
        "elsewhere": {"countries": ["IE"]},
        "not-here": {"worldwide": "true", "except_in": ["MX"]},
    }
    library = library_of(loaded, *(changed(("id", id), ("serves", serves)) for id, serves in places.items()))

    assert {o.id for o in library.directory.serving("MX")} == {"national", "regional", "worldwide"}


def test_every_country_is_served_by_everybody_worldwide(library: Library) -> None:
    served = {country: {o.id for o in library.directory.serving(country)} for country in library.places}

    assert {
        (country, o.id)
        for country in served
        for o in library.directory.worldwide
        if (o.id in served[country]) == (country in o.serves.except_in)
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_order_drops_nobody_and_repeats_nobody(language: str, library: Library) -> None:
    for near in (None, lambda o: o.serves.worldwide):
        assert sorted(
            o.id for o in library.order.in_order(library.directory.listed, language, near)
        ) == sorted(o.id for o in library.directory.listed)


def test_order_puts_the_reachable_confirmed_urgent_and_understood_first(loaded: Loaded) -> None:
    no_corroboration = ("contacts.0.corroboration", {"result": "one-source"})
    later, now = (
        [("services", ["capacity-building"]), ("offers", []), no_corroboration],
        [
            ("services", ["hotline-24h"]),
            ("offers", []),
        ],
    )
    ids = {
        "1-urgent-in-language": now,
        "2-urgent": [*now, ("languages", ["fr"]), ("contacts.0.languages", ["fr"])],
        "3-later": later,
        "4-old": [*later, ("checked.date", "2011")],
        "5-unconfirmed": [*now, ("confidence", "low")],
        "6-no-contact": [*now, ("contacts", []), ("hosts", [])],
    }
    organisations = [changed(("id", id), *changes) for id, changes in ids.items()]
    library = library_of(loaded, *organisations)

    assert [o.id for o in library.order.in_order(reversed(organisations), "en")] == list(ids)


@pytest.mark.parametrize(
    "day, word",
    [
        ("2026-11-20", "fresh"),
        ("2026-08-01", "check-first"),
        ("2026", "old"),
        ("2025-01", "old"),
        (None, "undated"),
    ],
)
def test_age_is_told_in_words_counted_from_the_day_of_the_data(day: str, word: str, loaded: Loaded) -> None:
    # An imprecise date counts from its first day, so that an old fact never looks newer than it is.
    assert Library(loaded, AS_OF.replace(2026, 11, 21)).trust.freshness(day) == word


def test_kinds_without_internet_are_those_of_the_vocabulary(library: Library) -> None:
    # A fingerprint needs no internet either, but nobody answers it.
    offline = {
        term.code for term in library.vocabulary("contact-kind").terms if term.needs_internet is False
    } - {"pgp-fingerprint"}

    assert set(WITHOUT_INTERNET) == offline
