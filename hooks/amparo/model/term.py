"""The words of the field in our languages: what translators use, and what `make check` refuses."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from amparo.model.base import Language, Line, Names, PartialDate, Record, Slug
from amparo.model.citation import WEB_ADDRESS

Part = Literal["people", "danger", "help", "mechanism", "workshop", "site"]
"""What a term is about."""


class Avoided(Record):
    """A word that does not say this term."""

    language: Language
    """The language that it belongs to."""

    word: Line
    """The word, or a few."""

    when: Line | None = None
    """In which case it is wrong. Missing: always, so that a translation of the term that holds it is
    refused."""


class TermSource(Record):
    """A page on which the term was read in a language."""

    language: Language
    """The language."""

    url: Annotated[str, Field(pattern=f"^{WEB_ADDRESS}$")]
    """Its address. Named by its host, never linked."""

    date: PartialDate | None = None
    """The page's own date. Missing: not known."""

    @property
    def host(self) -> str:
        """Host of the address without `www.`."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


class Term(Record):
    """One thing, and what it is called."""

    id: Slug
    """Its name among the terms."""

    part: Part
    """What it is about."""

    said: Names
    """What each language calls it. Forms divided by a comma are alternatives, the first is preferred;
    brackets explain."""

    note: Line | None = None
    """How to use it, for translators."""

    forms: dict[Language, Line] = Field(default={})
    """Feminine, plural and inclusive forms by language."""

    avoid: tuple[Avoided, ...] = ()
    """Words that harm, mislead or are false friends."""

    sources: tuple[TermSource, ...] = ()
    """Where the forms were read. None: they wait for a reader who speaks the language."""

    @property
    def english(self) -> tuple[str, ...]:
        """The English forms without what stands in brackets, in small letters."""
        plain = re.sub(r"\s*\([^)]*\)", "", self.said["en"])
        return tuple(form.strip().casefold() for form in plain.split(",") if form.strip())


class Terms(Record):
    """All terms."""

    terms: tuple[Term, ...] = Field(min_length=1)
    """In the order of their parts."""
