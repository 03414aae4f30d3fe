"""How many contacts are due to be confirmed, by language and by country: two tables of the status page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from amparo.library.due import WORLD
from amparo.model.asked import RESULTS
from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.text.voice import Said


class DueRow(NamedTuple):
    """The contacts of one language or country."""

    label: Said | None
    """Its name; None: not known, or the whole world."""

    fresh: int
    """Seen or confirmed in the last 90 days."""

    due: int
    """91 to 180 days ago."""

    overdue: int
    """Longer ago."""

    unknown: int
    """Nobody knows when."""


class Answer(NamedTuple):
    """How many addresses gave an answer."""

    code: str
    """One of `asked.RESULTS`."""

    number: int
    """How many."""


def answers(context: Context) -> list[Answer]:
    """What hosts answered when they were last asked; empty where nobody has."""
    counts = Counter(one.result for one in context.site.asked)
    return [Answer(code, counts[code]) for code in RESULTS if counts[code]]


def asked_until(context: Context) -> str | None:
    """The last day on which somebody asked; None: never."""
    return context.voice.when(max((one.date for one in context.site.asked), default=None))


def by_language(context: Context) -> list[DueRow]:
    """Languages by name; contacts whose language is not known come last."""
    voice, found = context.voice, context.library.due.by_language()
    rows = [_row(voice.language_name(code), counts) for code, counts in found.items() if code]
    return [*_in_order(context, rows), *([_row(None, found[""])] if "" in found else [])]


def by_country(context: Context) -> list[DueRow]:
    """Those that help anywhere, then countries by name. Copies for files have none: the table is for who
    works on the facts."""
    if context.is_file:
        return []
    found = context.library.due.by_country()
    rows = [_row(contact.place(context, code), counts) for code, counts in found.items() if code != WORLD]
    return [_row(None, found[WORLD]), *_in_order(context, rows)]


def _row(label: Said | None, counts: Mapping[str, int]) -> DueRow:
    counted = Counter(counts)
    return DueRow(label, counted["fresh"], counted["due"], counted["overdue"], counted["unknown"])


def _in_order(context: Context, rows: list[DueRow]) -> list[DueRow]:
    return sorted(rows, key=lambda row: context.voice.ordering.key(row.label or ""))
