"""How hard a text is to read: the school grade of Flesch and Kincaid, for English.

0.39 · words a sentence + 11.8 · syllables a word - 15.59 (J. P. Kincaid and others, "Derivation of new
readability formulas for Navy enlisted personnel", 1975). Syllables are counted by their vowels, which is
right for nine words of ten; what matters here is whether texts become harder, and the same mistakes stand on
both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

A_SENTENCE, A_WORD, BASE = 0.39, 11.8, 15.59
"""The weights of the formula."""

_SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_ADDRESS = re.compile(r"\S*(?:@|://|\.(?:org|html|com))\S*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^tdaeiouy]ed|[^sxzcgaeiouyh]es|que|gue)$")
_APART = re.compile(
    r"ia(?!l\b|n\b)|io(?!n|us)|[^q]ua(?!r|l)|eo(?!p)|iu|rea\b|ying|eing|oing|ism\b|creat|scien"
)


def syllables(word: str) -> int:
    """About how many syllables a word has, at least one."""
    small = word.lower().replace("’", "'").removesuffix("'s")
    count = len(_VOWELS.findall(small)) + len(_APART.findall(small))
    return max(1, count - bool(_SILENT.search(small)))


def grade(texts: Iterable[str]) -> float:
    """The grade of texts read one after the other. Addresses, numbers and names of files are no words. A text
    ends a sentence."""
    sentences = words = count = 0
    for text in texts:
        found = _WORD.findall(_ADDRESS.sub(" ", text))
        if found:
            sentences += max(1, len([part for part in _SENTENCE.split(text) if _WORD.search(part)]))
            words += len(found)
            count += sum(syllables(word) for word in found)
    return A_SENTENCE * words / sentences + A_WORD * count / words - BASE if words else 0.0
