"""One page of each kind in every language is correct HTML, but for rules that we excuse with a reason."""

from __future__ import annotations

import json
from pathlib import Path

from ..conftest import LANGUAGES
from .driving import HERE, drive
from .pages import files

SETTINGS = HERE / "htmlvalidate.json"
EXCUSED = json.loads(SETTINGS.read_text("utf-8"))["excused"]


def test_html_is_correct_and_no_excuse_is_stale(site: Path) -> None:
    messages = drive("html.mjs", files=[str(file) for file in files(site, LANGUAGES)], settings=str(SETTINGS))

    assert [message["text"] for message in messages if message["rule"] not in EXCUSED] == []
    assert {message["rule"] for message in messages} == EXCUSED.keys(), "an excuse that excuses nothing"
    assert all(reason.endswith(".") for reason in EXCUSED.values())


def test_wrong_html_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<!DOCTYPE html><html lang='en'><title>a</title><p id=a><div id=a></div></p>", "utf-8"
    )

    messages = drive("html.mjs", files=[str(tmp_path / "bad.html")], settings=str(SETTINGS))

    assert {message["rule"] for message in messages} >= {"no-dup-id", "close-order"}
