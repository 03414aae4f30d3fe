"""Telephone lines of one country for everybody: ambulance, women, suicide and others."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from amparo.model.base import CodeOf, Language, Line, Prose, Record, Slug, Territory
from amparo.model.citation import CountryCitation
from amparo.model.reached import Confirmed, Reached, Unreached, reached


class NationalLine(Record):
    """One number of one kind."""

    id: Slug
    """Name inside the file, e.g. `women-1`. Links on paper may name it: never used for another number."""

    kind: Annotated[str, CodeOf("line-kind")]
    """What it is for."""

    subject: Annotated[str, Prose(80)] | None = None
    """What it is for in words; required for `other`."""

    name: Line | None = None
    """The line's name as its source prints it; missing: it has none. Not translated."""

    name_language: Language | None = None
    """Language of that name; missing: not known."""

    number: Line
    """As its source prints it."""

    dial: Annotated[str, StringConstraints(pattern=r"^[0-9*#]{2,15}$")] | None = None
    """What to dial inside the country: digits, `*` and `#`. Missing: it could not be worked out, so it is
    text and no link."""

    seen: Annotated[str, StringConstraints(pattern=r"^[0-9*#]{2,20}$")] | None = None
    """The digits that the sources print. `agreement` belongs to them: where `number` has others, the line is
    shown nowhere until somebody has looked again. Always required."""

    area: Annotated[str, Prose(80)] | None = None
    """Where it works, when not in the whole country."""

    free: bool | None = None
    """Whether the call is free; missing: not known."""

    hours: Literal["24/7"] | None = None
    """`24/7`, or missing when not known or only described in `hours_note`."""

    hours_note: Annotated[str, Prose(120)] | None = None
    """Hours in words."""

    languages: tuple[Language, ...] = ()
    """Languages it answers in; empty: not known."""

    run_by: Annotated[str, CodeOf("run-by")] | None = None
    """Whose hands; missing: not known, which pages treat like `state`."""

    tells_police: bool = False
    """True when a page says that calls are or can be handed to police or security bodies. False does not mean
    never."""

    note: Annotated[str, Prose(240)] | None = None
    """What the caller must know."""

    agreement: Annotated[str, CodeOf("corroboration")]
    """`two-sources`, `one-source`, or `differs` when sources print different numbers for the same line or
    service."""

    differs_from: tuple[Slug, ...] = ()
    """The other numbers of this file that were seen for the same line. Show all, or none."""

    sources: tuple[Slug, ...] = Field(min_length=1)
    """Ids of `sources` of this file, or of data/line-sources.yml."""

    confirmed: Confirmed | None = None
    """When somebody who answered said that this number is right. Written by `python -m amparo confirm`."""

    unreached: Unreached | None = None
    """The last try since then, where nobody was reached. Written by the same command."""

    form_checked: Line | None = None
    """Why a number stands here that the tables of telephone numbers do not know; required for these. For
    editors."""

    show: bool = True
    """False keeps it out of everything that readers see."""

    hidden_because: Line | None = None
    """Why it is not shown; required when `show` is false. For editors."""

    editor_note: Annotated[str, Field(max_length=600)] | None = None
    """For editors only; not published."""

    @model_validator(mode="after")
    def _gives_its_reasons(self) -> NationalLine:
        if self.seen is None:
            raise ValueError(
                "seen: nobody has written down the digits that the sources print", f'seen: "{self.digits}"'
            )
        if self.kind == "other" and self.show and not self.subject:
            raise ValueError(
                "kind: `other` without a subject", "subject: what the line is for, or show: false"
            )
        if self.show == bool(self.hidden_because):
            raise ValueError("show: a hidden line has a reason, a shown one has none", "hidden_because: …")
        return self

    @property
    def is_public(self) -> bool:
        """Whether the State may run it: not known counts as yes."""
        return self.run_by in (None, "state", "police")

    @property
    def is_changed(self) -> bool:
        """Whether the number is another one than its sources printed when they were read."""
        return self.digits != self.seen

    @cached_property
    def reached(self) -> Reached:
        """What came of ringing the number that stands here."""
        return reached(self.confirmed, self.unreached, self.is_value)

    def is_value(self, value: str) -> bool:
        """Whether a number is this one in another spelling."""
        return re.sub(r"[^0-9*#]", "", value) == self.digits

    @property
    def digits(self) -> str:
        """The printed number without spaces and words."""
        return re.sub(r"[^0-9*#]", "", self.number)

    @property
    def has_two_sources(self) -> bool:
        """Whether it may stand in the first screen."""
        return self.agreement == "two-sources"


class NationalLines(Record):
    """All lines of one country, one file: `<cc>.yml`."""

    id: Slug
    """The country's code in lower case; equals the file's name."""

    country: Territory
    """The country."""

    police_not_first: Annotated[str, Prose(200)] | None = None
    """Set where the police number is left out of the first screen: why, in plain words."""

    lines: tuple[NationalLine, ...] = Field(min_length=1)
    """The lines: by kind, those that two sources show first."""

    sources: tuple[CountryCitation, ...] = ()
    """Sources that only this country uses."""

    @cached_property
    def shown(self) -> tuple[NationalLine, ...]:
        """The lines that readers see."""
        return tuple(
            line
            for line in self.lines
            if line.show and not line.is_changed and not line.reached.is_out_of_use
        )


class LineSources(Record):
    """Lists and data files that many countries' lines were read in: data/line-sources.yml."""

    sources: tuple[CountryCitation, ...] = Field(min_length=1)
    """They have ids that no file of a country uses."""

    lgbti_hidden_in: tuple[Territory, ...] = ()
    """Countries where being found out as LGBTI is a crime: a line for LGBTI people is not shown there."""

    lgbti_hidden_sources: tuple[CountryCitation, ...] = ()
    """Where that was read."""
