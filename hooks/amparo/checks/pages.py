"""Hand-written pages have a title, a description, and no HTML."""

from __future__ import annotations

import re
from typing import Iterator

from amparo.project import Project
from amparo.source import Problem
from amparo.source.loader import REFUSED
from amparo.text import lines

OUTSIDE = re.compile(r"\]\((?![\w./-]+(#[\w-]+)?\)|#[\w-]+\))|\]:")
"""A link that is not a plain path below docs, or a definition of links. Colons and entities can hide any scheme."""


def check(project: Project) -> Iterator[Problem]:
    """Every page below `docs/` has front matter with title and description, no markup, no hidden character."""
    for file in project.pages().values():
        name = project.name_of(file)
        try:
            page = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            number = error.object[: error.start].count(b"\n") + 1
            yield Problem(name, number, 1, "", "a character that is not UTF-8", "save the file as UTF-8")
            continue
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
                line = next(n for n, text in enumerate(page.split("\n"), 1) if text.startswith(f"{key}:"))
                yield Problem(
                    name, line, 1, key, f"{len(front[key])} characters", f"at most {most} characters"
                )
        for number, line in enumerate(page.split("\n"), 1):
            tag = re.search(r"</?[a-zA-Z!]", line)
            if tag:
                yield Problem(
                    name, number, tag.start() + 1, "", f"HTML, `{line[tag.start() :][:20]}`", "Markdown only"
                )
            hidden = REFUSED.search(line)
            if hidden:
                yield Problem(
                    name,
                    number,
                    hidden.start() + 1,
                    "",
                    f"a hidden character, U+{ord(hidden[0]):04X}",
                    "delete it",
                )
            if OUTSIDE.search(line):
                yield Problem(
                    name,
                    number,
                    1,
                    "",
                    "a link to another host",
                    "a page of this site; contacts belong into records",
                )
