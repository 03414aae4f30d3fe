"""Sheets print from a browser: they fit on A4 and Letter without empty pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.driving import ask_node
from tests.conftest import ROOT
from tests.workshop import curriculum


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_sheets_print_from_a_browser_without_spare_pages(format: str, site: Path) -> None:
    """Each handout of one side stays on one side; nothing leaves an empty page behind."""
    single = [h for h, record in curriculum.records("handouts").items() if record["pages"] == "1"]
    pages = [site / folder / f"workshop/print/{h}.html" for folder in ("es", "ar") for h in single]
    jobs = [{"url": page.as_uri(), "format": format} for page in pages]
    found = ask_node(jobs, ROOT / "tests/official/print.mjs")

    assert {
        f"{page.parts[-4]}/{page.stem}": sides for page, sides in zip(pages, found, strict=True) if sides != 1
    } == {}
