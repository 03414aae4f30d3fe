"""Two builds at once do not write into each other's folder: the second says so and waits."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from amparo.release import lock
from tests.conftest import ROOT

OTHER = (
    "import sys, time; from pathlib import Path; from amparo.release import lock\n"
    "lock.take(Path(sys.argv[1]), lambda text: print(text, flush=True))\n"
    "print('mine', flush=True); time.sleep(float(sys.argv[2]))\n"
)


def start(file: Path, seconds: float) -> subprocess.Popen[str]:
    """A build that takes some seconds."""
    words = [sys.executable, "-c", OTHER, str(file), str(seconds)]
    return subprocess.Popen(words, cwd=ROOT, env={"PYTHONPATH": "hooks"}, stdout=subprocess.PIPE, text=True)


def test_second_build_says_that_it_waits_and_goes_on_when_the_first_ends(tmp_path: Path) -> None:
    file, told = tmp_path / "build/stage.lock", []
    with start(file, 1.5) as first:
        assert first.stdout is not None and first.stdout.readline() == "mine\n"
        began = time.monotonic()

        lock.take(file, told.append)

    assert len(told) == 1 and "waiting" in told[0] and time.monotonic() - began > 1
    lock.take(file, told.append)
    assert len(told) == 1, "a process waits for itself"


def test_a_killed_build_leaves_no_lock_behind(tmp_path: Path) -> None:
    file, told = tmp_path / "stage.lock", []
    with start(file, 60) as first:
        assert first.stdout is not None and first.stdout.readline() == "mine\n"
        first.kill()

    lock.take(file, told.append)

    assert told == []
