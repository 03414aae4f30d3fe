"""What the page "This copy" says: which release it is, its phrase, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from amparo.pages.context import Context
from amparo.pages.kind import Kind


@dataclass(frozen=True)
class Notes:
    """What is known only when all other files of a release are finished."""

    words: str
    """The six words of the release phrase."""

    digits: str
    """Its 24 digits."""

    since: Optional[tuple[int, str]] = None
    """Version and date of the release before; None: this is the first one, or nobody gave the one before."""

    changed: tuple[tuple[str, str], ...] = ()
    """Pages of the language whose own part changed or is new, as (title, path below the language's root)."""

    more: int = 0
    """How many changed pages are not named, because the list would be too long to read."""

    gone: tuple[str, ...] = ()
    """Paths of pages that are no longer there."""


def view(context: Context) -> dict[str, Any]:
    """The answers for `about/release.html`."""
    library, settings, voice, page = context.library, context.site.settings, context.voice, context.page
    notes = context.site.notes.get(context.language)
    since = notes.since if notes else None
    return {
        "version": settings.version,
        "day": voice.when(settings.as_of.isoformat()),
        "later": voice.when(library.recheck.isoformat()),
        "operator": settings.operator,
        "notes": notes,
        "since_version": since[0] if since else None,
        "since_day": voice.when(since[1]) if since else None,
        "changed": [(title, page.up + href) for title, href in notes.changed] if notes else [],
        "mirrors": settings.mirrors,
    }


KIND = Kind("release", "about/release", view, "release.html")
