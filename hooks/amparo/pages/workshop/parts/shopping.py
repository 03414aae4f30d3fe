"""The shopping list of several sessions, with quantities for a group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from amparo.model.curriculum.demand import Supply
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


class Amount(NamedTuple):
    """A thing and how much of it."""

    many: int
    """How many."""

    name: Said
    """What."""


def shopping(words: Words, sessions: Iterable[str], people: int) -> list[Amount]:
    """What `sessions` (each as often as it is held) take for so many people, in the order of the list."""
    supplies = words.curriculum.supplies
    totals: dict[str, int] = {}
    kept = {thing.id: thing.kept for thing in supplies.things} if supplies else {}
    for id in sessions:
        here: dict[str, int] = {}
        for supply in words.curriculum.sessions[id].supplies:
            here[supply.thing] = here.get(supply.thing, 0) + _count(supply, people)
        for thing, count in here.items():
            before = totals.get(thing, 0)
            totals[thing] = max(before, count) if kept.get(thing) else before + count
    return [
        Amount(totals[thing.id], words.say(f"supplies#things.{thing.id}.name", thing.name))
        for thing in (supplies.things if supplies else ())
        if thing.id in totals
    ]


def _count(supply: Supply, people: int) -> int:
    """How much of one thing: for all together, or for each so many people."""
    return supply.count * (-(-people // supply.every) if supply.every else 1)
