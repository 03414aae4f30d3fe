"""The page on errors: below its text a form to print and a text to send, for people without accounts."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind, not_found_by_search, nowhere

LINES = 3
"""Empty lines below a question."""


@dataclass(frozen=True)
class View:
    """What `about/report-error.html` adds."""

    operator: str
    """Who runs this copy, in their own words; empty: not said."""

    lines: int
    """Empty lines below a question."""


def view(context: Context) -> View:
    """The form is the same in every copy; only who gets it differs."""
    return View(context.site.settings.operator, LINES)


KIND = Kind(
    "report-error",
    "about/report-error",
    view,
    written="about/report-error.md",
    keys=nowhere,
    styles=("workshop.css",),
    entries=not_found_by_search,
)
