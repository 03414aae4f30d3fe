"""What an organisation gives, and on which conditions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import CodeOf, PartialDate, Prose, Record, Whole


class Span(Record):
    """A length of time, from `min` to `max` units; either end may be unknown."""

    min: Whole | None = Field(None, ge=0, le=10_000)
    """Shortest; missing: not known."""

    max: Whole | None = Field(None, ge=0, le=10_000)
    """Longest; missing: not known."""

    unit: Annotated[str, CodeOf("time-unit")]
    """Unit of both ends."""

    note: Annotated[str, Prose(200)] | None = None
    """The source's own words about it, shortened."""

    @property
    def hours(self) -> int | None:
        """The longest end in hours, for ordering; None when not known."""
        most = self.max if self.max is not None else self.min
        sizes = {"hour": 1, "day": 24, "workday": 24, "week": 168, "month": 720, "year": 8760}
        return None if most is None else most * sizes[self.unit]


class Amounts(Record):
    """Money that can be asked for."""

    currency: Literal["AUD", "CAD", "CHF", "DKK", "EUR", "GBP", "MXN", "NOK", "SEK", "UAH", "USD"] | None = (
        None
    )
    """Currency, ISO 4217."""

    min: Whole | None = Field(None, ge=0, le=10_000_000)
    """Smallest grant in whole units of the currency; missing: not known."""

    max: Whole | None = Field(None, ge=0, le=10_000_000)
    """Largest grant in whole units of the currency; missing: not known."""

    as_of: PartialDate | None = None
    """When the amounts were true; missing: not known."""

    about: bool = False
    """True when the source gives `as_of` only roughly."""

    note: Annotated[str, Prose(200)] | None = None
    """What the numbers alone do not say."""


class Offer(Record):
    """The conditions of one service, where a source gives them."""

    service: Annotated[str, CodeOf("service")]
    """Which of the organisation's services."""

    covers: tuple[Annotated[str, Prose(160)], ...] = ()
    """What it pays for or includes."""

    not_covered: tuple[Annotated[str, Prose(160)], ...] = ()
    """What it does not pay for: the commonest wasted message."""

    amounts: Amounts | None = None
    """How much; missing: not known."""

    duration: Span | None = None
    """How long a stay lasts; missing: not known."""
