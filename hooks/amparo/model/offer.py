"""What an organisation gives, and on which conditions."""

from __future__ import annotations

from typing import Literal, Optional

from pydantic import Field

from amparo.model.base import Code, PartialDate, Record, Whole, Words


class Span(Record):
    """A length of time, from `min` to `max` units; either end may be unknown."""

    min: Optional[Whole] = Field(None, ge=0, le=10_000)
    """Shortest; missing: not known."""

    max: Optional[Whole] = Field(None, ge=0, le=10_000)
    """Longest; missing: not known."""

    unit: Code("time-unit")
    """Unit of both ends."""

    note: Optional[Words(200)] = None
    """The source's own words about it, shortened."""

    @property
    def hours(self) -> Optional[int]:
        """The longest end in hours, for ordering; None when not known."""
        most = self.max if self.max is not None else self.min
        sizes = {"hour": 1, "day": 24, "workday": 24, "week": 168, "month": 720, "year": 8760}
        return None if most is None else most * sizes[self.unit]


class Amounts(Record):
    """Money that can be asked for."""

    currency: Optional[
        Literal["AUD", "CAD", "CHF", "DKK", "EUR", "GBP", "MXN", "NOK", "SEK", "UAH", "USD"]
    ] = None
    """Currency, ISO 4217."""

    min: Optional[Whole] = Field(None, ge=0, le=10_000_000)
    """Smallest grant in whole units of the currency; missing: not known."""

    max: Optional[Whole] = Field(None, ge=0, le=10_000_000)
    """Largest grant in whole units of the currency; missing: not known."""

    as_of: Optional[PartialDate] = None
    """When the amounts were true; missing: not known."""

    about: bool = False
    """True when the source gives `as_of` only roughly."""

    note: Optional[Words(200)] = None
    """What the numbers alone do not say."""


class Offer(Record):
    """The conditions of one service, where a source gives them."""

    service: Code("service")
    """Which of the organisation's services."""

    covers: tuple[Words(160), ...] = ()
    """What it pays for or includes."""

    not_covered: tuple[Words(160), ...] = ()
    """What it does not pay for: the commonest wasted message."""

    amounts: Optional[Amounts] = None
    """How much; missing: not known."""

    duration: Optional[Span] = None
    """How long a stay lasts; missing: not known."""
