"""Nobody meets a barrier that axe can find: one page of each kind, English and Arabic, light and dark, folded
and open."""

from __future__ import annotations

from pathlib import Path

import pytest

from .driving import drive
from .pages import files

LOOKS = [
    {"scheme": "light", "open": False},
    {"scheme": "light", "open": True},
    {"scheme": "dark", "open": True},
]
BAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bad</title>
<style>@media (prefers-color-scheme: dark) { .grey { color: #444; background: #333 } }</style></head>
<body><main><p class="grey">Grey on grey in the dark.</p>
<details><summary>More</summary><img src="data:,"></details>
</main></body></html>"""


def test_axe_finds_no_barrier_on_any_kind_of_page(site: Path) -> None:
    pages = [file.as_uri() for file in files(site, ("en", "ar"))]

    found = drive("axe.mjs", pages=pages, looks=LOOKS)

    assert found == {"runs": len(pages) * len(LOOKS), "barriers": []}


@pytest.mark.slow("starts a browser")
def test_axe_sees_the_dark_and_what_is_folded(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD, "utf-8")

    found = drive("axe.mjs", pages=[(tmp_path / "bad.html").as_uri()], looks=LOOKS)

    seen = [" ".join(line.split(":")[1].split()[1:]) for line in found["barriers"]]
    assert seen == ["light image-alt", "dark color-contrast", "dark image-alt"]
