"""The Atom feed of the news in one language (RFC 4287)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.parts import told

FILE = "news/feed.xml"
"""Where it stands below a language's root."""

MOST = 30
"""Entries: enough for a year, small enough for a slow line."""

SPACE = uuid.UUID("6f1f7d1e-5a55-5b0e-9a0c-1d2f0c3b8a11")
"""What ids of entries are made in: an id must never change, and a copy may stand at any address."""


@dataclass(frozen=True)
class EntryView:
    """What `news/feed.html` says of one piece of news."""

    id: str
    """An id that never changes."""

    title: str
    """What happened."""

    summary: str
    """What it means."""

    updated: str
    """When it happened, as a moment: a month or year begins with its first day."""

    href: str
    """The way to it, from the feed or whole."""

    tags: tuple[tuple[str, str], ...]
    """What it is about: code and word."""


def text(context: Context) -> str:
    """The whole feed. `context` stands at the language's root."""
    settings, library, voice = context.site.settings, context.library, context.voice
    root = _root(context)
    entries = []
    for news in library.happened.all[:MOST]:
        here = f"news/{news.id}#"
        terms = (library.term("news-tag", tag) for tag in news.tags)
        entries.append(
            EntryView(
                id=_id(f"{context.language}/{news.id}"),
                title=str(voice.translate(here + "title", news.title)),
                summary=str(voice.translate(here + "summary", news.summary)),
                updated=moment(news.date),
                href=root + told.address(context, news).removeprefix("" if root else "news/"),
                tags=tuple((term.code, str(voice.term("news-tag", term))) for term in terms),
            )
        )
    return (
        context.renderer.fill(
            "news/feed.html",
            id=_id(context.language),
            language=context.language,
            site=settings.name(context.language),
            updated=moment(library.as_of.isoformat()),
            home=root + ("news/index.html" if root else "index.html"),
            own=root + FILE if root else "feed.xml",
            entries=entries,
        ).strip()
        + "\n"
    )


def moment(partial: str) -> str:
    """A day, month or year as the first moment of it (RFC 3339)."""
    return f"{partial}{'-01-01'[len(partial) - 10 :] if len(partial) < 10 else ''}T00:00:00Z"


def _id(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(SPACE, name)}"


def _root(context: Context) -> str:
    """The address of the language's root on the public site; empty where no page may name one."""
    settings = context.site.settings
    if not (settings.address and settings.flavour.has_canonical):
        return ""
    return settings.address + context.language_folder
