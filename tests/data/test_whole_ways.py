"""Rules that need several files: ways from record to record, addresses with two owners, files that programs
leave behind, and the page of a body that is closed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from amparo.building import clashes, site_of
from amparo.checks import check_all, status
from amparo.library import Library
from amparo.model.filename import is_record
from amparo.model.loading import Loaded
from amparo.project import Project, is_left_behind
from amparo.settings import read_settings
from amparo.source import Problems
from tests.conftest import PROJECT

SETTINGS = read_settings(PROJECT)


@cache
def loaded() -> Loaded:
    """The records as they are."""
    return check_all(PROJECT, SETTINGS.as_of)[0]


def with_ways(**successors: str) -> list[str]:
    """What is told of the successors when these records are renamed to others."""
    bodies = dict(loaded().organisations)
    for id, successor in successors.items():
        id = id.replace("_", "-")
        bodies[id] = bodies[id].model_copy(update={"status": "renamed", "successor": successor})
    found = status.check(replace(loaded(), organisations=bodies), SETTINGS.as_of)
    return [problem.found for problem in found if problem.field == "successor"]


def test_successors_in_a_circle_are_refused() -> None:
    told = with_ways(fidh="cpj", cpj="ishr", ishr="fidh")

    assert "a circle: fidh → cpj → ishr → fidh" in told


def test_successor_that_is_closed_is_refused() -> None:
    assert with_ways(fidh="icco") == ["`icco` is closed"]


def test_successor_that_leads_on_to_one_that_works_is_good() -> None:
    assert with_ways(fidh="cpj", cpj="ishr") == []


def test_page_at_the_address_of_a_record_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "docs/emergency/organisations/fidh.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: a\ndescription: b\n---\n", "utf-8")

    (problem,) = clashes(Project(tmp_path), Library(loaded(), SETTINGS.as_of))

    assert problem.file == "docs/emergency/organisations/fidh.md" and "made from records" in problem.found


def test_project_has_no_address_twice() -> None:
    assert list(clashes(PROJECT, Library(loaded(), SETTINGS.as_of))) == []


@pytest.mark.parametrize(
    "name",
    [".a.yml.swp", "a.yml~", "#a.yml#", ".#a.yml", "a.yml.bak", "a.yml.orig", ".DS_Store", "Thumbs.db"],
)
def test_file_that_a_program_left_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "data/organisations").mkdir(parents=True)
    (tmp_path / "data/organisations" / name).write_text("x", "utf-8")

    assert is_left_behind(Path(name)) and Project(tmp_path).records("organisations") == []


def test_folder_with_the_name_of_a_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yml").mkdir()
    problems = Problems()

    assert not is_record(tmp_path / "x.yml", "x.yml", problems)
    assert [problem.found for problem in problems.all] == ["a folder where a record belongs"]


def test_page_of_a_closed_body_says_nowhere_how_to_apply() -> None:
    site = site_of(PROJECT, loaded(), SETTINGS)
    closed = [o.id for o in loaded().organisations.values() if o.status == "closed"]

    pages = {id: site.page(site.page_of("organisation", id), "en") for id in closed}

    content = {id: page.partition("<main")[2].partition("If nobody answers")[0] for id, page in pages.items()}
    assert closed and all(content.values())
    assert [id for id, text in content.items() if re.search(r"(?i)\bappl(y|ic)|How to ask", text)] == []
