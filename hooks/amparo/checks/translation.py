"""A translation says what its source says: no new number, address, mark or picture, no lost warning, nothing
blank."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from amparo.source.hidden import REFUSED
from amparo.text.disguise import MOST_MARKS, MOST_VOWELS, addresses, entities, marks, more, odd_signs
from amparo.text.language import script_of
from amparo.text.negation import lost
from amparo.text.scripts import Script

Fault = tuple[str, str]
"""What was found, and what would be right."""

REORDERED = "another order"
"""What a translator writes into a comment where the language needs placeholders in another order."""

LAST_EUROPEAN = "\u058f"
"""The last sign of the Latin, Greek, Cyrillic and Armenian letters."""

_PLAIN = re.compile(
    r"(?:[A-Za-z0-9 ,;!?'\"¿¡«»“”‘’،؛؟…–—ªº%+\u00c0-\u024f\u0620-\u065f\u0670-\u06d3-]"
    r"|[()](?!\w+\))|\.(?!\w)|:(?=[\s”\"»)]|$)|(?<!/)/(?!/))*"
)
"""A text that can hide nothing: Latin and Arabic letters, our digits, and signs between words. Most are; all
other texts are looked at from every side."""

_SPOKEN = ("arroba", "punto ", "dot", "كوم", "دوت")
"""Plain words that may spell an address."""

_LINK = re.compile(r"\]\(([^)]*)\)")
_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_DIGITS = re.compile(r"\d+")
_RUN = re.compile(
    r"(?<!\d)(?!(?:19|20)\d\d-\d+(?![\d-]))(?:\+\d(?:[ ().\-/]{0,2}\d){4,}|\d(?:[ ().\-/]{0,2}\d){6,})"
)
"""Digits that belong together: a telephone number, but not the number of a law after its year."""

_BOLD = re.compile(r"\*\*")
_BLOCK = re.compile(r"\s*(?:#|[-*+](?:\s|$)|>|\d+[.)](?:\s|$)|```|~~~|\||:\s|=+\s*$|(?:[-*_=]\s*){3,}$)")
"""A beginning that makes a heading, a list or a quotation of a line."""

_MIXED = re.compile(r"[a-zA-Z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-zA-Z]")
"""Letters of two alphabets that look alike, side by side."""


@dataclass(frozen=True)
class Pair:
    """A text and its translation."""

    source: str
    """The English; for plurals the plural."""

    string: str
    """The translation."""

    language: str
    """Its language."""

    is_form: bool = False
    """Whether it is one form of a plural, which may leave the number out: "one day"."""

    may_reorder: bool = False
    """Whether a translator has said that placeholders stand in another order on purpose."""

    @property
    def script(self) -> Script:
        """What the language is written in."""
        return script_of(self.language)


def faults(pair: Pair) -> Iterator[Fault]:
    """Everything that is wrong with a translation."""
    yield from _hidden(pair)
    yield from _blank(pair)
    low = pair.string.lower()
    if not _PLAIN.fullmatch(pair.string) or any(word in low for word in _SPOKEN):
        yield from _disguised(pair)
    if any(sign in text for text in (pair.source, pair.string) for sign in ("%(", "](", "**")):
        yield from _kept(pair)
    yield from _numbers(pair)
    yield from _said(pair)


def _hidden(pair: Pair) -> Iterator[Fault]:
    """Signs without width that are not where the script needs them: between two letters of it, one at a
    time."""
    string = pair.string
    if not REFUSED.search(string):
        return
    signs = pair.script.signs
    for match in REFUSED.finditer(string):
        around = (string[match.start() - 1 : match.start()], string[match.end() : match.end() + 1])
        if match[0] not in signs or not all(map(_is_eastern, around)):
            where = "delete it; it may stand only between two letters" if match[0] in signs else "delete it"
            yield f"a hidden character, U+{ord(match[0]):04X}", where


def _is_eastern(sign: str) -> bool:
    """Whether a sign is a letter, or a mark on one, of a script that is not European."""
    return bool(sign) and sign > LAST_EUROPEAN and unicodedata.category(sign)[0] in "LM"


def _blank(pair: Pair) -> Iterator[Fault]:
    """It has letters where its source has, of its own script; one line; not far too short or too long."""
    source, string = pair.source, pair.string
    if ("\n" in string and "\n" not in source) or "\t" in string or "\r" in string:
        yield "a line break or a tab", "one line, as in the source"
    is_loose = string[:1].isspace() or string[-1:].isspace()
    if (is_loose and source == source.strip()) or (_BLOCK.match(string) and not _BLOCK.match(source)):
        yield (
            f"`{string[:5]}` at the start, or a space at an end, makes something else of the line",
            "the words alone",
        )
    if any(map(str.isalpha, source)) and not any(map(str.isalpha, string)):
        yield f"`{string}` has no letters", "words, or nothing at all: the text is then shown in English"
    elif _is_foreign(pair):
        yield (
            "no letter of the language's own script",
            "words of the language, or nothing at all: the text is then shown in English, and marked",
        )
    least = len(source) * (0.1 if not pair.script.has_spaces else 0.25) if len(source) >= 40 else 0
    most = int(max(2 * len(source), 1.75 * len(source) + 60))
    if len(string) < least:
        yield f"{len(string)} characters for {len(source)} in the source", "everything that the source says"
    elif len(string) > most:
        yield f"{len(string)} characters for {len(source)} in the source", f"at most {most} characters"


def _is_foreign(pair: Pair) -> bool:
    """Whether a sentence is written in another script than the language's; names and short words may be."""
    is_latin = pair.script.code == "Latn"
    if is_latin:
        ours = any(sign < "\u0250" or "\u1e00" <= sign < "\u1f00" for sign in pair.string if sign.isalpha())
        return not ours and any(map(str.isalpha, pair.string))
    if not pair.string or max(pair.string) >= "\u0250":
        return False
    if pair.string == pair.source:  # A title of a work, or a line to type.
        return False
    words = sum(word.islower() and word.isalpha() for word in pair.source.split())
    return words >= 3


