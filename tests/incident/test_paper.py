"""The short version is one side of paper, and the page without script is the printable form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.incident.form import page
from tests.official.test_sheets_fit_on_paper import sides

FORMATS = ("A4", "Letter")


def test_short_version_is_one_side_in_every_language(site: Path) -> None:
    jobs = [
        {"url": page(site, language, "urgent").as_uri(), "format": format}
        for language in LANGUAGES
        for format in FORMATS
    ]

    assert dict(
        zip(
            [(job["url"].removeprefix(site.as_uri()), job["format"]) for job in jobs],
            sides(jobs),
            strict=True,
        )
    ) == {(job["url"].removeprefix(site.as_uri()), job["format"]): 1 for job in jobs}


@pytest.mark.slow("starts a browser")
def test_a_longer_page_is_noticed(site: Path) -> None:
    assert sides([{"url": page(site, "en", "consent").as_uri(), "format": "A4"}])[0] > 1
