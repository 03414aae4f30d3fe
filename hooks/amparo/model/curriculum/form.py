"""A part of a sheet that is filled in by hand: lines, boxes, a scale, a table, frames."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amparo.model.base import Prose, Record, Whole


class FormPart(Record):
    """One thing that is asked, and where its answer goes. What is set is printed, in the order of fields."""

    head: Annotated[str, Prose(70)] | None = None
    """A heading above it."""

    ask: Annotated[str, Prose(100)] | None = None
    """What is asked."""

    hint: Annotated[str, Prose(260)] | None = None
    """How to answer, or a text to read."""

    ticks: tuple[Annotated[str, Prose(110)], ...] = ()
    """Answers with a box to tick."""

    stacked: bool = False
    """True where each box stands on a line of its own."""

    scale: tuple[Annotated[str, Prose(30)], Annotated[str, Prose(30)]] | None = None
    """What one and what five mean on a scale from one to five."""

    columns: tuple[Annotated[str, Prose(40)], ...] = ()
    """Heads of a table."""

    heads: tuple[Annotated[str, Prose(80)], ...] = ()
    """First cell of each of its rows; missing: `rows` empty ones."""

    rows: Annotated[Whole, Field(ge=0, le=20)] = 0
    """Empty rows."""

    frames: Annotated[Whole, Field(ge=0, le=4)] = 0
    """Frames side by side, each with all lines of `inside`."""

    inside: tuple[Annotated[str, Prose(40)], ...] = ()
    """What is filled in in each frame."""

    lines: Annotated[Whole, Field(ge=0, le=8)] = 0
    """Empty lines to write on."""

    half: bool = False
    """True where it takes half of the width; two in a row stand side by side."""
