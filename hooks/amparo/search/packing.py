"""The compact form of an index. `hooks/theme/search/unfold.js` unfolds it.

Result titles and lines are sent anyway, so their words are not sent a second time: the browser takes them
apart with the same analysis. What it cannot know are the weights, and what belongs to what."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from amparo.model.search import Rule
from amparo.pages.entry import ANYWHERE, Entry
from amparo.search.index import Index, other_names
from amparo.text.analysis import Analyser

DIGITS = [chr(code) for code in range(35, 127) if chr(code) not in "\\:"]
"""90 printable characters that need no escape in a JavaScript string, without the colon: packed numbers must
not look like times of day."""

LEVELS = 8
"""How many weights there are: lunr's are rounded to these, on a logarithmic scale."""


def packed(index: Index, analyser: Analyser, combined: Mapping[str, Iterable[int]]) -> dict[str, Any]:
    """The index of one language as texts and short lists. `combined` are, by kind of help, the regions with a
    list page of their own for it, as numbers in the order of the regions."""
    weights = [
        index.postings[token][n]
        for n, entry in enumerate(index.entries)
        for token in tokens_in_order(entry, analyser)
    ]
    least, most = min(weights), max(weights)
    base = (most / least) ** (1 / (LEVELS - 1))
    entries = index.entries
    heads = [n for n, entry in enumerate(entries) if entry.key]
    members = _members(entries)
    return {
        "letters": dict(analyser.letters),
        "rules": {
            "ignored": analyser.analysis.ignored,
            "same": analyser.analysis.same,
            "particles": analyser.analysis.particles,
            "beginnings": _steps(analyser.analysis.beginnings),
            "endings": _steps(analyser.analysis.endings),
        },
        "kinds": _kinds(entries),
        "titles": _column(entry.title for entry in entries),
        "lines": _column(entry.line for entry in entries),
        "names": _column("\t".join(other_names(entry, analyser)) for entry in entries),
        "words": _column("\t".join(entry.words) for entry in entries),
        "texts": _column("\t".join(entry.text) for entry in entries),
        "ids": _column(_id(entry, analyser) for entry in entries),
        "base": round(base, 4),
        "weights": "".join(DIGITS[round(math.log(weight / least, base))] for weight in weights),
        "combined": _column(
            growing(combined.get(entry.key, ())) for entry in entries if entry.kind == "service"
        ),
        "heads": growing(heads),
        "leading": _column(
            [*(growing(members.get(entries[n].key, [])) for n in heads), growing(members.get(ANYWHERE, []))]
        ),
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
    for no page."""
    id = entry.address.removeprefix(FOLDERS.get(entry.kind, "")).removesuffix(".html")
    return "=" if id == "-".join(analyser.words(entry.title)) else id


def _column(texts: Iterable[str]) -> str:
    """Texts one a line; they hold no line break and no tab of their own."""
    return "\n".join(text.replace("\n", " ") for text in texts)
