"""What came of ringing or writing to a contact. It belongs to the value that was tried: another value has to
be tried anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import model_validator

from amparo.model.base import CodeOf, Line, PartialDate, Record

OUT_OF_USE = ("somebody-else", "out-of-service")
"""Results after which a value may stand nowhere but on its own page."""


class Tried(Record):
    """One call or message: when, how, to which value, and by whom. Roles, never names."""

    date: PartialDate
    """The day of it. Pages tell the month alone."""

    method: Literal["called", "wrote"]
    """`called` or `wrote`."""

    value: Line
    """The value that was tried, as it was then. The result belongs to it: where the contact has another one,
    the result counts no more."""

    by: Annotated[str, CodeOf("caller")]
    """The role of whoever did it; never a name."""

    @model_validator(mode="after")
    def _has_a_day(self) -> Tried:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", self.date):
            raise ValueError(f"date: `{self.date}` is no day", "the day of the call, such as 2027-05-14")
        return self


class Confirmed(Tried):
    """Somebody of the body answered, and said that the contact is right."""


class Unreached(Tried):
    """The last try since then did not reach the body."""

    result: Annotated[str, CodeOf("unreached")]
    """What came instead. After `somebody-else` and `out-of-service` the contact stands on its own page
    alone."""


@dataclass(frozen=True)
class Reached:
    """What came of trying the value that stands there now. Pages ask this, never the fields."""

    confirmed: Confirmed | None
    """When it was right; None: not tried, or not this value."""

    unreached: Unreached | None
    """The last try, if nobody of the body was reached; None: not tried, or not this value."""

    @property
    def is_out_of_use(self) -> bool:
        """Whether somebody who tried it found that it is not the body's any more."""
        return self.unreached is not None and self.unreached.result in OUT_OF_USE

    @property
    def is_rung(self) -> bool:
        """Whether somebody has rung it, whatever came of it."""
        return any(one is not None and one.method == "called" for one in (self.confirmed, self.unreached))


def reached(
    confirmed: Confirmed | None, unreached: Unreached | None, is_mine: Callable[[str], bool]
) -> Reached:
    """What holds for a value; `is_mine` says whether another spelling means the same one."""
    return Reached(
        confirmed if confirmed and is_mine(confirmed.value) else None,
        unreached if unreached and is_mine(unreached.value) else None,
    )
