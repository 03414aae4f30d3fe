"""What tests share: the project's root, copies of it to break, and one real build of the whole site."""

from __future__ import annotations

import atexit
import functools
import lzma
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from amparo.checks import check_all
from amparo.entering import blanks, enter
from amparo.project import Project
from amparo.search.writing import LZMA
from amparo.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent
PROJECT = Project(ROOT)
LANGUAGES = read_settings(PROJECT).published
"""The languages that readers are promised."""
PARTS = ("data", "docs", "hooks", "mkdocs.yml")

LONGEST_FIRST = (
    "release/test_update.py",
    "browser/test_accessibility.py",
    "site/test_atomic.py",
    "official/test_sheets_fit_on_paper.py",
    "browser/test_tour.py",
    "incident/test_filling.py",
    "site/test_languages.py",
    "release/test_verifiers.py",
    "site/test_reproducible.py",
    "data/test_bad_data.py",
    "release/test_release.py",
    "browser/test_exit.py",
    "search/test_browser.py",
    "site/test_preview.py",
    "xss/test_payloads.py",
    "release/test_servers.py",
    "workshop/test_paper.py",
)
"""Files that several processes begin with, so that none is left alone with a long one at the end. The first
makes the two releases while the second makes the site: neither waits for the other. Others are short."""

BUILT = {
    "site": "looks at the whole site, built once a run",
    "releases": "looks at two signed releases, made once a run",
    "changed": "looks at the whole site after a day's work, which must be built as well",
    "twins": "makes everything twice, to compare it",
}
"""Fixtures that take a while, and what a test that uses one waits for."""

PATIENCE = 10
"""Seconds that a test may take without saying why. Longer ones are named at the end of a run."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, and a mark with the reason on whatever is slow: `make quick` leaves it out."""
    order = {ROOT / "tests" / name: number for number, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: order.get(item.path, len(order)))
    for item in items:
        for fixture, why in BUILT.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.slow(why))
        for mark in item.iter_markers("slow"):
            if not (mark.args and isinstance(mark.args[0], str) and mark.args[0]):
                raise pytest.UsageError(f"{item.nodeid} is slow and does not say why")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what took long without a reason."""
    if report.when == "call" and report.duration > PATIENCE and "slow" not in report.keywords:
        UNEXPLAINED.append(f"{report.duration:4.0f} s  {report.nodeid}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name them."""
    if UNEXPLAINED:
        terminalreporter.section(f"over {PATIENCE} s without `slow` and its reason")
        terminalreporter.write_line("\n".join(UNEXPLAINED))


UNEXPLAINED: list[str] = []
"""Tests of this run that took long and do not say why."""


def copy_project(folder: Path, languages: Sequence[str] | None = None) -> Path:
    """A copy of everything a build needs, to change and break at will. `languages` are those whose
    translations come along, for builds that ask for one language: every build checks all that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    left = {} if languages is None else {ROOT / "data/translations": {"pot", *languages}}

    def ignored(place: str, names: list[str]) -> set[str]:
        kept = left.get(Path(place), names)
        return {name for name in names if name == "__pycache__" or name not in kept}

    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=ignored)
        else:
            shutil.copyfile(ROOT / part, folder / part)
    shutil.copytree(compiled(), folder / "hooks", dirs_exist_ok=True)
    marks = PROJECT.build("checked.json")
    if marks.is_file():
        # What `make check` found right here is right in a copy, but for what the test changes there.
        (folder / "build").mkdir(exist_ok=True)
        shutil.copyfile(marks, folder / "build" / marks.name)
    return folder


def fill_in(project: Project, as_of: date) -> None:
    """Paste the change records that `make check` prints, take their # away, and fill them in."""
    for blank in blanks(check_all(project, as_of)[0], as_of):
        file = project.find(re.match(r"# (\S+)", blank)[1])
        text = re.sub(r"(?m)^#(?=\w+:|  - )", "", blank)
        listed = "".join(
            f"  - {{id: s{n}, kind: third-party, url: 'https://example.{end}/list'}}\n"
            for n, end in enumerate(("com", "net"))
        )
        text = re.sub(r"(?m)^  - \{id: s1, kind: official.*\n", listed, text)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")


def confirm(folder: Path) -> None:
    """Confirm every change of a contact in a copy of the project, and enter it, as editors do."""
    project = Project(folder)
    settings = read_settings(project)
    fill_in(project, settings.as_of)
    loaded, problems = check_all(project, settings.as_of, settings.site_name)
    assert problems.errors == []
    assert all(line.endswith(": entered") for line in enter(project, loaded, settings.as_of))


@functools.cache
def compiled() -> Path:
    """The program as Python compiles it, once for all copies: each command in a copy would else spend a
    second on the same. Python takes it only for a source with the same hash, so a copy may be changed."""
    made = Path(tempfile.mkdtemp(prefix="amparo-compiled-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    for file in (ROOT / "hooks").rglob("*.py"):
        name = f"{file.stem}.{sys.implementation.cache_tag}.pyc"
        py_compile.compile(
            str(file),
            cfile=str(made / file.parent.relative_to(ROOT / "hooks") / "__pycache__" / name),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH,
        )
    return made


def variables(project: Path, **environment: str) -> dict[str, str]:
    """What a command of a copy finds in its environment. Compiled libraries are taken from where they were
    installed, and not from where `make` keeps them, in which those of a build may be missing."""
    return {
        **os.environ,
        "PYTHONPATH": str(project / "hooks"),
        "PYTHONPYCACHEPREFIX": "",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PAPER": "no",
        **environment,
    }


def command(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a command of the project's own Python in a copy of it, as an editor would."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=project,
        env=variables(project, **environment),
        capture_output=True,
        text=True,
    )


def check(project: Path) -> subprocess.CompletedProcess:
    """`make check` in a copy of the project."""
    return command(project, "amparo", "check")


def build(project: Path, **environment: str) -> subprocess.CompletedProcess:
    """`make site` in a copy of the project."""
    return command(project, "mkdocs", "build", "--strict", **environment)


def search_of(script: str) -> str:
    """The script of a search with what was pressed in it as plain text; any other text as it is."""
    return re.sub(
        r'unpressed\(\d+,"([^"]*)"\)',
        lambda found: lzma.decompress(b64decode(found[1]), lzma.FORMAT_RAW, filters=[LZMA]).decode(),
        script,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site with everything to carry away, really built once a test run. AMPARO_SITE names a
    finished one to save the time."""
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
