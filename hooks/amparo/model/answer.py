"""What somebody who rang or wrote has noted: the lines of a filled call sheet."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from amparo.model.base import CodeOf, Line, PartialDate, Record


def _marks(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9/-]+/[a-z0-9-]+( [a-z0-9/-]+/[a-z0-9-]+)*", value):
        raise ValueError(
            f"`{value}` names no contact", "record/contact as the call sheet prints it, such as cpj/phone-1"
        )
    return value


class Answer(Record):
    """One call or message. Roles, never names: there is no field for one."""

    contact: Annotated[str, AfterValidator(_marks)]
    """Which contact, as the call sheet prints it: `cpj/phone-1`; of a country's line `lines/ke/women-1`.
    Several that are one number stand in one line with a space between."""

    value: Line
    """The value that was tried, as it was dialled or written to."""

    method: Literal["called", "wrote"] = "called"
    """`called` or `wrote`."""

    result: Literal["confirmed", "no-answer", "somebody-else", "out-of-service"]
    """What came of it."""

    date: PartialDate
    """The day of it."""

    by: Annotated[str, CodeOf("caller")]
    """The role of whoever did it: a code of data/vocabulary/caller.yml."""

    @property
    def marks(self) -> tuple[str, ...]:
        """The contacts, one by one."""
        return tuple(self.contact.split(" "))


class Answers(Record):
    """A filled sheet."""

    answers: tuple[Answer, ...] = Field(min_length=1)
    """The lines in which somebody has written."""
