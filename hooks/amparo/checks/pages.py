"""Hand-written pages have a title, a description, and no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from amparo.source import Problem
from amparo.source.hidden import REFUSED
from amparo.text import lines

OUTSIDE = re.compile(r"\]\((?![\w./-]+(#[\w-]+)?\)|#[\w-]+\))|\]:")
"""A link that is not a plain path below docs, or a definition of links. Colons and entities can hide any
scheme."""


def check(root: Path) -> Iterator[Problem]:
    """Every page below `docs/` has a title and a description, no markup and no hidden character."""
    for file in sorted((root / "docs").rglob("*.md")):
        name = file.relative_to(root).as_posix()
        try:
            page = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            number = error.object[: error.start].count(b"\n") + 1
            yield Problem(name, number, 1, "", "a character that is not UTF-8", "save the file as UTF-8")
            continue
        yield from _front_matter(name, page)
        for number, line in enumerate(page.split("\n"), 1):
            for column, found, right in _faults(line):
                yield Problem(name, number, column, "", found, right)


def _front_matter(name: str, page: str) -> Iterator[Problem]:
    """Title and description are there, and short enough for tabs and lists."""
    front = lines.front_matter(page)
    for key, most in (("title", 60), ("description", 170)):
        if not front.get(key):
            yield Problem(
                name,
                1,
                1,
                key,
                "missing in the front matter",
                f"{key}: …, between two lines of three hyphens",
            )
        elif len(front[key]) > most:
            number = next(n for n, text in enumerate(page.split("\n"), 1) if text.startswith(f"{key}:"))
            yield Problem(name, number, 1, key, f"{len(front[key])} characters", f"at most {most} characters")


def _faults(line: str) -> Iterator[tuple[int, str, str]]:
    """What a line may not hold, as (column from 1, found, right)."""
    tag = re.search(r"</?[a-zA-Z!]", line)
    if tag:
        yield tag.start() + 1, f"HTML, `{line[tag.start() :][:20]}`", "Markdown only"
    hidden = REFUSED.search(line)
    if hidden:
        yield hidden.start() + 1, f"a hidden character, U+{ord(hidden[0]):04X}", "delete it"
    if OUTSIDE.search(line):
        yield 1, "a link to another host", "a page of this site; contacts belong into records"
