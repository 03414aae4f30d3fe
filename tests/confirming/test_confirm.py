"""Answers of people who rang go into the records whole, or not at all; a confirmation belongs to a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.confirming import commands
from amparo.confirming.commands import confirm
from amparo.library import Library
from amparo.model.contact import Contact
from amparo.model.loading import Loaded, load_all
from amparo.model.reached import OUT_OF_USE
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Problems
from tests.conftest import LANGUAGES, PROJECT
from tests.site import facts

GOOD = "data/organisations/good-defenders.yml"
LINES = "data/lines/ie.yml"
HEAD = "contact,value,method,result,date,by\n"
RIGHT = "good-defenders/phone-1,'+353 1 210 0480,called,confirmed,2026-11-20,editor\n"
BLOCK = """    value: +353 1 210 0480
    confirmed:
      date: 2026-11-20
      method: called
      value: "+353 1 210 0480"
      by: editor
    purpose: emergency
"""


def take(folder: Path, table: str, name: str = "answers.csv") -> int:
    """Give a filled sheet to the command."""
    (folder / name).write_bytes(table.encode())
    return confirm(Project(folder), str(folder / name), {})


def loaded(folder: Path) -> Loaded:
    """The records, which have no error."""
    found, problems = only_read(Project(folder))
    assert problems.errors == []
    return found


def only_read(project: Project, *_: object) -> tuple[Loaded, Problems]:
    """The records without the rules between them, which have tests of their own."""
    problems = Problems()
    found = load_all(project, problems)
    found.published = LANGUAGES
    return found, problems


@pytest.fixture(autouse=True)
def records_are_read_without_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "check_all", only_read)


def contact(folder: Path, id: str = "phone-1") -> Contact:
    """A contact of the good record as it is now."""
    return next(c for c in loaded(folder).organisations["good-defenders"].contacts if c.id == id)


def test_answer_stands_below_the_value_and_nothing_else_changes(project: Path) -> None:
    before = (project / GOOD).read_text("utf-8")

    assert take(project, HEAD + RIGHT) == 0
    assert (project / GOOD).read_text("utf-8") == before.replace(
        "    value: +353 1 210 0480\n    purpose: emergency\n", BLOCK, 1
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_of_the_file_and_of_the_sheet_do_not_matter(project: Path, ends: str) -> None:
    text = (project / GOOD).read_text("utf-8")
    (project / GOOD).write_bytes(text.replace("\n", ends).encode())

    assert take(project, (HEAD + RIGHT).replace("\n", ends).replace(",", ";")) == 0
    assert contact(project).reached.confirmed is not None
    assert (project / GOOD).read_bytes().count(b"\r\n") == (0 if ends == "\n" else text.count("\n") + 5)


def test_sheet_in_yaml_says_the_same(project: Path) -> None:
    sheet = """answers:
  - contact: good-defenders/phone-1
    value: +353 (0)1 2100480
    result: confirmed
    date: 2026-11-20
    by: speaker
