"""The way out of MkDocs and Material is open: another builder, and no theme, make the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import build, command, copy_project, once
from tests.site.trees import Tree, tree_of

LANGUAGE = "es"
"""Pages of two languages are enough: each is made the same way."""


def with_mkdocs(folder: Path) -> None:
    """The tree as MkDocs makes it."""
    done = build(copy_project(folder, [LANGUAGE]), AMPARO_LANGUAGE=LANGUAGE)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Every file that MkDocs with Material makes."""
    return tree_of(once(tmp_path_factory, "with-mkdocs", with_mkdocs) / "site")


def test_properdocs_builds_the_same_tree(expected: Tree, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", [LANGUAGE])

    done = command(project, "properdocs", "build", "--strict", AMPARO_LANGUAGE=LANGUAGE)

    assert done.returncode == 0, done.stdout + done.stderr
    assert tree_of(project / "site") == expected


def test_the_tree_needs_no_theme(expected: Tree, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", [LANGUAGE])
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("name: material", "name: null"), "utf-8")

    done = build(project, AMPARO_LANGUAGE=LANGUAGE)

    assert done.returncode == 0, done.stdout + done.stderr
    assert tree_of(project / "site") == expected
