"""How words sort and under which letter they stand."""

from __future__ import annotations

import unicodedata
from typing import Any


def fold(word: Any) -> str:
    """A word as it sorts: without case, accents, article and signs before the first letter."""
    flat = "".join(
        sign for sign in unicodedata.normalize("NFKD", str(word)) if not unicodedata.combining(sign)
    ).casefold()
    flat = flat.lstrip("'\"«“‘(- ")
    return flat.removeprefix("ال") if len(flat) > 3 else flat


def letter(word: Any) -> str:
    """The letter under which a word stands."""
    first = fold(word)[:1].upper()
    return first if first.isalpha() else "0–9"


def alphabet(word: Any) -> str:
    """The script that a word begins in, as Unicode names it: `LATIN`, `ARABIC`; digits stand with Latin
    letters."""
    first = fold(word)[:1]
    return unicodedata.name(first, "LATIN").split(" ")[0] if first.isalpha() else "LATIN"
