"""What tests share: the project's root, copies of it to break, and one real build of the whole site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest
from amparo.project import Project
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
PROJECT = Project(ROOT)
LANGUAGES = ("en", "es", "ar")
PARTS = ("data", "docs", "hooks", "mkdocs.yml")


def copy_project(folder: Path) -> Path:
    """A copy of everything a build needs, to change and break at will."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / part, folder / part)
    return folder


def command(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a command of the project's own Python in a copy of it, as an editor would."""
    variables = {
        **os.environ,
        "PYTHONPATH": str(project / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PAPER": "no",
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=project, env=variables, capture_output=True, text=True
    )


def check(project: Path) -> subprocess.CompletedProcess:
    """`make check` in a copy of the project."""
    return command(project, "amparo", "check")


def build(project: Path, **environment: str) -> subprocess.CompletedProcess:
    """`make site` in a copy of the project."""
    return command(project, "mkdocs", "build", "--strict", **environment)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site with everything to carry away, really built once a test run. AMPARO_SITE names a finished one to save the time."""
    if os.environ.get("AMPARO_SITE"):
        return Path(os.environ["AMPARO_SITE"]).resolve()
    return once(tmp_path_factory, "project", whole_site) / "site"


def whole_site(folder: Path) -> None:
    """Build the whole site in a copy of the project."""
    done = build(copy_project(folder), PAPER="yes")
    assert done.returncode == 0, done.stdout + done.stderr


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once a test run, by whichever of its processes asks first; the others wait."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / name
    made = folder.with_name(f"{name}.made")
    with FileLock(f"{folder}.lock"):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder
