"""The ways to one kind of list: kinds of help, regions, groups, languages."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.parts.links import Way


@dataclass(frozen=True)
class WaysView:
    """What `emergency/ways.html` says."""

    entries: list[Way]
    """The lists."""
