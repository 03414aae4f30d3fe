"""How many copies of a handout a group needs."""

from __future__ import annotations

from amparo.model.curriculum.handout import Handout
from amparo.pages.workshop.words import Words

BLANK = "h-running-order"
"""The handout with an empty running order, for planning by hand."""

SMALL_GROUP = 5
"""People in a small group."""

ROOM = 100
"""More people than any plan has: one copy is enough for all."""

SHARED = {"person": 1, "pair": 2, "group": SMALL_GROUP, "room": ROOM}
"""For how many people a copy is, by `Handout.copies`."""

TEAM = 0
"""Each facilitator has a copy."""


def for_how_many(handout: Handout) -> int:
    """For how many people one copy is enough; 0: each facilitator has one."""
    if handout.for_facilitators:
        return TEAM
    return SHARED[handout.copies]


def sets(copies: str, people: int, on_a_side: int) -> int:
    """Copies of a sheet to cut that holds several sets on a side."""
    return -(-people // (SHARED[copies] * on_a_side))


def for_team(words: Words) -> list[str]:
    """Ids of the sheets that belong to no session and serve the team, but for the empty running order: a pack
    has a filled one."""
    found = words.curriculum
    used = {id for session in found.sessions.values() for id in session.handouts}
    return [id for id, h in found.handouts.items() if h.for_facilitators and id not in used and id != BLANK]


def copies(handout: Handout, people: int, team: int) -> int:
    """Copies for a group of `people` with a `team` of facilitators."""
    each = for_how_many(handout)
    return -(-people // each) if each else team
