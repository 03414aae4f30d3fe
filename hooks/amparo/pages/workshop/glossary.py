"""The words of the workshop: the term in this language, its meaning, the term in others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from amparo.model.curriculum.guidance import GlossaryEntry
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Kind, by_title
from amparo.pages.workshop.parts.declaration import STYLES, if_whole
from amparo.text.voice import Said


class Term(NamedTuple):
    """A word and what it means."""

    term: Said
    """The word in this language."""

    definition: Said
    """What it means, in plain words."""

    others: list[tuple[str, str]]
    """Code of a language, and the field's own word in it."""


@dataclass(frozen=True)
class View:
    """What `workshop/glossary.html` says."""

    terms: list[Term]
    """All words, by the alphabet of the page."""


def view(context: Context) -> View:
    """All words."""
    terms = [_term(context, entry) for entry in context.words.glossary.terms]
    return View(sorted(terms, key=lambda found: context.voice.ordering.key(found.term)))


def _term(context: Context, entry: GlossaryEntry) -> Term:
    """One word."""
    others = {"en": entry.term, **entry.term_in}
    others.pop(context.language, None)
    return Term(
        _word(context, entry),
        context.words.say("glossary#terms.definition", entry.definition),
        list(others.items()),
    )


def _word(context: Context, entry: GlossaryEntry) -> Said:
    """The field's own word in this language, else a translation."""
    return entry.term_in.get(context.language) or context.words.say("glossary#terms.term", entry.term)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """The page is found by the words that it explains."""
    for entry in by_title(context, kind):
        words = context.words.glossary.terms
        yield replace(entry, text=tuple(str(_word(context, term)) for term in words))


KIND = Kind(
    "glossary",
    "workshop/glossary",
    view,
    "workshop/glossary.html",
    if_whole,
    styles=STYLES,
    entries=_entries,
)
