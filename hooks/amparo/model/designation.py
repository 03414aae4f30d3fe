"""An official list, a law or a practice of one country that makes help dangerous: what it punishes, whom it
names."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from amparo.model.base import CodeOf, Line, PartialDate, Prose, Record, Slug, Territory, Whole
from amparo.model.citation import CountryCitation

MOST_WORDS = 30
"""Longest warning in words: it is read before a number, by somebody in fear."""

Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
"""A host in lower case without `www.`, such as `example.org`. It covers its sub-domains too."""


class NamedBody(Record):
    """A body that a list names, or that is reached through one that it names."""

    record: Slug | None = None
    """Our record in data/organisations or data/mechanisms; missing for bodies that we do not list as
    helpers."""

    through: Slug | None = None
    """Our record of the listed body that it belongs to, or works with. Missing: the list names the body
    itself."""

    through_name: Line | None = None
    """Name of that listed body where it has no record here."""

    printed: tuple[Line, ...] = ()
    """Names as the list or the press prints them, in any script. `make check` looks for them in every
    record."""

    hosts: tuple[Host, ...] = ()
    """Hosts that belong to the body or are named with it. Sub-domains count."""

    shared_hosts: tuple[Host, ...] = ()
    """Hosts of our record that belong to others, such as a mail provider: the list does not reach them."""

    entry: Line | None = None
    """Its number on the list, where one is known."""

    since: PartialDate | None = None
    """When it was entered; missing: not known."""

    warning: Annotated[str, Prose(240)] | None = None
    """Its own warning, where the designation's does not fit; at most 30 words."""

    instead: Annotated[str, Prose(240)] | None = None
    """Its own advice, where the designation's does not fit."""

    address_is_offence: bool | None = None
    """Where this differs from the designation."""

    how_safe: Annotated[str, CodeOf("how-safe")] | None = None
    """Where this differs from the designation."""

    sources: tuple[Slug, ...] = ()
    """The designation's sources for this body; empty: all of them."""

    editor_note: Annotated[str, Field(max_length=600)] | None = None
    """For editors only; not published."""

    @property
    def is_reached(self) -> bool:
        """Whether the list does not name it, but a body that it belongs to or works with."""
        return bool(self.through or self.through_name)

    @model_validator(mode="after")
    def _names_somebody(self) -> NamedBody:
        if not self.record and not self.printed:
            raise ValueError(
                "neither a record nor a printed name", "record: the id of a file, or printed: [a name]"
            )
        return self


class NotMeant(Record):
    """A record that looks as if the list named it, and is not meant."""

    record: Slug
    """The record."""

    alike: tuple[Line, ...] = Field(min_length=1)
    """What of the list looked like it, as `make check` said it: a name, a host, or the id of a listed
    partner. Any other likeness, found later, is told again."""

    reason: Line
    """How we know, e.g. `another body of the same name, founded 2009 in Kenya`. For editors."""


class Register(Record):
    """The official list itself, and when our records were last compared with it."""

    title: Line
    """Its official name."""

    publisher: Line
    """Who keeps it."""

    compared: PartialDate
    """When somebody last ran `make designations` with it, or read a copy of it. 90 days later a warning says
    so."""

    as_of: PartialDate | None = None
    """Date of the copy that was compared; missing: not known."""

    entries: Whole | None = None
    """How many names that copy had; missing: not known."""

    whole: bool = False
    """True when the whole list was read name by name; false when only parts or news of it were."""


