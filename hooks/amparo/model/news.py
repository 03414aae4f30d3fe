"""Something that happened to coalitions, mechanisms or rules about defenders, with its source."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from amparo.model.base import CodeOf, Line, PartialDate, Prose, Record, Slug, Territory
from amparo.model.citation import BodyCitation


class Ahead(Record):
    """A day that lies ahead: a deadline, a review, an end."""

    date: PartialDate
    """The day, as precise as it is known."""

    what: Annotated[str, Prose(160)]
    """What is due."""


class News(Record):
    """One piece of news, one file, in our own words."""

    id: Slug
    """Equals the file's name: the date, then a few words. Never used for something else."""

    date: PartialDate
    """When it happened."""

    title: Annotated[str, Prose(140)]
    """What happened, in one line."""

    summary: Annotated[str, Prose(320)]
    """What it means for defenders, as far as the source says it."""

    tags: tuple[Annotated[str, CodeOf("news-tag")], ...] = Field(min_length=1)
    """What it is about."""

    countries: tuple[Territory, ...] = ()
    """Countries that it is about; empty: a region or the world."""

    bodies: tuple[Slug, ...] = ()
    """Organisations and mechanisms that it is about: their pages lead here."""

    see: tuple[Line, ...] = ()
    """Hand-written pages that it leads to, below docs, without ending."""

    ahead: tuple[Ahead, ...] = ()
    """Days that lie ahead of it: they stand in the calendar."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """Where it was read."""

    named_because: Line | None = None
    """For editors: why a person is named. Missing: nobody is."""

    @model_validator(mode="after")
    def _is_called_by_its_date(self) -> News:
        if not self.id.startswith(f"{self.date}-"):
            raise ValueError(f"id: `{self.id}` does not begin with its date", f"id: {self.date}-…")
        return self

    @property
    def year(self) -> str:
        """The year in which it happened."""
        return self.date[:4]
