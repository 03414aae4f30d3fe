"""Nobody changes a contact alone: every way to slip one through is told with its file and line, and no honest
edit is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.checks import check_all
from amparo.checks.confirming import Before
from amparo.entering import begin, enter
from amparo.model.change import Change, Confirmation
from amparo.model.loading import Loaded
from amparo.model.lock import FILE, lines_of, mark_of, summed
from amparo.model.waiting import differences
from amparo.project import Project
from amparo.source import Problems
from tests.conftest import copy_project, fill_in
from tests.data.test_bad_data import (
    GOOD,
    GOOD_BESIDE,
    change,
    each_text_is_read_once,
    make_small,
)

__all__ = ("each_text_is_read_once",)

HERE = Path(__file__).resolve().parent
TABLE = yaml.safe_load((HERE / "gate.yml").read_text("utf-8"))
SLIPS, HONEST = TABLE["slips"], TABLE["honest"]
FEWEST = 40

BEGUN, ENTERED, TODAY = "2026-11-21", date(2026, 12, 5), date(2026, 12, 15)
"""Days of the ledger's beginning, of its one change, and of the data."""

FILES = {
    "g": GOOD,
    "l": "data/lines/ie.yml",
    "c": "data/changes/2026-12-10-good-defenders.yml",
    "e": "data/changes/2026-12-01-good-defenders.yml",
    "k": FILE,
    "n": "data/news/2026-01-05-good-news.yml",
    "p": "docs/about/facts.md",
    "m": "data/translations/es/organisations.po",
}
"""Files by their letter in the table."""

OLD, NEW = "+353 1 210 0480", "+353 1 210 0481"
FULL = f"""id: 2026-12-10-good-defenders
record: organisations/good-defenders
day: 2026-12-10
changes:
  - what: contacts.phone-1
    before: {{kind: phone, value: "{OLD}", purpose: emergency, languages: [en]}}
    after: {{kind: phone, value: "{NEW}", purpose: emergency, languages: [en]}}
sources:
  - {{id: s1, kind: official, publisher: Good Defenders, url: "https://www.example.org/new"}}
confirmed:
  - {{role: editor, day: 2026-12-10}}
  - {{role: caller, day: 2026-12-11}}
called_back:
  - {{what: contacts.phone-1, value: "{OLD}", day: 2026-12-11, result: confirmed}}
"""
"""A change record with nothing missing."""

MORE = {
    "  - id: email-1\n": """  - id: phone-2
    kind: phone
    value: +353 1 210 0490
    purpose: office
    source: s1
  - id: phone-4
    kind: phone
    value: 01 210 0495
    region: IE
    purpose: office
    source: s1
  - id: email-1
""",
    "hosts: [example.org]\n": """hosts: [example.org]
run_by: group
withheld:
  - kind: phone
    reason: personal-number
    source: s2
""",
}
"""What Good Defenders have beside what good.yml says."""

HIDDEN = """  - id: child-1
    kind: child
    number: "116 111"
    dial: "116111"
    seen: "116111"
    agreement: one-source
    sources: [s1]
    show: false
    hidden_because: nobody knows its subject
sources:
"""


def told(project: Project, as_of: date = TODAY) -> tuple[Loaded, Problems]:
    """The records, and what the check says of them."""
    return check_all(project, as_of)


def replaced(text: str, pairs: dict[str, str]) -> str:
    """A text with other parts; each of them was there."""
    for old, new in pairs.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with a ledger into which one change was entered: a mailbox of Good Defenders."""
    folder = copy_project(tmp_path_factory.mktemp("gate") / "project")
    good = (HERE / "good.yml").read_text("utf-8")
    (folder / GOOD).write_text(replaced(good, MORE | {"help@example.org": "ask@example.org"}), "utf-8")
    make_small(folder)
    for name, target in GOOD_BESIDE.items():
        (folder / target).write_text((HERE / name).read_text("utf-8"), "utf-8")
    lines = folder / FILES["l"]
    lines.write_text(lines.read_text("utf-8").replace("sources:\n  - id: s1", HIDDEN + "  - id: s1"), "utf-8")
    (folder / FILE).unlink()
    own = Project(folder)
    begin(own)
    (folder / GOOD).write_text(replaced(good, MORE), "utf-8")
    (folder / "data/changes").mkdir()
    mailbox = replaced(
        FULL,
        {
            "2026-12-10": "2026-12-01",
            "2026-12-11": "2026-12-02",
            "phone-1": "email-1",
            "kind: phone": "kind: email",
            ", purpose: emergency, languages: [en]": ", purpose: general",
            OLD: "ask@example.org",
            NEW: "help@example.org",
        },
    )
    (folder / FILES["e"]).write_text(mailbox, "utf-8")
    loaded, problems = told(own, ENTERED)
    assert problems.errors == []
    assert enter(own, loaded, ENTERED) == ["2026-12-01-good-defenders: entered"]
    return own


@pytest.fixture
def after(project: Project) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Does the changes of an entry of the table, and undoes them when the test is over."""
    before: dict[Path, bytes | None] = {}

    def do(entry: dict[str, Any]) -> None:
        names = {*FILES.values(), *(FILES.get(name, name) for name in map(named, entry["do"]) if name)}
        names |= {step["move"] for step in entry["do"] if "move" in step}
        before.update({file: content_of(file) for file in map(project.root.joinpath, names)})
        for step in entry["do"]:
            do_one(project, dict(step))

    yield do
    for file in {*project.files("data/changes"), *before}:
        file.unlink(missing_ok=True)
    for file, content in before.items():
        if content is not None:
            file.write_bytes(content)


