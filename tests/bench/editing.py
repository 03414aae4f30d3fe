"""How long an editor waits: one summary changed in one record, until the preview shows it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Callable, Optional

from tests.bench.measured import environment

RECORD = "udefegua"
"""The record that is edited: an ordinary one, on a few lists."""

NEW_WORDS = "This sentence was written by the bench."
"""The new summary."""

PATIENCE = 120
"""Seconds after which the preview counts as dead."""


def edit_in_preview(project: Path) -> float:
    """Seconds from saving the record to the new words on its page, in `mkdocs serve` with one language."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/emergency/organisations/{RECORD}.html"
    report = project / "output.txt"
    with report.open("wb") as output:
        # The option names what is the default: with some versions of click MkDocs watches nothing unless asked.
        words = ["mkdocs", "serve", "--quiet", "--no-strict", "--livereload", "-a", f"127.0.0.1:{port}"]
        preview = subprocess.Popen([sys.executable, "-m", *words], cwd=project, stdout=output, stderr=output,
                                   env=environment(project, AMPARO_LANGUAGE="en"))
    try:
        _wait(preview, report, url, lambda page: "</html>" in page)
        # The watcher compares times of files: it must have seen the old state.
        time.sleep(2)
        record = project / "data" / "organisations" / f"{RECORD}.yml"
        text = record.read_text("utf-8")
        start = time.monotonic()
        record.write_text(re.sub(r"^summary: .*$", f"summary: {NEW_WORDS}", text, flags=re.MULTILINE), "utf-8")
        _wait(preview, report, url, lambda page: NEW_WORDS in page)
        return time.monotonic() - start
    finally:
        preview.send_signal(signal.SIGINT)
        try:
            preview.wait(10)
        except subprocess.TimeoutExpired:
            preview.kill()
            preview.wait()


def _wait(preview: subprocess.Popen, report: Path, url: str, is_there: Callable[[str], bool]) -> None:
    """Ask for a page until it says what it should."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and preview.poll() is None:
        page = _page(url)
        if page and is_there(page):
            return
        time.sleep(0.02)
    sys.exit(f"the preview did not show the page:\n{report.read_text('utf-8')[-3000:]}")


def _page(url: str) -> Optional[str]:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return answer.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError):
        return None
