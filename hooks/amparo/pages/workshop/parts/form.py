"""A sheet to fill in: its parts in rows, two halves side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amparo.model.curriculum.form import FormPart
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


@dataclass(frozen=True)
class PartText:
    """One thing that is asked, and where its answer goes: see `FormPart`."""

    ask: Said | None
    """What is asked."""

    hint: Said | None
    """How to answer."""

    ticks: list[Said]
    """Answers with a box to tick."""

    is_stacked: bool
    """Whether each box stands on a line of its own."""

    scale: list[Said]
    """What one and what five mean; empty without a scale."""

    columns: list[Said]
    """Heads of a table."""

    heads: list[Said]
    """First cell of each row; empty where rows are empty."""

    rows: int
    """Rows of the table."""

    frames: int
    """Frames side by side."""

    inside: list[Said]
    """What is filled in in each frame."""

    lines: int
    """Empty lines."""


@dataclass(frozen=True)
class Row:
    """What stands side by side."""

    head: Said | None
    """The heading above it."""

    parts: list[PartText]
    """One part, or two halves."""


def rows(words: Words, where: str, form: Sequence[FormPart]) -> list[Row]:
    """The parts of a form, row by row."""
    found: list[Row] = []
    is_open = False
    for part in form:
        said = _said(words, where, part)
        if part.half and is_open and not part.head:
            found[-1].parts.append(said)
            is_open = False
        else:
            found.append(Row(words.say(where + "head", part.head), [said]))
            is_open = part.half
    return found


def _said(words: Words, where: str, part: FormPart) -> PartText:
    """One part in a language."""
    every = words.every
    return PartText(
        ask=words.say(where + "ask", part.ask),
        hint=words.say(where + "hint", part.hint),
        ticks=every(where + "ticks", part.ticks),
        is_stacked=part.stacked,
        scale=every(where + "scale", part.scale or ()),
        columns=every(where + "columns", part.columns),
        heads=every(where + "heads", part.heads),
        rows=len(part.heads) or part.rows,
        frames=part.frames,
        inside=every(where + "inside", part.inside),
        lines=part.lines,
    )
