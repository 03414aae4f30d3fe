"""A newcomer reads the warning before the number: for every body and country of the lists, in all languages
and products."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.first_contact.marks import Mark, folder, main, marks
from tests.first_contact.test_whom import sheet
from tests.site import facts

ANYWHERE = ""
"""Pages that are not about one country warn of every country."""

LISTS = ("triage", "situations", "services", "regions", "groups", "languages", "cards")


def unwarned(found: list[Mark], country: str) -> list[str]:
    """Numbers and addresses that stand before a warning about their body, or outside of its element."""
    faults, body, told = [], "", set()
    for kind, value in found:
        if kind == "body":
            body, told = value, set()
        elif kind == "danger":
            told.add(value)
        elif kind == "contact":
            id = value.partition("/")[0]
            if id != body:
                faults.append(f"{value} stands at {body or 'nobody'}")
            faults += [f"{value}: {one}" for one in sorted(raw.dangers(id, country) - told)]
    return faults


def test_a_number_before_its_warning_is_noticed() -> None:
    id = next(one for one in facts.organisations() if raw.dangers(one, "BY"))
    warnings = [("danger", one) for one in raw.dangers(id, "BY")]
    body, number = ("body", id), ("contact", f"{id}/c1")

    assert not unwarned([body, *warnings, number], "BY")
    assert unwarned([body, number, *warnings], "BY") and unwarned([*warnings, body, number], "BY")
    assert unwarned([body, *warnings, ("body", "another"), number], "BY")


@pytest.mark.parametrize("language", LANGUAGES)
def test_country_sheets_warn_before_every_contact(site: Path, language: str) -> None:
    found = {code: unwarned(marks(main(sheet(site, language, code))), code) for code in facts.places()}

    assert {code: faults for code, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_ends_warn_before_every_contact(site: Path, language: str) -> None:
    root = folder(site, language)
    pages = [root / "index.html", root / "emergency/index.html", *sorted((root / "workshop").rglob("*.html"))]
    for kind in LISTS:
        pages += sorted((root / "emergency" / kind).glob("*.html"))
    found = {str(page): unwarned(marks(main(page)), ANYWHERE) for page in pages}

    assert len(pages) > 800
    assert {page: faults for page, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_warns_before_its_first_contact(site: Path, language: str) -> None:
    wrong = []
    for id, record in facts.organisations().items():
        wanted = raw.dangers(id, ANYWHERE)
        if record.get("contacts") and wanted:
            found = marks(main(folder(site, language) / f"emergency/organisations/{id}.html"))
            first = next((n for n, (kind, _) in enumerate(found) if kind == "contact"), len(found))
            told = {value for kind, value in found[:first] if kind == "danger"}
            wrong += [f"{id}: {one}" for one in sorted(wanted - told)]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_that_touch_everybody_stand_above_the_first_section(site: Path, language: str) -> None:
    checked = 0
    for d in raw.designations():
        for country in (d["country"], *d.get("also_in", ())):
            if d.get("names_everybody") == "true" and country in facts.places():
                found = marks(main(sheet(site, language, country)))
                sections = [n for n, (kind, _) in enumerate(found) if kind == "situation"]
                checked += 1

                assert ("danger", d["id"]) in found[: sections[0]], f"{country}: {d['id']}"
    assert checked >= 10


def test_a_warning_for_some_countries_stands_on_their_sheets_and_on_no_others(site: Path) -> None:
    """In English: a contact's warning with `warning_in`, wherever a sheet names the contact."""
    warned, free = set(), set()
    for id, record in facts.organisations().items():
        for contact in record.get("contacts", ()):
            if "warning_in" not in contact:
                continue
            for code in facts.places():
                page = main(sheet(site, "en", code))
                if f"{id}/{contact['id']}" not in page:
                    continue
                says = escape(contact["warning"], quote=False) in page
                assert says == (code in contact["warning_in"]), (id, contact["id"], code)
                (warned if says else free).add(code)

    assert warned and free
