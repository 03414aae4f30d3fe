"""The start page of the news: the newest, and the ways into the archive."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact, told
from amparo.pages.parts.links import Way
from amparo.pages.parts.told import STYLES, ToldView

NEWEST = 10
"""News on the start page."""


@dataclass(frozen=True)
class View:
    """What `news/news.html` says."""

    newest: list[ToldView]
    """The newest news."""

    years: list[Way]
    """The archive by year, the newest first."""

    tags: list[Way]
    """The archive by tag; empty in copies for files."""

    places: list[Way]
    """The archive by country, in the order of the language; empty in copies for files."""

    has_feed: bool
    """Whether there are files for programs that read news and calendars."""

    eu: str
    """The way to the page on the EU mechanism."""

    reprisals: str
    """The way to the page on reprisals."""

    calendar: str
    """The way to the calendar."""


def view(context: Context) -> View:
    """The newest news and the ways into the archive."""
    library, voice, has = context.library, context.voice, told.has_archives(context)
    happened = library.happened
    tags = [term for term in library.vocabulary("news-tag").in_order if term.code in happened.tags]
    places = [
        Way(contact.place(context, code), context.url("news-country", code), None, len(found))
        for code, found in happened.countries.items()
    ]
    return View(
        newest=[told.view(context, one) for one in happened.all[:NEWEST]],
        years=[Way(year, context.url("news-year", year), None, len(n)) for year, n in happened.years.items()],
        tags=[
            Way(
                voice.term("news-tag", term),
                context.url("news-tag", term.code),
                None,
                len(happened.tags[term.code]),
            )
            for term in tags
            if has
        ],
        places=sorted(places, key=lambda way: voice.ordering.key(str(way.label))) if has else [],
        has_feed=has,
        eu=context.up + "news/eu-mechanism.html",
        reprisals=context.up + "mechanisms/reprisals.html",
        calendar=context.url("calendar"),
    )


KIND = Kind(
    "news",
    "news/news",
    view,
    "news/index.html",
    styles=STYLES,
    is_for_print=told.not_in_one_language,
)
