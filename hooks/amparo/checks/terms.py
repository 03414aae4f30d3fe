"""A translation does not use a word that the list of terms refuses for what its English says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from amparo.model.term import Terms

Refused = tuple[tuple[str, str, str], ...]
"""What a language must not say: an English form, the word that is wrong for it, and what is right."""


def refused_in(terms: Terms | None, language: str) -> Refused:
    """All that a language must not say. Words that are wrong only in some case are for readers to judge."""
    return tuple(
        (english, avoided.word.casefold(), term.said.get(language, ""))
        for term in (terms.terms if terms else ())
        for avoided in term.avoid
        if avoided.language == language and not avoided.when
        for english in term.english
    )


def faults(source: str, said: str, refused: Refused) -> Iterator[tuple[str, str]]:
    """What is wrong with a translation, and what is right."""
    if not refused:
        return
    found = {word.casefold() for word in _any_of(tuple(word for _, word, _ in refused)).findall(said)}
    if not found:
        return
    for english, word, right in refused:
        if word in found and _any_of((english,), plurals=True).search(source):
            yield f"`{word}` for `{english}`, which data/glossary.yml refuses", f"one of: {right}"


@lru_cache(maxsize=2048)
def _any_of(words: tuple[str, ...], plurals: bool = False) -> re.Pattern[str]:
    """Any of some words, whole, in any letters; English ones also with the ending of a plural."""
    longest = sorted(set(words), key=len, reverse=True)
    return re.compile(
        rf"(?<![^\W_])({_alternatives(longest)}){'(?:s|es)?' if plurals else ''}(?![^\W_])", re.IGNORECASE
    )


def _alternatives(words: Iterable[str]) -> str:
    """Words as one pattern."""
    return "|".join(re.escape(word) for word in words)
