"""What is read aloud, line by line: text in its languages, and numbers that are said digit by digit."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from typing import NamedTuple

_NEW_LINE = frozenset(("p", "li", "h1", "h2", "h3", "h4", "div", "dt", "dd", "br"))
_ALONE = frozenset(("br", "wbr", "img", "hr"))
_ISOLATING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]")


class Run(NamedTuple):
    """Some words that are said in one way."""

    text: str
    """The words, as they stand on the page."""

    language: str
    """Their language."""

    is_number: bool = False
    """Whether it is said digit by digit."""


Line = tuple[Run, ...]
"""What is said without a pause."""


class _Reader(HTMLParser):
    """Takes lines out of markup that our own templates made."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Run]] = [[]]
        self._open: list[tuple[str, str, bool]] = [("", language, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A line begins, or words in another language, or a number."""
        if tag in _NEW_LINE:
            self.lines.append([])
        if tag not in _ALONE:
            given = dict(attrs)
            _, language, is_number = self._open[-1]
            is_number = is_number or (given.get("href") or "").startswith("tel:")
            self._open.append((tag, given.get("lang") or language, is_number))

    def handle_endtag(self, tag: str) -> None:
        """What was open ends."""
        if tag in _NEW_LINE:
            self.lines.append([])
        if tag not in _ALONE:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        _, language, is_number = self._open[-1]
        text = re.sub(r"\s+", " ", _ISOLATING.sub("", data))
        if text.strip():
            self.lines[-1].append(Run(text, language, is_number))


def lines_of(markup: str, language: str) -> tuple[Line, ...]:
    """The lines of markup in a language."""
    reader = _Reader(language)
    reader.feed(markup)
    reader.close()
    return tuple(tuple(line) for line in reader.lines if line)


def text_of(lines: tuple[Line, ...]) -> str:
    """The lines as a person reads them."""
    return "".join("".join(run.text for run in line).strip() + "\n" for line in lines)


def hash_of(lines: tuple[Line, ...]) -> str:
    """What a recording names to say which words and numbers it holds."""
    return hashlib.sha256(text_of(lines).encode()).hexdigest()[:16]


def digit_by_digit(number: str) -> str:
    """A number as it is said: each digit by itself, a pause where it has a space."""
    groups = re.split(r"[\s().\-/]+", number.strip())
    return ", ".join(" ".join(group) for group in groups if group)
