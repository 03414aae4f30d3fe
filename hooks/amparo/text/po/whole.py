"""Reads an entry that stands as `make words` writes it at once: most do, and it is five times as quick."""

from __future__ import annotations

import re

from amparo.text.po.entry import Entry, Source

_WHOLE = re.compile(
    r'((?:#\.[^\n]*\n)*(?:#:[^\n]*\n)?(?:#,[^\n]*\n)?)(?:msgctxt "([^"\n]*)"\n)?'
    r'msgid "([^"\n]*)"\nmsgstr "([^"\n]*)"'
)
"""An entry in the usual order, each text in one line and without escaped signs."""


def whole_entry(number: int, block: str) -> Entry | None:
    """The entry that these lines are, the first of which has this number; None for all that must be read line
    by line."""
    match = _WHOLE.fullmatch(block)
    if not match or "\\" in block:
        return None
    above, context, text, string = match.groups()
    hints: list[str] = []
    places: tuple[str, ...] = ()
    flags = frozenset[str]()
    for said in above.split("\n")[:-1]:
        if said.startswith("#."):
            hints.append(said[2:].strip())
        elif said.startswith("#:"):
            places = tuple(said[2:].split())
        else:
            flags = frozenset(flag.strip() for flag in said[2:].split(",") if flag.strip())
    line = number + above.count("\n") + (context is not None)
    return Entry(Source(context, text), (string,), flags, (), tuple(hints), places, None, False, line)
