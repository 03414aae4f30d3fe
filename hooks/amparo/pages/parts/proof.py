"""Where the facts of a record were seen, and how sure we are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.pages.parts import sources
from amparo.pages.parts.sources import SourceView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class ProofView:
    """Sources and checks of a record."""

    checked: str | None
    """Date of the newest source; None: not known."""

    method: Said
    """How it was checked."""

    confidence: Said | None
    """How sure we are, in plain words."""

    sources: list[SourceView]
    """The sources."""


def view(context: Context, body: Organisation | Mechanism) -> ProofView:
    """What the foot of a record's page says."""
    library, voice = context.library, context.voice
    return ProofView(
        checked=voice.when(body.checked.date),
        method=voice.term("check-method", library.term("check-method", body.checked.method)),
        confidence=voice.term("confidence", library.term("confidence", body.confidence), "plain"),
        sources=sources.sources(context, body.sources),
    )
