"""Every kind of bad data in bad_data.yml is told with its file, its line and words that an editor can use."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.checks import check_all
from amparo.entering import begin
from amparo.library import Library
from amparo.model import loading
from amparo.model.loading import FOLDERS
from amparo.model.reading import read
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Document, Problem, Problems, load
from tests.conftest import build, check, copy_project
from tests.data.remedies import applied

HERE = Path(__file__).resolve().parent
KINDS = yaml.safe_load((HERE / "bad_data.yml").read_text("utf-8"))
GOOD = "data/organisations/good-defenders.yml"
GOOD_BESIDE = {
    "good-designation.yml": "data/designations/by-good-list.yml",
    "good-lines.yml": "data/lines/ie.yml",
    "good-news.yml": "data/news/2026-01-05-good-news.yml",
    "good-action.yml": "data/actions/good-action.yml",
}
"""More good files of the small project: the only danger, country with lines, piece of news and
action that it has."""

FEWEST_KINDS = 200


def change(file: Path, how: dict[str, Any]) -> None:
    """Do one change of the table."""
    ((do, what),) = how.items()
    if do == "delete":
        file.unlink()
        return
    if do == "copy":
        file.write_text((HERE / "good.yml").read_text("utf-8").replace("good-defenders", what), "utf-8")
        return
    text = file.read_bytes().decode("utf-8") if file.exists() else ""
    parts = [
        re.sub(r"@(\d+)(.)", lambda many: int(many[1]) * many[2], part)
        for part in ([what] if isinstance(what, str) else what)
    ]
    if do == "replace":
        for old, new in zip(parts[::2], parts[1::2], strict=True):
            text = text.replace(old, new)
    elif do in ("append", "write"):
        text = text * (do == "append") + parts[0]
    file.write_bytes(bytes.fromhex(what) if do == "bytes" else text.encode("utf-8"))


def line_of(file: Path, wanted: int | str) -> int:
    """A line's number, given as a number or as text that only this line has."""
    if isinstance(wanted, int):
        return wanted
    found = [number for number, line in enumerate(file.read_text("utf-8").split("\n"), 1) if wanted in line]
    assert len(found) == 1, f"{wanted!r} stands in the lines {found}"
    return found[0]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture(scope="module", autouse=True)
