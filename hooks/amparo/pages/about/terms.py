"""The words of the field: what each thing is called in the language of the page, beside the English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from amparo.library import Library
from amparo.model.term import Term
from amparo.pages.context import Context
from amparo.pages.kind import Key, Kind

PARTS = ("people", "danger", "help", "mechanism", "workshop", "site")
"""Parts of the list in their order; the template has their titles."""


class Word(NamedTuple):
    """One thing, and what it is called."""

    said: str
    """In the language of the page."""

    english: str | None
    """In English; None on the English page."""

    forms: str | None
    """Feminine, plural and inclusive forms."""

    host: str | None
    """Where the form was read; None: nowhere yet."""


@dataclass(frozen=True)
class View:
    """What `about/terms.html` says."""

    parts: list[tuple[str, list[Word]]]
    """Words by the part that they belong to."""


def view(context: Context) -> View:
    """All words."""
    terms = context.library.terms
    return View(
        [(part, [_word(term, context.language) for term in terms if term.part == part]) for part in PARTS]
    )


def _word(term: Term, language: str) -> Word:
    """One thing; a language that has no word for it yet shows the English one."""
    host = next((source.host for source in term.sources if source.language == language), None)
    return Word(
        term.said.get(language, term.said["en"]),
        None if language == "en" else term.said["en"],
        term.forms.get(language),
        host,
    )


def _keys(library: Library) -> Iterable[Key]:
    """One page, where there are words."""
    return (Key(),) if library.terms else ()


KIND = Kind("terms", "about/terms", view, "about/terms.html", _keys)
