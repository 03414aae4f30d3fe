"""Whether a translation still says "not" where its English does: a warning that lost it sends people into
danger."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from amparo.text.language import language_of

_SAYS_NO = re.compile(r"(?i)\b(?:not|never|cannot|nobody|no one|\w+n[’']t)\b")
"""English that says no in so many words."""

_FORBIDS = re.compile(r"(?i)\b(?:do not|don[’']t|never|must not|mustn[’']t|should not)\b")
"""English that tells people what not to do: each must be told."""

_ASKS = re.compile(
    r"(?i)(?:please )?(?:answer|ask|bring|call|contact|copy|delete|give|go|hide|lock|open|phone|print|record|"
    r"report|ring|run|send|share|show|sign|tell|trust|use|write)\b"
)
"""English that begins with what to do, in words that are rarely turned around ("keep calm" often is)."""

_DENIES = re.compile(
    r"(?i)\b(?:not|never|cannot|no|nobody|nothing|none|nor|neither|without|\w+n[’']t|avoid\w*|stop\w*|refus\w*|"
    r"only|unless|until|less|few\w*|little|instead|un\w+|away|alone|rather|fail\w*|skip|hardly|off|except|"
    r"secret|silent|quiet|any\w*|out)\b"
)
"""English that a translator may well turn into a "not"."""


_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed\u200b-\u200f]"
)
"""Marks above and below letters, and signs without width."""


@lru_cache(maxsize=64)
def _no(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What finds a "not" in a language, and what finds a "do not" at the start; None where nobody has written
    its words down."""
    about = language_of(language)
    before = f"[{about.before_negations}]{{0,3}}" if about.before_negations else ""
    if not about.negations:
        return None
    return _finder(before, about.negations), _finder("", about.forbids)


def _finder(before: str, words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(_bare(word)).replace(r"\*", r"\w*") for word in words) or "(?!)"
    return re.compile(rf"(?i)(?<!\w){before}(?:{either})(?!\w)")


def _bare(text: str) -> str:
    """A text without marks on its letters, which many leave out, in one spelling."""
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFC", text))


def lost(source: str, string: str, language: str) -> str | None:
    """The English words whose "not" a translation has lost, or that it denies; None where it is sound, or
    where its language has no list of such words."""
    words = _no(language)
    if words is None:
        return None
    no, do_not = words
    said, least, asks = _meant(source)
    if said:
        return None if len(no.findall(_bare(string))) >= least else said
    return asks if asks and do_not.match(_bare(string)) else None


@lru_cache(maxsize=50_000)
def _meant(source: str) -> tuple[str | None, int, str | None]:
    """Of English: a word that says no, how often that must be said, and the word that tells people to do
    something where nothing at all denies it. Remembered: each language asks again."""
    said = _SAYS_NO.search(source)
    if said:
        forbids = _FORBIDS.findall(source)
        return (forbids or [said[0]])[0], max(1, len(forbids)), None
    asks = _ASKS.match(source)
    return None, 0, asks[0] if asks and not _DENIES.search(source) else None