def named(step: dict[str, Any]) -> str:
    """The file that a change names."""
    return str(step.get("file", ""))


def content_of(file: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    return file.read_bytes() if file.is_file() else None


def do_one(project: Project, step: dict[str, Any]) -> None:
    """One change of the table."""
    file = project.root / FILES.get(step.get("file", ""), step.get("file", ""))
    good = project.root / GOOD
    if "number" in step or "full" in step:
        good.write_text(good.read_text("utf-8").replace(OLD, NEW), "utf-8")
        if "full" in step:
            (project.root / FILES["c"]).write_text(FULL, "utf-8")
    elif "enter" in step:
        loaded, problems = told(project)
        assert problems.errors == []
        assert [line for line in enter(project, loaded, TODAY) if not line.endswith(": entered")] == []
    elif "paste" in step:
        fill_in(project, TODAY)
    elif "move" in step:
        file.rename(project.root / step["move"])
    elif "copy" in step:
        text = (HERE / "good.yml").read_text("utf-8")
        text = text.replace("good-defenders", step["copy"]).replace("Good Defenders", "New Defenders")
        file.write_text(
            re.sub(r"\d (210 04)8", r"2 \g<1>7", text).replace("example.org", "defenders.test"), "utf-8"
        )
    elif step.keys() & {"drop", "turn", "forge"}:
        of_the_ledger(project, file, step)
    else:
        step.pop("file")
        if "replace" in step:
            old = file.read_text("utf-8")
            assert all(one in old for one in step["replace"][:1]), step
        change(file, step)


def of_the_ledger(project: Project, file: Path, step: dict[str, Any]) -> None:
    """What somebody does to the ledger: takes a line out, turns two around, adds a part with a right sum."""
    lines = file.read_text("utf-8").split("\n")
    if "forge" in step:
        loaded = told(project)[0]
        found = [(one.key, one.after) for one in differences(loaded)]
        mark = ""
        if step["forge"] in loaded.changes:
            mark = mark_of(loaded.document_of(step["forge"], "changes").values)
        new = summed(lines_of(str(step.get("day", TODAY)), step["forge"], mark, found), loaded.lock.sums[-1])
        file.write_text(file.read_text("utf-8") + new, "utf-8")
        return
    ((do, what),) = ((key, value) for key, value in step.items() if key != "file")
    at = next(n for n, line in enumerate(lines) if what in line)
    if do == "drop":
        del lines[at]
    else:
        lines[at - 1], lines[at] = lines[at], lines[at - 1]
    file.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("entry", SLIPS, ids=lambda entry: entry["name"])
def test_every_way_to_slip_a_contact_through_is_told_with_file_and_line(
    entry: dict[str, Any], project: Project, after: Callable
) -> None:
    after(entry)
    as_of = entry.get("as_of", TODAY)

    problems = told(project, as_of)[1]

    name = FILES.get(entry["file"], entry["file"])
    wanted = [p for p in problems.errors if p.file == name and entry["says"] in str(p)]
    assert wanted, "\n".join(str(problem) for problem in problems.all)
    if not entry.get("any"):
        assert lines_wanted(project.root / name, entry) & {problem.line for problem in wanted}, wanted


def lines_wanted(file: Path, entry: dict[str, Any]) -> set[int]:
    """The lines at which a problem may be told."""
    wanted = entry["line"]
    if isinstance(wanted, int) or not file.exists():
        return {int(wanted)}
    if isinstance(wanted, date):
        wanted = wanted.isoformat()
    text = file.read_text("utf-8")
    found = [text.count("\n", 0, match.start()) + 1 for match in re.finditer(re.escape(wanted), text)]
    assert len(found) == 1 or entry.get("first"), f"{wanted!r} stands in the lines {found}"
    return {found[0]}


@pytest.mark.parametrize("entry", HONEST, ids=lambda entry: entry["name"])
def test_no_honest_edit_is_told(entry: dict[str, Any], project: Project, after: Callable) -> None:
    after(entry)

    assert [str(problem) for problem in told(project)[1].errors] == []


def test_table_is_large_enough_and_names_each_once() -> None:
    assert all(len({one["name"] for one in part}) == len(part) >= FEWEST for part in (SLIPS, HONEST))


def test_the_project_as_it_is_has_no_problem(project: Project) -> None:
    assert [str(problem) for problem in told(project)[1].errors] == []


def test_no_role_is_a_person_and_no_part_of_a_change_record_holds_free_text() -> None:
    assert set(Confirmation.model_fields) == {"role", "day"}


def test_a_host_on_which_anybody_can_have_a_page_is_nobodys_own() -> None:
    hosts = {"hosts": ("example.org", "facebook.com", "gmail.com")}
    before = Before({("organisations/good-defenders", "hosts"): hosts}, BEGUN)

    assert before.hosts(Change.model_validate(yaml.load(FULL, yaml.BaseLoader))) == {"example.org"}
