"""Programs that read a page for somebody (reader views, and what stands behind read-aloud and save-for-later)
keep every number, mailbox, heading and warning: Mozilla's own, on every page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .driving import drive

WARNING = ".warn, .caution"
OURS = r"^(?!assets/|.*1-10\.html)"
"""All pages but the one that hides this site."""

BAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help in Honduras</title></head>
<body><main><h1>Help in Honduras</h1><p>{words}</p><h2 class="contact">Call first</h2>
<ul class="contacts"><li><a href="tel:+1">+1</a></li></ul><p class="warn comment">Careful.</p></main>
</body></html>"""


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Any]:
    """What the reader view loses, by page: all pages, in all languages."""
    return drive("reader.mjs", root=str(site), only=OURS, warning=WARNING)


def test_reader_view_keeps_every_number_and_mailbox(read: dict[str, Any]) -> None:
    assert sum(seen["count"] for seen in read.values()) > 30_000
    assert {page: seen["links"] for page, seen in read.items() if seen["links"]} == {}


def test_reader_view_keeps_every_heading(read: dict[str, Any]) -> None:
    assert {page: seen["headings"] for page, seen in read.items() if seen["headings"]} == {}


def test_reader_view_keeps_every_warning(read: dict[str, Any]) -> None:
    assert sum(seen["warned"] for seen in read.values()) > 3_000
    assert {page: seen["warnings"] for page, seen in read.items() if seen["warnings"]} == {}


@pytest.mark.slow("starts a browser")
def test_reader_view_loses_what_has_a_telling_name(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD.replace("{words}", "Somebody who answers. " * 40), "utf-8")

    seen = drive("reader.mjs", root=str(tmp_path), only=".", warning=WARNING)["bad.html"]

    assert (seen["links"], seen["headings"], seen["warnings"]) == (["tel:+1"], ["Callfirst"], ["Careful."])
