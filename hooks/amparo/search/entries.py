"""Everything that can be found in one language: every kind of page says what the search knows of it."""

from __future__ import annotations

from amparo.pages.entry import Entry
from amparo.pages.site import Site

ORDER = (
    "need",
    "line",
    "service",
    "country",
    "region",
    "organisation",
    "signpost",
    "mechanism",
    "end",
    "group",
    "language",
    "guidance",
    "list",
    "workshop",
    "violation",
)
"""Sorts of entry, in the order in which equals are shown."""

TOGETHER = {"signpost": "organisation", "workshop": "list"}
"""Sorts that stand among those of another sort."""


def entries_of(site: Site, language: str) -> list[Entry]:
    """Every entry, in the order in which equals are shown."""
    context = site.at_root(language)
    found = [entry for kind in site.kinds.values() for entry in kind.entries(context, kind)]
    return sorted(found, key=lambda entry: ORDER.index(TOGETHER.get(entry.kind, entry.kind)))
