"""Texts that travel as messages: what fits into one SMS."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""Letters of the basic alphabet (3GPP TS 23.038, 6.2.1): 160 of them are one SMS."""

_DOUBLE = frozenset("^{}\\[~]|€")
"""Letters of its extension: each counts as two."""

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "·": "-"}
)
"""Signs of print that only make a message longer."""

LETTERS, OTHER_LETTERS = 160, 70
"""What one SMS holds: letters of the basic alphabet, or 16-bit units of any other (3GPP TS 23.040)."""


def in_plain_letters(text: str) -> str:
    """A text without what alone would halve the room of a message: signs of print, and accents that the basic
    alphabet lacks. Letters of other scripts stay."""
    return "".join(_plain(sign) for sign in text.translate(_PLAIN))


def _plain(sign: str) -> str:
    if sign in _GSM or sign in _DOUBLE:
        return sign
    base = unicodedata.normalize("NFD", sign)[0]
    return base if base in _GSM else sign


def length(text: str) -> int:
    """How much of an SMS a text takes, in the letters that it needs."""
    if _is_basic(text):
        return sum(2 if sign in _DOUBLE else 1 for sign in text)
    return len(text.encode("utf-16-le")) // 2


def fits(text: str) -> bool:
    """Whether a text is one SMS."""
    return length(text) <= (LETTERS if _is_basic(text) else OTHER_LETTERS)


def one_sms(needed: Sequence[str], more: Sequence[str] = ()) -> str | None:
    """What must be said, and as much of the rest as one SMS holds, each on a line of its own: a number that
    stands alone keeps its direction. None where what must be said is longer."""
    lines = [in_plain_letters(line) for line in needed if line]
    if not fits("\n".join(lines)):
        return None
    for line in map(in_plain_letters, more):
        if line and fits("\n".join([*lines, line])):
            lines.append(line)
    return "\n".join(lines)


def _is_basic(text: str) -> bool:
    return all(sign in _GSM or sign in _DOUBLE for sign in text)
