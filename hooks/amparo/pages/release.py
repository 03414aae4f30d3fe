"""What the page "This copy" says: which release it is, its phrase, what changed; and the page that checks another copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from amparo.library import Library
from amparo.pages.address import Page
from amparo.settings import Settings
from amparo.text.voice import Voice


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


def view(
    library: Library, settings: Settings, voice: Voice, page: Page, notes: Optional[Notes]
) -> dict[str, Any]:
    """The answers for `pages/release.html`."""
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


def check_view(
    settings: Settings,
    voice: Voice,
    page: Page,
    words: dict[str, str],
    keys: tuple[tuple[str, str], ...],
    is_source: bool,
) -> dict[str, Any]:
    """The answers for `pages/verify.html`: the words that its script says, and the public keys as (name, text)."""
    return {"words": words, "keys": keys, "root": page.up + ("" if is_source else "../")}
