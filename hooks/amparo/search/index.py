"""The index of one language: lunr weighs every word of every entry.

The weights are not sent. A browser works them out by lunr's formula (`theme/search/weigh.js`), and the build
stops where lunr would say something else."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lunr.builder import Builder

from amparo.pages.entry import Entry
from amparo.text.analysis import Analyser

BOOSTS = {"name": 10, "word": 8, "text": 1}
"""How much a word counts by where it stands. Chosen by measurement on tests/search/queries.yml."""

SHORTER_IS_BETTER = 0.0
"""How much the length of a field counts against it (BM25's b)."""

SATURATION = 1.2
"""How soon a word that stands often counts no more (BM25's k1, lunr's own choice)."""

ROUNDING = 0.002
"""How far two weights may differ because lunr keeps three digits of each field's part."""


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
    fields = [_fields(entry, analyser) for entry in entries]
    for number, entry in enumerate(entries):
        builder.add({"id": number, **fields[number]}, {"boost": entry.weight})
    index = Index(entries, _postings(builder))
    _compare(index, fields)
    return index


def _compare(index: Index, fields: list[dict[str, list[str]]]) -> None:
    """What the browser works out must be what lunr says; a newer lunr may weigh in another way."""
    counts = [{name: Counter(tokens) for name, tokens in own.items()} for own in fields]
    stands_in = Counter(token for own in counts for tokens in own.values() for token in tokens)
    for token, postings in index.postings.items():
        rest = (len(fields) - stands_in[token] + 0.5) / (stands_in[token] + 0.5)
        for number, weight in postings.items():
            often = sum(
                BOOSTS[name] * (SATURATION + 1) * tokens[token] / (SATURATION + tokens[token])
                for name, tokens in counts[number].items()
            )
            if abs(math.log1p(abs(rest)) * often * index.entries[number].weight - weight) > ROUNDING:
                raise ValueError(f"lunr weighs `{token}` of {index.entries[number].title} in another way")


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
