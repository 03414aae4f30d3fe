"""Days that lie ahead: when actions close, what news name, and when facts should be checked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from amparo.library import Body
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact, told
from amparo.pages.parts.told import STYLES
from amparo.text.voice import Said


class Due(NamedTuple):
    """One day ahead."""

    id: str
    """What it is known by, in files for calendars."""

    day: str
    """The day, month or year (ISO)."""

    when: str
    """The same in words."""

    sort: str
    """`closes`, `ahead`, `recheck` or `review`: the template has the words."""

    what: Said | None
    """What is due; None where `sort` says it."""

    href: str | None
    """The way to it."""

    is_dangerous: bool = False
    """Whether a warning must be read there first."""


@dataclass(frozen=True)
class View:
    """What `news/calendar.html` says."""

    days: list[Due]
    """What is due, the next first."""

    has_file: bool
    """Whether there is a file for calendars."""


def view(context: Context) -> View:
    """Everything that lies ahead of the day of the data."""
    return View(due(context), told.has_archives(context))


def due(context: Context) -> list[Due]:
    """What is due, the next first."""
    return sorted(_due(context), key=lambda one: (one.day, one.id))


def _due(context: Context) -> Iterator[Due]:
    library, voice = context.library, context.voice
    for action in library.acting.actions:
        if action.closes and library.acting.runs(action):
            title = voice.translate(f"actions/{action.id}#title", action.title)
            href = f"{context.url('actions')}#a-{action.id}"
            yield Due(f"action-{action.id}", action.closes, voice.when(action.closes), "closes", title, href)
    for ahead, news in library.happened.ahead:
        what = voice.translate(f"news/{news.id}#ahead.what", ahead.what)
        yield Due(
            f"news-{news.id}", ahead.date, voice.when(ahead.date), "ahead", what, told.address(context, news)
        )
    today = library.as_of.isoformat()
    bodies: tuple[Body, ...] = (*library.organisations.values(), *library.mechanisms.values())
    for body in bodies:
        day = body.checked.next
        if day and day >= today[: len(day)]:
            name, href = contact.name(voice, body), context.body_url(body)
            risk = bool(library.danger.of(body))
            yield Due(f"review-{body.folder}-{body.id}", day, voice.when(day), "review", name, href, risk)
    day = library.recheck.isoformat()
    yield Due("recheck", day, voice.when(day), "recheck", None, context.url("status"))


KIND = Kind(
    "calendar",
    "news/calendar",
    view,
    "news/calendar.html",
    styles=STYLES,
    is_for_print=told.not_in_one_language,
)
