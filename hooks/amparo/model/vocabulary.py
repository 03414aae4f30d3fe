"""A closed list of codes, each with its words."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field

from amparo.model.base import Line, Prose, Record, Slug

SCHEMES: tuple[str, ...] = (
    "access",
    "check-method",
    "confidence",
    "contact-kind",
    "corroboration",
    "cost",
    "freshness",
    "group",
    "how-safe",
    "level",
    "line-kind",
    "mechanism-status",
    "mission-action",
    "need",
    "open",
    "org-kind",
    "procedure",
    "punishes",
    "purpose",
    "reach",
    "region",
    "risk",
    "run-by",
    "service",
    "situation",
    "source-kind",
    "status",
    "submitter",
    "takes",
    "time-unit",
    "urgency",
    "violation",
    "withheld-reason",
)
"""The vocabularies that the code asks for; a missing file is a problem."""


class Never(Record):
    """Who must not be named for a situation, even if a service of theirs would fit. One match is enough."""

    kinds: tuple[Slug, ...] = ()
    """Kinds of organisation: codes of `org-kind`."""

    services: tuple[Slug, ...] = ()
    """Bodies that have any of these among their main services."""

    run_by: tuple[Slug, ...] = ()
    """Bodies and national lines in these hands: codes of `run-by`."""


class Term(Record):
    """One code and what it means."""

    code: Slug
    """What records say. Never deleted, only `deprecated_by` another."""

    label: Annotated[str, Prose(60)]
    """The field's own term, singular."""

    plain: Annotated[str, Prose(90)] | None = None
    """Everyday words for the reader."""

    order: int | None = None
    """Place in the order of use; missing: alphabetical by label."""

    deprecated_by: Slug | None = None
    """The code to use instead."""

    urgency: Slug | None = None
    """How fast this kind of help can work: a code of `urgency`. (service, need)"""

    exposes: Annotated[str, Prose(150)] | None = None
    """What somebody who watches can see. (contact-kind)"""

    needs_internet: bool | None = None
    """Whether it works only with a data connection. (contact-kind)"""

    needs_script: bool | None = None
    """Whether it usually needs a browser with JavaScript. (contact-kind)"""

    services: tuple[Slug, ...] = ()
    """Services that answer this need, the most useful first. (need)"""

    kinds: tuple[Slug, ...] = ()
    """Kinds of contact that belong here. (reach)"""

    lines: tuple[Slug, ...] = ()
    """Kinds of national line that help, the most useful first: codes of `line-kind`. (situation)"""

    main: tuple[Slug, ...] = ()
    """Services that are the help: a body fits when one of these is among its main services. (situation)"""

    also: tuple[Slug, ...] = ()
    """Services that help as well: they lead to "all who help with this", never to the first three.
    (situation)"""

    never: Never = Never()
    """Who must never be named for it. (situation)"""

    exile: bool = False
    """True when only bodies that take people in exile fit. (situation)"""

    groups: tuple[Slug, ...] = ()
    """Groups that it is about: who is there for one of these alone fits too. (situation)"""

    step: Annotated[str, Prose(200)] | None = None
    """What to do near home where we know nobody who fits. (situation)"""

    sign: Slug | None = None
    """The drawn sign that stands beside its words: an id of data/signs.yml. (situation, need, line-kind)"""

    m49: Line | None = None
    """The United Nations code of the area; missing where our region has none. (region)"""


class Vocabulary(Record):
    """A closed list: the only copy of its codes."""

    scheme: Slug
    """Equals the file's name."""

    version: int
    """Raised when a code is added or deprecated."""

    terms: tuple[Term, ...] = Field(min_length=1)
    """The codes."""

    @cached_property
    def by_code(self) -> dict[str, Term]:
        """The terms by code."""
        return {term.code: term for term in self.terms}

    @cached_property
    def in_order(self) -> tuple[Term, ...]:
        """The terms in the order of use, then by label."""
        return tuple(sorted(self.terms, key=lambda term: (term.order is None, term.order or 0, term.label)))


SCHEMES = (
    "access",
    "action-consent",
    "action-status",
    "caller",
    "check-method",
    "confidence",
    "contact-kind",
    "corroboration",
    "cost",
    "freshness",
    "group",
    "how-safe",
    "level",
    "line-kind",
    "mechanism-status",
    "mission-action",
    "need",
    "news-tag",
    "open",
    "org-kind",
    "procedure",
    "punishes",
    "purpose",
    "reach",
    "region",
    "risk",
    "run-by",
    "service",
    "situation",
    "source-kind",
    "status",
    "submitter",
    "takes",
    "time-unit",
    "unreached",
    "urgency",
    "violation",
    "withheld-reason",
)
"""The vocabularies that the code asks for; a missing file is a problem."""
