"""Numbers, laws and hosts keep their direction in prose that reads from right to left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amparo.pages.isolation import isolated
from amparo.text.language import direction
from tests.conftest import LANGUAGES

AROUND = '<bdi dir="ltr">run</bdi>'


@pytest.mark.parametrize(
    "run",
    [
        "2014-388",
        "2023.example.org",
        "+962 6 123 456",
        "0800 212 212",
        "*123#",
        "004-2021-JUS",
        "https://x.example/",
    ],
)
def test_run_that_would_be_turned_around_is_isolated(run: str) -> None:
    assert isolated(f"القانون {run}، ثم غيره.", AROUND) == f'القانون <bdi dir="ltr">{run}</bdi>، ثم غيره.'


@pytest.mark.parametrize(
    "text",
    [
        "بين 2019-2023 و9-17",
        "القرار 1325 (2000) و24/7 و10:30",
        "الوثيقة A/HRC/25/36 وCOVID-19",
        'رقم <bdi dir="ltr">2014-388</bdi>',
        '<span lang="en" dir="ltr">Law 2014-388</span>',
        '<a href="2014-388.html" id="c-1">هنا</a> &#39;112&#39;',
    ],
)
def test_what_reads_rightly_stays_as_it_is(text: str) -> None:
    assert isolated(text, AROUND) == text


def test_no_number_of_a_page_is_turned_around(site: Path) -> None:
    """Read with another rule than the one that isolates: digits, a dash and digits or letters, outside of a
    direction of their own."""
    files = [file for code in LANGUAGES if direction(code) == "rtl" for file in (site / code).rglob("*.html")]
    wrong = {}
    for file in files:
        text = re.sub(r"(?s)<(head|script|bdi|pre|code)\b.*?</\1>", "", file.read_text("utf-8"))
        text = re.sub(r'(?s)<(\w+)[^>]*dir="ltr"[^>]*>.*?</\1>', "", text)
        found = [
            run
            for run in re.findall(r"(?a)(?<![\w.-])\d+-\d[\w-]*", re.sub(r"<[^>]*>", " ", text))
            if not re.fullmatch(r"((19|20)\d\d|\d\d?)-((19|20)\d\d|\d\d?)", run)
        ]
        if found:
            wrong[file.name] = found

    assert len(files) > 1_000 and wrong == {}
