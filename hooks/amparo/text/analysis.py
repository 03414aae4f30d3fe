"""Turns text into comparable words. `hooks/theme/search/analysis.js` does exactly the same in the browser: a
test compares every word."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cached_property

from amparo.model.search import Analysis


class Analyser:
    """One language's rules at work."""

    def __init__(self, letters: Mapping[str, str], analysis: Analysis) -> None:
        """`letters` are the letters of all languages that count as others."""
        self.letters, self.analysis = letters, analysis
        self._known: dict[str, str | None] = {}

    def words(self, text: str) -> list[str]:
        """The words of a text, folded: small, without accents, letters that count as others replaced."""
        folded = []
        for sign in unicodedata.normalize("NFKD", text).lower():
            category = unicodedata.category(sign)
            if category == "Mn":
                continue
            # Python and JavaScript sort signs above U+FFFF differently: they end a word, as every sign does
            # that is no letter.
            is_word = category[0] in "LN" and sign <= "\uffff"
            folded.append(self.letters.get(sign, sign) if is_word else " ")
        return "".join(folded).split()

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
