"""Whoever needs large letters, or has a small window, reads every page without moving it sideways; no head
covers it, and a keyboard reaches whatever scrolls."""

from __future__ import annotations

from pathlib import Path

import pytest

from .driving import drive
from .pages import files

LOOKS = [
    {"letters": 32, "width": 360, "height": 640},
    {"letters": 48, "width": 360, "height": 640},
    {"letters": 16, "width": 320, "height": 180},
    {"letters": 16, "width": 240, "height": 320},
]
"""Letters of twice and three times the usual size; a page zoomed to four times; a phone with keys."""


def test_no_page_moves_sideways_with_large_letters_or_in_small_windows(site: Path) -> None:
    pages = [file.as_uri() for file in files(site, ("en", "ar"))]

    assert drive("zoom.mjs", pages=pages, looks=LOOKS) == {}


@pytest.mark.slow("starts a browser")
def test_zoom_notices_a_bad_page(tmp_path: Path) -> None:
    bad = """<!doctype html><html lang="en"><title>Bad</title>
    <style>.top { position: sticky; top: 0; height: 9rem } pre { overflow: auto; width: 30rem }</style>
    <div class="top"></div><article><pre>{}</pre></article></html>"""
    (tmp_path / "bad.html").write_text(bad.replace("{}", "long words " * 50), "utf-8")

    ((_, wrong),) = drive("zoom.mjs", pages=[(tmp_path / "bad.html").as_uri()], looks=LOOKS[2:3]).items()

    assert [one.split(":")[0][:12] for one in wrong] == ["wide", "the head cov", "no key reach"]