def each_text_is_read_once() -> Iterator[None]:
    """Most of the time of these tests would be to read files again that a change leaves alone, and to make
    the same records of them with the same vocabularies. Documents and records never change."""
    known: dict[tuple[Path, bytes], tuple[Document | None, list[Problem]]] = {}
    records: dict[tuple[object, ...], tuple[object, list[Problem]]] = {}

    def load_once(file: Path, name: str, problems: Problems) -> Document | None:
        key = (file, file.read_bytes())
        if key not in known:
            told_here = Problems()
            known[key] = (load(file, name, told_here), told_here.all)
        document, found = known[key]
        problems.extend(iter(found))
        return document

    def read_once(model: Any, document: Document, problems: Problems, codes: dict[str, Any]) -> object:
        # All of them are kept above or below, so a number never comes to stand for another one.
        key = (model, id(document), *((scheme, id(terms)) for scheme, terms in codes.items()))
        if key not in records:
            told_here = Problems()
            records[key] = (read(model, document, told_here, codes), told_here.all)
        record, found = records[key]
        problems.extend(iter(found))
        return record

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load", load_once)
        patch.setattr(loading, "read", read_once)
        yield


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small copy of the project with one more good record, which no editor changes."""
    folder = copy_project(tmp_path_factory.mktemp("data") / "project")
    shutil.copyfile(HERE / "good.yml", folder / GOOD)
    make_small(folder)
    for name, target in GOOD_BESIDE.items():
        shutil.copyfile(HERE / name, folder / target)
    begin(Project(folder))
    return folder


def make_small(project: Path) -> None:
    """Keep only the records that a rule asks for, and the heads of the PO files: a check then takes a fifth
    of the time."""
    as_of = read_settings(Project(project)).as_of
    loaded = check_all(Project(project), as_of)[0]
    bodies = loaded.organisations.values()
    kept = {"good-defenders", *(line.body.id for line in Library(loaded, as_of).helpers.lines)}
    for field in ("services", "for_groups"):
        kept.update({code: o.id for o in bodies if o.is_listed for code in getattr(o, field)}.values())
    kept.update(mechanism.organisation for mechanism in loaded.mechanisms.values())
    for id in kept & set(loaded.organisations):
        organisation = loaded.organisations[id]
        kept = kept | {organisation.successor, *(contact.answered_by for contact in organisation.contacts)}
    for id in set(loaded.organisations) - kept:
        (project / f"data/organisations/{id}.yml").unlink()
    for folder in ("designations", "lines", "news", "actions"):
        for file in project.glob(f"data/{folder}/*.yml"):
            file.unlink()
    for file in (*project.glob("data/organisations/*.yml"), *project.glob("data/mechanisms/*.yml")):
        ties = r"(?m)^(?:(?:part_of|partners): .*\n|members:\n(?:  .*\n)+)"
        file.write_text(re.sub(ties, "", file.read_text("utf-8")), "utf-8")
    for file in project.glob("data/vocabulary/synonyms/*.yml"):
        file.write_text(few_synonyms(file.read_text("utf-8")), "utf-8")
    for file in project.glob("data/translations/*/*.po"):
        file.write_text(file.read_text("utf-8").split("\n\n")[0] + "\n", "utf-8")


def few_synonyms(text: str) -> str:
    """A file of synonyms with the entries that the table changes: to analyse every word anew for each kind
    takes a third of the time."""
    changed = [
        old
        for kind in KINDS
        if "synonyms" in kind.get("file", "")
        for old in kind["change"].get("replace", ())[::2]
    ]
    kept = []
    for section in re.split(r"(?m)^(?=\S)", text):
        head, *entries = re.split(r"(?m)^(?=  \S)", section)
        wanted = [entry for entry in entries if any(old in entry for old in changed)]
        if wanted or not entries:
            kept += [head, *wanted]
    return "".join(kept)


@pytest.fixture
def spoil(project: Path) -> Iterator[Callable[[dict], None]]:
    """Does a change of the table, and undoes it when the test is over."""
    before: dict[Path, bytes | None] = {}

    def spoil_files(kind: dict) -> None:
        name = kind.get("file", GOOD)
        told_of = kind["expect"].get("file")
        if told_of and (project / told_of).is_file():
            before.setdefault(project / told_of, (project / told_of).read_bytes())
        for file in sorted(project.glob(name)) if "*" in name else [project / name]:
            before.setdefault(file, file.read_bytes() if file.exists() else None)
            change(file, kind["change"])
            assert not file.exists() or file.read_bytes() != before[file] or "*" in name, (
                "the change changes nothing"
            )

    yield spoil_files
    for file, content in before.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


def told(project: Path) -> Problems:
    """What the check says about a project."""
    settings = read_settings(Project(project))
    return check_all(Project(project), settings.as_of, settings.site_name)[1]


def test_good_record_has_no_problem(project: Path) -> None:
    assert told(project).all == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_bad_data_is_told_with_file_line_and_reason(kind: dict, project: Path, spoil: Callable) -> None:
    spoil(kind)

    problems = told(project)

    expected = kind["expect"]
    file = expected.get("file", kind.get("file", GOOD))
    line = line_of(project / file, expected["line"])
    of_level = problems.errors if expected.get("level", "error") == "error" else problems.warnings
    lines = "\n".join(str(problem) for problem in problems.all[:20])
    wanted = [p for p in of_level if p.file == file and p.line == line and expected["says"] in str(p)]
    assert wanted, f"wanted line {line}:\n{lines}"
    if wanted[0].level == "error":
        paste_remedy(project, wanted[0], len(problems.errors))


TRIED: set[str] = set()
"""Kinds whose remedy could be pasted and was."""

FEWEST_REMEDIES = 70


def paste_remedy(project: Path, problem: Problem, before: int) -> None:
    """Do what a problem says would be right, where it can be pasted, and look whether it is right."""
    file = project / problem.file
    if "not UTF-8" in problem.found or "valid PO" in problem.found or not file.is_file():
        return
    text = applied(file.read_text("utf-8"), problem)
    if text is None:
        return
    file.write_text(text, "utf-8")
    TRIED.add(problem.found)

    errors = told(project).errors
    assert len(errors) < before and problem not in errors, f"the remedy of {problem}\nleaves {errors}"


def test_many_remedies_can_be_pasted() -> None:
    """Stands behind the test that pastes them."""
    assert len(TRIED) >= FEWEST_REMEDIES or not TRIED


@pytest.mark.parametrize("folder", FOLDERS)
def test_missing_folder_is_told(folder: str, project: Path, tmp_path: Path) -> None:
    (project / "data" / folder).rename(tmp_path / folder)
    try:
        problems = told(project)
    finally:
        (tmp_path / folder).rename(project / "data" / folder)

    assert ("the folder is missing", f"data/{folder}") in {
        (problem.found, problem.file) for problem in problems.errors
    }


def test_table_has_every_kind_once() -> None:
    names = {kind["name"] for kind in KINDS}

    assert len(names) == len(KINDS) >= FEWEST_KINDS


SEVERAL = (
    "duplicate-key",
    "country-twice",
    "stray-file",
    "html-in-page",
    "translation-adds-a-number",
    "source-of-a-contact-missing",
    "vocabulary-of-another-name",
)
"""Kinds in different files (the first and the last but one share one), found by different parts of the
check."""


def test_all_problems_are_told_at_once_without_a_traceback(project: Path, spoil: Callable) -> None:
    kinds = [
        kind for kind in KINDS if kind["name"] in SEVERAL and kind["name"] != "source-of-a-contact-missing"
    ]
    for kind in kinds:
        spoil(kind)

    done = check(project)

    said = done.stdout + done.stderr
    assert done.returncode == 1 and "Traceback" not in said
    assert [kind["name"] for kind in kinds if kind["expect"]["says"] not in said] == []


@pytest.mark.parametrize(
    "name", ["word-for-number", "source-of-a-contact-missing", "translation-file-broken"]
)
def test_build_of_bad_data_stops_and_leaves_the_last_good_site(
    name: str, project: Path, spoil: Callable
) -> None:
    kind = next(kind for kind in KINDS if kind["name"] == name)
    (project / "site" / "emergency").mkdir(parents=True, exist_ok=True)
    for page in ("index.html", "emergency/index.html"):
        (project / "site" / page).write_text("the last good site", "utf-8")
    before = contents(project / "site")
    spoil(kind)

    done = build(project)

    said = done.stdout + done.stderr
    assert done.returncode == 1 and "Traceback" not in said and kind["expect"]["says"] in said
    assert contents(project / "site") == before
