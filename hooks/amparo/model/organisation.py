"""A body that helps defenders: who it helps, with what, and how to reach it."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from amparo.model.base import CodeOf, Language, Line, Names, PartialDate, Prose, Record, Slug, Territory
from amparo.model.citation import BodyCitation
from amparo.model.contact import Contact, Withheld
from amparo.model.member import Member
from amparo.model.offer import Offer, Span

OFFICIAL_KINDS = ("state-body", "un-office", "intergovernmental")
"""Kinds of public bodies."""


class Serves(Record):
    """Where an organisation helps."""

    worldwide: bool = False
    """True when it helps in any country that is not in `except_in`."""

    regions: tuple[Annotated[str, CodeOf("region")], ...] = ()
    """Whole regions it helps in."""

    countries: tuple[Territory, ...] = ()
    """Single countries it helps in, beside or instead of `regions`."""

    except_in: tuple[Territory, ...] = ()
    """Countries in which it says it does not help."""

    abroad_from: tuple[Territory, ...] = ()
    """Countries whose people it helps once they are abroad: it is for them wherever they are, but not inside
    these countries, unless `countries` or `regions` name them too."""

    @model_validator(mode="after")
    def _names_a_place(self) -> Serves:
        if self.worldwide == bool(self.regions or self.countries or self.abroad_from):
            raise ValueError("either `worldwide: true` alone, or regions or countries", "worldwide: true")
        return self


class FormerName(Record):
    """A name that people may still search for."""

    name: Line
    """The old name or acronym."""

    until: PartialDate | None = None
    """When it ended; missing: not known."""


class Checked(Record):
    """When and how the record was last checked. Written by a person, never by a machine."""

    date: PartialDate | None = None
    """Date of the check; for `read-source` the date of the newest source. Missing: no source has a date."""

    method: Annotated[str, CodeOf("check-method")]
    """How it was checked."""

    values: tuple[Line, ...] = ()
    """The numbers and mailboxes that answered; required for `called` and `wrote`, which say nothing of any
    other value."""

    next: PartialDate | None = None
    """When to check again; missing: as soon as somebody can."""


class Organisation(Record):
    """One organisation, one file. What is missing is not known; what is empty is known to be none."""

    id: Slug
    """Equals the file's name. Links on paper use it: never changed, never reused."""

    names: Names
    """Official names by language."""

    acronym: Line | None = None
    """Short name, as the body writes it."""

    former_names: tuple[FormerName, ...] = ()
    """Older names."""

    kind: Annotated[str, CodeOf("org-kind")]
    """What sort of body it is."""

    status: Annotated[str, CodeOf("status")]
    """Only `active` bodies stand in lists of whom to contact; the others are signposts."""

    successor: Slug | None = None
    """The record to go to instead. Required when status is `merged` or `renamed` and the successor has a
    record."""

    based_in: Territory | None = None
    """Country of its seat; missing: not known, or left out for safety."""

    serves: Serves
    """Where it helps."""

    for_groups: tuple[Annotated[str, CodeOf("group")], ...] = Field(min_length=1)
    """Whom it is for."""

    services: tuple[Annotated[str, CodeOf("service")], ...] = ()
    """What it gives. Empty only for closed bodies."""

    main_services: tuple[Annotated[str, CodeOf("service")], ...] = ()
    """Those of its services that it is there for, by its own text, the first one first. Empty: not known."""

    only_for: tuple[Annotated[str, CodeOf("situation")], ...] = ()
    """Situations that it is there for, where it helps in no other: a line on violence at home, a line on
    suicide. Empty: no such limit."""

    access: tuple[Annotated[str, CodeOf("access")], ...] = ()
    """Who may come. Empty: not known."""

    takes: tuple[Annotated[str, CodeOf("takes")], ...] = ()
    """Whether single persons or groups are helped. Empty: not known."""

    exile: bool | None = None
    """Whether it takes people in exile; missing: not known."""

    run_by: Annotated[str, CodeOf("run-by")] | None = None
    """Whose hands it is in; missing: as its `kind` says, or not known."""

    part_of: tuple[Slug, ...] = ()
    """Records of the bodies that run it or that it is a part of. What names them reaches it."""

    parents: tuple[Line, ...] = ()
    """Names of such bodies that have no record here."""

    partners: tuple[Slug, ...] = ()
    """Records of members and partners that learn of a request, or that it sends people to."""

    members: tuple[Member, ...] = ()
    """Members of a coalition that a source names. Empty: not known, or left out for safety."""

    languages: tuple[Language, ...] = ()
    """Languages people can be answered in. Empty: not known."""

    summary: Annotated[str, Prose(130)]
    """One line on what it gives and to whom, without the name."""

    eligibility: Annotated[str, Prose(400)] | None = None
    """Who can get help."""

    not_for: tuple[Annotated[str, Prose(160)], ...] = ()
    """Who or what is not helped."""

    how_to_ask: Annotated[str, Prose(400)] | None = None
    """What to do, step by step."""

    confidentiality: Annotated[str, Prose(300)] | None = None
    """What it says about keeping secrets."""

    notes: Annotated[str, Prose(400)] | None = None
    """What else the reader should know."""

    membership_required: bool | None = None
    """True when only members, partners or invited people are helped; missing: not known."""

    response_time: Span | None = None
    """How soon it answers or decides, by its own word; missing: not known."""

    offers: tuple[Offer, ...] = ()
    """Conditions of single services."""

    hosts: tuple[Line, ...] = ()
    """The hosts that its contacts may use. A contact on another host is an error: it may be a swapped
    address."""

    contacts: tuple[Contact, ...] = ()
    """Ways to reach it, the most urgent first."""

    withheld: tuple[Withheld, ...] = ()
    """Contacts that were left out for safety."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """Where the facts were seen."""

    confidence: Annotated[str, CodeOf("confidence")]
    """How sure we are. `low`: the record is marked not confirmed, its contacts stay off the emergency
    pages."""

    checked: Checked
    """Last check."""

    editor_notes: tuple[Annotated[str, Field(max_length=1200)], ...] = ()
    """For editors only; not published."""

    @property
    def folder(self) -> str:
        """Folder of the record below data/, and start of its translation contexts."""
        return "organisations"

    @property
    def is_listed(self) -> bool:
        """Whether it stands in lists of whom to contact."""
        return self.status == "active"

    @property
    def is_confirmed(self) -> bool:
        """Whether its facts come from sources that somebody has read."""
        return self.confidence != "low"

    @property
    def is_official(self) -> bool:
        """Whether it is a public body: its own page is then enough for an emergency page."""
        return self.kind in OFFICIAL_KINDS

    @cached_property
    def sources_by_id(self) -> dict[str, BodyCitation]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    def name(self, language: str) -> tuple[str, str | None]:
        """The name to show in `language`, and the language it is in (None where the record's English slot
        holds a name in a language nobody noted)."""
        for choice in (language, "en"):
            if choice in self.names:
                return self.names[choice], choice
        first = next(iter(self.names))
        return self.names[first], first
