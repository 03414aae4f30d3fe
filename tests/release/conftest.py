"""What release tests share: keys made by minisign, and two releases of a real project, the second with one
number changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from amparo.release.kit import checker
from tests.conftest import PROJECT, confirm, copy_project, once, variables

EDITIONS = ("public", "es")
"""A site, and a copy for files: all others are built by the same steps. The second release has the site
alone."""

SECRET, PUBLIC = "test.key", "test.pub"
"""Names of the keys that tests make."""

RECORD = "data/organisations/front-line-defenders.yml"
OLD_NUMBER, NEW_NUMBER = "+353 1 210 0489", "+353 1 210 0490"


@dataclass(frozen=True)
class Keys:
    """A pair of keys without password."""

    secret: Path
    """The secret key's file, outside of every project."""

    public: Path
    """The public key's file."""


@dataclass(frozen=True)
class Releases:
    """Two signed releases, and the second once more, unsigned."""

    old: Path
    new: Path
    unsigned: Path
    project: Path
    """The project as it was for the second."""


def make_keys(folder: Path) -> Keys:
    """Let minisign make a pair of keys."""
    keys = Keys(folder / SECRET, folder / PUBLIC)
    subprocess.run(
        ["minisign", "-G", "-W", "-s", keys.secret, "-p", keys.public], check=True, capture_output=True
    )
    return keys


def amparo(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """A command of the project, as the Makefile calls it. Sites in one language: a release then takes half
    the time."""
    return subprocess.run(
        [sys.executable, "-m", "amparo", *map(str, words)],
        cwd=project,
        env=variables(project, **{"AMPARO_LANGUAGE": "en", **environment}),
        capture_output=True,
        text=True,
    )


def release(project: Path, editions: tuple[str, ...], *words: str, **environment: str) -> Path:
    """Make a release of some editions; gives its dist."""
    only = [word for name in editions for word in ("--only", name)]
    done = amparo(project, "release", *only, *words, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "dist"


def next_version(project: Path) -> None:
    """Change one telephone number, confirm it, and make the version one more, as editors do."""
    for name, old, new in ((RECORD, OLD_NUMBER, NEW_NUMBER), ("mkdocs.yml", "version: 1", "version: 2")):
        file = project / name
        text = file.read_text("utf-8")
        assert old in text, f"{name} has no {old}"
        file.write_text(text.replace(old, new), "utf-8")
    confirm(project)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """The keys of this test run."""
    folder = once(tmp_path_factory, "keys", lambda new: (new.mkdir(), make_keys(new)))
    return Keys(folder / SECRET, folder / PUBLIC)


@pytest.fixture(scope="session")
def releases(keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """Two releases, one after the other."""
    places = once(tmp_path_factory, "releases", lambda folder: make_releases(folder, keys))
    return Releases(places / "old", places / "new", places / "unsigned", places / "project")


def make_releases(places: Path, keys: Keys) -> None:
    """Make both from a copy of the project with a public key of its own."""
    project = copy_project(places / "project")
    shutil.copyfile(keys.public, project / "data/keys/test.pub")
    shutil.copytree(release(project, EDITIONS), places / "old")
    sign(project, places / "old", keys)
    next_version(project)
    shutil.copytree(
        release(
            project, EDITIONS[:1], "--previous", places / "old", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1"
        ),
        places / "unsigned",
    )
    shutil.copytree(places / "unsigned", places / "new")
    sign(project, places / "new", keys)


def sign(project: Path, dist: Path, keys: Keys) -> None:
    """`make sign` with the key of the tests."""
    done = amparo(project, "sign", "--dist", dist, "--key", keys.secret, "--passwordless")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def verify() -> ModuleType:
    """The program verify.py as a module."""
    return checker(PROJECT)
