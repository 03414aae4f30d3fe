"""An action that exists: by whom, for what, from when to when, and what came of it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, model_validator

from amparo.model.base import CodeOf, Line, PartialDate, Prose, Record, Slug, Territory
from amparo.model.citation import WEB_ADDRESS, BodyCitation


class Actor(Record):
    """Who takes an action."""

    record: Slug | None = None
    """Record of the organisation, where there is one."""

    name: Line | None = None
    """Its name, where it has no record."""

    @model_validator(mode="after")
    def _is_named_once(self) -> Actor:
        if bool(self.record) == bool(self.name):
            raise ValueError("one of `record` and `name`", "record: the id of an organisation, or name: …")
        return self


class Action(Record):
    """One action, one file. It names a person only where it was public advocacy on her behalf and the name is
    needed."""

    id: Slug
    """Equals the file's name; never used for something else."""

    kind: Slug
    """A kind of action, in data/solidarity/kinds."""

    title: Annotated[str, Prose(120)]
    """What it asks and for whom, in one line."""

    by: tuple[Actor, ...] = Field(min_length=1)
    """Who takes it."""

    also: Annotated[str, Prose(160)] | None = None
    """Who else, where the others are too many to name."""

    countries: tuple[Territory, ...] = ()
    """Countries that it is about."""

    opened: PartialDate | None = None
    """When it began; missing: not known."""

    closes: PartialDate | None = None
    """Its last day. Pages show it as closed from the day after on, whatever `status` says. Missing: not
    known; then it counts as closed."""

    status: Annotated[str, CodeOf("action-status")]
    """Whether it runs, by its makers' own word."""

    consent: Annotated[str, CodeOf("action-consent")]
    """Whether the person or community agreed. An action that runs needs `confirmed`."""

    demand: Annotated[str, Prose(240)] | None = None
    """What it asks, and of whom. Missing: we did not read it."""

    outcome: Annotated[str, Prose(240)] | None = None
    """What came of it. Missing: not known."""

    url: Line | None = None
    """Address at which others can join while it runs; missing: not known, or nobody can."""

    news: tuple[Slug, ...] = ()
    """News about it, in data/news."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """Where it was read."""

    named_because: Line | None = None
    """For editors: why a person is named. Missing: nobody is."""

    @model_validator(mode="after")
    def _is_joined_at_an_address(self) -> Action:
        if self.url and not re.fullmatch(WEB_ADDRESS, self.url):
            raise ValueError(f"url: `{self.url[:60]}` is not a web address", "https://example.org/page")
        return self
