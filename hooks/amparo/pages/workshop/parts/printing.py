"""What a pack of one's own prints: its sheets in order, each with its sides and its copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.curriculum.own_plan import OwnPlan
from amparo.pages.workshop.parts.copies import copies, sets
from amparo.pages.workshop.parts.cut import CutSheet
from amparo.pages.workshop.parts.handout import HandoutText
from amparo.pages.workshop.parts.held import Held
from amparo.pages.workshop.parts.pictures import PictureSheet
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said

Sides = Mapping[str, tuple[int, int]]
"""On which page each sheet begins and how many sides it takes, by the sheet's name."""

FIRST = ("running", "lists")
"""The clock, and the lists beside it: the first sheets of every pack."""


KEEP = "keep"
"""What participants keep of all sessions: one sheet, because each alone would be a side with a few lines."""


class Line(NamedTuple):
    """A line of the list of what to print."""

    name: str
    """The name of its sheet; those of `FIRST`, and `KEEP`, have no title."""

    page: int | None
    """On which page of the pack it begins; None before that is known."""

    title: Said | None
    """What it is."""

    for_whom: str
    """`facilitator`, `participants`, or `cut` for what is cut."""

    sides: int | None
    """Sides of one copy."""

    copies: int
    """How many copies."""


@dataclass(frozen=True)
class PackSheets:
    """The sheets of a pack after the clock and the lists, in order."""

    facilitator: list[Held]
    """Sessions for the facilitator, in order."""

    participants: list[Held]
    """What participants keep of each session."""

    cuts: list[CutSheet]
    """Pieces of paper of exercises."""

    handouts: list[HandoutText]
    """Handouts and lists."""

    pictures: list[PictureSheet]
    """Sheets in pictures, instead of what participants read."""


def lines(words: Words, plan: OwnPlan, sheets: PackSheets, sides: Sides) -> Iterator[Line]:
    """What to print, in the order of the pack."""
    for name, title, for_whom, count in _named(words, plan, sheets):
        page, many = sides.get(name, (None, None))
        yield Line(name, page, title, for_whom, many, count)


def _named(words: Words, plan: OwnPlan, sheets: PackSheets) -> Iterator[tuple[str, Said | None, str, int]]:
    """Each sheet with its title, for whom it is, and its copies. One facilitator keeps the lists; where
    people do not read, one set of what is cut is read aloud."""
    handouts, people, team = words.curriculum.handouts, plan.people, plan.team
    for name, count in zip(FIRST, (team, 1), strict=True):
        yield name, None, "facilitator", count
    for one in sheets.facilitator:
        yield one.name, one.text.title, "facilitator", team
    if sheets.participants:
        yield KEEP, None, "participants", people
    for cut in sheets.cuts:
        is_aloud = plan.form == "pictures"
        count = 1 if is_aloud else sets(cut.cut.copies, people, cut.sets)
        yield f"cut-{cut.id}", cut.title, "cut", count
    for sheet in sheets.handouts:
        h = handouts[sheet.id]
        yield (
            h.id,
            sheet.title,
            "facilitator" if h.for_facilitators else "participants",
            copies(h, people, team),
        )
    for drawn in sheets.pictures:
        # The clock and the cards of sessions hang on the wall.
        count = copies(handouts[drawn.id], people, team) if drawn.id in handouts else 1
        yield f"drawn-{drawn.id}", drawn.title, "participants", count
