"""The compact form of an index. `hooks/theme/search/unfold.js` unfolds it.

Result titles and lines are sent anyway, so their words are not sent a second time: the browser takes them
apart with the same analysis, and weighs them by lunr's formula. What it cannot know is what belongs to
what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from amparo.model.search import Rule
from amparo.pages.entry import ANYWHERE, Entry
from amparo.search.index import BOOSTS, Index, other_names
from amparo.text.analysis import Analyser

DIGITS = [chr(code) for code in range(35, 127) if chr(code) not in "\\:"]
"""90 printable characters that need no escape in a JavaScript string, without the colon: packed numbers must
not look like times of day."""

COMMON = "eaiotnrslducmpgbhfvykwxjzqETAOINSHRDLUCMPGBFVYKWXJZQ"
"""Letters of one byte, for which letters of two change places in languages of another script."""

AS_IT_IS = "~"
"""Stands before a text between others whose letters did not change places."""

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Stand for words in addresses, which have small letters only."""

BLANK = "^"
"""Stands before the number of empty lines."""


def packed(index: Index, analyser: Analyser, combined: Mapping[str, Iterable[int]]) -> dict[str, Any]:
    """The index of one language as texts and short lists. `combined` are, by kind of help, the regions with a
    list page of their own for it, as numbers in the order of the regions."""
    entries = index.entries
    heads = [n for n, entry in enumerate(entries) if entry.key]
    members = _members(entries)
    # In this order they are packed smallest, some 200 bytes: what was said lately costs least to say again.
    own = {
        "urgent": [_folded(entry.urgent, analyser) for entry in entries],
        "words": [[" ".join(analyser.words(text)) for text in entry.words] for entry in entries],
        "texts": [[" ".join(_telling(entry.text, analyser))] for entry in entries],
        "lines": [[entry.line] for entry in entries],
        "titles": [[entry.title] for entry in entries],
        "names": [other_names(entry, analyser) for entry in entries],
    }
    swap = swapped_letters(text for texts in own.values() for row in texts for text in row)
    return {
        "letters": dict(analyser.letters),
        "rules": rules_of(analyser, swap),
        "boosts": list(BOOSTS.values()),
        "kinds": _kinds(entries),
        "swap": swap,
        **{
            name: _column("\t".join(_exchanged(text, swap) for text in row) for row in texts)
            for name, texts in own.items()
        },
        "ids": _column(_id(entry, analyser) for entry in entries),
        "heavier": [
            (weight, growing(n for n, entry in enumerate(entries) if entry.weight == weight))
            for weight in sorted({entry.weight for entry in entries} - {1})
        ],
        "combined": _column(
            growing(combined.get(entry.key, ())) for entry in entries if entry.kind == "service"
        ),
        "heads": growing(heads),
        "leading": _column(
            [*(growing(members.get(entries[n].key, [])) for n in heads), growing(members.get(ANYWHERE, []))]
        ),
    }


def rules_of(analyser: Analyser, swap: tuple[str, str]) -> dict[str, Any]:
    """How a browser compares words of the language."""
    analysis = analyser.analysis
    same = "\n".join(" ".join(words) for words in analysis.same)
    return {
        "ignored": " ".join(analysis.ignored).translate(_both_ways(swap)),
        "same": same.translate(_both_ways(swap)),
        "particles": analysis.particles,
        "latin": analysis.latin,
        "vowels": analysis.vowels,
        "beginnings": _steps(analysis.beginnings),
        "endings": _steps(analysis.endings),
    }


def swapped_letters(texts: Iterable[str]) -> tuple[str, str]:
    """The commonest letters of a language's texts that take more than a byte, and those that they change
    places with; nothing where most texts are written in letters of one byte."""
    found = Counter(sign for text in texts for sign in text if sign.isalpha())
    wide = [sign for sign, _ in found.most_common() if not sign.isascii()][: len(COMMON)]
    if sum(found[sign] for sign in wide) * 2 < found.total():
        return "", ""
    return "".join(wide), COMMON[: len(wide)]


