"""A page that carries its style carries all that it can mean, and nothing that it cannot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amparo.pages.style import CONTENT, needed_by, read_styles, used_by

THEME = Path(__file__).resolve().parents[2] / "hooks/theme"
LAYOUTS = THEME.parent / "templates/layouts"

CSS = (
    "p{margin:0}.doors{top:0}@media print{@page{margin:9mm;@bottom-center{content:counter(page)}}"
    ".doors,.menu{left:0}.call li{top:1px}}"
)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ('<ul class="doors"><li class="call">', CSS),
        (
            "<p>",
            "p{margin:0}@media print{@page{margin:9mm;@bottom-center{content:counter(page)}}.menu{left:0}}",
        ),
    ],
)
def test_rules_of_absent_parts_are_left_out_also_on_paper(content: str, kept: str) -> None:
    assert needed_by(CSS, content) == kept


def test_no_rule_of_paper_reaches_the_screen() -> None:
    assert used_by(CSS, '<p class="menu">') == needed_by(CSS, "<p>")


def test_whole_style_is_kept_where_all_parts_stand() -> None:
    inside = read_styles(THEME).inside

    assert needed_by(inside, f'<p class="{" ".join(CONTENT)}">') == inside
    assert len(needed_by(inside, "<p>")) < len(inside)


def test_no_part_of_the_frame_or_of_a_script_is_taken_for_content() -> None:
    frame = (LAYOUTS / "document.html").read_text("utf-8")
    classes = {name for names in re.findall(r'class="([^"]*)"', frame) for name in names.split()}
    scripts = "".join(file.read_text("utf-8") for file in (THEME / "page").glob("*.js"))
    classes |= set(re.findall(r'(?:className = |class: |"class": )"([\w-]+)"', scripts))

    assert len(classes) > 10
    assert classes & CONTENT == set()
