"""What a visitor waits and pays for: bytes of a first view, and the first paint at 2G."""

from __future__ import annotations

import json
import statistics
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.bench.serving import Served

VISIT = Path(__file__).with_name("visit.mjs")
"""The script that drives Chromium."""

LANDING = {"en": "emergency/index.html", "ar": "ar/emergency/index.html"}
"""The page that is opened, by language."""

TIMES = 3
"""How often the first paint is measured; the median counts."""


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
    """The landing in each language. The languages are measured side by side: on a slow line both only wait."""
    with ThreadPoolExecutor() as both:
        paints = dict(zip(LANDING, both.map(lambda language: _first_paint(site, language), LANDING)))
    return {language: _view(site, language, paint) for language, paint in paints.items()}


def _view(site: Path, language: str, paint: int) -> View:
    with Served(site) as full, Served(site) as plain:
        _visit([{"url": full.url(LANDING[language]), "script": True, "slow": False},
                {"url": plain.url(LANDING[language]), "script": False, "slow": False}])
        return View(full.bytes, plain.bytes, full.requests, paint)


def _first_paint(site: Path, language: str) -> int:
    with Served(site) as served:
        visit = {"url": served.url(LANDING[language]), "script": True, "slow": True}
        return round(statistics.median(_visit([visit] * TIMES)))


def _visit(visits: list[dict]) -> list:
    """Open pages in one Chromium; milliseconds until the first paint, for the slow ones."""
    done = subprocess.run(["node", str(VISIT), json.dumps(visits)], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"Chromium could not open {visits[0]['url']}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)
