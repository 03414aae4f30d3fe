"""What the page "This copy" says: which release it is, its phrase, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind


@dataclass(frozen=True)
class Notes:
    """What is known only when all other files of a release are finished."""

    words: str
    """The six words of the release phrase."""

    digits: str
    """Its 24 digits."""

    since: tuple[int, str] | None = None
    """Version and date of the release before; None: this is the first one, or nobody gave the one before."""

    changed: tuple[tuple[str, str], ...] = ()
    """Pages of the language whose own part changed or is new, as (title, path below the language's root)."""

    more: int = 0
    """How many changed pages are not named, because the list would be too long to read."""

    gone: tuple[str, ...] = ()
    """Paths of pages that are no longer there."""


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

    changed: list[ChangedPage]
    """What changed since then."""

    mirrors: tuple[str, ...]
    """Addresses of known copies."""


def view(context: Context) -> View:
    """What this copy knows about itself."""
    library, settings, voice, page = context.library, context.site.settings, context.voice, context.page
    notes = context.site.notes.get(context.language)
    since = notes.since if notes else None
    return View(
        version=settings.version,
        day=voice.when(settings.as_of.isoformat()),
        later=voice.when(library.recheck.isoformat()),
        operator=settings.operator,
        notes=notes,
        since_version=since[0] if since else None,
        since_day=voice.when(since[1]) if since else None,
        changed=[ChangedPage(title, page.up + href) for title, href in notes.changed] if notes else [],
        mirrors=settings.mirrors,
    )


KIND = Kind("release", "about/release", view, "release.html")
