"""A length of time in numbers and the unit's word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.offer import Span
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class SpanView:
    """What `parts/span.html` says."""

    min: int | None
    """Shortest, in units; None: not known."""

    max: int | None
    """Longest, in units; None: not known."""

    unit: Said
    """The word of the unit."""

    note: Said | None
    """What the source says about it; None where the words around it say enough."""


def view(context: Context, span: Span) -> SpanView:
    """The numbers and the unit of a length of time, without the source's words."""
    unit = context.library.term("time-unit", span.unit)
    return SpanView(span.min, span.max, context.voice.term("time-unit", unit), None)
