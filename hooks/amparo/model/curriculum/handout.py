"""A handout: a sheet that participants keep, fill in or cut."""

from __future__ import annotations

from typing import Annotated, Literal, Optional

from pydantic import Field

from amparo.model.base import Code, Line, Record, Slug, Whole, Words


class MechanismRow(Record):
    """A mechanism as the sheet that compares them says it."""

    mechanism: Slug
    """Name of the row."""

    ids: tuple[Slug, ...] = ()
    """The mechanisms it stands for, on this site. Empty: the country's own."""

    name: Words(110)
    """What it is called."""

    region: Words(70)
    """Where it works."""

    who: Words(120)
    """Who may write."""

    can: Words(200)
    """What it can do."""

    cannot: Words(220)
    """What it cannot do."""

    speed: Words(120)
    """How fast it is."""

    national_steps_first: Words(40)
    """Whether something must be tried in the country first."""

    consent: Words(200)
    """Consent and secrets."""

    sources: tuple[Slug, ...] = ()
    """Where it comes from."""

    confidence: Code("confidence")
    """How sure we are."""


class Block(Record):
    """A part of a list that is made from today's records. Everything that is named must hold."""

    label: Words(80)
    """Its heading."""

    emergency: bool = False
    """True for lines that answer at once."""

    services: tuple[Code("service"), ...] = ()
    """Those that give one of these."""

    groups: tuple[Code("group"), ...] = ()
    """Those that are for one of these."""

    kinds: tuple[Code("org-kind"), ...] = ()
    """Those that are of one of these kinds."""

    most: Annotated[Whole, Field(ge=1, le=12)]
    """Most entries, nearest and most urgent first."""


class Handout(Record):
    """One handout, one file. Each is printed on a sheet of its own."""

    id: Slug
    """Equals the file's name; starts with `h-`."""

    title: Words(90)
    """Its title."""

    audience: Words(60)
    """Whom it is for."""

    for_facilitators: bool = False
    """True when participants do not get it."""

    pages: Annotated[Whole, Field(ge=1, le=12)]
    """Sides of paper."""

    layout: Literal["list", "form", "cards", "tree", "rings", "map", "matrix", "log", "mechanisms", "helpers"]
    """How it is printed: lines to read, lines to write on, cards to cut, a drawing to fill in, a table, a list of records."""

    write: Annotated[Whole, Field(ge=0, le=6)] = 0
    """Empty lines after each point of a form."""

    contents: tuple[Words(200), ...] = ()
    """What stands on it."""

    drawn: Annotated[Whole, Field(ge=0, le=12)] = 0
    """How many of the first points say how to draw the sheet: the layout draws them, only the facilitator reads them."""

    columns: tuple[Words(40), ...] = ()
    """Heads of its table."""

    rows: tuple[MechanismRow, ...] = ()
    """Rows of the sheet that compares mechanisms."""

    footer: tuple[Words(160), ...] = ()
    """Lines below the table."""

    blocks: tuple[Block, ...] = ()
    """Lists from today's records."""

    blank_cards: Annotated[Whole, Field(ge=0, le=12)] = 0
    """Empty cards beside the printed ones."""

    symbols: tuple[Line, ...] = ()
    """A sign for each point, for people who read little; fewer than points: the rest gets an empty frame to draw in."""

    low_literacy_form: Optional[Words(120)] = None
    """For the facilitator: how to do it without reading. Missing: it needs reading."""

    high_risk_version: Optional[Words(100)] = None
    """For the facilitator: how to do it where paper is dangerous."""

    print: Optional[Words(100)] = None
    """For the facilitator: how to print it."""

    notes: Optional[Words(200)] = None
    """For the facilitator."""

    notes_source: Optional[Words(80)] = None
    """Where the note comes from."""

    checked_on: Optional[Words(40)] = None
    """What to fill in about the day of checking."""

    data_from: Optional[Words(120)] = None
    """For the facilitator: which records fill it."""

    medical_note: Optional[Words(200)] = None
    """For the facilitator: how far a medical line can be trusted."""

    layers: Optional[Words(200)] = None
    """For the facilitator: when to ask."""

    layers_source: Optional[Slug] = None
    """Where that comes from."""

    sources: tuple[Slug, ...] = ()
    """Where it comes from."""
