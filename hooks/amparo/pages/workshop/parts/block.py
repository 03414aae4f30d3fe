"""A part of a printed list of helpers, made from today's records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.contact import Contact
from amparo.model.curriculum.handout import Handout
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.parts import contact, rung, sources
from amparo.pages.parts.rung import RungView
from amparo.pages.parts.sources import SeenView
from amparo.pages.workshop.parts.codes import code
from amparo.text.voice import Said

TWO = 2
"""Contacts on a careful list: few enough to learn by heart."""

SPOKEN = 4
"""Languages that are named beside a contact, at most: paper is short."""


@dataclass(frozen=True)
class Helper:
    """A helper on paper: who, what for, how to reach it, where and when that was seen."""

    name: Said
    """Its name."""

    summary: Said
    """What it is for."""

    kind: Said
    """Kind of contact."""

    way: str
    """The drawn sign of the way to reach it: `call`, `letter` or `laptop`."""

    value: str
    """The contact as a person dials, writes or types it."""

    languages: str | None
    """Languages in which somebody answers, as one phrase; None when not known."""

    any_hour: bool
    """Whether somebody answers day and night."""

    code: str | None
    """The contact as a code to scan (address of a picture); None where none is wanted."""

    seen: SeenView
    """Where and when the contact was seen."""

    rung: RungView | None
    """What came of ringing or writing to it; None: nobody has."""

    again: bool
    """Whether it stood in an earlier part of the same list: then it is only named, because paper is short."""


class Block(NamedTuple):
    """A part of a list."""

    label: Said | None
    """Its heading; None without one."""

    helpers: list[Helper]
    """Who stands in it, in order."""


def blocks(
    context: Context, h: Handout, region: str | None, country: str | None, with_codes: bool
) -> list[Block]:
    """The parts of a handout's list."""
    words = context.words
    found: list[Block] = []
    known: set[str] = set()
    for block in h.blocks:
        helpers = []
        for o, c in words.library.on_paper.of(block, region, country):
            helpers.append(_helper(context, o, c, with_codes, again=o.id in known))
            known.add(o.id)
        found.append(Block(words.say(f"handouts/{h.id}#blocks.label", block.label), helpers))
    return found


def two(context: Context, h: Handout, region: str | None, country: str | None) -> list[Block]:
    """Two contacts alone: the first lines that answer, each of another body and another number."""
    found: dict[str, tuple[Organisation, Contact]] = {}
    for block in h.blocks:
        for o, c in context.library.on_paper.of(block, region, country):
            found.setdefault(c.value, (o, c))
    return [Block(None, [_helper(context, o, c) for o, c in list(found.values())[:TWO]])]


def _helper(
    context: Context, o: Organisation, c: Contact, with_code: bool = False, again: bool = False
) -> Helper:
    """A helper with the contact that may be printed."""
    voice = context.voice
    return Helper(
        name=contact.name(voice, o),
        summary=voice.translate(f"organisations/{o.id}#summary", o.summary),
        kind=voice.term("contact-kind", context.library.term("contact-kind", c.kind)),
        way=_way(c),
        value=_typed(c),
        languages=contact.languages(voice, c.languages or o.languages, SPOKEN),
        any_hour=c.hours == "24/7",
        code=code(c.href) if with_code and c.href else None,
        seen=sources.seen(context, o.sources_by_id[c.source]),
        rung=rung.view(context, c.reached),
        again=again,
    )


def _typed(c: Contact) -> str:
    """A contact as it is copied from paper: nobody types `https://`."""
    if c.kind not in ("web", "web-form"):
        return c.value
    return c.value.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _way(c: Contact) -> str:
    """The drawn sign of a way to reach somebody: who dials needs a telephone, who writes needs somebody who
    can."""
    scheme = (c.href or "").partition(":")[0]
    return {"tel": "call", "sms": "call", "mailto": "letter"}.get(scheme, "laptop")
