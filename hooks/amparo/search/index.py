"""The index of one language: lunr weighs every word of every entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lunr.builder import Builder

from amparo.pages.entry import Entry
from amparo.text.analysis import Analyser

BOOSTS = {"name": 10, "word": 8, "text": 1}
"""How much a word counts by where it stands. Chosen by measurement on tests/search/queries.yml."""

SHORTER_IS_BETTER = 0.0
"""How much the length of a field counts against it (BM25's b)."""


@dataclass(frozen=True)
class Index:
    """Which words stand in which entries, and how much they count there."""

    entries: list[Entry]
    """What can be found."""

    postings: dict[str, dict[int, float]]
    """By word: numbers of entries, and the word's weight in each."""


def build_index(entries: list[Entry], analyser: Analyser) -> Index:
    """Let lunr weigh the words. Our own analysis takes the place of its pipeline, so that nothing is
    downloaded and the browser can do the same."""
    builder = Builder()
    builder.b(SHORTER_IS_BETTER)
    for field, boost in BOOSTS.items():
        builder.field(field, boost)
    for number, entry in enumerate(entries):
        builder.add({"id": number, **_fields(entry, analyser)}, {"boost": entry.weight})
    return Index(entries, _postings(builder))


def _fields(entry: Entry, analyser: Analyser) -> dict[str, list[str]]:
    """The comparable words of an entry by field; a word of several names counts once."""
    return {
        "name": _once(analyser, (entry.title, *other_names(entry, analyser))),
        "word": _once(analyser, entry.words),
        "text": [token for text in (entry.line, *entry.text) for token in analyser.tokens(text)],
    }


def _once(analyser: Analyser, texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(token for text in texts for token in analyser.tokens(text)))


def other_names(entry: Entry, analyser: Analyser) -> list[str]:
    """The names that differ from the title in more than accents and spaces."""
    unlike = {analyser.squeezed(entry.title): ""}
    for name in entry.names:
        unlike.setdefault(analyser.squeezed(name), name)
    return [name for name in unlike.values() if name]


def _postings(builder: Builder) -> dict[str, dict[int, float]]:
    """The weights of all fields together, by word and entry."""
    index = builder.build()
    words = {posting["_index"]: word for word, posting in index.inverted_index.items()}
    found: dict[str, dict[int, float]] = {word: {} for word in sorted(words.values())}
    for reference, vector in index.field_vectors.items():
        number = int(reference.split("/")[1])
        elements = vector.elements
        for position, weight in zip(elements[::2], elements[1::2], strict=True):
            postings = found[words[int(position)]]
            postings[number] = postings.get(number, 0) + weight
    return {word: dict(sorted(postings.items())) for word, postings in found.items()}