def _disguised(pair: Pair) -> Iterator[Fault]:
    """No address, handle, entity, mark, picture or odd digit that is not in the source."""
    source, string = pair.source, pair.string
    is_wide = pair.script.is_wide and "](" not in source
    most = MOST_VOWELS if pair.script.has_marks else MOST_MARKS
    found = [
        *more(addresses(string, pair.script.is_wide), addresses(source)),
        *more(entities(string), entities(source)),
        *more(odd_signs(string, is_wide, most), odd_signs(source, is_wide)),
        *more(marks(string, pair.script.is_wide), marks(source, pair.script.is_wide)),
    ]
    if found:
        yield (
            f"`{found[0]}` is not in the source",
            "words only; addresses come from records. A space belongs after a full stop and a colon",
        )
    if _MIXED.search(string) and pair.script.code in ("Latn", "Arab") and not _MIXED.search(source):
        yield (
            f"letters of two alphabets side by side: `{_MIXED.findall(string)[0]}`",
            "letters of one alphabet in a word",
        )


def _kept(pair: Pair) -> Iterator[Fault]:
    """Placeholders, targets of links and marks of bold are all there; what is told apart only by its place
    keeps its place."""
    source, string = pair.source, pair.string
    if "%(" in source and "%" in _PLACEHOLDER.sub("", string).replace("%%", ""):
        yield "a single % in a text with placeholders", "%% for the sign itself"
    for rule, what in ((_LINK, "link targets"), (_PLACEHOLDER, "placeholders"), (_BOLD, "marks of bold")):
        ours, theirs = rule.findall(string), rule.findall(source)
        if sorted(ours) != sorted(theirs):
            if not (pair.is_form and rule is _PLACEHOLDER and set(ours) <= set(theirs)):
                yield _differ(what, ours, theirs)
        elif ours != theirs and not (rule is _PLACEHOLDER and (pair.may_reorder or pair.is_form)):
            yield (
                f"the {what} stand in another order: {', '.join(ours)}",
                f"{', '.join(theirs)}"
                + (
                    f"; where the language needs another order, the comment `# {REORDERED}` above the entry"
                    if rule is _PLACEHOLDER
                    else ""
                ),
            )


def _numbers(pair: Pair) -> Iterator[Fault]:
    """The same numbers, and the digits of a long one in the same order."""
    source, string = pair.source, pair.string
    if "%(" in source:
        source, string = _PLACEHOLDER.sub("", source), _PLACEHOLDER.sub("", string)
    ours, theirs = _DIGITS.findall(string), _DIGITS.findall(source)
    if not ours and not theirs:
        return
    if sorted(ours) != sorted(theirs):
        if not (pair.is_form and set(ours) <= set(theirs)):
            yield _differ("numbers", ours, theirs)
        return
    if string.count("+") != source.count("+"):
        yield "a plus sign more or less than in the source", "numbers as in the source"
    for run in _RUN.findall(source):
        if "".join(_DIGITS.findall(run)) not in "".join(ours):
            yield f"the digits of `{run}` stand in another order", "the number as it stands in the source"


def _differ(what: str, ours: list[str], theirs: list[str]) -> Fault:
    return (
        f"the {what} are {', '.join(sorted(ours)) or 'none'}; "
        f"the source has {', '.join(sorted(theirs)) or 'none'}",
        "the same as in the source",
    )


def _said(pair: Pair) -> Iterator[Fault]:
    """A "not" stays a "not"."""
    said = None if pair.is_form else lost(pair.source, pair.string, pair.language)
    if said:
        yield (
            f"the source says `{said}`; the translation says the contrary, or not as often",
            "every “do not” and “never” of the source; if it is there in other words, add the word to "
            f"`negations` in hooks/amparo/text/languages/{pair.language}.yml",
        )
