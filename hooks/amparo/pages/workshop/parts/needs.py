"""What a session uses of earlier ones, as pages say it."""

from __future__ import annotations

from typing import NamedTuple

from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


class NeedText(NamedTuple):
    """What a session uses of an earlier one."""

    session: str
    """Id of the earlier session."""

    earlier: Said
    """Its title."""

    what: Said
    """What is used."""

    otherwise: Said | None
    """What to do without it; None: it cannot be done without."""


def needs(words: Words, id: str) -> list[NeedText]:
    """What a session uses, in the order of its record."""
    here = f"sessions/{id}#needs_before."
    return [
        NeedText(
            need.session,
            words.session(need.session),
            words.say(here + "what", need.what),
            words.say(here + "otherwise", need.otherwise),
        )
        for need in words.curriculum.sessions[id].needs_before
    ]
