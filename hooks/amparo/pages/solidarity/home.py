"""The start page of solidarity: ways on, kinds of action, actions that run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind, not_found_by_search, nowhere
from amparo.pages.parts import action, told
from amparo.pages.parts.action import ActionView
from amparo.pages.parts.told import STYLES
from amparo.text.voice import Said


class Row(NamedTuple):
    """A way with a line about it."""

    label: Said
    """What it leads to."""

    href: str
    """The way."""

    line: Said
    """What it is."""


@dataclass(frozen=True)
class View:
    """What `solidarity/solidarity.html` adds."""

    kinds: list[Row]
    """Kinds of action."""

    letters: list[Row]
    """Letters to fill in."""

    running: list[ActionView]
    """Actions that others can join now; empty: we know of none."""

    actions: str
    """The way to all actions."""

    news: str | None
    """The way to the news; None in copies that have none."""


def view(context: Context) -> View:
    """Everything below the hand-written text."""
    acting = context.library.acting
    return View(
        kinds=rows_of_kinds(context),
        letters=rows_of_letters(context, tuple(letter.id for letter in acting.letters)),
        running=[action.view(context, one) for one in acting.actions if acting.runs(one)],
        actions=context.url("actions"),
        news=context.url("news") if told.has_news(context) else None,
    )


def rows_of_kinds(context: Context) -> list[Row]:
    """Kinds of action, the most used first."""
    return [
        Row(
            context.voice.translate(f"solidarity/kinds/{kind.id}#title", kind.title),
            context.url("action-kind", kind.id),
            context.voice.translate(f"solidarity/kinds/{kind.id}#what", kind.what),
        )
        for kind in context.library.acting.kinds
    ]


def rows_of_letters(context: Context, ids: tuple[str, ...]) -> list[Row]:
    """Letters to fill in, by their ids."""
    return [
        Row(
            context.voice.translate(f"solidarity/letters/{id}#title", letter.title),
            context.url("letter", id),
            context.voice.translate(f"solidarity/letters/{id}#what", letter.what),
        )
        for id in ids
        for letter in (context.library.solidarity.letters[id],)
    ]


KIND = Kind(
    "solidarity",
    "solidarity/solidarity",
    view,
    written="solidarity/index.md",
    keys=nowhere,
    styles=STYLES,
    entries=not_found_by_search,
)
