"""What a mechanism asks her before it acts."""

from __future__ import annotations

from typing import NamedTuple

from amparo.model.mechanism import Mechanism
from amparo.text.voice import Said, Voice


class ConsentView(NamedTuple):
    """A question of consent."""

    question: Said
    """The question."""

    if_no: Said | None
    """What happens when the answer is no; None: not known."""


def asked_by(voice: Voice, mechanism: Mechanism) -> list[ConsentView]:
    """The questions of one mechanism, in the words of its record."""
    here = f"mechanisms/{mechanism.id}#consents"
    return [
        ConsentView(
            voice.translate(f"{here}.question", consent.question),
            voice.translate(f"{here}.if_no", consent.if_no),
        )
        for consent in mechanism.consents
    ]
