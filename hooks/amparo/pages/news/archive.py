"""The archive of news: by year, by tag, by country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind, by_title, not_found_by_search
from amparo.pages.parts import contact, told
from amparo.pages.parts.links import Link
from amparo.pages.parts.told import FOUND_YEARS, STYLES, ToldView
from amparo.text.voice import Said

BEHIND = 0.7
"""Weight of news in the search: what to do and whom to call stand first."""

WRITTEN = {"reprisals": "mechanisms/reprisals", "eu": "news/eu-mechanism", "solidarity": "solidarity/index"}
"""Hand-written pages that say what a tag is about."""


@dataclass(frozen=True)
class View:
    """What `news/archive.html` says."""

    what: Said
    """The year, tag or country."""

    news: list[ToldView]
    """The news, the newest first."""

    page: Link | None
    """A page that says more."""

    before: Link | None
    """The year before."""

    after: Link | None
    """The year after."""


def by_year(context: Context) -> View:
    """News of a year, with the ways to the years beside it."""
    found, year = context.library.happened.years, context.page.key
    years = sorted(found)
    place = years.index(year)
    beside = [years[n] if 0 <= n < len(years) else None for n in (place - 1, place + 1)]
    before, after = (Link(one, context.url("news-year", one)) if one else None for one in beside)
    return View(year, [told.view(context, one) for one in found[year]], None, before, after)


def by_tag(context: Context) -> View:
    """News about something."""
    library, tag = context.library, context.page.key
    path = WRITTEN.get(tag)
    return View(
        context.voice.term("news-tag", library.term("news-tag", tag)),
        [told.view(context, one) for one in library.happened.tags[tag]],
        Link(context.written_title(path), f"{context.up}{path}.html") if path else None,
        None,
        None,
    )


def by_country(context: Context) -> View:
    """News from a country, with the way to its sheet."""
    code = context.page.key
    name = contact.place(context, code)
    return View(
        name,
        [told.view(context, one) for one in context.library.happened.countries[code]],
        Link(name, context.url("country", code)),
        None,
        None,
    )


def _years(library: Library) -> Iterator[Key]:
    return (Key(year) for year in sorted(library.happened.years))


def _tags(library: Library) -> Iterator[Key]:
    return (
        Key(term.code)
        for term in library.vocabulary("news-tag").in_order
        if term.code in library.happened.tags
    )


def _countries(library: Library) -> Iterator[Key]:
    return (Key(code) for code in sorted(library.happened.countries))


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Every year by its title; those of the last years by the titles of their news, too."""
    if not told.has_news(context):
        return
    oldest = str(context.library.as_of.year - FOUND_YEARS + 1)
    for year, found in context.library.happened.years.items():
        page = context.site.page_of(kind.name, year)
        titles = (context.voice.translate(f"news/{one.id}#title", one.title) for one in found)
        yield Entry(
            "list",
            page.address,
            context.site.title(page, context.language),
            text=tuple(map(str, titles)) if year >= oldest else (),
            weight=BEHIND,
        )


def _entries_by_country(context: Context, kind: Kind) -> Iterator[Entry]:
    """The archive of every country by its title, behind the country's own sheet."""
    return (replace(entry, weight=BEHIND) for entry in by_title(context, kind))


YEAR = Kind(
    "news-year",
    "news/archive",
    by_year,
    "news/{key}.html",
    _years,
    styles=STYLES,
    is_for_print=told.not_in_one_language,
    entries=_entries,
)

TAG = Kind(
    "news-tag",
    "news/archive",
    by_tag,
    "news/about-{key}.html",
    _tags,
    styles=STYLES,
    in_files=False,
    entries=not_found_by_search,
)

COUNTRY = Kind(
    "news-country",
    "news/archive",
    by_country,
    "news/in-{lower}.html",
    _countries,
    styles=STYLES,
    in_files=False,
    entries=_entries_by_country,
)
