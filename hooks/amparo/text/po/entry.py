"""What a PO file holds: a head, and entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Key = tuple[str | None, str]
"""Context (None in `ui`) and source text. For plurals the source text is the singular."""

KNOWN_FLAG = re.compile(
    r"fuzzy|(?:no-)?[a-z-]+-format|(?:no-)?wrap|range:\s*\d+\.\.\d+|max-length:\d+|markdown-text"
)
"""What programs write behind `#,`. Anything else was written by a person, and may be a name."""

FUZZY = "fuzzy"
"""The flag of a translation that was made from an older source text."""


@dataclass(frozen=True)
class Source:
    """A text in the source language."""

    context: str | None
    """Where it stands, e.g. `organisations/front-line-defenders#how_to_ask`; None in `ui`."""

    text: str
    """The text; for plurals the singular."""

    plural: str | None = None
    """The plural, where a number is said."""

    @property
    def key(self) -> Key:
        """Context and text."""
        return (self.context, self.text)


@dataclass(frozen=True)
class Entry:
    """A text and its translation."""

    source: Source
    """What is translated."""

    strings: tuple[str, ...] = ("",)
    """The translation: one text, or one a plural form. Empty where it is missing."""

    flags: frozenset[str] = frozenset()
    """What stands behind `#,`."""

    notes: tuple[str, ...] = ()
    """What translators wrote for each other, a line each, without the `#`."""

    hints: tuple[str, ...] = ()
    """What translators should know, a line each (`#.`)."""

    places: tuple[str, ...] = ()
    """Where the text comes from (`#:`)."""

    before: Source | None = None
    """The older source text that a stale translation was made from (`#|`)."""

    is_obsolete: bool = False
    """True where nothing asks for the text any more: only the translation is kept (`#~`)."""

    line: int = 1
    """Where its `msgid` stands, counted from 1."""

    @property
    def is_stale(self) -> bool:
        """Whether the translation was made from an older source text."""
        return FUZZY in self.flags

    @property
    def is_translated(self) -> bool:
        """Whether any form of the translation is there, stale or not."""
        return any(self.strings)

    @property
    def is_whole(self) -> bool:
        """Whether every form of the translation is there, stale or not."""
        return all(string.strip() for string in self.strings)


@dataclass(frozen=True)
class Head:
    """The entry without a source text, at the top of a file."""

    fields: dict[str, str] = field(default_factory=dict)
    """Its fields by name, in the order of the file."""

    notes: tuple[str, ...] = ()
    """The comments above it."""

    line: int = 1
    """Where its `msgid` stands, counted from 1."""


@dataclass(frozen=True)
class PoFile:
    """A PO file that was read."""

    head: Head
    """Its head."""

    entries: tuple[Entry, ...]
    """All entries, obsolete ones too, in the order of the file."""
