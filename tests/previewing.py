"""Runs the preview of `make serve` and asks it for pages."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120
"""Seconds after which the preview counts as dead."""


class Preview:
    """A preview that runs."""

    def __init__(self, running: subprocess.Popen, port: int, report: Path) -> None:
        self._running, self._port, self._report = running, port, report

    @property
    def said(self) -> str:
        """What it has told the editor so far."""
        return self._report.read_text("utf-8")

    def address(self, page: str) -> str:
        """Where a page is shown."""
        return f"http://127.0.0.1:{self._port}/{page}"

    def page(self, address: str) -> str | None:
        """A page as it is shown now; None when there is none."""
        try:
            with urllib.request.urlopen(self.address(address), timeout=PATIENCE) as answer:
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, ConnectionError):
            return None

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Wait until something is so. Raises when the preview ends or is silent too long."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._running.poll() is None:
            if is_there():
                return
            time.sleep(0.02)
        raise TimeoutError(f"the preview did not show it:\n{self.said[-3000:]}")


@contextmanager
def preview(project: Path, language: str) -> Iterator[Preview]:
    """The preview of a project in one language, ready to be asked, and stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    report = project / "output.txt"
    variables = {
        **os.environ,
        "PYTHONPATH": str(project / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "AMPARO_LANGUAGE": language,
    }
    with report.open("wb") as output:
        # The option names what is the default: with some versions of click MkDocs watches nothing unless
        # asked.
        words = ["mkdocs", "serve", "--no-strict", "--livereload", "-a", f"127.0.0.1:{port}"]
        running = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=project, stdout=output, stderr=output, env=variables
        )
    try:
        found = Preview(running, port, report)
        found.wait(lambda: found.page("index.html") is not None)
        # The watcher compares times of files: it must have seen the old state.
        time.sleep(2)
        yield found
    finally:
        running.send_signal(signal.SIGINT)
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
