"""What the page "This copy" says: which release it is, its phrase, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.about.turn import Part, Turn, parts
from amparo.pages.context import Context
from amparo.pages.kind import Kind

MOST_TOLD = 150
"""Changes that the page tells: more would make it heavier than any other page may be. All stand in the
release, beside the copies."""


@dataclass(frozen=True)
class Notes:
    """What is known only when all other files of a release are finished."""

    words: str
    """The six words of the release phrase."""

    digits: str
    """Its 24 digits."""

    since: tuple[int, str] | None = None
    """Version and date of the release before; None: this is the first one, or nobody gave the one before."""

    turns: tuple[Turn, ...] | None = None
    """What records say otherwise than before; None: the release before kept no list to compare with."""

    changed: tuple[tuple[str, str], ...] = ()
    """Hand-written pages of the language whose own part changed or is new, as (title, path below the
    language's root)."""


class ChangedPage(NamedTuple):
    """A page that says something else than before, or is new."""

    title: str
    """Its title."""

    href: str
    """The way to it."""


@dataclass(frozen=True)
class View:
    """What `about/release.html` says."""

    version: int
    """Number of the release."""

    day: str
    """The day of the facts."""

    later: str
    """The day after which they should be checked again."""

    operator: str
    """Who keeps this copy; empty: not said."""

    notes: Notes | None
    """What the release knows about itself; None: this copy is not a release."""

    since_version: int | None
    """The release before; None: there is none to compare with."""

    since_day: str | None
    """Its day."""

    parts: list[Part] | None
    """What records say otherwise since then; None: nobody knows."""

    more: int
    """How many of these changes are not on this page, which must stay light."""

    changed: list[ChangedPage]
    """Guidance that changed since then."""

    mirrors: tuple[str, ...]
    """Addresses of known copies."""


def view(context: Context) -> View:
    """What this copy knows about itself."""
    library, settings, voice, page = context.library, context.site.settings, context.voice, context.page
    notes = context.site.notes.get(context.language)
    since = notes.since if notes else None
    turns = notes.turns if notes else None
    return View(
        version=settings.version,
        day=voice.when(settings.as_of.isoformat()),
        later=voice.when(library.recheck.isoformat()),
        operator=settings.operator,
        notes=notes,
        since_version=since[0] if since else None,
        since_day=voice.when(since[1]) if since else None,
        parts=None if turns is None else parts(context, turns[:MOST_TOLD]),
        more=max(0, len(turns or ()) - MOST_TOLD),
        changed=[ChangedPage(title, page.up + href) for title, href in notes.changed] if notes else [],
        mirrors=settings.mirrors,
    )


KIND = Kind("release", "about/release", view, "release.html")
