"""Runs a command and tells what it cost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.stock import pages_of
from tests.conftest import variables

EVERY = 0.25
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """From start to end, by the clock on the wall."""

    processor_seconds: float
    """Time of the processor: the program's own and the system's for it."""

    memory_mb: float
    """Most memory that all its processes held at once, looked at every quarter of a second; pages that they
    share count once. Where the system cannot tell: the largest process."""


@dataclass(frozen=True)
class Build:
    """A build and its site."""

    cost: Cost
    """The cheaper one of the runs."""

    pages: int
    """Pages that both stacks make: without 404 and what has no words."""

    site_bytes: int
    """Size of all files."""

    @property
    def ms_a_page(self) -> float:
        """Milliseconds a page, by the clock on the wall."""
        return self.cost.seconds * 1000 / self.pages


def environment(project: Path, **more: str) -> dict[str, str]:
    """Variables for a command in a project: its own hooks, no advertisement. What Python compiles is kept, as
    editors keep it."""
    return {**variables(project), "PYTHONDONTWRITEBYTECODE": "", **more}


class Failed(Exception):
    """A command that failed, with its own words."""


def run(project: Path, *words: str, **more: str) -> Cost:
    """Run a module of our Python in a project. Raises `Failed`."""
    return run_words(project, [sys.executable, "-m", *words], environment(project, **more))


def run_words(project: Path, words: list[str], more: dict[str, str]) -> Cost:
    """Run a command in a project. Raises `Failed`."""
    report = project / "output.txt"
    with report.open("wb") as output:
        start = time.monotonic()
        child = subprocess.Popen(
            words,
            cwd=project,
            env={**os.environ, **more},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        most, usage, status = 0.0, None, 0
        while usage is None:
            most = max(most, memory_of(child.pid))
            time.sleep(EVERY)
            done, status, found = os.wait4(child.pid, os.WNOHANG)
            usage = found if done else None
        seconds = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise Failed(f"{' '.join(words[-5:])} failed:\n{report.read_text('utf-8')[-3000:]}")
    # Linux counts kilobytes, macOS bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(seconds, usage.ru_utime + usage.ru_stime, most or usage.ru_maxrss / unit)


def memory_of(session: int) -> float:
    """Megabytes that all processes of a session hold now, on Linux; 0 where nobody can tell."""
    held = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # The name of a program may have spaces and brackets; the session is the fourth word behind it.
            if int((folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[3]) == session:
                told = (folder / "smaps_rollup").read_text("ascii")
                held += int(re.search(r"(?m)^Pss: +(\d+) kB", told)[1])
        except (OSError, IndexError, TypeError):
            continue  # It has ended.
    return held / 1e3


def build(project: Path, runs: int) -> Build:
    """Build a project's site from nothing, as often as asked. Raises `Failed`."""
    costs = []
    for _ in range(runs):
        for folder in ("site", "build"):
            shutil.rmtree(project / folder, ignore_errors=True)
        # Speed is measured here; whether data deserve a warning is for the check to say.
        costs.append(run(project, "mkdocs", "build", "--quiet", "--no-strict"))
    site = project / "site"
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    return Build(min(costs, key=lambda cost: cost.seconds), sum(1 for _ in pages_of(site)), size)


@contextmanager
def changed_record(project: Path) -> Iterator[None]:
    """One changed record, an ordinary one, as it was again afterwards."""
    record = project / "data/organisations/udefegua.yml"
    before = record.read_text("utf-8")
    record.write_text(before.replace("\nsummary: ", "\nsummary: Changed. ", 1), "utf-8")
    try:
        yield
    finally:
        record.write_text(before, "utf-8")


def build_again(project: Path) -> float:
    """Seconds of a second build, after one record of a finished site has changed. Raises `Failed`."""
    with changed_record(project):
        return run(project, "mkdocs", "build", "--quiet", "--no-strict").seconds
