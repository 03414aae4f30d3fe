"""A small project to confirm in: one good record, one country with lines, and those that a rule asks for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import copy_project
from tests.data.test_bad_data import GOOD, GOOD_BESIDE, HERE, make_small


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is copied for each test."""
    folder = copy_project(tmp_path_factory.mktemp("confirming") / "project")
    shutil.copyfile(HERE / "good.yml", folder / GOOD)
    make_small(folder)
    for name, target in GOOD_BESIDE.items():
        shutil.copyfile(HERE / name, folder / target)
    return folder


@pytest.fixture
def project(small: Path, tmp_path: Path) -> Path:
    """A copy that a test may write into."""
    shutil.copytree(small, tmp_path / "project")
    return tmp_path / "project"
