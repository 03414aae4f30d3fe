"""One door of a mechanism: what it is, how fast, what happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from amparo.model.mechanism import Mechanism
from amparo.model.procedure import Procedure
from amparo.pages.parts import span
from amparo.pages.parts.span import SpanView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


class StepView(NamedTuple):
    """One thing that happens after sending."""

    text: Said
    """What happens."""

    within: SpanView | None
    """How long it takes; None: not known."""


@dataclass(frozen=True)
class ProcedureView:
    """One door of a mechanism."""

    type: Said
    """What can be asked for."""

    plain: Said | None
    """The same in plain words."""

    urgent: bool
    """Whether it works in hours or days."""

    exhaustion: bool | None
    """Whether courts of the country must be tried first; None: not known."""

    deadline: Said | None
    """Time limit for sending; None: not known."""

    steps: list[StepView]
    """What happens then, in order."""


def procedures(context: Context, mechanism: Mechanism) -> list[ProcedureView]:
    """The doors of a mechanism, the fast one first."""
    here = f"mechanisms/{mechanism.id}#procedures"
    return [_procedure(context, here, procedure) for procedure in mechanism.procedures]


def _procedure(context: Context, here: str, procedure: Procedure) -> ProcedureView:
    voice, term = context.voice, context.library.term("procedure", procedure.type)
    return ProcedureView(
        type=voice.term("procedure", term),
        plain=voice.term("procedure", term, "plain"),
        urgent=procedure.urgent,
        exhaustion=procedure.exhaustion_required,
        deadline=voice.translate(f"{here}.deadline", procedure.deadline),
        steps=[
            StepView(
                voice.translate(f"{here}.steps.text", step.text),
                span.view(context, step.within) if step.within else None,
            )
            for step in procedure.steps
        ],
    )
