"""Old emergency contacts are counted, or stop the build: as the owner decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from amparo.building import site_of
from amparo.checks import check_all, freshness
from amparo.library import Library
from amparo.model.asked import Asked
from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Stop
from tests.conftest import PROJECT
from tests.site.document import parse

SETTINGS = read_settings(PROJECT)
STRICT = replace(SETTINGS, freshness="strict")


@cache
def loaded() -> Loaded:
    """The records as they are."""
    return check_all(PROJECT, SETTINGS.as_of)[0]


def with_first_confirmed(day: str) -> Loaded:
    """The records after a call to one of the oldest emergency lines."""
    body = loaded().organisations["front-line-defenders"]
    contacts = [
        type(c).model_validate(
            c.model_dump()
            | {"confirmed": {"date": day, "method": "called", "value": c.value, "by": "editor"}}
        )
        if c.id == "phone-1"
        else c
        for c in body.contacts
    ]
    changed = body.model_copy(update={"contacts": tuple(contacts)})
    changed.__dict__.pop("sources_by_id", None)
    return replace(loaded(), organisations={**loaded().organisations, body.id: changed})


@pytest.mark.slow("reads all records")
def test_overdue_emergency_contacts_are_errors_only_where_it_is_strict() -> None:
    library = Library(loaded(), SETTINGS.as_of)
    overdue = {f"data/{line.body.folder}/{line.body.id}.yml" for line in library.due.overdue()}
    told = list(freshness.check(loaded(), library, STRICT))

    assert list(freshness.check(loaded(), library, SETTINGS)) == []
    assert {problem.file for problem in told} == overdue and {problem.level for problem in told} == {"error"}
    assert f"{len(told)} of " in freshness.told(library)


def test_a_call_makes_an_old_contact_fresh() -> None:
    changed = with_first_confirmed("2026-11-01")
    library, before = Library(changed, SETTINGS.as_of), Library(loaded(), SETTINGS.as_of)
    told = [p for p in freshness.check(changed, library, STRICT) if "front-line-defenders" in p.file]

    assert "front-line-defenders" in {line.body.id for line in before.due.overdue()}
    assert told == [] and len(library.due.overdue()) == len(before.due.overdue()) - 1


@pytest.mark.parametrize("said", ["warn", "strict", "tight"])
def test_setting_is_one_of_two_words(said: str, tmp_path) -> None:
    text = (PROJECT.root / "mkdocs.yml").read_text("utf-8").replace("freshness: warn", f"freshness: {said}")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    if said == "tight":
        with pytest.raises(Stop) as stop:
            read_settings(Project(tmp_path))
        assert "one of: warn, strict" in str(stop.value.problems.all[0])
    else:
        assert read_settings(Project(tmp_path)).freshness == said


def test_setting_that_is_left_out_means_warn() -> None:
    assert SETTINGS.freshness == "warn" and type(SETTINGS).__dataclass_fields__["freshness"].default == "warn"


def row_of(name: str, counts: Mapping[str, int]) -> str:
    """What the status page says of a language or a country."""
    words = ("Seen in 90 days", "Due", "Overdue", "Not known")
    states = ("fresh", "due", "overdue", "unknown")
    said = (f"{word} {counts[state]}" for word, state in zip(words, states, strict=True))
    return f"{name}: {' · '.join(said)}"


@pytest.mark.slow("makes the whole site in memory")
def test_status_page_counts_what_is_due_by_language_and_country() -> None:
    changed = with_first_confirmed("2026-11-01")
    site = site_of(PROJECT, changed, SETTINGS)
    site.asked = (Asked("https://example.org/", "gone", "HTTP 404", "2026-11-20"),)
    html = site.page(site.page_of("status"), "en")
    page = parse(html)
    due = site.library.due

    assert "1 contact was confirmed by a call or a message." in page.text
    assert "The page is gone: 1" in page.text and "20 November 2026" in page.text
    assert row_of("English", due.by_language()["en"]) in page.text
    assert row_of("Ireland", due.by_country()["IE"]) in page.text
    assert sum(due.by_country()[""].values()) > 10
