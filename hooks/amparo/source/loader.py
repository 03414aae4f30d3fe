"""Strict YAML: every value as the editor wrote it, with line and column, and nothing clever.

YAML reads `NO` as false, `+353…` as a number and keeps the second of two equal keys. A changed country or number can
cost a life, so scalars stay text here and the models decide what they mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Union

import yaml

from amparo.source.problems import Problem, Problems

Path = tuple[Union[str, int], ...]
"""Keys and list positions from the root to a value."""

MOST_BYTES = 200_000
"""A record is a page of text. A larger file is a mistake or an attack on the parser."""

MOST_DEPTH = 12
"""Deepest nesting of lists and mappings; 5,000 nested brackets crash PyYAML's composer."""

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e007f]"
)
"""Characters that hide or reorder text: control, soft hyphen, zero width, bidirectional controls, private use."""

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """One data file: its values as written and where each one stands."""

    file: str
    """Path below the project's root, with forward slashes."""

    values: dict[str, Any] = field(default_factory=dict)
    """The file as nested dicts and lists; every scalar is a `str`, or None for an empty value, `null` or `~`."""

    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column (from 1) of the value at a path; of its key, where the value is a list or mapping."""

    def problem(self, path: Path, found: str, right: str, level: str = "error") -> Problem:
        """A problem at `path`, or at the nearest thing above it that stands in the file."""
        near = path
        while near and near not in self.places:
            near = near[:-1]
        line, column = self.places.get(near, (1, 1))
        return Problem(self.file, line, column, spell(path), found, right, level)


def spell(path: Path) -> str:
    """A path as an editor would say it: `contacts[2].value`."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def load(file: FilePath, name: str, problems: Problems) -> Document | None:
    """Read one data file, called `name` in problems. Returns None, and tells why in `problems`, when it cannot be read as
    strict YAML."""
    found_before = len(problems)
    text = _text_of(file, name, problems)
    if text is None:
        return None
    document = Document(name)
    try:
        _Builder(document, problems).build(yaml.parse(text, Loader=_Parser))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and "quoted scalar" in (error.context or ""):
            mark = (
                error.context_mark
            )  # Where the quote opens; the parser only notices at the end of the file.
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add(
            Problem(
                name,
                line,
                column,
                "",
                f"this is not valid YAML: {error.problem or error.context}",
                "check quotes, brackets and the spaces at the start of the line; text with ': ' or '#' in it "
                "needs double quotes",
            )
        )
    except (yaml.YAMLError, _Refused) as error:
        if not isinstance(error, _Refused) and len(problems) == found_before:
            problems.add(
                Problem(
                    name, 1, 1, "", f"this is not valid YAML: {error}", "save the file as plain UTF-8 text"
                )
            )
    return document if len(problems) == found_before else None


