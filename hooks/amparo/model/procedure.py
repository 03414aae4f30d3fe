"""One door of a mechanism: what can be asked for, how fast, and what happens then."""

from __future__ import annotations

from typing import Annotated

from amparo.model.base import CodeOf, Prose, Record
from amparo.model.offer import Span


class Step(Record):
    """One thing that happens after sending."""

    text: Annotated[str, Prose(180)]
    """What happens, and who does it."""

    within: Span | None = None
    """How long it takes; missing: not known."""


class Procedure(Record):
    """One door: a mechanism often has a fast and a slow one."""

    type: Annotated[str, CodeOf("procedure")]
    """What can be asked for."""

    urgent: bool
    """Whether it works in hours or days."""

    exhaustion_required: bool | None = None
    """Whether remedies in the country must be tried first; missing: not known."""

    deadline: Annotated[str, Prose(180)] | None = None
    """Time limit for sending."""

    steps: tuple[Step, ...] = ()
    """What happens then, in order."""

    outcome: tuple[Annotated[str, Prose(160)], ...] = ()
    """What it can lead to."""
