"""A data file as values, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from amparo.source.problems import Problem

Path = tuple[str | int, ...]
"""Keys and list positions from the root to a value."""


@dataclass
class Document:
    """One data file: its values as written and where each one stands."""

    file: str
    """Path below the project's root, with forward slashes."""

    values: dict[str, Any] = field(default_factory=dict)
    """The file as nested dicts and lists; every scalar is a `str`, or None for an empty value, `null` or
    `~`."""

    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column (from 1) of the value at a path; of its key, where the value is a list or mapping."""

    texts: list[tuple[Path, str]] = field(default_factory=list)
    """Every single value that is a text, with its path, in the order of the file."""

    def problem(self, path: Path, found: str, right: str, level: str = "error") -> Problem:
        """A problem at `path`, or at the nearest thing above it that stands in the file."""
        near = path
        while near and near not in self.places:
            near = near[:-1]
        line, column = self.places.get(near, (1, 1))
        return Problem(self.file, line, column, spell(path), found, right, level)


def spell(path: Path) -> str:
    """A path as an editor would say it: `contacts[2].value`."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words
