"""What a row of sessions has made when each of them begins: which of their needs are not met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from amparo.model.curriculum.demand import Need
from amparo.model.curriculum.session import Session


class Unmet(NamedTuple):
    """A session that uses what was not made before."""

    at: int
    """Its place in the row, from 0."""

    session: str
    """Its id."""

    need: Need
    """What is missing."""


def unmet(row: Sequence[str], sessions: Mapping[str, Session]) -> Iterator[Unmet]:
    """Every need that is not met in a row of sessions, each once a session. Unknown ids are passed over:
    another rule names them."""
    made: set[str] = set()
    for at, id in enumerate(row):
        for need in sessions[id].needs_before if id in sessions and id not in made else ():
            if need.session not in made:
                yield Unmet(at, id, need)
        made.add(id)
