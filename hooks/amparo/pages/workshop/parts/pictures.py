"""The edition for people who do not read: what a session, a handout or an agenda says in drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from amparo.model.curriculum.agenda import clock_of
from amparo.model.curriculum.own_plan import OwnPlan
from amparo.model.curriculum.picture import Picture
from amparo.model.curriculum.timetable import rows
from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.pages.workshop.parts import packs
from amparo.pages.workshop.parts.block import Block, blocks
from amparo.text.voice import Said

A_PAGE = 4
"""Cards on a side of paper: each is a quarter of it."""


class PictureText(NamedTuple):
    """One drawing with what it stands for."""

    number: int
    """Its number on the sheet, for who can read numbers alone."""

    sign: str
    """What is drawn."""

    say: Said
    """At most three words."""


class Moment(NamedTuple):
    """A session or a break on the clock."""

    start: str
    """Time of day, `09:25`."""

    picture: PictureText | None
    """What stands for it; None for a session without a picture and for a break."""

    title: Said | None
    """A session without a picture, or something of the group's own, in words; None for others."""


@dataclass(frozen=True)
class PictureSheet:
    """Everything that a sheet in pictures says."""

    form: str
    """How it is printed: see `Handout.pictured`; `clock` for an agenda."""

    title: Said
    """Its title, for the facilitator."""

    rows: list[list[PictureText]]
    """Its drawings by row, ring or side, in order."""

    blank: int = 0
    """Empty cards to draw on, so that no paper is left over."""

    days: tuple[tuple[Said, list[Moment]], ...] = ()
    """The days of an agenda with their clocks."""

    blocks: tuple[Block, ...] = ()
    """Lists from today's records, in the order of the drawings of the second row."""

    place: Said | None = None
    """The region of a list of helpers; None elsewhere."""

    added: tuple[tuple[str, str], ...] = ()
    """Helpers that a group has added to its list: name, and how to reach it."""

    id: str = ""
    """The name of its sheet in a pack of one's own."""


def of_agenda(context: Context, id: str, part: int = 0) -> list[PictureSheet]:
    """The clock of an agenda, then its sessions and handouts that have pictures, each once."""
    words = context.words
    agenda = words.curriculum.agendas[id]
    found = [_clock(context, id, part)]
    for session in packs.sessions(agenda, part):
        found += of_session(context, session)
    for handout in packs.handouts(words, agenda, part):
        found += of_handout(context, handout)
    return found


def of_session(context: Context, id: str) -> Iterator[PictureSheet]:
    """The steps of a session as cards; nothing where it only has its sign for the clock."""
    words = context.words
    session = words.curriculum.sessions[id]
    if session.has_picture_cards:
        drawn = _drawn(context, f"sessions/{id}", session.pictures)
        yield PictureSheet("cards", words.session(id), [drawn], _left(len(drawn)), id=f"cards-{id}")


def of_handout(
    context: Context, id: str, region: str | None = None, country: str | None = None
) -> Iterator[PictureSheet]:
    """A handout in pictures; nothing where it has none. Helpers of `region` or `country` fill its lists."""
    words = context.words
    h = words.curriculum.handouts[id]
    if not h.pictured:
        return
    drawn = _drawn(context, f"handouts/{id}", h.pictures)
    rows = [
        [text for text, _ in group]
        for _, group in groupby(zip(drawn, h.pictures, strict=True), key=lambda pair: pair[1].row)
    ]
    cards = len(drawn) if h.pictured == "cards" else len(rows[-1]) if h.pictured == "map" else 0
    yield PictureSheet(
        form=h.pictured,
        title=words.handout(id),
        rows=rows,
        blank=_left(cards) + (A_PAGE if h.blank_cards else 0) if cards else 0,
        blocks=tuple(blocks(context, h, region, country, False)) if h.pictured == "helpers" else (),
        place=_place(context, region, country) if h.pictured == "helpers" else None,
        id=id,
    )


def _place(context: Context, region: str | None, country: str | None) -> Said | None:
    """Whose helpers a list names."""
    if region:
        return context.voice.term("region", context.library.term("region", region))
    return contact.place(context, country) if country else None


def of_days(context: Context, title: str, plan: OwnPlan) -> PictureSheet:
    """The clock of a plan of one's own."""
    sessions = context.words.curriculum.sessions
    days = (
        (
            day.label or "",
            [
                _moment(context, clock_of(row.starts), row.item.session, row.item.own)
                for row in rows(day, sessions)
            ],
        )
        for day in plan.days
    )
    return PictureSheet("clock", title, [], days=tuple(days), id="clock")


def _drawn(context: Context, here: str, pictures: Iterable[Picture]) -> list[PictureText]:
    """Drawings with their numbers and words."""
    say = context.words.say
    return [
        PictureText(n, picture.sign, say(f"{here}#pictures.say", picture.say))
        for n, picture in enumerate(pictures, 1)
    ]


def _left(cards: int) -> int:
    """Empty places on the last side of cards."""
    return -cards % A_PAGE


def _clock(context: Context, id: str, part: int) -> PictureSheet:
    """The clock of an agenda: a drawing for each session."""
    words = context.words
    agenda, here = words.curriculum.agendas[id], f"agendas/{id}#"
    days = (packs.parts(agenda)[part - 1].day,) if part else agenda.days
    return PictureSheet(
        "clock",
        words.say(here + "title", agenda.title),
        [],
        days=tuple(
            (
                words.say(here + "days.label", day.label),
                [_moment(context, slot.start, slot.session) for slot in day.items],
            )
            for day in days
        ),
    )


def sign_of(context: Context, id: str) -> PictureText | None:
    """What stands for a session on a clock; None where it has no picture."""
    drawn = context.words.curriculum.sessions[id].pictures[:1]
    return next(iter(_drawn(context, f"sessions/{id}", drawn)), None)


def _moment(context: Context, start: str, id: str | None, own: str | None = None) -> Moment:
    """One line of the clock: a session, something of the group's own, or a break."""
    if not id:
        return Moment(start, None, own)
    picture = sign_of(context, id)
    return Moment(start, picture, None if picture else context.words.session(id))
