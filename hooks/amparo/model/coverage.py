"""Which States have accepted a procedure or belong to a body, as of when, and how sure we are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import CodeOf, Line, Names, PartialDate, Prose, Record, Slug, Territory
from amparo.model.citation import BodyCitation

Answer = Literal["yes", "no", "unconfirmed"]
"""Whether a door is open. `unconfirmed` wherever a list is incomplete or from memory: never "no" without a
whole list."""


class Former(Record):
    """A State that left."""

    state: Territory
    """Which State."""

    notice: PartialDate | None = None
    """When it gave notice; missing: not known."""

    effect: PartialDate | None = None
    """From when it is out; missing: not known, but it is out."""

    note: Annotated[str, Prose(200)] | None = None
    """What still counts."""


class Claim(Record):
    """A State about which only memory or a doubtful source speaks."""

    state: Territory
    """Which State."""

    note: Annotated[str, Prose(200)] | None = None
    """What was said."""


class Coverage(Record):
    """One list of States. States named in `states` are confirmed or checked by the official total."""

    id: Slug
    """Equals the file's name; mechanisms refer to it in `applies_to.coverage`."""

    kind: Literal["procedure", "membership"]
    """Acceptance of a procedure, or membership of a body or treaty."""

    names: Names
    """Names of the procedure or treaty."""

    states: tuple[Territory, ...] = Field(min_length=1)
    """States that accepted it or belong to it."""

    count_expected: int | None = None
    """The official total, where one was seen."""

    count_expected_source: Line | None = None
    """Where the total was seen. For editors."""

    as_of: PartialDate | None = None
    """When the list was true; missing: not known."""

    former: tuple[Former, ...] = ()
    """States that left."""

    unconfirmed_additions: tuple[Claim, ...] = ()
    """States that may have joined: named from memory, not counted."""

    from_memory: tuple[Territory, ...] = ()
    """Members of `states` that were named from memory; the total matches."""

    leaving: tuple[Claim, ...] = ()
    """States that announced that they leave; they still count."""

    opted_out_of_inquiry: tuple[Territory, ...] = ()
    """Parties that do not accept the inquiry procedure."""

    opted_out_unconfirmed: tuple[Territory, ...] = ()
    """Parties that are said, from memory, not to accept the inquiry procedure."""

    suspended: tuple[Territory, ...] = ()
    """Members reported as suspended. They stay bound."""

    note: Annotated[str, Prose(240)] | None = None
    """What the reader should know about the list."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """Where the list comes from."""

    confidence: Annotated[str, CodeOf("confidence")]
    """`low`: the list is from memory and never shown as certain."""

    editor_notes: tuple[Line, ...] = ()
    """For editors only; not published."""

    @property
    def is_complete(self) -> bool:
        """Whether absence from the list means something: the total matches and the list is not from
        memory."""
        return self.confidence != "low" and (
            self.count_expected is None or self.count_expected == len(self.states)
        )

    def answer(self, state: str) -> Answer:
        """Whether the door is open to people in a State."""
        if self.confidence == "low" or any(claim.state == state for claim in self.unconfirmed_additions):
            return "unconfirmed"
        if state in self.states:
            return "yes"
        return (
            "no"
            if self.is_complete or any(former.state == state for former in self.former)
            else "unconfirmed"
        )

    def left(self, state: str) -> Former | None:
        """The record of a State that left."""
        return next((former for former in self.former if former.state == state), None)
