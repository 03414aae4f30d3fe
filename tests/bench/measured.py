"""Runs a command and tells what it cost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.stock import pages_of


@dataclass(frozen=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """From start to end, by the clock on the wall."""

    processor_seconds: float
    """Time of the processor: the program's own and the system's for it."""

    memory_mb: float
    """Most memory it held at once."""


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
    """Variables for a command in a project: its own hooks, no advertisement, no byte code left behind."""
    return {
        **os.environ,
        "PYTHONPATH": str(project / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PAPER": "no",
        **more,
    }


def run(project: Path, *words: str, **more: str) -> Cost:
    """Run a module of our Python in a project. Stops the bench with the command's own words when it fails."""
    report = project / "output.txt"
    with report.open("wb") as output:
        start = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=project,
            env=environment(project, **more),
            stdout=output,
            stderr=output,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(words)} failed:\n{report.read_text('utf-8')[-3000:]}")
    # Linux counts kilobytes, macOS bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def build(project: Path, runs: int) -> Build:
    """Build a project's site from nothing, as often as asked."""
    costs = []
    for _ in range(runs):
        for folder in ("site", "build"):
            shutil.rmtree(project / folder, ignore_errors=True)
        # Speed is measured here; whether data deserve a warning is for the check to say.
        costs.append(run(project, "mkdocs", "build", "--quiet", "--no-strict"))
    site = project / "site"
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    return Build(min(costs, key=lambda cost: cost.seconds), sum(1 for _ in pages_of(site)), size)
