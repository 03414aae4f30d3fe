"""Leaving a page: one press, or Shift three times; with script Back does not return to it, without script it is a plain link."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from amparo.settings import read_settings

from ..conftest import LANGUAGES, ROOT
from .driving import drive
from .pages import KINDS, files, path
from .serving import Served

EXIT = read_settings(ROOT).exit_url
LEAVING = {
    "press": ["click"],
    "three": ["Shift", "Shift", "Shift"],
    "three after another key": ["Shift", "a", "Shift", "Shift", "Shift"],
}
STAYING = {
    "two": ["Shift", "Shift"],
    "another key between": ["Shift", "Shift", "a", "Shift"],
    "too slow": ["Shift", "Shift", 5100, "Shift"],
}


def leave(base: str, language: str, page: str, name: str = "chromium", script: bool = True, **ways: Any) -> Any:
    """Open the start page and then a page, leave that one in these ways, and tell where she is and where Back leads."""
    return drive("exit.mjs", name=name, script=script, exit=EXIT, ways=ways,
                 before=base + path(language, "index.html"), page=base + path(language, page))


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_leaving_with_script_makes_back_skip_the_page(name: str, served: Served) -> None:
    found = leave(served.url, "es", KINDS["landing"], name, **LEAVING)

    gone = {"arrived": EXIT, "back": served.url + "es/index.html", "referer": ""}
    assert found == {**dict.fromkeys(LEAVING, gone), "asked": []}


def test_two_presses_slow_presses_and_other_keys_do_not_leave(served: Served) -> None:
    found = leave(served.url, "en", KINDS["landing"], **STAYING)

    stayed = {"arrived": served.url + KINDS["landing"], "back": served.url + "index.html", "referer": None}
    assert found == {**dict.fromkeys(STAYING, stayed), "asked": []}


def test_window_is_blank_while_the_neutral_page_loads(served: Served) -> None:
    found = leave(served.url, "en", KINDS["landing"], slow=["hold", "click"])

    assert found["slow"] == {"title": "", "height": 0}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["country", "safety"])
def test_copy_on_files_stays_offline_when_left(kind: str, language: str, site: Path) -> None:
    base = site.as_uri() + "/"

    found = leave(base, language, KINDS[kind], press=["click"], three=["Shift"] * 3)

    gone = {"arrived": base + "assets/1-10.html", "back": base + path(language, "index.html"), "referer": None}
    assert found == {"press": gone, "three": gone, "asked": []}


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_exit_without_script_is_a_plain_link_that_tells_nothing(name: str, served: Served) -> None:
    found = leave(served.url, "ar", KINDS["landing"], name, script=False, press=["click"])

    here = served.url + path("ar", KINDS["landing"])
    assert found == {"press": {"arrived": EXIT, "back": here, "referer": ""}, "asked": []}


def test_every_kind_of_page_has_the_exit_with_its_promises(site: Path) -> None:
    for file in files(site, LANGUAGES):
        links = re.findall(r'<a class="leave"[^>]*>', file.read_text("utf-8"))
        assert len(links) == 1, file
        assert f'href="{EXIT}"' in links[0] and 'rel="nofollow noreferrer' in links[0], file