class Designation(Record):
    """One list, law or practice of one country, one file: `<country>-<what>.yml`."""

    id: Slug
    """Equals the file's name; begins with the country's code in lower case."""

    country: Territory
    """The State that made it."""

    also_in: tuple[Territory, ...] = ()
    """Other countries or places where it endangers people, such as PS for an Israeli order."""

    kind: Literal["list", "law", "case", "bill", "practice"]
    """`list`: named bodies; `law`: touches acts, whoever helps; `case`: what a court or office did; `bill`:
    not passed as far as seen; `practice`: no text, but people were hurt."""

    title: Annotated[str, Prose(160)]
    """What it is called, with number and date where known."""

    says: Annotated[str, Prose(320)] | None = None
    """What it says or did, in plain words; missing where the warning says all."""

    punishes: tuple[Annotated[str, CodeOf("punishes")], ...] = ()
    """What is an offence, the most dangerous first. Empty: nothing that the reader does is one; the danger is
    another."""

    since: PartialDate | None = None
    """In force or known since; missing: not known."""

    state: Literal["in-force", "bill", "lifted", "not-known"] = "in-force"
    """`not-known` when nothing newer was seen and it may have ended."""

    applies_to: Literal["there", "nationals"] = "there"
    """`there`: who is in the country. `nationals`: its citizens, residents, companies and banks, wherever
    they are."""

    names_everybody: bool = False
    """True when no body is named: the rule touches every reader there. It stands once, before lists of
    helpers or before money."""

    address_is_offence: bool = False
    """True when sharing or keeping the address of a named body is itself the offence: no link on the web, no
    address in any file, print or code."""

    warning: Annotated[str, Prose(240)]
    """What the reader must know before the contact, at most 30 words."""

    instead: Annotated[str, Prose(240)] | None = None
    """What to do instead; missing: nothing better is known."""

    warning_through: Annotated[str, Prose(240)] | None = None
    """The warning about bodies that are reached `through` a named one; at most 30 words. Required where there
    are such without their own."""

    how_safe: Annotated[str, CodeOf("how-safe")]
    """How it is known."""

    names: tuple[NamedBody, ...] = ()
    """Whom it names, and who is reached through them."""

    hosts: tuple[Host, ...] = ()
    """Hosts that the list names without a body."""

    official_list: Register | None = None
    """The official list, where there is one to compare with."""

    not_meant: tuple[NotMeant, ...] = ()
    """Records that only look as if they were named."""

    sources: tuple[CountryCitation, ...] = Field(min_length=1)
    """Where it was read."""

    read: PartialDate
    """When somebody last read about it."""

    editor_notes: tuple[Annotated[str, Field(max_length=1200)], ...] = ()
    """For editors only; not published."""

    @cached_property
    def sources_by_id(self) -> dict[str, CountryCitation]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    @property
    def countries(self) -> tuple[str, ...]:
        """Everywhere that it endangers people, the State that made it first."""
        return (self.country, *self.also_in)

    @cached_property
    def by_record(self) -> dict[str, NamedBody]:
        """What it says about each of our records that it names or reaches."""
        return {body.record: body for body in self.names if body.record}

    @property
    def is_certain(self) -> bool:
        """Whether it holds as far as we know: no bill, and not lifted."""
        return self.kind != "bill" and self.state not in ("bill", "lifted")

    def warning_for(self, body: NamedBody | None) -> tuple[str, str]:
        """Translation path and text of the warning about a body; without one, or without its own words, the
        designation's."""
        if body and body.warning:
            return f"names.{body.record}.warning", body.warning
        if body and body.is_reached and self.warning_through:
            return "warning_through", self.warning_through
        return "warning", self.warning

    def instead_for(self, body: NamedBody | None) -> tuple[str, str | None]:
        """Translation path and text of what to do instead. A body with its own warning never borrows the
        designation's advice."""
        if body and (body.warning or body.instead):
            return f"names.{body.record}.instead", body.instead
        return "instead", self.instead

    def forbids_address(self, body: NamedBody) -> bool:
        """Whether the address of this body may be neither linked nor kept."""
        return self.address_is_offence if body.address_is_offence is None else body.address_is_offence

    @cached_property
    def forbidden_hosts(self) -> frozenset[str]:
        """Hosts whose addresses may be neither linked nor kept; sub-domains count."""
        named = {host for body in self.names if self.forbids_address(body) for host in body.hosts}
        return frozenset({*named, *(self.hosts if self.address_is_offence else ())})
