"""Sheets print from a browser: they fit on A4 and Letter without empty pages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workshop import curriculum


def drive(script: str, job: dict | list) -> dict | list:
    """What a browser script saw."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / script)],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_sheets_print_from_a_browser_without_spare_pages(format: str, site: Path) -> None:
    """Each handout of one side stays on one side; nothing leaves an empty page behind."""
    single = [h for h, record in curriculum.records("handouts").items() if record["pages"] == "1"]
    pages = [site / folder / f"workshop/print/{h}.html" for folder in ("es", "ar") for h in single]
    found = drive("official/print.mjs", [{"url": page.as_uri(), "format": format} for page in pages])

    assert {
        f"{page.parts[-4]}/{page.stem}": sides for page, sides in zip(pages, found, strict=True) if sides != 1
    } == {}
