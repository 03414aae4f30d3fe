"""A check passes over a long text only when nothing that decides about it has changed since it was right."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from amparo import environment
from amparo.checks import addresses, known, words
from amparo.checks.known import Known
from amparo.model.designation import Designation
from amparo.model.loading import Loaded
from amparo.model.reading import read
from amparo.model.vocabulary import Vocabulary
from amparo.project import Project
from amparo.source import Problem, Problems, load
from tests.conftest import PROJECT, ROOT, command, copy_project

WORDS = "data/translations/es/lines.po"
ENTRY = '\nmsgctxt "lines/zz#note"\nmsgid "Call {0} now."\nmsgstr "Llame {0} ya."\n'
PAGE = "docs/about/facts.md"


CODES = {
    file.stem: read(Vocabulary, load(file, file.name, Problems()), Problems(), {}).by_code
    for file in PROJECT.files("data/vocabulary", "*.yml")
}
"""The codes of our vocabularies."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small copy of the project, with a listed host and one translated text that has a number."""
    folder = copy_project(tmp_path_factory.mktemp("known") / "project")
    for file in (*folder.glob("data/designations/*.yml"), *folder.glob("data/organisations/*.yml")):
        file.unlink()
    for file in folder.glob("data/translations/*/*.po"):
        file.write_text(file.read_text("utf-8").split("\n\n")[0] + "\n", "utf-8")
    shutil.copyfile(ROOT / "tests/data/good-designation.yml", folder / "data/designations/by-good-list.yml")
    with (folder / WORDS).open("a", encoding="utf-8") as file:
        file.write(ENTRY.format("112"))
    (folder / "build").mkdir(exist_ok=True)
    return folder


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The files that rules about texts really look at."""
    seen: set[str] = set()

    def watched(rule: Callable, place: int) -> Callable:
        def watch(*given: object) -> object:
            seen.add(f"{rule.__name__} {given[place]}")
            return rule(*given)

        return watch

    monkeypatch.setattr(words, "_problems_in", watched(words._problems_in.__wrapped__, 1))
    monkeypatch.setattr(addresses, "_hosts_in", watched(addresses._hosts_in, 1))
    return seen


def told(folder: Path, site_name: str = "Amparo") -> list[Problem]:
    """What the rules about long texts say that remember."""
    project, loaded = Project(folder), Loaded()
    for file in project.files("data/designations", "*.yml"):
        designation = read(Designation, load(file, file.name, Problems()), Problems(), CODES)
        loaded.designations[designation.id] = designation
    known = Known(project)
    found = [
        *words.check(project, loaded, site_name, known),
        *addresses.check_texts(project, loaded, known),
    ]
    known.keep()
    return sorted(found)


def changed(file: Path, old: str, new: str) -> Callable[[], None]:
    """Change a file; gives what undoes it."""
    text = file.read_text("utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new), "utf-8")
    return lambda: file.write_text(text, "utf-8") and None


def test_second_check_looks_at_no_long_text_and_says_the_same(small: Path, looked_at: set[str]) -> None:
    shutil.rmtree(small / "build")
    first = told(small)
    seen = set(looked_at)
    looked_at.clear()

    assert told(small) == first and looked_at == set()
    assert {
        f"_problems_in {WORDS}",
        f"_hosts_in {WORDS}",
        f"_hosts_in {PAGE}",
        "_hosts_in mkdocs.yml",
    } <= seen


CHANGES = {
    "a number of a translation": (WORDS, "Llame 112", "Llame 113"),
    "a number of its source": (WORDS, "Call 112", "Call 113"),
    "a letter of a translation": (WORDS, " ya.", " yá."),
    "a note above an entry": (WORDS, "\nmsgctxt", "\n#, fuzzy\nmsgctxt"),
    "a listed host in a translation": (WORDS, " ya.", " ya: listed-body.org."),
    "a word of a page": (PAGE, "title: ", "title: The "),
    "the settings": ("mkdocs.yml", "operator: ", "operator: Somebody # "),
}
"""Changes of a file that is looked at."""


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_has_changed_is_looked_at_again_and_no_other(
    change: str, small: Path, looked_at: set[str]
) -> None:
    told(small)
    file, old, new = CHANGES[change]
    looked_at.clear()
    undo = changed(small / file, old, new)
    try:
        found = told(small)
        seen = set(looked_at)
        shutil.rmtree(small / "build")
        from_nothing = told(small)
    finally:
        undo()

    assert found == from_nothing
    assert {line.split()[1] for line in seen} == {file} and f"_hosts_in {file}" in seen


@pytest.mark.parametrize("what", ["program", "words of a language", "Python", "library", "name of the site"])
def test_all_files_are_looked_at_again_when_what_decides_about_them_has_changed(
    what: str, small: Path, looked_at: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Project(tmp_path)
    program = shutil.copytree(
        ROOT / "hooks/amparo", home.find("hooks/amparo"), ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.setattr(known, "HERE", home)
    told(small)
    looked_at.clear()
    name = "Amparo"
    if what == "program":
        changed(program / "text/negation.py", '"""', '""" ')
    elif what == "words of a language":
        changed(program / "text/languages/es.yml", "\n", "\n# a word more or less\n")
    elif what == "Python":
        monkeypatch.setattr(sys, "version", "4.0")
    elif what == "library":
        monkeypatch.setattr(known.babel, "__version__", "99")
    else:
        name = "Refugio"
    told(small, name)

    everything = len(list(small.glob("data/translations/*/*.po")))
    assert sum(line.startswith("_problems_in") for line in looked_at) == everything > 40
    if what != "name of the site":
        assert f"_hosts_in {PAGE}" in looked_at


def test_another_listed_host_has_every_text_searched_for_it(small: Path, looked_at: set[str]) -> None:
    """The page has always named it; only the list is new."""
    undo_page = changed(small / PAGE, "title: ", "title: quite-another.org ")
    before = told(small)
    looked_at.clear()
    undo = changed(
        small / "data/designations/by-good-list.yml",
        "[listed-body.org]",
        "[listed-body.org, quite-another.org]",
    )
    try:
        found = told(small)
    finally:
        undo()
        undo_page()

    assert {f"_hosts_in {WORDS}", f"_hosts_in {PAGE}"} <= looked_at
    assert [p for p in before if "quite-another" in p.found] == []
    assert [p.file for p in found if "quite-another" in p.found] == [PAGE]


def test_what_had_a_fault_is_told_at_every_check(small: Path) -> None:
    undo = changed(small / WORDS, "Llame 112", "Llame 113")
    try:
        first, second = told(small), told(small)
    finally:
        undo()

    assert first == second and any(p.file == WORDS and "113" in p.found for p in first)


@pytest.mark.parametrize("content", ["", "[", "{}", "[1, 2]", "null", "\x00"])
def test_a_damaged_memory_is_none(content: str, small: Path, looked_at: set[str]) -> None:
    told(small)
    looked_at.clear()
    (small / "build/checked.json").write_text(content, "utf-8")

    told(small)

    assert f"_problems_in {WORDS}" in looked_at


def test_memory_holds_hashes_of_the_last_check_alone(small: Path) -> None:
    told(small)
    before = (small / "build/checked.json").read_bytes()
    undo = changed(small / WORDS, " ya.", " ahora.")
    told(small)
    undo()
    told(small)

    marks = json.loads(before)
    assert (small / "build/checked.json").read_bytes() == before
    assert all(len(mark) == 64 and int(mark, 16) for mark in marks)


def test_without_a_place_to_write_the_check_goes_on(small: Path) -> None:
    shutil.rmtree(small / "build")
    (small / "build").write_text("a file", "utf-8")
    try:
        without = told(small)
    finally:
        (small / "build").unlink()

    assert without == told(small)


@pytest.mark.slow("runs the command twice")
def test_the_command_remembers_and_a_release_does_not(small: Path) -> None:
    shutil.rmtree(small / "build", ignore_errors=True)
    alone = command(small, "amparo", "check", AMPARO_KEPT="no")
    is_kept = (small / "build/checked.json").exists()
    first = command(small, "amparo", "check")

    assert (is_kept, (small / "build/checked.json").exists()) == (False, True)
    assert alone.stdout == first.stdout != ""
    assert environment.for_copy("public", None)["AMPARO_KEPT"] == "no"
