"""The site's name in texts. Pages and translations hold a placeholder, and each copy fills it with its own
name.

So a neutral copy cannot tell by a text that was overlooked, and a site can be renamed by one setting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from amparo.text.voice import Foreign, Said

PLACEHOLDER = "%(site)s"
"""What stands for the name, as in templates. In a text that holds it a sign for per cent is written `%%`."""


def filled(said: Said, name: str) -> Said:
    """A text of a page with the name of this copy."""
    if isinstance(said, Foreign):
        return replace(said, text=str(filled(said.text, name)))
    return said % {"site": name} if PLACEHOLDER in said else said


def written(text: str, name: str) -> Iterator[int]:
    """Where a text writes a name by hand: as a word, in just these letters. Small letters are another word
    ("writ of amparo"),
    and so is a longer one; a letter of a script without capitals, such as an Arabic "and", may stand right
    before it."""
    start = text.find(name) if name else -1
    while start >= 0:
        around = text[max(start - 1, 0) : start] + text[start + len(name) : start + len(name) + 1]
        if not any(_has_case(letter) == _has_case(name[0]) for letter in around if letter.isalpha()):
            yield start
        start = text.find(name, start + 1)


def _has_case(letter: str) -> bool:
    """Whether a script has capitals."""
    return letter.lower() != letter.upper()
