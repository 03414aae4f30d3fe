"""What a text may hide in another spelling: addresses, handles, digits of other scripts, signs of markup."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from babel import Locale

from amparo.model.host import plain_address

_MARKUP = re.compile(r"<[^<>]*>|[\\*_`]")
"""What Markdown takes away: an address may not hide between its signs."""

_DOTTED = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]*(?:[:/?#][^\s()\"”»’']*)?")
"""Words with a full stop inside: an address with its path, or a stop without its space."""

_SPOKEN = re.compile(
    r"\b(?:arroba|punto\s+(?:com|org|net|info|io|me)|dot\s*(?:com|org|net))\b|[\[({<]\s*(?:at|arroba|a)\s*[\])}>]"
    r"|نقطة\s+كوم|دوت\s*كوم|آت\s+دوت"
)
"""Ways to say a sign of an address in words."""

_SCHEME = re.compile(r"\b[a-z][a-z0-9+.-]+:(?=[\w/+?#.&%@*\\])|(?<![:/])//(?=\w)")
"""What begins an address of another kind, such as `tel:` or `//`."""

_ENTITY = re.compile(r"&(?:#\w+|\w+);?")

_FULL_WIDTH = re.compile("[\uff01-\uff5e\uffe0-\uffe6]")
_WIDE_LETTER = re.compile(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0e\uff0f\uff06\uff1c\uff1e\ufe6b]"
)
"""Digits, letters and signs of addresses as wide as a Chinese character."""

_HAN_NUMBER = re.compile("[〇零一二三四五六七八九]{3,}")
"""A number written digit by digit in Chinese signs."""

_SENTENCE = re.compile(
    "。(?=[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
    r"(?!(?:中国|中國|公司|公益|台湾|台灣|商城|商标|在线|我爱你|政务|新加坡|机构|组织机构|澳門|网址|网店|网站|网络|中文网"
    r"|网絡|移动|集团|香港|コム|ストア|みんな|한국|닷컴|닷넷|삼성)(?!\w))"
)
"""A stop after which the next sentence of East Asia begins, without a space as is right there: no dot of an
address, unless all that follows it is a word that addresses end in (IANA's list of top-level domains)."""

MOST_MARKS = 3
"""Marks that may stand on one letter, such as two of Arabic."""

MOST_VOWELS = 6
"""The same where marks are vowels: a syllable of Myanmar bears a middle letter, two vowels and a tone."""

MARKS = "`*_|\\<>[]{}#^=&@"
"""Signs that make links, code, tables, entities or handles of a text."""

_PICTURES = frozenset("°№©®™")
"""Signs that belong to words, although Unicode counts them among the pictures."""


def addresses(text: str, is_wide: bool = False) -> Counter[str]:
    """Everything in a text that reads like an address, however it is spelled, and how often it stands
    there; `is_wide` where a sentence may follow another without a space."""
    text = _SENTENCE.sub("。 ", text) if is_wide else text
    plain = plain_address(_MARKUP.sub("", text))
    # A letter of another script, such as an Arabic "and", may stand joined before a Latin address.
    words = (
        re.sub(r"^[^\x00-\x7f]+(?=[\x00-\x7f]+$)", "", word.rstrip(".,;:!?"))
        for word in _DOTTED.findall(plain)
    )
    found = [word for word in words if _is_address(word)]
    return Counter([*found, *_SPOKEN.findall(plain), *_SCHEME.findall(plain)])


def _is_address(word: str) -> bool:
    """Whether the end of a dotted word can be that of an address: `p.ej` and `EE.UU` cannot."""
    end = re.split(r"[:/?#]", word)[0].rpartition(".")[2]
    return len(end) > 2 or (len(end) == 2 and (end in _countries() or not end.isascii()))


@cache
def _countries() -> frozenset[str]:
    """Two letters that end addresses."""
    codes = map(str, Locale("en").territories)
    return frozenset({code.lower() for code in codes if len(code) == 2} | {"uk", "eu", "su"})


def entities(text: str) -> list[str]:
    """References that a browser would read as other signs, such as `&commat;`."""
    return [found for found in _ENTITY.findall(text) if unescape(found) != found]


def marks(text: str, is_wide: bool) -> Counter[str]:
    """Signs of markup, and how often each stands there; `is_wide` where wide signs are a script's own."""
    text = text if is_wide else unicodedata.normalize("NFKC", text)
    return Counter(sign for sign in text if sign in MARKS) + Counter({"![": text.count("![")})


def odd_signs(text: str, is_wide: bool, most_marks: int = MOST_MARKS) -> Iterator[str]:
    """Digits that are not 0 to 9, wide letters, pictures, and heaps of more than `most_marks` accents."""
    yield from (_WIDE_LETTER if is_wide else _FULL_WIDTH).findall(text)
    yield from _HAN_NUMBER.findall(text)
    heap = 0
    for sign in text:
        if sign < "\x80":
            heap = 0
            continue
        kind = unicodedata.category(sign)
        heap = heap + 1 if kind[0] == "M" else 0
        if kind in ("Nd", "No", "Nl", "Me") or (kind == "So" and sign not in _PICTURES) or heap > most_marks:
            yield sign


def more(ours: Counter[str] | Iterable[str], theirs: Counter[str] | Iterable[str]) -> list[str]:
    """What stands in the first more often than in the second."""
    return list(Counter(ours) - Counter(theirs))
