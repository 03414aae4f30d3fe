"""The incident report: what a report asks, which body needs it, and an invented example."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import Language, Line, Prose, Record, Slug
from amparo.model.citation import BodyCitation

Kind = Literal["text", "long-text", "choice", "multi-choice", "date-time", "file", "file-list"]
"""How a field is filled in. Nothing can be attached: for a `file` one writes down what there is and where it
is kept."""


class Recipient(Record):
    """A body that takes reports."""

    id: Slug
    """What `essential` and `helpful` say."""

    mechanism: Slug
    """The record of its procedure, in data/mechanisms."""

    label: Annotated[str, Prose(100)]
    """How the form calls it."""

    languages: tuple[Language, ...] = ()
    """Languages in which it reads reports. Empty: not known."""

    length: Annotated[str, Prose(120)] | None = None
    """How long a report may be. Missing: not known."""


class ReportField(Record):
    """One thing that a report asks."""

    id: Slug
    """Its name; never used for something else."""

    ask: Annotated[str, Prose(120)]
    """The question."""

    kind: Kind
    """How it is filled in."""

    essential: tuple[Slug, ...] = ()
    """Bodies that cannot act without it, or ask for it at once."""

    helpful: tuple[Slug, ...] = ()
    """Bodies for which it makes the case stronger."""

    why: Annotated[str, Prose(220)] | None = None
    """Why it is asked."""

    caution: Annotated[str, Prose(280)] | None = None
    """What to take care of."""

    options: tuple[Annotated[str, Prose(60)], ...] = ()
    """What can be chosen. (choice, multi-choice)"""

    only_if: Annotated[str, Prose(80)] | None = None
    """When it is asked; missing: always."""

    sensitive: bool = False
    """Whether it can hurt somebody when the paper is found."""

    repeat: bool = False
    """Whether there may be several answers, one below the other."""


class ReportSection(Record):
    """Fields that belong together."""

    id: Slug
    """Its name; never used for something else."""

    title: Annotated[str, Prose(80)]
    """Its heading."""

    intro: Annotated[str, Prose(220)]
    """What to know before filling it in."""

    only_if: Annotated[str, Prose(80)] | None = None
    """When it is asked; missing: always."""

    fields: tuple[ReportField, ...] = Field(min_length=1)
    """Its fields, in the order of the form."""


class IncidentForm(Record):
    """One sheet for many doors."""

    bodies: tuple[Recipient, ...] = Field(min_length=1)
    """Who takes reports."""

    principles: tuple[Annotated[str, Prose(200)], ...]
    """How to write a report."""

    urgent: tuple[Slug, ...] = Field(min_length=1)
    """Fields of the short urgent version, in any order."""

    sections: tuple[ReportSection, ...] = Field(min_length=1)
    """All fields, in the order of the form."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """What the bodies say they need was seen here."""

    @cached_property
    def fields(self) -> dict[str, ReportField]:
        """All fields by id."""
        return {field.id: field for section in self.sections for field in section.fields}


class SampleAnswer(Record):
    """One field of the example."""

    field: Slug
    """Which one."""

    text: Annotated[str, Prose(700)] | None = None
    """What somebody wrote. Missing for choices."""

    chosen: tuple[Line, ...] = ()
    """What somebody chose: options of the field, as it has them."""


class Sample(Record):
    """A filled example. Its case, people and places are invented."""

    answers: tuple[SampleAnswer, ...] = Field(min_length=1)
    """The filled fields, in the order of the form."""
