"""The incident report: its sections and fields, and the bodies that take reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.incident import Recipient, ReportField
from amparo.pages.parts import contact
from amparo.text.voice import Said, Voice

if TYPE_CHECKING:
    from amparo.pages.context import Context

ROWS = {"text": 2, "long-text": 8, "date-time": 1, "file": 2, "file-list": 3}
"""Height of a field on screen and paper, in lines."""


@dataclass(frozen=True)
class FieldView:
    """What `parts/field.html` says: one thing that a report asks."""

    id: str
    """Its name, in addresses and for the script."""

    kind: str
    """How it is filled in."""

    rows: int
    """Height of its box, in lines."""

    essential: tuple[str, ...]
    """Bodies that cannot act without it."""

    helpful: tuple[str, ...]
    """Bodies for which it makes the case stronger."""

    ask: Said
    """The question."""

    why: Said | None
    """Why it is asked."""

    caution: Said | None
    """What to take care of."""

    only_if: Said | None
    """When it is asked; None: always."""

    sensitive: bool
    """Whether it can hurt somebody when the paper is found."""

    options: list[Said]
    """What can be chosen; empty: one writes."""


@dataclass(frozen=True)
class SectionView:
    """Fields that belong together."""

    id: str
    """Its name."""

    title: Said
    """Its heading."""

    intro: Said
    """What to know before filling it in."""

    only_if: Said | None
    """When it is asked; None: always."""

    fields: list[FieldView]
    """Its fields, in the order of the form."""


@dataclass(frozen=True)
class BodyView:
    """A body that takes reports."""

    id: str
    """How fields name it."""

    mechanism: str
    """Id of its record."""

    href: str
    """The way to its page."""

    label: Said
    """How the form calls it."""

    languages: str | None
    """Languages in which it reads reports; None: not known."""

    length: Said | None
    """How long a report may be; None: not known."""

    essential: int
    """How many fields it cannot do without."""


def bodies(context: Context) -> list[BodyView]:
    """Who takes reports, and what is essential there."""
    return [_body(context, body) for body in context.library.incident.bodies]


def _body(context: Context, body: Recipient) -> BodyView:
    voice, here = context.voice, f"incident/fields#bodies.{body.id}"
    return BodyView(
        id=body.id,
        mechanism=body.mechanism,
        href=context.url("mechanism", body.mechanism),
        label=voice.translate(f"{here}.label", body.label),
        languages=contact.languages(voice, body.languages),
        length=voice.translate(f"{here}.length", body.length),
        essential=sum(body.id in field.essential for field in context.library.incident.fields.values()),
    )


def sections(context: Context) -> list[SectionView]:
    """All sections with their fields."""
    voice, found = context.voice, []
    for section in context.library.incident.sections:
        here = f"incident/fields#sections.{section.id}"
        found.append(
            SectionView(
                id=section.id,
                title=voice.translate(f"{here}.title", section.title),
                intro=voice.translate(f"{here}.intro", section.intro),
                only_if=voice.translate(f"{here}.only_if", section.only_if),
                fields=[_field(voice, f"{here}.fields.{field.id}", field) for field in section.fields],
            )
        )
    return found


def _field(voice: Voice, here: str, field: ReportField) -> FieldView:
    return FieldView(
        id=field.id,
        kind=field.kind,
        rows=ROWS.get(field.kind, 1),
        essential=field.essential,
        helpful=field.helpful,
        ask=voice.translate(f"{here}.ask", field.ask),
        why=voice.translate(f"{here}.why", field.why),
        caution=voice.translate(f"{here}.caution", field.caution),
        only_if=voice.translate(f"{here}.only_if", field.only_if),
        sensitive=field.sensitive,
        options=[voice.translate(f"{here}.options", option) for option in field.options],
    )
