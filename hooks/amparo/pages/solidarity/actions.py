"""All actions, those that run first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Kind, by_title
from amparo.pages.parts import action
from amparo.pages.parts.action import ActionView
from amparo.pages.parts.told import FOUND_YEARS, STYLES


@dataclass(frozen=True)
class View:
    """What `solidarity/actions.html` says."""

    running: list[ActionView]
    """Actions that others can join now."""

    closed: list[ActionView]
    """Actions that are over, the newest first."""


def view(context: Context) -> View:
    """All actions."""
    acting = context.library.acting
    return View(
        running=[action.view(context, one) for one in acting.actions if acting.runs(one)],
        closed=[action.view(context, one) for one in acting.actions if not acting.runs(one)],
    )


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """The page, by the titles of actions that run or are about as new as the news that the search finds."""
    library, oldest = context.library, str(context.library.as_of.year - FOUND_YEARS + 1)
    titles = (
        context.voice.translate(f"actions/{one.id}#title", one.title)
        for one in library.acting.actions
        if library.acting.runs(one) or (one.opened or "") >= oldest
    )
    for entry in by_title(context, kind):
        yield replace(entry, text=tuple(map(str, titles)))


KIND = Kind(
    "actions",
    "solidarity/actions",
    view,
    "solidarity/actions.html",
    styles=STYLES,
    entries=_entries,
)
