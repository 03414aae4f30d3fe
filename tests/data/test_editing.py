"""What editors are helped with: a record that is started for them, and what their change does, told before
anybody else sees it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from amparo import changed, record
from amparo.checks import check_all
from amparo.model.lock import FILE
from amparo.project import Project
from amparo.settings import read_settings
from tests.conftest import ROOT, check, command, copy_project, fill_in


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a last commit."""
    folder = copy_project(tmp_path_factory.mktemp("editing") / "project")
    for words in (
        ["init", "-q"],
        ["add", "data", "docs", "hooks", "mkdocs.yml"],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "All"],
    ):
        subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)
    return folder


def told(folder: Path) -> list[str]:
    """What is told of a change."""
    project = Project(folder)
    settings = read_settings(project)
    return list(changed.told(project, settings, check_all(project, settings.as_of)[0]))


@pytest.mark.slow("reads the whole project twice, for each change")
def test_change_is_told_with_contacts_pages_situations_and_translations(committed: Path) -> None:
    assert told(committed) == ["Nothing that readers see has changed since the last commit."]

    file = committed / "data/organisations/front-line-defenders.yml"
    good = file.read_text("utf-8")
    text = good.replace(
        "    value: +353 1 210 0489\n    purpose", "    value: +353 1 210 0488\n    purpose", 1
    )
    text = re.sub(r"(?m)^summary: .*$", "summary: Other words.", text)
    text = re.sub(r"(?m)^main_services: .*$", "main_services: [advocacy]", text)
    file.write_text(text, "utf-8")
    (committed / "docs/about/more.md").write_text("---\ntitle: a\ndescription: b\n---\n", "utf-8")
    ledger = committed / FILE
    kept = ledger.read_bytes()
    ledger.write_bytes(kept.replace(b"+353 1 210 0489", b"+353 1 210 0488"))
    lines = told(committed)
    ledger.write_bytes(kept)
    file.write_text(good, "utf-8")
    (committed / "docs/about/more.md").unlink()

    said = "\n".join(lines)
    for part in (
        "front-line-defenders.yml phone-1: +353 1 210 0489 → +353 1 210 0488",
        "data/contacts.lock was written anew",
        "on no emergency page until seen again: front-line-defenders phone-1",
        "pages new (1): about/more",
        "organisations changed (1), with every page that names them: front-line-defenders",
        "loses front-line-defenders",
        "organisations.po: 1 texts to translate anew",
        "organisations.po: 1 translations into es become stale",
        "`make words`",
    ):
        assert part in said, said


def test_without_a_last_commit_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(changed.NotKnown), changed.last_commit(Project(tmp_path)):
        pass


FILLED = {
    "  en: TODO": "  en: New Group",
    "kind: TODO\nstatus": "kind: national-ngo\nstatus",
    "based_in: TODO": "based_in: KE",
    "countries: [TODO]": "countries: [KE]",
    "for_groups: [TODO]": "for_groups: [any-defender]",
    "main_services: [TODO]": "main_services: [legal-aid]",
    "services: [TODO]": "services: [legal-aid]",
    "access: [TODO]": "access: [anyone]",
    "languages: [TODO]": "languages: [en]",
    "summary: TODO": "summary: Lawyers for defenders in Kenya.",
    "hosts: [TODO]": "hosts: [example.org]",
    "value: TODO": "value: help@example.org",
    "title: TODO": "title: Help",
    "publisher: TODO": "publisher: New Group",
    "https://TODO": "https://example.org/help",
    "date: TODO": "date: 2026-11",
}
"""What an editor writes in place of each TODO."""


@pytest.mark.slow("checks a whole copy of the project twice")
def test_started_record_asks_for_what_is_missing_and_passes_when_it_is_filled(committed: Path) -> None:
    done = command(committed, "amparo", "new", "organisation", "new-group")
    file = committed / "data/organisations/new-group.yml"
    empty = check(committed)
    text = file.read_text("utf-8")
    for old, new in FILLED.items():
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    unconfirmed = check(committed)
    ledger = committed / FILE
    before = ledger.read_bytes()
    fill_in(Project(committed), read_settings(Project(committed)).as_of)
    entered = command(committed, "amparo", "enter")
    filled = check(committed)
    file.unlink()
    ledger.write_bytes(before)
    shutil.rmtree(committed / "data/changes")

    assert done.returncode == 0 and "make check" in done.stdout
    assert empty.returncode == 1 and empty.stdout.count("new-group.yml") > 5
    assert "new-group.yml:4:5: error: id: `organisations/new-group` is new" in unconfirmed.stdout
    assert entered.returncode == 0 and "-new-group: entered" in entered.stdout, entered.stdout
    assert "TODO" not in text and filled.returncode == 0, filled.stdout


@pytest.mark.parametrize("id", ["New Group", "con", "index", "a--b", "front-line-defenders"])
def test_record_of_a_bad_or_taken_name_is_not_started(id: str) -> None:
    with pytest.raises(record.Refused):
        record.start(Project(ROOT), "organisation", id)
