"""At which hours a number can be rung: the time zone in which it rings."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from phonenumbers import timezone

from amparo.model.contact import Contact
from amparo.model.proof import DIALLED

Offsets = tuple[int, int]
"""Minutes before or behind universal time in January and in July."""


def offsets(contact: Contact, year: int) -> Offsets | None:
    """How far the clock of whoever answers is from universal time. None: nobody answers by voice, or the
    number may ring in several zones."""
    if contact.kind not in DIALLED or contact.inside_only:
        return None
    zones = timezone.time_zones_for_number(phonenumbers.parse(contact.dialled))
    found = {_of(zone, year) for zone in zones}
    return next(iter(found)) if len(found) == 1 else None


def _of(zone: str, year: int) -> Offsets | None:
    """The offsets of a zone; None where this machine does not know it."""
    try:
        info = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    days = (date(year, 1, 15), date(year, 7, 15))
    january, july = (datetime(day.year, day.month, day.day, 12, tzinfo=info).utcoffset() for day in days)
    return _minutes(january), _minutes(july)


def _minutes(offset: timedelta | None) -> int:
    return int(offset.total_seconds() // 60) if offset else 0


def told(found: Offsets) -> tuple[str, str | None]:
    """Offsets as clocks are compared everywhere: `UTC+01:00`, and that of July where it is another one."""
    first, second = (_clock(minutes) for minutes in found)
    return first, second if second != first else None


def _clock(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
