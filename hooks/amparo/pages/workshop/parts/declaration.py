"""What the workshop's kinds of page declare alike: which pages exist, and how the search finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.page import Page

STYLES = ("tables.css", "workshop.css")
"""The workshop's own style sheet: emergency pages carry theirs inside and must not grow."""

LATER = 0.5
"""Weight in the search of pages for facilitators: whoever is in danger comes first."""

Line = Callable[[Context, Page], str]
"""One line about a page, for the search."""


def if_whole(library: Library) -> Iterable[Key]:
    """One page, where there is a curriculum."""
    return (Key(),) if library.curriculum.is_whole else ()


def of_records(
    folder: Literal["sessions", "handouts", "agendas", "plans"],
) -> Callable[[Library], Iterator[Key]]:
    """A page for each record of a folder of the curriculum."""

    def keys(library: Library) -> Iterator[Key]:
        if library.curriculum.is_whole:
            yield from (Key(id) for id in getattr(library.curriculum, folder))

    return keys


def no_line(context: Context, page: Page) -> str:
    """Nothing but the title."""
    return ""


def asked_for(word: str, line: Line = no_line) -> Callable[[Context, Kind], Iterator[Entry]]:
    """Records for facilitators, found by their titles and by the word by which one is asked for."""

    def entries(context: Context, kind: Kind) -> Iterator[Entry]:
        text = (str(context.voice.translate(None, word)),)
        for page in context.site.pages_of(kind):
            title = context.site.title(page, context.language)
            words = context.synonyms.pages.get(page.address.removesuffix(".html"), ())
            yield Entry(
                "workshop", page.address, title, line(context, page), weight=LATER, words=words, text=text
            )

    return entries
