"""The calendar of days that lie ahead, in one language (iCalendar, RFC 5545)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from amparo.feeds.atom import SPACE
from amparo.pages.context import Context
from amparo.pages.news.calendar import Due, due

FILE = "news/calendar.ics"
"""Where it stands below a language's root."""

LONGEST = 75
"""Octets of a line; a longer one goes on in the next, after a space."""


def text(context: Context) -> str:
    """The whole calendar. `context` stands at the language's root."""
    return "".join(f"{folded}\r\n" for line in _lines(context) for folded in _folded(line))


def _lines(context: Context) -> Iterator[str]:
    words = context.renderer.lines("news/calendar-words.html")
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//news//calendar//EN", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{_said(words['name'])}"
    stamp = f"{context.library.as_of:%Y%m%d}T000000Z"
    for one in due(context):
        first, last = span(one.day)
        yield from ("BEGIN:VEVENT", f"UID:{uuid.uuid5(SPACE, one.id)}", f"DTSTAMP:{stamp}")
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{last:%Y%m%d}"
        yield f"SUMMARY:{_said(_summary(one, words))}"
        yield from ("TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT")
    yield "END:VCALENDAR"


def _summary(one: Due, words: dict[str, str]) -> str:
    """What is due, in the words of the page."""
    before = words.get(one.sort, "")
    return f"{before} {one.what}".strip() if one.what is not None else before


def span(partial: str) -> tuple[date, date]:
    """The first day of a day, month or year, and the day after its last."""
    parts = [int(part) for part in partial.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    first = date(year, month, day)
    if len(parts) == 1:
        return first, date(year + 1, 1, 1)
    if len(parts) == 2:
        return first, date(year + month // 12, month % 12 + 1, 1)
    return first, first + timedelta(days=1)


def _said(words: str) -> str:
    """Words as a value: what has a meaning there is marked."""
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, no letter torn apart."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            yield piece
            piece = " "
        piece += letter
    yield piece