def _exchanged(text: str, swap: tuple[str, str]) -> str:
    """A text with its letters in other places, where that makes it shorter."""
    if not swap[0]:
        return text
    other = text.translate(_both_ways(swap))
    return other if len(other.encode()) <= len(text.encode()) else AS_IT_IS + text


def _both_ways(swap: tuple[str, str]) -> dict[int, int]:
    return str.maketrans(swap[0] + swap[1], swap[1] + swap[0])


def _folded(phrases: Iterable[str], analyser: Analyser) -> list[str]:
    """Words of danger as they are compared with what is typed: a star stays at the end of a word, a line
    between words of which one is enough."""
    return [
        " ".join(
            "|".join("".join(analyser.words(one)) + "*" * one.endswith("*") for one in word.split("|"))
            for word in phrase.split()
        )
        for phrase in phrases
    ]


def _telling(texts: Iterable[str], analyser: Analyser) -> Iterator[str]:
    """The words of texts that nobody sees, as they are compared, without those that say nothing."""
    return (word for text in texts for word in analyser.words(text) if analyser.token(word))


def tokens_in_order(entry: Entry, analyser: Analyser) -> list[str]:
    """The different comparable words of an entry, in the order in which the browser meets them."""
    texts = (entry.title, *other_names(entry, analyser), *entry.words, entry.line, *entry.text)
    return list(dict.fromkeys(token for text in texts for token in analyser.tokens(text)))


def growing(numbers: Iterable[int]) -> str:
    """A list of growing numbers as the steps between them, one character a step, two from 45."""
    text, last, half = "", -1, len(DIGITS) // 2
    for number in sorted(numbers):
        step = number - last - 1
        text += (
            DIGITS[step] if step < half else DIGITS[half + step // len(DIGITS)] + DIGITS[step % len(DIGITS)]
        )
        last = number
    return text


def _members(entries: list[Entry]) -> dict[str, list[int]]:
    """Numbers of the entries that belong to something, by its key."""
    found: dict[str, list[int]] = {}
    for n, entry in enumerate(entries):
        for key in entry.about:
            found.setdefault(key, []).append(n)
    return {key: list(dict.fromkeys(numbers)) for key, numbers in found.items()}


def _steps(steps: tuple[tuple[Rule, ...], ...]) -> list[list[tuple[str, str, int]]]:
    return [[(rule.cut, rule.put, rule.left) for rule in rules] for rules in steps]


FOLDERS = {
    "organisation": "emergency/organisations/",
    "signpost": "emergency/organisations/",
    "country": "emergency/countries/",
    "mechanism": "mechanisms/",
    "service": "emergency/services/",
    "region": "emergency/regions/",
    "group": "emergency/groups/",
    "language": "emergency/languages/",
    "need": "emergency/triage/",
    "end": "emergency/triage/",
    "workshop": "workshop/",
}
"""Where pages of a kind are: said once. All addresses end with `.html`."""


def _kinds(entries: list[Entry]) -> list[tuple[str, int, str]]:
    """Runs of entries of a kind: the kind, how many, and their folder."""
    return [
        (kind, len(list(group)), FOLDERS.get(kind, ""))
        for kind, group in groupby(entries, key=lambda entry: entry.kind)
    ]


def _id(entry: Entry, analyser: Analyser) -> str:
    """What differs in the addresses of a kind: `=` where it is the title in small letters and hyphens, empty
    for no page. A capital letter stands for a word of its names and the hyphen before it, in their order."""
    id = entry.address.removeprefix(FOLDERS.get(entry.kind, "")).removesuffix(".html")
    if id == "-".join(analyser.words(entry.title)):
        return "="
    names = (entry.title, *other_names(entry, analyser))
    known = list(dict.fromkeys(word for name in names for word in analyser.words(name)))[: len(CAPITALS)]
    parts = (CAPITALS[known.index(part)] if part in known else f"-{part}" for part in id.split("-"))
    return "".join(parts).removeprefix("-")


def _column(texts: Iterable[str]) -> str:
    """Texts one a line, with the number of empty ones in a row; they hold no line break and no tab of their
    own."""
    text = "\n".join(text.replace("\n", " ") for text in texts)
    return re.sub(r"(?<=\n)\n{4,}", lambda found: f"{BLANK}{len(found[0])}\n", text)
