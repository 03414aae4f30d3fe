"""What nobody has confirmed is shown as it was before, in every page, file and search, and says so."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from amparo.building import site_of
from amparo.checks import check_all
from amparo.exports.open_data import OpenData
from amparo.model.change import Change
from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.waiting import held
from amparo.pages.site import Site
from amparo.search.contacts import script
from amparo.settings import read_settings
from tests.conftest import PROJECT

pytestmark = pytest.mark.slow("reads the whole project and makes a site of it")

SETTINGS = read_settings(PROJECT)
ID = "front-line-defenders"
OLD, NEW, MORE = "+353 1 210 0489", "+353 1 210 0488", "+353 1 210 0477"
LINE, OTHER = "800 822 4460", "800 822 4461"
MARK = "Changed, not yet confirmed."
WHATS = {
    f"organisations/{ID}": ("contacts.phone-1", "contacts.phone-9", "run_by", "hosts"),
    "lines/mx": ("lines.women-2",),
}


@cache
def loaded() -> Loaded:
    """The records as they are."""
    return check_all(PROJECT, SETTINGS.as_of)[0]


def changed() -> Loaded:
    """The records with a number changed, one added, other hands and hosts, another line of a country, and an
    open change record for each."""
    o, lines = loaded().organisations[ID], loaded().lines["mx"]
    phone = next(one for one in o.contacts if one.id == "phone-1")
    proof = {"result": "two-sources", "value": NEW, "source": "x1"}
    new = Contact.model_validate({**phone.model_dump(), "value": NEW, "corroboration": proof})
    more = Contact.model_validate(
        {"id": "phone-9", "kind": "phone", "value": MORE, "purpose": "urgent", "source": "s1"}
    )
    contacts = (more, *(new if one.id == "phone-1" else one for one in o.contacts))
    hands = {"run_by": "state", "hosts": (*o.hosts, "example.net"), "contacts": contacts}
    numbers = tuple(
        one.model_copy(update={"number": OTHER, "dial": "8008224461", "seen": "8008224461"})
        if one.id == "women-2"
        else one
        for one in lines.lines
    )
    changes = [
        Change.model_validate(
            {
                "id": f"2026-11-21-{record.rpartition('/')[2]}",
                "record": record,
                "day": "2026-11-21",
                "changes": tuple({"what": what, "after": {"a": "b"}} for what in whats),
            }
        )
        for record, whats in WHATS.items()
    ]
    return replace(
        loaded(),
        organisations={**loaded().organisations, ID: o.model_copy(update=hands)},
        lines={**loaded().lines, "mx": lines.model_copy(update={"lines": numbers})},
        changes={one.id: one for one in changes},
    )


@cache
def site() -> Site:
    """The site of these records, as a build makes it."""
    return site_of(PROJECT, held(changed()), SETTINGS)


def page(source: str, language: str = "en") -> str:
    """One page."""
    site_page = next(one for one in site().pages.values() if one.source == f"{source}.md")
    return site().page(site_page, language)


def test_page_shows_the_old_value_with_the_mark_and_the_day() -> None:
    said = page(f"emergency/organisations/{ID}")

    assert OLD in said and MARK in said and "21 November 2026" in said
    assert "Something else on this page has changed." in said
    assert NEW not in said and MORE not in said and "example.net" not in said
    assert "Ha cambiado y aún no está confirmado." in page(f"emergency/organisations/{ID}", "es")


def test_number_keeps_its_place_in_an_emergency_and_says_that_it_waits() -> None:
    said = page("emergency/countries/mx")

    assert OLD in said and LINE in said and said.count(MARK) >= 2
    assert NEW not in said and OTHER not in said


def test_old_value_has_its_old_proof() -> None:
    library = site().library
    o = library.organisations[ID]
    phone = next(one for one in o.contacts if one.id == "phone-1")

    assert (phone.value, phone.verdict.result, phone.is_as_seen) == (OLD, "two-sources", True)
    assert library.trust.is_safe_in_emergency(o, phone)
    assert (o.run_by, o.hosts) == (loaded().organisations[ID].run_by, loaded().organisations[ID].hosts)


def test_search_and_open_data_hold_nothing_new_and_data_leave_out_what_waits() -> None:
    library = site().library
    data = OpenData(library, site().at_root("en").voice)
    shared = {one.contact.id for one in data.contacts_of(library.organisations[ID])}

    assert NEW.replace(" ", "") not in script(site()).replace(" ", "") and "phone-1" not in shared
    assert "women-2" not in {line.id for line in data.lines_of("MX")} and "phone-2" in shared


def test_pages_where_nothing_waits_say_nothing_of_it() -> None:
    assert MARK not in page("emergency/organisations/cpj")


def test_without_an_open_record_the_records_are_those_that_were_read() -> None:
    assert held(loaded()) is loaded()
