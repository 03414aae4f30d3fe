"""Languages in which somebody answers: the ways to them, and who answers in one."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts.links import Way
from amparo.pages.parts.listing import ListView, key_for, listing
from amparo.pages.parts.ways import WaysView


def index(context: Context) -> WaysView:
    """The ways to all languages, by their names in this one."""
    library, voice = context.library, context.voice
    entries = [
        Way(voice.language_name(c), context.url("language", c), None, len(library.directory.answering_in(c)))
        for c in library.directory.languages_answered()
    ]
    return WaysView(sorted(entries, key=lambda way: context.voice.ordering.key(way.label)))


def one(context: Context) -> ListView:
    """A language: those that answer in it."""
    code = context.page.key
    return listing(
        context,
        context.library.directory.answering_in(code),
        context.voice.language_name(code),
        context.url("languages"),
    )


def _keys(library: Library) -> Iterator[Key]:
    for code in library.directory.languages_answered():
        yield key_for("languages", code, len(library.directory.answering_in(code)))


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Languages by their name here, in English and in themselves."""
    for code in context.library.directory.languages_answered():
        words = (
            Locale.parse("en").languages.get(code, ""),
            _own_name(code),
            *context.synonyms.languages.get(code, ()),
        )
        title = str(context.voice.language_name(code))
        yield Entry("language", context.url("language", code), title, words=words, key=f"language/{code}")


def _own_name(code: str) -> str:
    """What speakers of a language call it; empty where CLDR has no words in it."""
    try:
        return str(Locale.parse(code).languages.get(code, ""))
    except (ValueError, UnknownLocaleError):
        return ""


INDEX = Kind("languages", "emergency/languages", index, "emergency/languages/index.html")

KIND = Kind(
    "language", "emergency/language", one, "emergency/languages/{key}{part}.html", _keys, entries=_entries
)
