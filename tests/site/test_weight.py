"""Pages are light enough for a slow line: bytes of everything a page loads, compressed as a server would."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from tests.site.rules import Seen

Pages = dict[str, Seen]
FIRST_ROUND_TRIP = {
    "start",
    "emergency",
    "country",
    "triage",
    "question",
    "end",
    "situation",
    "without-internet-in",
}
"""Kinds of page that somebody in danger opens: everything arrives with the first packets."""

RESTING = {".untranslated", ".prints-report", ".tall"}
"""Names of scripts with marks above their letters, and names that no page uses as
long as all is well, or that a script gives: tests/site/test_languages.py and
tests/incident show
them at work."""


@cache
def weight(file: Path) -> int:
    """Bytes of a file on the line."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def loaded(site: Path, page: Seen) -> int:
    """Bytes of a page and of its style and script."""
    extra = {link.split("/")[-1] for link in page.own_links if link.endswith((".css", ".js"))}
    return weight(site / page.address) + sum(weight(site / "assets" / name) for name in extra)


def too_heavy(site: Path, pages: Pages, kinds: set[str], most: int) -> dict[str, int]:
    """Pages above a budget."""
    return {
        page.address: bytes
        for page in pages.values()
        if not kinds or page.kind in kinds
        if (bytes := loaded(site, page)) > most
    }


def test_pages_for_somebody_in_danger_arrive_with_the_first_round_trip(site: Path, pages: Pages) -> None:
    assert {page.kind for page in pages.values()} >= FIRST_ROUND_TRIP
    assert too_heavy(site, pages, FIRST_ROUND_TRIP, 14_000) == {}


def test_no_page_is_heavier_than_thirty_kilobytes(site: Path, pages: Pages) -> None:
    assert too_heavy(site, pages, set(), 30_000) == {}


def test_style_sheet_is_small_and_loads_nothing(site: Path) -> None:
    css = (site / "assets/amparo.css").read_text("utf-8")

    assert weight(site / "assets/amparo.css") <= 6_000
    assert re.findall(r"url\(|@import|@font-face", css) == []


def test_every_selector_of_the_style_sheet_is_used_by_a_page(site: Path, pages: Pages) -> None:
    used = set().union(*(page.names for page in pages.values()))
    css = re.sub(
        r'"[^"]*"|\[[^]]*\]|:(?:nth-[a-z-]+|lang)\([^)]*\)',
        "",
        (site / "assets/amparo.css").read_text("utf-8"),
    )
    selectors = [part for part in re.findall(r"([^{};]+)\{", css) if not part.startswith("@")]
    names = {name for selector in selectors for name in re.findall(r"(?<![\w:.-])\.?[a-z][\w-]*", selector)}

    assert len(names) > 40
    assert names - used == RESTING - used
