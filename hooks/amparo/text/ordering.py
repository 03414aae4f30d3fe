"""How words sort in a language, and under which letter they stand.

No library does it: PyICU must be compiled against the system's ICU, and pyuca (its last release is of 2017)
knows Unicode's order for all languages at once and no language's own. What our languages need is small:
accents do not count, an alphabet of its own in the language's file, and for Chinese the order of pinyin,
which an old Chinese standard has for its 3,755 most used characters.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import Any

from amparo.text.language import Language, foreign_articles

LEAST = 3
"""Letters of a word from which on its article is taken off."""

_FIRST = 0x100000
"""Private signs that stand for the letters of an alphabet: they sort behind all others."""

_OTHERS = "\U0010fff0"
"""Stands before letters that are not of the alphabet: they come after it."""

_MARKS = "'\"«“‘(- "
"""Signs before the first letter that do not count."""

_COMMON = (b"\xb0\xa1", b"\xd7\xf9")
"""First and last of the characters that GB 2312 has in the order of pinyin."""

_INITIALS = (
    "啊A芭B擦C搭D蛾E发F噶G哈H击J喀K垃L妈M拿N哦O啪P期Q然R撒S塌T挖W昔X压Y匝Z"
)  # fmt: skip
"""The first of these characters for each Latin letter, and the letter."""

_STARTS = [sign.encode("gb2312") for sign in _INITIALS[::2]]


class Ordering:
    """The order of words in one language."""

    def __init__(self, language: Language) -> None:
        self._sorts_by_sound = language.sorts_by_sound
        self._ranks = {letter: rank for rank, group in enumerate(language.alphabet) for letter in group}
        self._heads = [group[0].upper() for group in language.alphabet]
        others = (words for script, words in foreign_articles() if script != language.script)
        self._articles = (*language.articles, *(article for words in others for article in words))

    def key(self, word: Any) -> str:
        """What a word sorts by: its letters without case, accents, article and signs before the first."""
        return "".join(self._sign(sign) for sign in self._folded(word))

    def letter(self, word: Any) -> str:
        """The letter under which a word stands."""
        first = self._folded(word)[:1]
        if first in self._ranks:
            return self._heads[self._ranks[first]]
        if self._sorts_by_sound and (initial := _initial(first)):
            return initial
        return first.upper() if first.isalpha() else "0–9"

    def alphabet(self, word: Any) -> str:
        """The script that a word begins in, as Unicode names it: `LATIN`, `ARABIC`; digits stand with Latin
        letters."""
        first = self._folded(word)[:1]
        return unicodedata.name(first, "LATIN").split(" ")[0] if first.isalpha() else "LATIN"

    def _folded(self, word: Any) -> str:
        """A word in small letters, without accents that make no letter of their own."""
        text = unicodedata.normalize("NFC", str(word)).casefold() if self._ranks else str(word)
        flat = "".join(sign if sign in self._ranks else _bare(sign) for sign in text).casefold()
        flat = flat.lstrip(_MARKS)
        article = next((one for one in self._articles if flat.startswith(one)), "")
        return flat.removeprefix(article) if len(flat) > LEAST else flat

    def _sign(self, sign: str) -> str:
        """A sign as it sorts."""
        if sign in self._ranks:
            return chr(_FIRST + self._ranks[sign])
        if self._sorts_by_sound and sign >= "\u4e00" and (code := _common(sign)):
            return chr(_FIRST + int.from_bytes(code, "big"))
        return _OTHERS + sign if self._ranks and sign.isalpha() else sign


def _bare(sign: str) -> str:
    """A sign without its accents."""
    return "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))


def _common(sign: str) -> bytes | None:
    """The place of a Chinese character in the order of pinyin; None for rarer ones and all other signs."""
    try:
        code = sign.encode("gb2312")
    except UnicodeEncodeError:
        return None
    return code if _COMMON[0] <= code <= _COMMON[1] else None


def _initial(sign: str) -> str | None:
    """The Latin letter that the sound of a Chinese character begins with, where it is a common one."""
    code = _common(sign)
    return _INITIALS[1::2][bisect_right(_STARTS, code) - 1] if code else None
