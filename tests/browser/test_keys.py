"""One page of each kind by the keyboard alone, and as a screen reader is told of it. WALK.md says how it
reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.pages.kinds import KINDS
from tests.browser.driving import drive
from tests.search.conftest import the_site


def one_of_each() -> list[str]:
    """The first page of every kind below a language's root, hand-written ones included."""
    found = {"guidance": "emergency/first-hour.html"}
    for page in the_site().pages.values():
        found.setdefault(page.kind, page.address)
    found |= {kind.name: kind.written.replace(".md", ".html") for kind in KINDS if kind.written}
    alone = {kind.name for kind in KINDS if kind.is_alone or not kind.knows_its_place}
    return [address for name, address in found.items() if name not in alone]


@pytest.mark.slow("walks through seventy pages with the Tab key")
@pytest.mark.parametrize("folder", ["", "ar/"])
def test_every_kind_of_page_can_be_walked_without_eyes_or_mouse(folder: str, site: Path) -> None:
    pages = [folder + address for address in one_of_each() if (site / folder / address).exists()]
    seen = drive("keys.mjs", base=site.as_uri() + "/", pages=pages)

    assert len(pages) > 60
    assert {address: walk["wrong"] for address, walk in seen.items() if walk["wrong"]} == {}
    # The way out is the third stop on each page, and the content has the only main landmark.
    assert {address for address, walk in seen.items() if len(walk["first"]) < 3} == set()
    assert {
        address
        for address, walk in seen.items()
        if [role for role, _ in walk["landmarks"]].count("main") != 1
    } == set()
