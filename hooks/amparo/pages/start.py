"""What the start page and the emergency page say before their hand-written text."""

from __future__ import annotations

from typing import Any

from amparo.pages.context import Context
from amparo.pages.emergency.country import line_view
from amparo.pages.kind import Kind, not_found_by_search, nowhere

START_LINES, EMERGENCY_LINES = 2, 3
"""Telephone lines on the start page and on the emergency page: few enough to choose from with shaking hands."""

WRITTEN_LINES = 2
"""Lines on the emergency page that answer in writing, for those who cannot speak."""


def view(context: Context) -> dict[str, Any]:
    """The answers for `parts/first.html`: lines that answer now, and the large links."""
    library, voice, page = context.library, context.voice, context.page
    lines = [line_view(context, line) for line in library.helpers.lines_for(voice.language)]
    phones = [line for line in lines if line["is_number"]]
    written = [line for line in lines if not line["is_number"]]
    is_start = page.address == "index.html"
    return {
        "is_start": is_start,
        "lines": phones[: START_LINES if is_start else EMERGENCY_LINES],
        "written": [] if is_start else written[:WRITTEN_LINES],
        "doors": {
            "emergency": context.up + "emergency/index.html",
            "needs": context.url("triage"),
            "countries": context.url("countries"),
            "services": context.url("services"),
            "without_internet": context.url("without-internet"),
            "a_to_z": context.url("a-to-z"),
        },
        "services": [
            (
                voice.term("service", t),
                context.url("service", t.code),
                voice.term("service", t, "plain"),
            )
            for t in library.vocabulary("service").in_order[:8]
        ]
        if is_start
        else [],
    }


KIND = Kind(
    "start",
    "start",
    view,
    written="index.md",
    keys=nowhere,
    is_styled_inside=True,
    has_strip=False,
    entries=not_found_by_search,
)

EMERGENCY = Kind(
    "emergency",
    "emergency/emergency",
    view,
    written="emergency/index.md",
    keys=nowhere,
    is_styled_inside=True,
    has_strip=False,
    entries=not_found_by_search,
)
