"""Strict YAML: every value as the editor wrote it, with line and column, and nothing clever.

YAML reads `NO` as false, `+353…` as a number and keeps the second of two equal keys. A changed country or
number can cost a life, so scalars stay text here and the models decide what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from amparo.source.builder import Builder, Refused
from amparo.source.document import Document
from amparo.source.hidden import REFUSED
from amparo.source.problems import Problem, Problems

MOST_BYTES = 200_000
"""A record is a page of text. A larger file is a mistake or an attack on the parser."""

CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?= |$)", re.MULTILINE)
"""What git writes around two versions that it could not join."""

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(file: Path, name: str, problems: Problems, may_comment: bool = False) -> Document | None:
    """Read one data file, called `name` in problems. None, with the reason told, when it is not strict YAML.
    `may_comment` where comments may stand behind values, as in settings."""
    found_before = len(problems)
    text = _text_of(file, name, problems)
    if text is None:
        return None
    document = Document(name)
    try:
        lines = text.split("\n") if "#" in text and not may_comment else ()
        Builder(document, problems, lines).build(yaml.parse(text, Loader=_Parser))
    except yaml.MarkedYAMLError as error:
        problems.add(_not_yaml(error, name))
    except yaml.YAMLError as error:
        if len(problems) == found_before:
            problems.add(
                Problem(
                    name, 1, 1, "", f"this is not valid YAML: {error}", "save the file as plain UTF-8 text"
                )
            )
    except Refused:
        pass  # The builder has told why.
    return document if len(problems) == found_before else None


def conflicts(text: str, name: str) -> Iterator[Problem]:
    """Each mark of two versions that nobody has joined yet, at its own line."""
    for match in CONFLICT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        found = f"`{match[0]}`: two versions of this file, and nobody has chosen yet"
        yield Problem(name, line, 1, "", found, "one of the versions, without the lines with these marks")


def _not_yaml(error: yaml.MarkedYAMLError, name: str) -> Problem:
    """What the parser stumbled over, and where."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "quoted scalar" in (error.context or ""):
        # Where the quote opens; the parser only notices at the end of the file.
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(
        name,
        line,
        column,
        "",
        f"this is not valid YAML: {error.problem or error.context}",
        "check quotes, brackets and the spaces at the start of the line; text with ': ' or '#' in it "
        "needs double quotes",
    )


def _text_of(file: Path, name: str, problems: Problems) -> str | None:
    """The file's text, or None with the reason told."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        problems.add(
            Problem(name, 1, 1, "", f"the file has {size:,} bytes", f"at most {MOST_BYTES:,} bytes a record")
        )
        return None
    try:
        # Windows' editors put a mark before the text.
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        problems.add(Problem(name, number, 1, "", "a character that is not UTF-8", "save the file as UTF-8"))
        return None
    if CONFLICT.search(text):
        problems.extend(conflicts(text, name))
        return None
    for number, line in enumerate(text.split("\n") if REFUSED.search(text) else (), 1):
        for match in REFUSED.finditer(line):
            problems.add(
                Problem(
                    name,
                    number,
                    match.start() + 1,
                    "",
                    f"a hidden character, U+{ord(match[0]):04X}",
                    "delete it; it can hide or reorder what readers see",
                )
            )
    return text
