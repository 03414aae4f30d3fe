"""How long an editor waits: one summary changed in one record, until the preview shows it."""

from __future__ import annotations

import re
import time
from pathlib import Path

from tests.previewing import preview

RECORD = "udefegua"
"""The record that is edited: an ordinary one, on a few lists."""

NEW_WORDS = "This sentence was written by the bench."
"""The new summary."""


def edit_in_preview(project: Path) -> float:
    """Seconds from saving the record to the new words on its page, in `mkdocs serve` with one language."""
    address = f"emergency/organisations/{RECORD}.html"
    with preview(project, "en") as shown:
        shown.page(address)
        record = project / "data" / "organisations" / f"{RECORD}.yml"
        text = record.read_text("utf-8")
        start = time.monotonic()
        record.write_text(
            re.sub(r"^summary: .*$", f"summary: {NEW_WORDS}", text, flags=re.MULTILINE), "utf-8"
        )
        shown.wait(lambda: NEW_WORDS in (shown.page(address) or ""))
        return time.monotonic() - start
