"""`machine.sh` waits for the package manager's locks, and says in a sentence what to do when it cannot
install."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCKS = ("/var/lib/dpkg/lock-frontend", "/var/lib/apt/lists/lock")
LOCKED = "E: Could not get lock {lock}. It is held by process 7 (apt-get)"
HELD = 6
"""Seconds for which the real locks are held: longer than the five between two tries."""


def stand_in(folder: Path, name: str, script: str) -> None:
    """A program of our own that comes first on the path."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """Stand-ins for a Debian machine: root, every package known, and no time lost by sleeping."""
    folder = tmp_path / "bin"
    stand_in(folder, "id", "echo 0")
    stand_in(folder, "sleep", f"echo slept >> {tmp_path}/slept")
    stand_in(folder, "apt-cache", "echo '  Candidate: 1.0'")
    return folder


def run(system: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`machine.sh`, as make calls it, with the stand-ins first on the path."""
    variables = {**os.environ, "PATH": f"{system}:{os.environ['PATH']}"}
    return subprocess.run(
        ["sh", "tests/machine.sh", *words],
        cwd=ROOT,
        check=False,
        env=variables,
        capture_output=True,
        text=True,
        timeout=120,
    )


def slept(system: Path) -> int:
    """How often it slept."""
    file = system.parent / "slept"
    return len(file.read_text("utf-8").splitlines()) if file.exists() else 0


@pytest.mark.parametrize("lock", [*LOCKS, "/var/cache/apt/archives/lock"])
@pytest.mark.parametrize("command", ["update", "install"])
def test_it_waits_while_another_program_holds_a_lock_and_says_so(
    system: Path, lock: str, command: str
) -> None:
    count = system.parent / "count"
    stand_in(
        system,
        "apt-get",
        f"""case "$*" in *{command}*) echo x >> {count}; [ "$(wc -l < {count})" -gt 3 ] || {{
        echo '{LOCKED.format(lock=lock)}' >&2; exit 100; }};; esac""",
    )

    done = run(system, "packages", "curl")

    assert (done.returncode, done.stderr) == (0, "")
    assert slept(system) == 3 and done.stdout.count("waiting for it") == 1


def test_it_gives_up_after_five_minutes_and_says_what_to_run(system: Path) -> None:
    message = LOCKED.format(lock=LOCKS[0])
    stand_in(system, "apt-get", f"""case "$*" in *install*) echo '{message}' >&2; exit 100;; esac""")

    done = run(system, "packages", "curl", "w3m")

    assert done.returncode == 1 and 55 <= slept(system) <= 60
    assert message in done.stderr
    assert done.stderr.splitlines()[-1].endswith("then run: apt-get install curl w3m")


def test_a_failure_of_another_kind_is_told_at_once(system: Path) -> None:
    stand_in(system, "apt-get", """case "$*" in *install*) echo 'E: No space left' >&2; exit 100;; esac""")

    done = run(system, "packages", "curl")

    assert done.returncode == 1 and slept(system) == 0
    assert "E: No space left" in done.stderr and "apt-get install curl" in done.stderr


def test_lists_that_cannot_be_renewed_do_not_end_it(system: Path) -> None:
    stand_in(system, "apt-get", """case "$*" in *update*) echo 'E: no connection' >&2; exit 100;; esac""")

    done = run(system, "packages", "curl")

    assert done.returncode == 0 and "going on with those that are here" in done.stderr


def test_a_package_that_this_system_lacks_is_named_before_anything_is_installed(system: Path) -> None:
    tried = system.parent / "tried"
    stand_in(system, "apt-cache", """[ "$2" = firefox-esr ] || echo '  Candidate: 1.0'""")
    stand_in(system, "apt-get", f"""case "$*" in *install*) touch {tried};; esac""")

    done = run(system, "packages", "curl", "firefox-esr")

    assert done.returncode == 1 and not tried.exists()
    assert "no package named: firefox-esr." in done.stderr and "snaps" in done.stderr


def test_an_older_python_is_refused_with_the_way_to_name_another(system: Path) -> None:
    stand_in(system, "python-old", """case "$2" in *platform*) echo 3.11.1;; *) exit 1;; esac""")

    done = run(system, "python", "python-old")

    assert done.returncode == 1
    assert (
        "needs Python 3.11.2 or newer, and 'python-old' is 3.11.1" in done.stderr
        and "make PYTHON=" in done.stderr
    )


def test_this_python_is_accepted(system: Path) -> None:
    stand_in(system, "apt-get", "exit 100")

    assert run(system, "python", sys.executable).returncode == 0


@contextmanager
def holding(locks: tuple[str, ...], seconds: float) -> Iterator[None]:
    """Another process holds the package manager's real locks for some seconds."""
    program = (
        "import fcntl, sys, time\n"
        "held = [open(name, 'w') for name in sys.argv[2:]]\n"
        "for one in held: fcntl.lockf(one, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        "print('held', flush=True)\n"
        "time.sleep(float(sys.argv[1]))\n"
    )
    words = [sys.executable, "-c", program, str(seconds), *locks]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        yield
        other.terminate()


def why_not_for_real() -> str:
    """Why the real package manager cannot be asked here, or nothing."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return "needs root and apt-get"
    with ExitStack() as files:
        try:
            for lock in LOCKS:
                fcntl.lockf(files.enter_context(Path(lock).open("a")), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as reason:
            return f"another program uses the package manager: {reason}"
    return ""


@pytest.mark.slow("holds real locks, so that something waits for them")
def test_the_real_package_manager_is_waited_for() -> None:
    """Slow, because real locks are held; the package is one that stands on every Debian, so nothing is
    installed."""
    if why_not_for_real():
        pytest.skip(why_not_for_real())
    start = time.monotonic()

    with holding(LOCKS, HELD):
        done = run(Path("/nowhere"), "packages", "dpkg")

    assert done.returncode == 0, done.stderr
    assert time.monotonic() - start >= HELD and "waiting for it" in done.stdout
