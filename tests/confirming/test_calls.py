"""The call sheet names whom to ring, the oldest and most seen first, and nobody whom it is an offence to
call."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from amparo.checks import check_all
from amparo.confirming import hours, sheet
from amparo.confirming.commands import _renderers
from amparo.confirming.sheet import Sheet
from amparo.library import Library
from amparo.model.contact import Contact
from amparo.settings import read_settings
from tests.conftest import LANGUAGES, PROJECT, command, copy_project
from tests.first_contact import raw
from tests.site import facts
from tests.site.document import parse

SETTINGS = read_settings(PROJECT)


@cache
def library() -> Library:
    """The records as they are."""
    return Library(check_all(PROJECT, SETTINGS.as_of)[0], SETTINGS.as_of)


RENDERERS = _renderers(PROJECT, SETTINGS)
VOICES = {code: renderer.voice for code, renderer in RENDERERS.items()}


@cache
def found(only: str | None = None) -> tuple[Sheet, ...]:
    """The sheets, or that of a language."""
    return tuple(sheet.sheets(library(), VOICES, only))


def rows(sheets: tuple[Sheet, ...]) -> list[sheet.Row]:
    """Every row of some sheets."""
    return [row for one in sheets for group in one.groups for row in group.rows]


@pytest.mark.slow("reads all records")
def test_each_value_stands_on_one_sheet_alone() -> None:
    values = [row.value for row in rows(found())]

    assert len(values) > 50 and len(values) == len(set(values))


def test_oldest_and_most_seen_come_first() -> None:
    order = library().due.to_ask(["en"])
    ages = ["overdue" if one.state in ("overdue", "unknown") else one.state for one in order]

    assert ages == sorted(ages, key=("overdue", "due", "fresh").index)
    assert order[0].sheets > 200 and [one.sheets for one in order] == sorted(
        (one.sheets for one in order), reverse=True
    )
    for group in (group for one in found() for group in one.groups):
        assert [row.place for row in group.rows] == sorted(row.place for row in group.rows)


def test_nobody_whom_a_country_punishes_to_call_stands_on_a_sheet() -> None:
    forbidden = {
        id
        for id in facts.active()
        for one in raw.lists_that_reach(id)
        if "contact" in one.get("punishes", ()) and one["id"] in raw.dangers(id, "")
    }
    named = {mark.partition("/")[0] for row in rows(found()) for mark in row.mark.split(" ")}

    assert forbidden and forbidden & named == set()


def test_numbers_for_everybody_are_never_rung_to_test_them() -> None:
    assert not [row for row in rows(found()) if row.mark.startswith("lines/")]
    assert "ambulance" in sheet.plain(found("en")[0], RENDERERS["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_says_in_its_language_what_to_say_and_what_never(language: str) -> None:
    (one,) = found(language)
    words = RENDERERS[language].lines("calls/words.html")
    parts = [text for code, text in words.items() if re.match(r"(before|say|never|note)-\d$", code)]
    said = " ".join(sheet.plain(one, RENDERERS[language]).split())
    printed = parse(sheet.printable(one, RENDERERS[language])).text

    assert len(parts) > 15
    for part in (*parts, *(row.value for row in rows((one,)))):
        assert " ".join(part.split()) in said and part in printed
    assert all(language in _languages(row.mark) for row in rows((one,)))


def _languages(mark: str) -> list[str]:
    """Languages of a contact, from the raw file."""
    body, _, id = mark.split(" ")[0].partition("/")
    record = facts.active()[body]
    contact = next(c for c in record["contacts"] if c["id"] == id)
    return contact.get("languages") or record["languages"]


def test_warning_stands_before_the_number() -> None:
    warned = next(row for row in rows(found()) if row.warnings)
    one = next(one for one in found() if warned in rows((one,)))
    renderer = RENDERERS.get(one.language, RENDERERS["en"])
    for text in (" ".join(sheet.plain(one, renderer).split()), parse(sheet.printable(one, renderer)).text):
        assert text.index(warned.warnings[0]) < text.index(warned.value)


def test_table_for_the_answers_has_a_line_for_each_and_no_sign_that_calculates() -> None:
    table = list(csv.DictReader(sheet.blank(found()).removeprefix("\ufeff").splitlines()))

    assert [row["contact"] for row in table] == [row.mark for row in rows(found())]
    assert not [row for row in table if row["value"].startswith(("+", "=", "-", "@"))]
    assert {row["result"] + row["date"] + row["by"] for row in table} == {""}


@pytest.mark.slow("reads all records in a copy of the project")
def test_command_prints_the_sheet_and_writes_what_is_printed_and_filled_in(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")

    done = command(project, "amparo", "calls", "--language", "es")

    made = {file.name: file.read_text("utf-8-sig") for file in (project / "build/calls").iterdir()}
    assert done.returncode == 0 and set(made) == {"es.html", "answers.csv"}, done.stderr
    assert 'lang="es"' in made["es.html"] and "http" not in made["es.html"]
    assert "vita-activa" in done.stdout + made["answers.csv"]
    assert command(project, "amparo", "calls", "--language", "tlh").returncode == 1


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("+977 1 5006373", ("UTC+05:45", None)),
        ("+33 1 44 83 84 66", ("UTC+01:00", "UTC+02:00")),
        ("+1 800 555 1234", None),
    ],
)
def test_time_there_is_told_where_the_number_says_it(value: str, told: tuple[str, str | None] | None) -> None:
    contact = Contact.model_validate(
        {"id": "a", "kind": "phone", "value": value, "purpose": "urgent", "source": "s1"}
    )
    offset = hours.offsets(contact, 2026)

    assert (hours.told(offset) if offset else None) == told
