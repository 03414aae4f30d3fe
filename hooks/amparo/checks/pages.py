"""Hand-written pages have a title, a description, and no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amparo.model.base import is_device
from amparo.project import Project
from amparo.source import Problem, conflicts
from amparo.source.hidden import REFUSED
from amparo.text import lines, naming
from amparo.text.fold import folded

OUTSIDE = re.compile(r"\]\((?![\w./-]+(#[\w-]+)?\)|#[\w-]+\))|\]:")
"""A link that is not a plain path below docs, or a definition of links. Colons and entities can hide any
scheme."""

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a page or a folder of pages may be called."""

_PLACEHOLDER = re.compile(r"%\(\w*\)\w?")


def check(project: Project, site_name: str) -> Iterator[Problem]:
    """Every page below `docs/` has front matter with title and description, no markup, no hidden character,
    and names the site by its placeholder only."""
    yield from _file_names(project)
    for file in project.pages().values():
        name = project.name_of(file)
        try:
            page = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            number = error.object[: error.start].count(b"\n") + 1
            yield Problem(name, number, 1, "", "a character that is not UTF-8", "save the file as UTF-8")
            continue
        yield from conflicts(page, name)
        yield from _front(name, page)
        for number, line in enumerate(page.split("\n"), 1):
            for column, found, right in (*_names(line, site_name), *_marks(line)):
                yield Problem(name, number, column + 1, "", found, right)


def _file_names(project: Project) -> Iterator[Problem]:
    """Names of pages become addresses and names of files on every kind of disk: small letters, digits and
    single hyphens, none that Windows keeps for a device. So no two differ by large letters alone."""
    for path, file in project.pages().items():
        for part in path.split("/"):
            if is_device(part) or not _PLAIN.fullmatch(part):
                right = re.sub(r"[^a-z0-9]+", "-", " ".join(folded(part))).strip("-") or "a-short-name"
                right = f"{right}-1" if is_device(right) else right
                found = f"`{part}` as the name of a page or a folder"
                yield Problem(project.name_of(file), 1, 1, "", found, f"rename it, for example to {right}")
                break


def _front(name: str, page: str) -> Iterator[Problem]:
    """Title and description are there and short enough."""
    front = lines.front_matter(page)
    for key, most in (("title", 60), ("description", 170)):
        if not front.get(key):
            right = f"{key}: …, between two lines of three hyphens"
            yield Problem(name, 1, 1, key, "missing in the front matter", right)
        elif len(front[key]) > most:
            line = next(n for n, text in enumerate(page.split("\n"), 1) if text.startswith(f"{key}:"))
            yield Problem(name, line, 1, key, f"{len(front[key])} characters", f"at most {most} characters")


def _marks(line: str) -> Iterator[tuple[int, str, str]]:
    """Markup, hidden characters and links to other hosts in a line: column from 0, what was found, what is
    right."""
    tag = re.search(r"</?[a-zA-Z!]", line)
    if tag:
        yield tag.start(), f"HTML, `{line[tag.start() :][:20]}`", "Markdown only"
    hidden = REFUSED.search(line)
    if hidden:
        yield hidden.start(), f"a hidden character, U+{ord(hidden[0]):04X}", "delete it"
    if OUTSIDE.search(line):
        yield 0, "a link to another host", "a page of this site; contacts belong into records"


def _names(line: str, site_name: str) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the name of the site in a line: column from 0, what was found, what is right."""
    for column in naming.written(line, site_name):
        yield (
            column,
            f"the site's name, `{site_name}`",
            f"{naming.PLACEHOLDER}, which every copy fills with its own name",
        )
    for other in _PLACEHOLDER.finditer(line):
        if other[0] != naming.PLACEHOLDER:
            yield other.start(), f"the placeholder `{other[0]}`", naming.PLACEHOLDER
    if naming.PLACEHOLDER in line and "%" in _PLACEHOLDER.sub("", line).replace("%%", ""):
        yield line.index("%"), "a single % in a line with a placeholder", "%% for the sign itself"
    if re.match(r"\w+: %", line):
        yield line.index("%"), "a value that begins with %", "the value in double quotes"