"""
    assert take(project, sheet, "answers.yml") == 0
    assert contact(project).reached.confirmed is not None


def test_later_answer_replaces_the_one_before(project: Path) -> None:
    unanswered = RIGHT.replace("confirmed,2026-11-20", "no-answer,2026-11-21")
    again = RIGHT.replace("2026-11-20", "2026-11-21")
    first = (project / GOOD).read_text("utf-8")
    for table in (RIGHT, unanswered):
        assert take(project, HEAD + table) == 0
    after = contact(project).reached
    assert take(project, HEAD + again) == 0

    assert after.confirmed is not None and after.unreached is not None
    assert (project / GOOD).read_text("utf-8") == first.replace(
        "    value: +353 1 210 0480\n    purpose: emergency\n", BLOCK.replace("11-20", "11-21"), 1
    )


def test_several_answers_of_one_file_find_their_places(project: Path) -> None:
    mail = "good-defenders/email-1,help@example.org,wrote,confirmed,2026-11-19,partner\n"
    line = "lines/ie/women-1,1800 341900,called,no-answer,2026-11-19,editor\n"

    assert take(project, HEAD + mail + RIGHT + line) == 0
    assert contact(project).reached.confirmed and contact(project, "email-1").reached.confirmed
    assert {n.id: bool(n.reached.unreached) for n in loaded(project).lines["ie"].lines}["women-1"]


def test_one_call_goes_in_from_the_command_line(project: Path) -> None:
    said = {"value": "+353 1 210 0480", "result": "confirmed", "date": "2026-11-20", "by": "editor"}

    assert confirm(Project(project), "good-defenders/phone-1", said) == 0
    assert contact(project).reached.confirmed is not None


def test_every_mistake_is_told_at_once_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: (project / name).read_bytes() for name in (GOOD, LINES)}
    wrong = {
        "good-defenders/phone-9,1,called,confirmed,2026-11-20,editor": "there is no contact",
        "good-defenders/phone-1,+353 1 210 0481,called,confirmed,2026-11-20,editor": "was tried, and",
        "good-defenders/phone-1,+353 1 210 0480,called,confirmed,2096-11-20,editor": "is after",
        "good-defenders/email-1,help@example.org,called,confirmed,2026-11-20,editor": "does not ring",
        "good-defenders/web-1,https://www.example.org/help,wrote,confirmed,2026-11,editor": "is no day",
    }
    assert take(project, HEAD + RIGHT + "\n".join(wrong) + "\n") == 1
    told = capsys.readouterr().out

    for n, (_, part) in enumerate(wrong.items(), 3):
        assert any(line.startswith(f"answers.csv:{n}:") and part in line for line in told.split("\n")), told
    assert "stands here twice" in told and "Nothing was written." in told
    assert {name: (project / name).read_bytes() for name in before} == before


@pytest.mark.parametrize(
    ("table", "part"),
    [
        (HEAD + RIGHT.replace("editor", "Maria Lopez"), "is not in data/vocabulary/caller.yml"),
        (HEAD.replace("by", "by,name") + RIGHT.replace("\n", ",Maria\n"), "columns that are not those"),
        (HEAD + RIGHT.replace("confirmed", "fine"), "is not one of the words allowed here"),
        (HEAD + RIGHT.replace(",editor", ","), "this field is missing"),
        (HEAD + "good-defenders/phone-1,+353 1 210 0480,called,,,\n", "an empty list"),
    ],
)
def test_sheet_with_a_name_or_a_gap_is_refused(
    project: Path, table: str, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(project, table) == 1
    assert part in capsys.readouterr().out


def test_lines_that_nobody_filled_in_are_left_out(project: Path) -> None:
    blank = "good-defenders/email-1,help@example.org,wrote,,,\n"

    assert take(project, HEAD + blank + RIGHT) == 0
    assert contact(project, "email-1").reached.confirmed is None


def test_older_try_than_the_known_one_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(project, HEAD + RIGHT) == 0
    assert take(project, HEAD + RIGHT.replace("11-20", "11-19")) == 1
    assert "knows of a later try" in capsys.readouterr().out


def test_confirmation_of_another_value_does_not_count(project: Path) -> None:
    assert take(project, HEAD + RIGHT) == 0
    text = (project / GOOD).read_text("utf-8")
    (project / GOOD).write_text(
        text.replace("    value: +353 1 210 0480\n    con", "    value: +353 1 210 0481\n    con")
    )

    changed = contact(project)

    assert changed.confirmed is not None and changed.reached.confirmed is None


@pytest.mark.parametrize("result", OUT_OF_USE)
def test_number_found_out_of_use_leaves_every_emergency_page(project: Path, result: str) -> None:
    assert contact(project).is_as_seen
    assert take(project, HEAD + RIGHT.replace("confirmed", result)) == 0

    found = loaded(project)
    library = Library(found, read_settings(Project(project)).as_of)
    body, dead = found.organisations["good-defenders"], contact(project)
    assert dead.is_held_back and not library.trust.is_safe_in_emergency(body, dead)
    assert not library.trust.is_on_its_own_page(body, dead) and not library.reach.may_be_named(body, dead)
    assert (body.id, dead.id) not in {(line.body.id, line.contact.id) for line in library.helpers.lines}


def test_line_of_a_country_that_is_out_of_use_is_shown_nowhere(project: Path) -> None:
    table = HEAD + "lines/ie/women-1,1800 341 900,called,out-of-service,2026-11-19,editor\n"

    assert take(project, table) == 0
    assert "women-1" not in {line.id for line in loaded(project).lines["ie"].shown}


def test_codes_that_the_program_knows_are_those_of_the_vocabulary() -> None:
    codes = facts.read(PROJECT.find("data/vocabulary/unreached.yml"))["terms"]

    assert set(OUT_OF_USE) | {"no-answer"} == {term["code"] for term in codes}
