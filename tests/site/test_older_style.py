"""The style sheet travels in words that older browsers know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amparo.pages.older import for_older
from amparo.pages.style import smaller


@pytest.mark.parametrize(
    ("written", "travels"),
    [
        ("a{min-block-size:48px;inline-size:1em}", "a{min-height:48px;width:1em}"),
        (
            "a{margin-block:1px 2px;padding-inline:3px}",
            "a{margin-top:1px;margin-bottom:2px;padding-left:3px;padding-right:3px}",
        ),
        ("a :is(b,c) d,e{top:0}", "a b d,a c d,e{top:0}"),
        ("a :is(b,c:not(.d)){top:0}", "a b,a c:not(.d){top:0}"),
        ("@media print{a:is(.b,.c){border-block-end:0}}", "@media print{a.b,a.c{border-bottom:0}}"),
        ("a{margin-inline-start:1px}", "a{margin-inline-start:1px}"),
    ],
)
def test_what_is_the_same_in_every_language_is_said_in_old_words(written: str, travels: str) -> None:
    assert for_older(smaller(written)) == travels


def test_sides_that_differ_by_language_are_not_guessed() -> None:
    with pytest.raises(ValueError, match="say start and end"):
        for_older("a{margin-inline:0 14px}")


def test_no_rule_is_lost_for_a_word_that_browsers_before_2020_do_not_know(site: Path) -> None:
    sheets = sorted((site / "assets").glob("*.css"))
    assert len(sheets) > 6
    for sheet in sheets:
        css = sheet.read_text("utf-8")

        assert (
            re.findall(r":is\(|[{;](?:(?:min-|max-)?(?:block|inline)-size|[a-z]+-block[a-z-]*):", css) == []
        )
        # A gap between things in a row is lost before 2021: only a grid has one, by the name of 2017.
        assert re.findall(r"[{;](?:row-)?gap:", css) == []
