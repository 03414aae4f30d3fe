"""Leaving a page: one press, or Shift three times; with script Back does not return to it, without script it
is a plain link."""

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


def leave(
    base: str,
    language: str,
    page: str,
    script: bool = True,
    name: str = "chromium",
    stand_in: str = "",
    **ways: Any,
) -> Any:
    """Open the start page and then a page, leave that one in these ways, and tell where she is and where Back
    leads."""
    return drive(
        "exit.mjs",
        name=name,
        script=script,
        exit=EXIT,
        standIn=stand_in,
        ways=ways,
        before=base + path(language, "index.html"),
        page=base + path(language, page),
    )


def test_leaving_with_script_makes_back_skip_the_page(served: Served) -> None:
    found = leave(served.url, "es", KINDS["landing"], **LEAVING)

    gone = {"arrived": EXIT, "back": served.url + "es/index.html", "referer": ""}
    assert {way: found[way] for way in LEAVING} == dict.fromkeys(LEAVING, gone)


@pytest.mark.parametrize(
    ("script", "ways", "back"),
    [(True, LEAVING, "index.html"), (False, {"press": ["click"]}, KINDS["landing"])],
    ids=["with-script", "without-script"],
)
def test_leaving_in_firefox(script: bool, ways: Any, back: str, served: Served) -> None:
    neutral = served.url + "assets/1-10.html"

    found = leave(served.url, "en", KINDS["landing"], script, "firefox", neutral, **ways)

    gone = {"arrived": neutral, "back": served.url + back, "referer": None}
    assert {way: found[way] for way in ways} == dict.fromkeys(ways, gone)


def test_two_presses_slow_presses_and_other_keys_do_not_leave(served: Served) -> None:
    found = leave(served.url, "en", KINDS["landing"], **STAYING)

    stayed = {"arrived": served.url + KINDS["landing"], "back": served.url + "index.html", "referer": None}
    assert found == {**dict.fromkeys(STAYING, stayed), "asked": []}


def test_window_is_blank_while_the_neutral_page_loads(served: Served) -> None:
    found = leave(served.url, "en", KINDS["landing"], slow=["nothing", "click"])

    assert found["slow"] == {"title": "", "height": 0}


@pytest.mark.parametrize(("kind", "language"), [("landing", "en"), ("country", "ar"), ("safety", "es")])
def test_copy_on_files_stays_offline_when_left(kind: str, language: str, site: Path) -> None:
    base = site.as_uri() + "/"

    found = leave(base, language, KINDS[kind], press=["click"], three=["Shift"] * 3)

    gone = {
        "arrived": base + "assets/1-10.html",
        "back": base + path(language, "index.html"),
        "referer": None,
    }
    # Nobody was asked: some browsers connect to where a link leads as soon as a finger goes down on it.
    assert found == {"press": gone, "three": gone, "asked": []}


def test_exit_without_script_is_a_plain_link_that_tells_nothing(served: Served) -> None:
    found = leave(served.url, "ar", KINDS["landing"], script=False, press=["click"])

    assert found["press"] == {
        "arrived": EXIT,
        "back": served.url + path("ar", KINDS["landing"]),
        "referer": "",
    }


def test_every_kind_of_page_has_the_exit_with_its_promises(site: Path) -> None:
    for file in files(site, LANGUAGES):
        links = re.findall(r'<a class="leave"[^>]*>', file.read_text("utf-8"))
        assert len(links) == 1, file
        assert f'href="{EXIT}"' in links[0] and 'rel="nofollow noreferrer' in links[0], file
