"""The compact form of an index. `hooks/theme/search/unfold.js` unfolds it.

Result titles and lines are sent anyway, so their words are not sent a second time: the browser takes them apart with the same
analysis. What it cannot know are the weights, and what belongs to what.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import Any, Iterable

from amparo.model.search import Rule
from amparo.search.analysis import Analyser
from amparo.search.entries import ANYWHERE
from amparo.search.entry import Entry
from amparo.search.index import Index, other_names

DIGITS = [chr(code) for code in range(35, 127) if chr(code) != "\\"][:90]
"""Printable characters that need no escape in a JavaScript string."""

LEVELS = 24
"""How many weights there are: lunr's are rounded to these, on a logarithmic scale."""


def packed(index: Index, analyser: Analyser) -> dict[str, Any]:
    """The index of one language as texts and short lists."""
    weights = [index.postings[token][n] for n, entry in enumerate(index.entries) for token in tokens_in_order(entry, analyser)]
    least, most = min(weights), max(weights)
    base = (most / least) ** (1 / (LEVELS - 1))
    entries = index.entries
    heads = [n for n, entry in enumerate(entries) if entry.key]
    members = _members(entries)
    return {
        "letters": dict(analyser.letters),
        "rules": {"ignored": analyser.analysis.ignored, "same": analyser.analysis.same,
                  "beginnings": _steps(analyser.analysis.beginnings), "endings": _steps(analyser.analysis.endings)},
        "kinds": _kinds(entries),
        "titles": _column(entry.title for entry in entries),
        "lines": _column(entry.line for entry in entries),
        "names": _column("\t".join(other_names(entry, analyser)) for entry in entries),
        "words": _column("\t".join(entry.words) for entry in entries),
        "texts": _column("\t".join(entry.text) for entry in entries),
        "ids": _column(_inner(entry) for entry in entries),
        "base": round(base, 4),
        "weights": "".join(DIGITS[round(math.log(weight / least, base))] for weight in weights),
        "heads": growing(heads),
        "leading": _column([*(growing(members.get(entries[n].key, [])) for n in heads), growing(members.get(ANYWHERE, []))]),
    }


def tokens_in_order(entry: Entry, analyser: Analyser) -> list[str]:
    """The different comparable words of an entry, in the order in which the browser meets them."""
    texts = (entry.title, *other_names(entry, analyser), *entry.words, entry.line, *entry.text)
    return list(dict.fromkeys(token for text in texts for token in analyser.tokens(text)))


def growing(numbers: Iterable[int]) -> str:
    """A list of growing numbers as the steps between them, one character a step, two from 45."""
    text, last, half = "", -1, len(DIGITS) // 2
    for number in sorted(numbers):
        step = number - last - 1
        text += DIGITS[step] if step < half else DIGITS[half + step // len(DIGITS)] + DIGITS[step % len(DIGITS)]
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


FORMS = {"organisation": ("emergency/organisations/", ".html"), "signpost": ("emergency/organisations/", ".html"),
         "country": ("emergency/countries/", ".html"), "mechanism": ("mechanisms/", ".html")}
"""What addresses of a kind begin and end with: said once."""


def _kinds(entries: list[Entry]) -> list[tuple[str, int, str, str]]:
    """Runs of entries of a kind: the kind, how many, what their addresses begin and end with."""
    return [(kind, len(list(group)), *FORMS.get(kind, ("", ""))) for kind, group in groupby(entries, key=lambda entry: entry.kind)]


def _inner(entry: Entry) -> str:
    """The part of an address that differs within its kind."""
    before, after = FORMS.get(entry.kind, ("", ""))
    return entry.address[len(before): len(entry.address) - len(after)]


def _column(texts: Iterable[str]) -> str:
    """Texts one a line; they hold no line break and no tab of their own."""
    return "\n".join(text.replace("\n", " ") for text in texts)
