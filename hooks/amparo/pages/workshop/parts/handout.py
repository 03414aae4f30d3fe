"""A handout: what its page and its sheets say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.pages.workshop.parts.block import Block, blocks, two
from amparo.pages.workshop.parts.comparison import LAYOUT, MechanismText, comparison
from amparo.pages.workshop.parts.files import careful_name
from amparo.pages.workshop.parts.form import Row
from amparo.pages.workshop.parts.form import rows as form_rows
from amparo.text.voice import Said

HINTS = (
    "print",
    "low_literacy_form",
    "high_risk_version",
    "checked_on",
    "data_from",
    "notes",
    "medical_note",
    "layers",
)
"""What only the facilitator reads about a handout, in the order of the page."""

HEAD = 40
"""Letters before a colon, at most, that stand out as the head of a point."""


class Head(NamedTuple):
    """A point with what stands out in it."""

    head: str | None
    """The few words before its colon; None where it has none."""

    text: Said
    """The rest."""


class Hint(NamedTuple):
    """What only the facilitator reads."""

    name: str
    """What it is about: one of `HINTS`."""

    text: Said
    """The hint."""


@dataclass(frozen=True)
class HandoutText:
    """Everything that a handout's page or sheet may say."""

    id: str
    """Its id."""

    form: str
    """How its sheet is printed: see `Sheet.form`."""

    title: Said
    """Its title."""

    audience: Said
    """Whom it is for."""

    place: Said | None
    """The region or country of a list of helpers or mechanisms; None for those anywhere, and on other
    handouts."""

    careful: str | None
    """The name of its careful PDF; None where there is no careful edition."""

    copies: str
    """How many are printed: see `Copies`."""

    layout: str
    """How it is printed: see `Handout.layout`."""

    for_facilitators: bool
    """True when participants do not get it."""

    drawn: list[Said]
    """How to draw the sheet: the layout draws it, only the facilitator reads them."""

    points: list[Head]
    """What stands on it."""

    rows_to_fill: list[Row]
    """The sheet as it is filled in; empty: its points are printed as lines."""

    labels: list[Said]
    """What stands inside its drawing."""

    write: int
    """Empty lines after each point of a form."""

    blank: int
    """Empty cards beside the printed ones."""

    columns: list[Said]
    """Heads of its table."""

    rows: list[MechanismText]
    """Rows of the sheet that compares mechanisms."""

    footer: list[Said]
    """Lines below the table."""

    blocks: list[Block]
    """Lists from today's records."""

    hints: list[Hint]
    """What only the facilitator reads."""

    readings: list[str]
    """Titles of the publications that it comes from."""

    added: list[list[str]]
    """Rows that the group has typed into a list of helpers; empty on all other sheets."""


def text(
    context: Context,
    id: str,
    region: str | None = None,
    country: str | None = None,
    form: str = "normal",
    added: Sequence[list[str]] = (),
) -> HandoutText:
    """What a handout says. Helpers of `region` or `country` fill its lists, with the rows that a group has
    `added`; `form` is how it is printed."""
    words = context.words
    h, here, say = words.curriculum.handouts[id], f"handouts/{id}#", words.say
    points = words.every(here + "contents", h.contents)
    return HandoutText(
        id=id,
        form=form,
        title=say(here + "title", h.title),
        audience=say(here + "audience", h.audience),
        place=_place(context, region, country) if h.layout in ("helpers", LAYOUT) else None,
        careful=careful_name(id) if h.careful else None,
        copies=h.copies,
        layout=h.layout,
        for_facilitators=h.for_facilitators,
        drawn=points[: h.drawn],
        points=[_split(point) for point in points[h.drawn :]],
        rows_to_fill=form_rows(words, here + "form.", h.form),
        labels=words.every(here + "labels", h.labels),
        write=h.write,
        blank=h.blank_cards,
        columns=words.every(here + "columns", h.columns),
        rows=comparison(context, h, region, country),
        footer=words.every(here + "footer", h.footer),
        blocks=two(context, h, region, country)
        if form == "two"
        else blocks(context, h, region, country, form == "codes"),
        hints=[Hint(name, say(here + name, text)) for name in HINTS if (text := getattr(h, name))],
        readings=words.titles(h.sources),
        added=list(added),
    )


def _place(context: Context, region: str | None, country: str | None) -> Said | None:
    """Whose helpers a list names; None for those who help anywhere."""
    if region:
        return context.voice.term("region", context.library.term("region", region))
    return contact.place(context, country) if country else None


def _split(said: Said) -> Head:
    """A point with its head, where it has one. English in a translated page stays one piece."""
    if isinstance(said, str):
        head, colon, rest = said.partition(": ")
        if colon and len(head) < HEAD:
            return Head(head, rest)
    return Head(None, said)