def _text_of(file: FilePath, name: str, problems: Problems) -> str | None:
    """The file's text, or None with the reason told."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        problems.add(
            Problem(name, 1, 1, "", f"the file has {size:,} bytes", f"at most {MOST_BYTES:,} bytes a record")
        )
        return None
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        problems.add(Problem(name, line, 1, "", "a character that is not UTF-8", "save the file as UTF-8"))
        return None
    for number, line in enumerate(text.split("\n"), 1):
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


class _Refused(Exception):
    """Reading cannot go on; the reason is already among the problems."""


class _Builder:
    """Turns the parser's events into values and positions without ever calling itself, so that depth cannot crash it."""

    def __init__(self, document: Document, problems: Problems) -> None:
        self.document = document
        self.problems = problems
        self.open: list[tuple[Any, Path]] = []
        self.keys: list[str | None] = []
        self.documents = 0

    def build(self, events: Any) -> None:
        """Read all events of one stream into the document."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._refuse(event, "a second document (`---`) in one file", "one record a file")
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(
                    event,
                    f"an alias, `*{event.anchor}`",
                    "write the value out; nothing is shared between fields",
                )
            elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._guard(event)
                self._enter(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.open.pop()
                self.keys.pop()
        if self.documents == 0:
            self.problems.add(
                Problem(self.document.file, 1, 1, "", "the file is empty", "a record, or no file at all")
            )

    def _guard(self, event: Any) -> None:
        """Refuse anchors and tags: what an editor sees must be what is read."""
        if event.anchor:
            self._refuse(
                event,
                f"an anchor, `&{event.anchor}`",
                "write the value out; nothing is shared between fields",
            )
        if event.tag and event.tag != "!":
            self._refuse(event, f"a tag, `{event.tag}`", "delete the tag; put text in double quotes")

    def _enter(self, event: Any) -> None:
        """Put a value where it belongs, or remember a key."""
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        is_scalar = isinstance(event, yaml.ScalarEvent)
        if not self.open:
            if not isinstance(event, yaml.MappingStartEvent):
                self._refuse(
                    event, "no `field: value` lines at the start of the line", "id: the-name-of-the-file"
                )
            self.open.append((self.document.values, ()))
            self.keys.append(None)
            self.document.places[()] = mark
            return
        holder, path = self.open[-1]
        if isinstance(holder, dict) and self.keys[-1] is None:
            self._key(event, holder, path, mark)
            return
        here = path + (self.keys[-1] if isinstance(holder, dict) else len(holder),)
        if is_scalar:
            self._see_through_escapes(event, here, mark)
        value: Any = (
            self._scalar(event) if is_scalar else {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        if isinstance(holder, dict):
            holder[self.keys[-1]] = value
            self.keys[-1] = None
            if is_scalar:
                self.document.places[here] = mark
        else:
            holder.append(value)
            self.document.places[here] = mark
        if not is_scalar:
            if len(self.open) >= MOST_DEPTH:
                self._refuse(
                    event,
                    f"more than {MOST_DEPTH} levels of lists in lists",
                    "a flat record, as in CONTRIBUTING.md",
                )
            self.open.append((value, here))
            self.keys.append(None)

    def _key(self, event: Any, holder: dict, path: Path, mark: tuple[int, int]) -> None:
        """Remember a key; refuse a repeated one, a merge, and a key that is not a word."""
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "a list or mapping used as a field's name", "a plain word, then a colon")
        key = event.value
        if key == "<<":
            self._refuse(event, "a merge key, `<<`", "write the fields out")
        if key in holder:
            first = self.document.places[path + (key,)]
            self.problems.add(
                Problem(
                    self.document.file,
                    *mark,
                    spell(path + (key,)),
                    f"`{key}` stands here a second time; the first is in line {first[0]}",
                    "keep one of the two and delete the other",
                )
            )
        self.document.places[path + (key,)] = mark
        self.keys[-1] = key

    def _see_through_escapes(self, event: Any, path: Path, mark: tuple[int, int]) -> None:
        """Refuse a hidden character that is spelled out, such as `\\u202e` in double quotes."""
        hidden = REFUSED.search(event.value) if event.style == '"' else None
        if hidden:
            self.problems.add(
                Problem(
                    self.document.file,
                    *mark,
                    spell(path),
                    f"a hidden character, U+{ord(hidden[0]):04X}",
                    "delete it; it can hide or reorder what readers see",
                )
            )

    @staticmethod
    def _scalar(event: Any) -> str | None:
        """The value as written; None only for an unquoted empty value, `null` or `~`."""
        if not event.style and event.value in ("", "null", "~"):
            return None
        return event.value

    def _refuse(self, event: Any, found: str, right: str) -> None:
        """Tell one problem and stop reading this file."""
        mark = event.start_mark
        path = self.open[-1][1] + ((self.keys[-1],) if self.keys[-1] else ()) if self.open else ()
        self.problems.add(
            Problem(self.document.file, mark.line + 1, mark.column + 1, spell(path), found, right)
        )
        raise _Refused
