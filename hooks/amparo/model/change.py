"""A change of a contact, and how it was confirmed: by sources, by roles, by a call on the old number."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from amparo.model.base import Line, PartialDate, Record, Slug
from amparo.model.citation import BodyCitation

Value = dict[str, str | tuple[str, ...]]
"""What a guarded thing says, such as `{kind: phone, value: +353 1 210 0489, purpose: urgent}`."""

Key = tuple[str, str]
"""The record and what of it: (`organisations/omct`, `contacts.phone-1`)."""


class Shift(Record):
    """One thing that changed: `make check` prints it ready to paste."""

    what: Annotated[
        str,
        StringConstraints(pattern=r"^(contacts\.|lines\.)[a-z0-9-]+$|^(hosts|run_by|languages|withheld)$"),
    ]
    """What changed: `contacts.phone-1`, `lines.women-1`, `hosts`, `run_by`, `languages` or `withheld`."""

    before: Value | None = None
    """What the ledger has; missing: it is new."""

    after: Value | None = None
    """What the record says now; missing: it is taken away."""

    @model_validator(mode="after")
    def _changes_something(self) -> Shift:
        if self.before == self.after:
            raise ValueError("after: nothing changes", "what the record says now, or delete this part")
        return self


class Confirmation(Record):
    """Somebody looked at the sources and at the change, and found it right. A role, never a name."""

    role: Literal["editor", "second-reader", "caller", "partner", "body", "security", "publisher"]
    """In which role; each confirmation has another one."""

    day: PartialDate
    """On which day."""


class CallBack(Record):
    """Somebody used the old contact and asked whether the change is right."""

    what: Line
    """Which contact: `contacts.phone-1`, as under `changes`."""

    value: Line
    """The old number or address that was used, never the new one."""

    day: PartialDate
    """On which day."""

    result: Literal["confirmed", "gone", "no-answer"]
    """`confirmed` by who answered; `gone`: out of service, or an address that is no more. `no-answer` counts
    when it was tried on three days."""


class Change(Record):
    """What changed in one record, one file: `data/changes/<day>-<id of the record>.yml`. Without two sources
    or an official one, two confirmations and a call back, pages go on showing the old value."""

    id: Slug
    """Equals the file's name: the day, then the record."""

    record: Annotated[str, StringConstraints(pattern=r"^(organisations|mechanisms|lines)/[a-z0-9-]+$")]
    """The folder and the id of the record, such as `organisations/example-fund` or `lines/mx`."""

    day: PartialDate
    """The day on which the change was seen. Pages show the old value for thirty days from it."""

    changes: tuple[Shift, ...] = Field(min_length=1)
    """What changed."""

    sources: tuple[BodyCitation, ...] = ()
    """Where the new value stands: a page of the body on one of its old hosts, or two sources that do not
    depend on each other. A line of a country needs two."""

    confirmed: tuple[Confirmation, ...] = ()
    """Two or more, each in another role."""

    called_back: tuple[CallBack, ...] = ()
    """For each contact that was there before: who was asked on it."""

    @model_validator(mode="after")
    def _is_called_by_its_day(self) -> Change:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", self.day):
            raise ValueError(f"day: `{self.day}` is not a whole day", "a day, such as 2026-11-21")
        if not self.id.startswith(f"{self.day}-"):
            raise ValueError(
                f"id: `{self.id}` does not begin with its day", f"{self.day}-{self.record.rpartition('/')[2]}"
            )
        return self
