"""What the start page and the emergency page say before their hand-written text."""

from __future__ import annotations

from typing import Any

from amparo.library import Library
from amparo.pages import address
from amparo.pages.address import Page
from amparo.pages.country import line_view
from amparo.text.voice import Voice

START_LINES, EMERGENCY_LINES = 2, 3
"""Telephone lines on the start page and on the emergency page: few enough to choose from with shaking hands."""

WRITTEN_LINES = 2
"""Lines on the emergency page that answer in writing, for those who cannot speak."""


def view(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The answers for `parts/first.html`: lines that answer now, and the large links."""
    lines = [line_view(library, voice, page, line) for line in library.lines_for(voice.language)]
    phones = [line for line in lines if line["is_number"]]
    written = [line for line in lines if not line["is_number"]]
    is_start = page.address == "index.html"
    return {
        "is_start": is_start,
        "lines": phones[: START_LINES if is_start else EMERGENCY_LINES],
        "written": [] if is_start else written[:WRITTEN_LINES],
        "doors": {
            "emergency": page.up + "emergency/index.html",
            "needs": page.up + "emergency/triage/index.html",
            "countries": page.up + "emergency/countries/index.html",
            "services": page.up + "emergency/services/index.html",
            "without_internet": page.up + "emergency/without-internet.html",
            "a_to_z": page.up + "search.html",
        },
        "services": [
            (
                voice.term("service", t),
                page.up + address.listing("services", t.code),
                voice.term("service", t, "plain"),
            )
            for t in library.vocabulary("service").in_order[:8]
        ]
        if is_start
        else [],
    }
