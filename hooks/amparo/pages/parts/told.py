"""A piece of news: what happened, when, about whom, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from amparo.model.news import News
from amparo.pages.page import Page
from amparo.pages.parts import contact, sources
from amparo.pages.parts.links import Link
from amparo.pages.parts.sources import SourceView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.library import Body
    from amparo.pages.context import Context

STYLES = ("together.css",)
"""Style sheet of solidarity and news."""

FOUND_YEARS = 5
"""Calendar years whose news and actions the search finds by their titles: each title costs every search
30 bytes, packed. Older ones are found from their year, tag, country and body."""


class Named(NamedTuple):
    """A body that news or actions are about."""

    label: Said
    """Its name."""

    href: str
    """The way to its page, where its warnings stand before its contacts."""

    is_dangerous: bool
    """Whether a warning must be read there first."""


@dataclass(frozen=True)
class ToldView:
    """What `parts/told.html` says."""

    mark: str
    """Its id on the page."""

    title: Said
    """What happened."""

    summary: Said
    """What it means."""

    when: str
    """When, in words."""

    tags: list[Link]
    """What it is about; in copies for files without a link."""

    places: list[Link]
    """Countries, and the ways to their sheets."""

    bodies: list[Named]
    """Bodies that it is about."""

    see: list[Link]
    """Pages that it leads to."""

    sources: list[SourceView]
    """Where it was read."""


class Line(NamedTuple):
    """News as one line on another page."""

    when: str
    """When."""

    title: Said
    """What happened."""

    href: str
    """The way to it."""


def mark(news: News) -> str:
    """The id of a piece of news on the page of its year. It never changes."""
    return f"n{news.id[len(news.year) :]}"


def address(context: Context, news: News) -> str:
    """The way to a piece of news."""
    return f"{context.url('news-year', news.year)}#{mark(news)}"


def not_in_one_language(_: Page) -> bool:
    """Pages of news are left out of copies of one language, which must go through a messenger (at most 5 MB):
    they tell what was, and such a copy is for whom to ask and what to do."""
    return True


def has_news(context: Context) -> bool:
    """Whether this copy has pages of news."""
    return context.site.settings.alone is None


def has_archives(context: Context) -> bool:
    """Whether this copy has archives by tag and country, and files for programs that read news. Copies for
    files have the years alone."""
    return not context.site.settings.flavour.is_for_files


def view(context: Context, news: News) -> ToldView:
    """One piece of news."""
    library, voice, here = context.library, context.voice, f"news/{news.id}#"
    return ToldView(
        mark=mark(news),
        title=voice.translate(here + "title", news.title),
        summary=voice.translate(here + "summary", news.summary),
        when=voice.when(news.date),
        tags=[
            Link(
                voice.term("news-tag", library.term("news-tag", tag)),
                context.url("news-tag", tag) if has_archives(context) else "",
            )
            for tag in news.tags
        ],
        places=[Link(contact.place(context, code), context.url("country", code)) for code in news.countries],
        bodies=[named(context, id) for id in news.bodies],
        see=[Link(context.written_title(path), f"{context.up}{path}.html") for path in news.see],
        sources=sources.sources(context, news.sources),
    )


def lines(context: Context, news: Iterable[News]) -> list[Line]:
    """News as lines, in the order given."""
    return [
        Line(
            context.voice.when(one.date),
            context.voice.translate(f"news/{one.id}#title", one.title),
            address(context, one),
        )
        for one in news
    ]


def about(context: Context, body: Body) -> list[Line]:
    """News about a body; none in copies that have no news."""
    if not has_news(context):
        return []
    return lines(context, context.library.happened.about(body.id))


def named(context: Context, id: str) -> Named:
    """A body by its id: its mechanism, where it is one, else its organisation."""
    library = context.library
    body: Body = library.mechanisms[id] if id in library.mechanisms else library.organisations[id]
    return Named(contact.name(context.voice, body), context.body_url(body), bool(library.danger.of(body)))
