"""English that stands for want of a translation is one block in its own direction, not one piece a
sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import markdown

from amparo.pages.renderer import Renderer
from amparo.text import lines
from amparo.text.catalogue import Translations
from amparo.text.voice import Voice
from tests.conftest import ROOT, build, copy_project
from tests.site.document import Node, parse

PAGE = """---
title: A page
---
## Before you go

Take water with you. The way is long.
Tell **two** people: [who](a.md) and who.
Come back before it is dark.

One sentence that is known.
Two sentences follow it.
They are not known.

- First thing
- Second thing

## Then

1. Known thing
2. Third thing
"""
KNOWN = {"One sentence that is known.": "جملة معروفة.", "Known thing": "شيء معروف"}


@pytest.fixture(scope="module")
def shown() -> Node:
    """The page in Arabic, with two texts translated."""
    known = {("pages/a", text): (said,) for text, said in KNOWN.items()}
    renderer = Renderer(ROOT / "hooks/templates", Voice("ar", Translations("ar", known)))
    html = markdown(lines.translated("a", PAGE, renderer.voice, renderer.foreign, "Site"))
    return parse(
        str(renderer.content("guidance", {"content": renderer.own(html), "title": "A", "page": None}))
    )


def marks(part: Node) -> tuple[str, str, bool]:
    """Language, direction, and whether it is marked as not translated."""
    return part["lang"], part["dir"], "untranslated" in part.classes


ENGLISH = ("en", "ltr", True)


def test_sentences_in_a_row_are_one_paragraph_from_left_to_right(shown: Node) -> None:
    paragraph = next(part for part in shown.all("p") if "Take water" in part.text)

    assert marks(paragraph) == ENGLISH and not paragraph.first("span")
    assert "long. Tell two people: who and who. Come back" in " ".join(paragraph.text.split())
    assert paragraph.first("strong").text == "two" and paragraph.first("a")["href"] == "a.md"


def test_english_after_a_translated_sentence_is_one_piece(shown: Node) -> None:
    paragraph = next(part for part in shown.all("p") if "جملة" in part.text)
    (piece,) = paragraph.all("span")

    assert not paragraph["dir"] and marks(piece) == ENGLISH
    assert " ".join(piece.text.split()) == "Two sentences follow it. They are not known."


def test_heading_and_list_that_are_all_english_run_from_left_to_right(shown: Node) -> None:
    assert marks(shown.first("h2")) == ENGLISH
    assert marks(shown.first("ul")) == ENGLISH and not any(
        item["dir"] for item in shown.first("ul").all("li")
    )


def test_list_with_a_translated_entry_keeps_its_direction(shown: Node) -> None:
    first, second = shown.first("ol").all("li")

    assert not shown.first("ol")["dir"] and not first["dir"] and marks(second) == ENGLISH


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the Arabic of one page and one body taken away."""
    project = copy_project(tmp_path_factory.mktemp("fallback") / "project", ["ar"])
    for domain, context in (
        ("pages", "pages/emergency/first-hour"),
        ("organisations", "organisations/front-line-defenders#"),
    ):
        file = project / f"data/translations/ar/{domain}.po"
        text = file.read_text("utf-8")
        without = re.sub(rf'(msgctxt "{context}.*\nmsgid .*\nmsgstr ).*', r'\1""', text)
        assert without != text
        file.write_text(without, "utf-8")
    done = build(project, AMPARO_LANGUAGE="ar")
    assert done.returncode == 0, done.stderr
    return project / "site/ar"


@pytest.mark.parametrize(
    "place", ["emergency/first-hour.html", "emergency/organisations/front-line-defenders.html"]
)
def test_no_row_of_english_pieces_stands_on_a_real_page(place: str, built: Path) -> None:
    page = parse((built / place).read_text("utf-8")).first("main")
    pieces = [part for part in page.all() if "untranslated" in part.classes]
    rows = re.findall(
        r'</span>\s+<span lang="en" dir="ltr" class="untranslated"', (built / place).read_text("utf-8")
    )

    assert rows == [] and len([part for part in pieces if part.tag in ("p", "ul", "ol")]) >= 2
    assert all(marks(part) == ENGLISH for part in pieces)
