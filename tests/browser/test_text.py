"""From the start page three steps lead to a number, to Honduras and to relocation: in text, and with scripts
and pictures off."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from babel import Locale

from ..conftest import LANGUAGES
from .driving import drive
from .pages import KINDS, path, said
from .serving import Served

WAY_OUT = ("tel:", "mailto:", "sms:", "http")
AN_ORGANISATION = None


def walks(language: str) -> dict[str, list[str | None]]:
    """The words on the links from the start page, by what somebody looks for."""
    country = Locale.parse(language).territories["HN"]
    return {
        "a number at once": [],
        "a number": [said(language, "I need help now")],
        "Honduras": [said(language, "Help in my country"), country],
        "relocation": [
            said(language, "Temporary relocation abroad"),
            AN_ORGANISATION,
        ],
    }


def faults(language: str, base: str, what: str, at: str, links: list[str]) -> list[str]:
    """What is wrong with where a walk ended: an empty list when she has what she looked for."""
    ends = {"a number at once": "index.html", "a number": KINDS["landing"], "Honduras": KINDS["country"]}
    wanted = base + path(language, ends.get(what, "emergency/organisations/"))
    found = [] if at.startswith(wanted) else [f"{what}: ended at {at}"]
    needed = WAY_OUT if what == "relocation" else ("tel:+",)
    outside = [link for link in links if link.startswith(needed) and not link.startswith(base)]
    return found if outside else [*found, f"{what}: nobody to reach on {at}"]


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_two_steps_are_enough_with_scripts_and_pictures_off(name: str, served: Served) -> None:
    ways = [(language, what, words) for language in LANGUAGES for what, words in walks(language).items()]
    assert max(len(words) for _, _, words in ways) == 2

    ends = drive(
        "walk.mjs",
        name=name,
        walks=[
            {"start": served.url + path(language, "index.html"), "words": words}
            for language, _, words in ways
        ],
    )

    assert [end["lost"] for end in ends if "lost" in end] == []
    assert [
        fault
        for (language, what, _), end in zip(ways, ends, strict=True)
        for fault in faults(language, served.url, what, end["at"], end["links"])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["web", "files"])
def test_three_steps_are_enough_in_text(place: str, language: str, served: Served, site: Path) -> None:
    base = served.url if place == "web" else site.as_uri() + "/"

    for what, words in walks(language).items():
        at = base + path(language, "index.html")
        text, links = read(at)
        for step in words:
            at = links[number_of(step, text, links)]
            text, links = read(at)

        assert faults(language, base, what, at, list(links.values())) == []
        assert what == "relocation" or re.search(r"\]\+\d", text), f"{what}: no number to read on {at}"


def read(address: str) -> tuple[str, dict[int, str]]:
    """A page as w3m shows it below the menu, and where its numbered links lead."""
    done = subprocess.run(
        [
            "w3m",
            "-dump",
            "-cols",
            "400",
            "-I",
            "UTF-8",
            "-O",
            "UTF-8",
            "-o",
            "display_link_number=1",
            address,
        ],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    # First the page, then the addresses of its links.
    text, _, references = done.stdout.rpartition("References:")
    return text, {int(n): link for n, link in re.findall(r"^\[(\d+)\] (\S+)$", references, re.M)}


def number_of(words: str | None, text: str, links: dict[int, str]) -> int:
    """The number of the link that says these words, the one furthest down: the menu stands on top of every
    page."""
    if words is AN_ORGANISATION:
        return next(
            n for n, link in links.items() if re.search(r"/organisations/(?!index)[^/]+\.html$", link)
        )
    found = re.findall(rf"\[(\d+)\]{re.escape(words)}(?=$|\s)", text, re.M)
    assert found, f"no link says {words!r}"
    return int(found[-1])
