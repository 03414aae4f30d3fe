"""The marks of a built page, in the order in which a reader meets them: read by a pattern, because there are
thousands of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import LANGUAGES

MARK = re.compile(r' data-(body|contact|danger|line|situation|none)(?:="([^"]*)")?(?=[ >])')
"""A mark of the contract: what kind, and of whom."""

Mark = tuple[str, str]


def folder(site: Path, language: str) -> Path:
    """The pages of a language."""
    return site if language == LANGUAGES[0] else site / language


def main(page: Path) -> str:
    """What a page says, without its header and footer."""
    html = page.read_text("utf-8")
    return html[html.index("<main") : html.index("</main>")]


def marks(html: str) -> list[Mark]:
    """Every mark of a text."""
    return MARK.findall(html)


def sections(html: str) -> Iterator[tuple[str, list[Mark]]]:
    """The parts of a page that are about one situation: its code, and their marks. They stand in no other
    section."""
    for part in re.findall(r"<section[^>]* data-situation=.*?</section>", html, re.DOTALL):
        assert part.count("<section") == 1
        (_, code), *inside = marks(part)
        yield code, inside


def bodies(found: list[Mark]) -> list[str]:
    """Whom marks offer, in order."""
    return [id for kind, id in found if kind == "body"]
