"""A translation does not use a word that the list of terms refuses for what its English says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from amparo.model.term import Terms

Refused = str
"""What a language must not say, a line each: an English form, the word that is wrong for it, and what is
right, with tabs between."""


def refused_in(terms: Terms | None, language: str) -> Refused:
    """All that a language must not say. Words that are wrong only in some case are for readers to judge."""
    return "\n".join(
        f"{english}\t{avoided.word.casefold()}\t{term.said.get(language, '')}"
        for term in (terms.terms if terms else ())
        for avoided in term.avoid
        if avoided.language == language and not avoided.when
        for english in term.english
    )


def faults(source: str, said: str, refused: Refused) -> Iterator[tuple[str, str]]:
    """What is wrong with a translation, and what is right."""
    found = {word.casefold() for word in _wrong(refused).findall(said)} if refused else ()
    for line in refused.split("\n") if found else ():
        english, word, right = line.split("\t")
        if word in found and _named(english).search(source):
            yield f"`{word}` for `{english}`, which data/glossary.yml refuses", f"one of: {right}"


@lru_cache(maxsize=64)
def _wrong(refused: str) -> re.Pattern[str]:
    """Any of the words that a language must not say."""
    words = {line.split("\t")[1] for line in refused.split("\n")}
    return _whole("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1024)
def _named(english: str) -> re.Pattern[str]:
    """An English form, also with the ending of a plural."""
    return _whole(f"{re.escape(english)}(?:s|es)?")


def _whole(pattern: str) -> re.Pattern[str]:
    """Words that stand alone, in small or capital letters."""
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)
