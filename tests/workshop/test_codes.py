"""A telephone that scans a code from paper reads what stands beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.browser.driving import ask_node
from tests.conftest import LANGUAGES, ROOT
from tests.site.document import parse

REGION = "middle-east-north-africa"


def beside(entry: str) -> str:
    """What a code should hold, without the difference between a number and how a telephone dials it."""
    return "".join(sign for sign in entry.lower() if sign.isalnum())


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_on_paper_hold_what_stands_beside_them(language: str, site: Path, tmp_path: Path) -> None:
    page = site / ("" if language == "en" else language) / f"workshop/print/helpers-{REGION}-codes.html"
    entries = parse(page.read_text("utf-8")).first("main").all(".entry")
    wanted = [beside(node.first(".reach").first("bdi").text) for node in entries if any(node.all("img"))]

    job = [{"url": page.as_uri(), "format": "A4", "file": str(tmp_path / "list.pdf")}]
    ask_node(job, ROOT / "tests/official/print.mjs")
    subprocess.run(["pdftoppm", "-r", "200", "-gray", tmp_path / "list.pdf", tmp_path / "side"], check=True)
    scanned = subprocess.run(
        ["zbarimg", "--quiet", "--raw", *sorted(tmp_path.glob("side*.pgm"))], capture_output=True, text=True
    ).stdout
    found = [beside(line.partition(":")[2].removeprefix("//")) for line in scanned.split("\n") if line]

    assert len(wanted) >= 5 and sorted(found) == sorted(wanted)
