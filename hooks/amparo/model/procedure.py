"""One door of a mechanism: what can be asked for, how fast, and what happens then."""

from __future__ import annotations

from typing import Optional

from amparo.model.base import Code, Record, Words
from amparo.model.offer import Span


class Step(Record):
    """One thing that happens after sending."""

    text: Words(180)
    """What happens, and who does it."""

    within: Optional[Span] = None
    """How long it takes; missing: not known."""


class Procedure(Record):
    """One door: a mechanism often has a fast and a slow one."""

    type: Code("procedure")
    """What can be asked for."""

    urgent: bool
    """Whether it works in hours or days."""

    exhaustion_required: Optional[bool] = None
    """Whether remedies in the country must be tried first; missing: not known."""

    deadline: Optional[Words(180)] = None
    """Time limit for sending."""

    steps: tuple[Step, ...] = ()
    """What happens then, in order."""

    outcome: tuple[Words(160), ...] = ()
    """What it can lead to."""
