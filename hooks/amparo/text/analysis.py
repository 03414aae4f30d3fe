"""Turns text into comparable words. `hooks/theme/search/analysis.js`, with `scripts.js` for some languages,
does exactly the same in the browser: a test compares every word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from amparo.model.search import Analysis
from amparo.text.language import language_of

SIGNS = "\u200b\u200c\u200d"
"""Signs without width: people leave them out when they type."""

MARKS_OF_ACCENT = re.compile("[\u0300-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]")
"""Marks that are accents, as in Latin and Arabic, or choose a form. All others are vowels and tell words
apart."""

WITHOUT_SPACES = re.compile(
    r"(?:[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff])+"
)
"""A run of letters whose script writes no spaces between words: Thai, Lao, Burmese, Khmer, kana, Chinese
characters."""


class Analyser:
    """One language's rules at work."""

    def __init__(self, letters: Mapping[str, str], analysis: Analysis) -> None:
        """`letters` are the letters of all languages that count as others."""
        self.letters, self.analysis = {**letters, **analysis.letters}, analysis
        language = language_of(analysis.language)
        script = language.script
        self.by_script = language.keeps_parts_apart or script.has_marks or not script.has_spaces
        """Whether the language needs more than letters without marks: `scripts.js` is then sent as well."""
        self._known: dict[str, str | None] = {}

    def words(self, text: str) -> list[str]:
        """The words of a text, folded: small, without accents, letters that count as others replaced."""
        return self._by_script(text) if self.by_script else self._plain(text)

    def _plain(self, text: str) -> list[str]:
        """Words where every mark is an accent and every word stands between spaces."""
        folded = []
        for sign in unicodedata.normalize("NFKD", text).lower():
            category = unicodedata.category(sign)
            if category == "Mn":
                continue
            folded.append(self._letter(sign) if _is_letter(sign, category) else " ")
        return "".join(folded).split()

    def _by_script(self, text: str) -> list[str]:
        """Words with their vowel marks; where a script writes no spaces, pairs of letters."""
        folded = []
        for sign in unicodedata.normalize("NFKD", text).lower():
            category = unicodedata.category(sign)
            if sign in SIGNS or (category[0] == "M" and MARKS_OF_ACCENT.match(sign)):
                continue
            is_kept = _is_letter(sign, category) or (category[0] == "M" and sign <= "\uffff")
            folded.append(self._letter(sign) if is_kept else " ")
        return [part for word in "".join(folded).split() for part in _parts(word)]

    def _letter(self, sign: str) -> str:
        return self.letters.get(sign, sign)

    def token(self, word: str) -> str | None:
        """The comparable form of a folded word; None for words that say nothing."""
        if word not in self._known:
            self._known[word] = None if word in self._ignored else self._stem(word)
        return self._known[word]

    def tokens(self, text: str) -> list[str]:
        """The comparable words of a text."""
        return [token for word in self.words(text) if (token := self.token(word))]

    def squeezed(self, text: str) -> str:
        """A text as one word, to compare whole names whatever their spaces."""
        return "".join(self.words(text))

    def bare(self, word: str) -> str:
        """A folded word without the beginnings that do not count: what somebody begins to type is compared
        with this."""
        for rules in self.analysis.beginnings:
            rule = next(
                (r for r in rules if word.startswith(r.cut) and len(word) - len(r.cut) >= r.left), None
            )
            word = rule.put + word[len(rule.cut) :] if rule else word
        return word

    def _stem(self, word: str) -> str:
        word = self.bare(word)
        word = self._same.get(word, word)
        for rules in self.analysis.endings:
            rule = next((r for r in rules if word.endswith(r.cut) and len(word) - len(r.cut) >= r.left), None)
            word = word[: -len(rule.cut)] + rule.put if rule else word
        return word

    @cached_property
    def _ignored(self) -> frozenset[str]:
        return frozenset(self.analysis.ignored)

    @cached_property
    def _same(self) -> dict[str, str]:
        return {other: words[0] for words in self.analysis.same for other in words}


def _is_letter(sign: str, category: str) -> bool:
    """Whether a sign is part of a word. Python and JavaScript sort signs above U+FFFF differently: they end
    a word, as every sign does that is no letter."""
    return category[0] in "LN" and sign <= "\uffff"


def _parts(word: str) -> Iterator[str]:
    """A word as it is, or its pairs of letters where it is a run without spaces; such a run may stand
    inside a word."""
    at = 0
    for run in WITHOUT_SPACES.finditer(word):
        if run.start() > at:
            yield word[at : run.start()]
        yield from _pairs(run[0])
        at = run.end()
    if at < len(word):
        yield word[at:]


def _pairs(run: str) -> Iterator[str]:
    """Every letter with the next one, each with the marks on it; one letter by itself is a word."""
    letters: list[str] = []
    for sign in run:
        if letters and unicodedata.category(sign)[0] == "M":
            letters[-1] += sign
        else:
            letters.append(sign)
    yield from (one + other for one, other in pairwise(letters)) if len(letters) > 1 else letters
