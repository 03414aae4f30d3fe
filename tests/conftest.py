"""What tests share: the project's root, copies of it to break, and one real build of the whole site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
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
    variables = {**os.environ, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1",
                 "PYTHONDONTWRITEBYTECODE": "1", "EDITIONS": "no", **environment}
    return subprocess.run([sys.executable, "-m", *words], cwd=project, env=variables, capture_output=True, text=True)


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
    project = copy_project(tmp_path_factory.mktemp("project"))
    done = build(project, EDITIONS="yes")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
