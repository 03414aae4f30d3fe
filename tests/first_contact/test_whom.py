"""Whom ends and country sheets name: nobody who does not fit, nobody twice, and an honest sentence instead of
nobody."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.first_contact.marks import bodies, folder, main, marks, sections
from tests.site import facts

MOST = 3


@cache
def why_unfit(id: str, code: str, country: str | None) -> list[str]:
    """Worked out once: three languages ask."""
    return raw.why_unfit(facts.organisations()[id], code, country)


def faults(page: Path, country: str | None) -> list[str]:
    """What is wrong with the sections of a page."""
    found = []
    for code, inside in sections(main(page)):
        ids = bodies(inside)
        if len(ids) > MOST or len(set(ids)) < len(ids):
            found.append(f"{page.name} {code}: {ids}")
        if not ids and ("none", "") not in inside:
            found.append(f"{page.name} {code}: nobody, and no word about it")
        found += [f"{page.name} {code}: {id} ({why})" for id in ids for why in why_unfit(id, code, country)]
    return found


def sheet(site: Path, language: str, code: str) -> Path:
    """A country's sheet."""
    return folder(site, language) / f"emergency/countries/{code.lower()}.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_in_a_section_of_a_country_fits(site: Path, language: str) -> None:
    assert [fault for code in facts.places() for fault in faults(sheet(site, language, code), code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_at_an_end_fits(site: Path, language: str) -> None:
    ends = sorted((folder(site, language) / "emergency/triage").glob("*.html"))
    with_somebody = [page for page in ends if any(bodies(inside) for _, inside in sections(main(page)))]

    assert len(with_somebody) > 20
    assert [fault for page in ends for fault in faults(page, None)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_sheet_has_a_section_for_every_situation(site: Path, language: str) -> None:
    """Links on paper and on other pages lead to these parts."""
    for code in facts.places():
        html = main(sheet(site, language, code))

        assert [one for one, _ in sections(html)] == list(raw.situations())
        assert all(
            f'<section data-situation="{one}">\n<h2 id="with-{one}">' in html for one in raw.situations()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_named_twice_in_the_lines_to_call_first(site: Path, language: str) -> None:
    for code in facts.places():
        _, _, after = main(sheet(site, language, code)).partition('<ol class="call">')
        calls = bodies(marks(after.partition("</ol>")[0]))

        assert len(calls) == len(set(calls)) <= MOST
        assert [id for id in calls if "contact" in raw.punished(id, code)] == []


def test_an_end_leads_to_the_section_of_its_situation_in_every_country(site: Path) -> None:
    """The page between them lists all countries, so that no script is needed."""
    files = [file for file in sorted((site / "emergency/situations").glob("*.html")) if file.stem != "index"]

    assert {file.stem for file in files} == set(raw.situations())
    for file in files:
        html = main(file)

        assert [
            c for c in facts.places() if f'"../countries/{c.lower()}.html#with-{file.stem}"' not in html
        ] == []
