"""Names in one spelling, so that a list in another script or spelling can be compared with ours."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = "а a,б b,в v,г g,ґ g,д d,е e,є e,ж zh,з z,и i,і i,ї i,й i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ў u,ф f,х kh,ц ts,ч ch,ш sh,щ sh,ъ ,ы y,ь ,э e,ю iu,я ia,ѓ g,ђ d,ј i,љ l,њ n,ћ c,ќ k,џ dz"
_GREEK = (
    "α a,β v,γ g,δ d,ε e,ζ z,η i,θ th,ι i,κ k,λ l,μ m,ν n,ξ x,ο o,π p,ρ r,σ s,ς s,τ t,υ y,φ f,χ kh,ψ ps,ω o"
)
_GEORGIAN = "ა a,ბ b,გ g,დ d,ე e,ვ v,ზ z,თ t,ი i,კ k,ლ l,მ m,ნ n,ო o,პ p,ჟ zh,რ r,ს s,ტ t,უ u,ფ p,ქ k,ღ gh,ყ q,შ sh,ჩ ch,ც ts,ძ dz,წ ts,ჭ ch,ხ kh,ჯ j,ჰ h"
_ARMENIAN = "ա a,բ b,գ g,դ d,ե e,զ z,է e,ը y,թ t,ժ zh,ի i,լ l,խ kh,ծ ts,կ k,հ h,ձ dz,ղ gh,ճ ch,մ m,յ i,ն n,շ sh,ո o,չ ch,պ p,ջ j,ռ r,ս s,վ v,տ t,ր r,ց ts,ւ v,փ p,ք k,օ o,ֆ f,և ev"
_ARABIC = "أ ا,إ ا,آ ا,ٱ ا,ى ي,ی ي,ئ ي,ؤ و,ة ه,ک ك,گ ك,ـ "
_LATIN = "ß ss,ø o,ł l,đ d,ð d,þ th,æ ae,œ oe,ı i,ə a"

LETTERS = {
    pair[0]: pair[1:].strip()
    for script in (_CYRILLIC, _GREEK, _GEORGIAN, _ARMENIAN, _ARABIC, _LATIN)
    for pair in script.split(",")
}
"""Letters and what stands for them: Latin letters for alphabets; one form of each letter in Arabic and
Persian."""

_SOUNDS = (
    (r"kh|gh", "h"), (r"zh", "z"), (r"sh", "s"), (r"ch|ts|tz|cz", "c"), (r"ph", "f"), (r"th", "t"), (r"ck|q", "k"),
    (r"w", "v"), (r"[yj]", "i"), (r"i(?=[aeou])", ""), (r"(.)\1+", r"\1"), (r"(?<=.)h$", ""),
)  # fmt: skip
"""Spellings of one sound in one spelling: `Viasna`, `Vyasna` and `Вясна` become `vasna`."""

OF_FIRMS = frozenset(
    ["the", "inc", "ltd", "limited", "e", "v", "ev", "o", "p", "s", "ops", "z", "ry", "gmbh", "ggmbh", "llc"]
)
"""Words that a register adds to a name, or leaves out."""


def folded(text: str) -> list[str]:
    """The words of a text: small Latin letters without accents; letters of scripts that have no table stay as
    they are."""
    signs = []
    for sign in unicodedata.normalize("NFKC", text).lower():
        plain = LETTERS.get(sign)
        if plain is None:
            kept = (one for one in unicodedata.normalize("NFKD", sign) if unicodedata.category(one) != "Mn")
            plain = "".join(LETTERS.get(one, one if one.isalnum() else " ") for one in kept)
        signs.append(plain)
    return "".join(signs).split()


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """A folded word as it sounds, so that two ways to write it in Latin letters are one."""
    for pattern, put in _SOUNDS:
        word = re.sub(pattern, put, word)
    return word


def sounds(text: str) -> tuple[str, ...]:
    """A name as it sounds, word by word, without the words that firms add."""
    words = [word for word in folded(text) if word not in OF_FIRMS]
    return tuple(sound(word) for word in words or folded(text))


def holds(text: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name stands in a text, word after word."""
    return bool(name) and any(
        text[start : start + len(name)] == name for start in range(len(text) - len(name) + 1)
    )


def is_acronym(name: str) -> bool:
    """Whether a name is a row of capitals: too short to be compared as it sounds."""
    return bool(re.fullmatch(r"[A-Z][A-Z0-9-]{1,6}", name))
