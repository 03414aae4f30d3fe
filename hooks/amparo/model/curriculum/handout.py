"""A handout: a sheet that participants keep, fill in or cut."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import CodeOf, Prose, Record, Slug, Whole
from amparo.model.curriculum.exercise import Copies
from amparo.model.curriculum.form import FormPart
from amparo.model.curriculum.picture import Picture


class MechanismRow(Record):
    """A mechanism as the sheet that compares them says it."""

    mechanism: Slug
    """Name of the row."""

    ids: tuple[Slug, ...] = ()
    """The mechanisms it stands for, on this site. Empty: the country's own."""

    name: Annotated[str, Prose(110)]
    """What it is called."""

    region: Annotated[str, Prose(70)]
    """Where it works."""

    who: Annotated[str, Prose(120)]
    """Who may write."""

    can: Annotated[str, Prose(200)]
    """What it can do."""

    cannot: Annotated[str, Prose(220)]
    """What it cannot do."""

    speed: Annotated[str, Prose(120)]
    """How fast it is."""

    national_steps_first: Annotated[str, Prose(40)]
    """Whether something must be tried in the country first."""

    consent: Annotated[str, Prose(200)]
    """Consent and secrets."""

    sources: tuple[Slug, ...] = ()
    """Where it comes from."""

    confidence: Annotated[str, CodeOf("confidence")]
    """How sure we are."""


class Block(Record):
    """A part of a list that is made from today's records. Everything that is named must hold."""

    label: Annotated[str, Prose(80)]
    """Its heading."""

    emergency: bool = False
    """True for lines that answer at once."""

    services: tuple[Annotated[str, CodeOf("service")], ...] = ()
    """Those that give one of these."""

    groups: tuple[Annotated[str, CodeOf("group")], ...] = ()
    """Those that are for one of these."""

    kinds: tuple[Annotated[str, CodeOf("org-kind")], ...] = ()
    """Those that are of one of these kinds."""

    most: Annotated[Whole, Field(ge=1, le=12)]
    """Most entries, nearest and most urgent first."""


class Handout(Record):
    """One handout, one file. Each is printed on a sheet of its own."""

    id: Slug
    """Equals the file's name; starts with `h-`."""

    title: Annotated[str, Prose(90)]
    """Its title."""

    audience: Annotated[str, Prose(60)]
    """Whom it is for."""

    for_facilitators: bool = False
    """True when participants do not get it."""

    pages: Annotated[Whole, Field(ge=1, le=12)]
    """Sides of paper."""

    copies: Copies = "person"
    """How many are printed. Only what each person gets is in the editions for participants; the rest is among
    the sheets to cut and for groups."""

    careful: bool = False
    """True when nothing on it, below its title, says what it is about: then it is also printed without title,
    date and name, for places where paper may be found."""

    layout: Literal["list", "form", "cards", "rings", "map", "matrix", "log", "mechanisms", "helpers"]
    """How it is printed: lines to read, lines to write on, cards to cut, a drawing to fill in, a table, a
    list of records."""

    write: Annotated[Whole, Field(ge=0, le=6)] = 0
    """Empty lines after each point of a form."""

    contents: tuple[Annotated[str, Prose(200)], ...] = ()
    """What stands on it. With a `form`: what the form must hold, for its editors and for pictures."""

    form: tuple[FormPart, ...] = ()
    """The sheet as it is filled in, below its drawing. Missing: its contents are printed as lines."""

    labels: tuple[Annotated[str, Prose(90)], ...] = ()
    """What stands inside its drawing: rings from outside to the centre; quarters of a map, or corners of a
    matrix, row by row."""

    drawn: Annotated[Whole, Field(ge=0, le=12)] = 0
    """How many of the first points say how to draw the sheet: the layout draws them, only the facilitator
    reads them."""

    columns: tuple[Annotated[str, Prose(40)], ...] = ()
    """Heads of its table."""

    rows: tuple[MechanismRow, ...] = ()
    """Rows of the sheet that compares mechanisms."""

    also: tuple[Slug, ...] = ()
    """Mechanisms that the sheet for a region or country has too, where they are open: their records
    say the rest."""

    footer: tuple[Annotated[str, Prose(160)], ...] = ()
    """Lines below the table."""

    blocks: tuple[Block, ...] = ()
    """Lists from today's records."""

    blank_cards: Annotated[Whole, Field(ge=0, le=12)] = 0
    """Empty cards beside the printed ones."""

    pictured: Literal["cards", "boxes", "tree", "days", "rings", "map", "matrix", "helpers"] | None = None
    """How its edition for people who do not read is printed: cards to cut, boxes to draw in, a tree, a row
    for each day, a drawing to fill in, a list. Missing: it has no such edition."""

    pictures: tuple[Picture, ...] = ()
    """What stands in that edition."""

    flipchart: bool = False
    """True when its drawing is also made as a flipchart, to draw on with the whole group."""

    low_literacy_form: Annotated[str, Prose(120)] | None = None
    """For the facilitator: how to do it without reading. Missing: it needs reading."""

    high_risk_version: Annotated[str, Prose(100)] | None = None
    """For the facilitator: how to do it where paper is dangerous."""

    print: Annotated[str, Prose(100)] | None = None
    """For the facilitator: how to print it."""

    notes: Annotated[str, Prose(200)] | None = None
    """For the facilitator."""

    notes_source: Annotated[str, Prose(80)] | None = None
    """Where the note comes from."""

    checked_on: Annotated[str, Prose(40)] | None = None
    """What to fill in about the day of checking."""

    data_from: Annotated[str, Prose(120)] | None = None
    """For the facilitator: which records fill it."""

    medical_note: Annotated[str, Prose(200)] | None = None
    """For the facilitator: how far a medical line can be trusted."""

    layers: Annotated[str, Prose(200)] | None = None
    """For the facilitator: when to ask."""

    layers_source: Slug | None = None
    """Where that comes from."""

    sources: tuple[Slug, ...] = ()
    """Where it comes from."""
