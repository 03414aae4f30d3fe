"""Who needs what: what each body that takes reports cannot do without, and what helps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import report, sources
from amparo.pages.parts.report import BodyView, FieldView
from amparo.pages.parts.sources import SourceView
from amparo.text.voice import Said


class Cell(NamedTuple):
    """What one field is for one body."""

    label: Said
    """The body."""

    level: str
    """`essential`, `helpful`, or nothing."""


class Row(NamedTuple):
    """One field."""

    ask: Said
    """The question."""

    id: str
    """Its name, in addresses."""

    cells: list[Cell]
    """What it is for each body, in their order."""


class Table(NamedTuple):
    """One section."""

    title: Said
    """Its heading."""

    rows: list[Row]
    """The fields that some body needs."""


@dataclass(frozen=True)
class View:
    """What `emergency/incident-needs.html` says."""

    bodies: list[BodyView]
    """Who takes reports."""

    sections: list[Table]
    """A row a field, a column a body."""

    sources: list[SourceView]
    """What the bodies say they need was seen here."""


def view(context: Context) -> View:
    """All fields that some body needs."""
    bodies = report.bodies(context)
    tables = []
    for section in report.sections(context):
        needed = [field for field in section.fields if field.essential or field.helpful]
        if needed:
            tables.append(Table(section.title, [_row(field, bodies) for field in needed]))
    return View(bodies, tables, sources.sources(context, context.library.incident.sources))


def _row(field: FieldView, bodies: list[BodyView]) -> Row:
    return Row(field.ask, field.id, [Cell(body.label, _level(field, body.id)) for body in bodies])


def _level(field: FieldView, body: str) -> str:
    if body in field.essential:
        return "essential"
    return "helpful" if body in field.helpful else ""


KIND = Kind(
    "incident-needs",
    "emergency/incident-needs",
    view,
    "emergency/incident/needs.html",
    styles=("tables.css",),
)
