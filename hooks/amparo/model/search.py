"""How words of a language are compared in the search, and everyday words for what the site calls
otherwise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amparo.model.base import CodeOf, Language, Line, Record, Slug, Territory, Whole

Cut = Annotated[str, Field(min_length=1, max_length=12)]
"""Letters at one end of a word, already folded: small, without accents."""

Others = tuple[Line, ...]
"""Other words for one thing."""


class Letters(Record):
    """Letters that count as others in every language, beside what Unicode says about case and accents."""

    letters: dict[str, str]
    """A letter, and what it counts as; empty: it counts as nothing."""


class Rule(Record):
    """Letters to take off one end of a word."""

    cut: Cut
    """The letters."""

    put: str = ""
    """What stands there instead."""

    left: Annotated[Whole, Field(ge=1, le=9)] = 3
    """How many letters of the word must be left without them."""


class Analysis(Record):
    """How words of a language are compared: which are left out, which are the same, which beginnings and
    endings do not count."""

    language: Language
    """Equals the file's name."""

    letters: dict[str, str] = Field(default={})
    """Letters of this language that count as others, beside those of all languages."""

    ignored: tuple[str, ...] = ()
    """Words that say nothing about what is looked for, already folded."""

    same: tuple[tuple[str, ...], ...] = ()
    """Words that count as the first one of their list, already folded."""

    particles: tuple[str, ...] = ()
    """Single letters at the start of a word that are taken off only when nothing else is found."""

    latin: tuple[tuple[str, str], ...] = ()
    """Latin letters and digits as people type this language with them, and the folded letters that they stand
    for: a word that nobody wrote so is compared by these. Letters that sound alike stand together."""

    vowels: str = ""
    """Folded letters that do not count in that comparison, because everybody writes them in another way."""

    beginnings: tuple[tuple[Rule, ...], ...] = ()
    """Steps at the start of a word; in each, the first rule that fits is done."""

    endings: tuple[tuple[Rule, ...], ...] = ()
    """Steps at the end of a word, after those at its start."""


class Synonyms(Record):
    """What people type, and what it means here. Each word finds its thing and, behind it, everything that
    belongs to it."""

    language: Language
    """Equals the file's name."""

    services: dict[Annotated[str, CodeOf("service")], Others] = Field(default={})
    """Everyday words for kinds of help."""

    needs: dict[Annotated[str, CodeOf("need")], Others] = Field(default={})
    """Everyday words for what happened."""

    urgent: dict[Annotated[str, CodeOf("need")], Others] = Field(default={})
    """Words of danger to life or freedom: wherever one stands in a query, what happened comes first. One that
    ends with `*` is the beginning of a word."""

    ends: dict[Slug, Others] = Field(default={})
    """Everyday words for where guided questions lead."""

    groups: dict[Annotated[str, CodeOf("group")], Others] = Field(default={})
    """Everyday words for people."""

    regions: dict[Annotated[str, CodeOf("region")], Others] = Field(default={})
    """Other names of regions."""

    lines: dict[Annotated[str, CodeOf("line-kind")], Others] = Field(default={})
    """Everyday words for telephone lines of a country."""

    violations: dict[Annotated[str, CodeOf("violation")], Others] = Field(default={})
    """Everyday words for what mechanisms are for."""

    languages: dict[Language, Others] = Field(default={})
    """Other names of languages."""

    places: dict[Territory, Others] = Field(default={})
    """Words for the people of a country."""

    organisations: dict[Slug, Others] = Field(default={})
    """Other names of organisations, in this language's letters."""

    mechanisms: dict[Slug, Others] = Field(default={})
    """Other names of mechanisms."""

    pages: dict[Line, Others] = Field(default={})
    """Words for pages, by their address without `.html`."""
