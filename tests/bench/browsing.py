"""What a visitor waits and pays for: bytes of a first view, and the first paint at 2G."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.bench.serving import Served

LANDING = {"en": "emergency/index.html", "ar": "ar/emergency/index.html"}
"""The page that is opened, by language."""

TESTS = Path(__file__).resolve().parent.parent
"""Where the browser scripts are."""


@dataclass(frozen=True)
class View:
    """The emergency landing of a site in one language, opened for the first time."""

    bytes_with_script: int
    """What the browser fetches in all, packed with gzip -9."""

    bytes_without_script: int
    """The same with JavaScript off."""

    requests_with_script: int
    """In how many files."""

    first_paint_ms: int
    """Until the first content is painted at 2G; median."""


def views(site: Path) -> dict[str, View]:
    """The landing in each language. First paints are measured side by side: on a slow line browsers only
    wait."""
    with ThreadPoolExecutor() as both:
        paints = both.map(lambda address: _first_paint(site, address), LANDING.values())
    return {
        language: _view(site, address, paint)
        for (language, address), paint in zip(LANDING.items(), paints, strict=True)
    }


def _view(site: Path, address: str, paint: int) -> View:
    with Served(site) as full, Served(site) as plain:
        _node("bench/visit.mjs", full.url(address), "script")
        _node("bench/visit.mjs", plain.url(address), "plain")
        return View(full.bytes, plain.bytes, full.requests, paint)


def _first_paint(site: Path, address: str) -> int:
    """Milliseconds; the script takes the median of three visits."""
    with Served(site) as served:
        (paint,) = json.loads(_node("browser/first_paint.mjs", served.url(address))).values()
        return paint


def _node(script: str, *words: str) -> str:
    """What a browser script prints. A second try, because a browser that dies once must not waste the other
    figures."""
    for _ in range(2):
        done = subprocess.run(["node", str(TESTS / script), *words], capture_output=True, text=True)
        if not done.returncode:
            return done.stdout
    sys.exit(f"{script} {' '.join(words)} failed:\n{done.stderr[-2000:]}")
