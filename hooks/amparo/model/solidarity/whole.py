"""Solidarity and news as one thing: all their records by id."""

from __future__ import annotations

from dataclasses import dataclass, field

from amparo.model.news import News
from amparo.model.solidarity.action import Action
from amparo.model.solidarity.kind import ActionKind
from amparo.model.solidarity.letter import Letter


@dataclass
class Solidarity:
    """All records of solidarity and news that could be read."""

    kinds: dict[str, ActionKind] = field(default_factory=dict)
    """Kinds of action by id."""

    letters: dict[str, Letter] = field(default_factory=dict)
    """Letters to fill in by id."""

    actions: dict[str, Action] = field(default_factory=dict)
    """Actions that exist by id."""

    news: dict[str, News] = field(default_factory=dict)
    """News by id, the oldest first."""


FOLDERS = {
    "solidarity/kinds": ActionKind,
    "solidarity/letters": Letter,
    "actions": Action,
    "news": News,
}
"""Folders below data/ with one record a file, and what the records are; the last part of each is its name in
`Solidarity`. A project without a folder has none."""
