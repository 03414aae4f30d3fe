"""Values and places from the events of a YAML parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import yaml

from amparo.source.document import Document, Path, spell
from amparo.source.hidden import REFUSED
from amparo.source.problems import Problem, Problems

MOST_DEPTH = 12
"""Deepest nesting of lists and mappings; 5,000 nested brackets crash PyYAML's composer."""


class Refused(Exception):
    """Reading cannot go on; the reason is already among the problems."""


class Builder:
    """Turns the parser's events into values and positions. It never calls itself: depth cannot crash it."""

    def __init__(self, document: Document, problems: Problems, lines: Sequence[str] = ()) -> None:
        """`document` gets the values, `problems` what is wrong with them; `lines` are the file's, where no
        comment may stand behind a value."""
        self.document, self.lines = document, lines
        self.problems = problems
        self.open: list[tuple[Any, Path]] = []
        self.keys: list[str | None] = []
        self.documents = 0

    def build(self, events: Iterable[Any]) -> None:
        """Read all events of one stream into the document."""
        for event in events:
            if type(event) is yaml.ScalarEvent:  # Five of six are: they come first.
                if event.anchor or event.tag:
                    self._guard(event)
                self._enter(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._refuse(event, "a second document (`---`) in one file", "one record a file")
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(
                    event,
                    f"an alias, `*{event.anchor}`",
                    "write the value out; nothing is shared between fields",
                )
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
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
        if not self.open:
            self._begin(event, mark)
            return
        holder, path = self.open[-1]
        key = self.keys[-1]
        if isinstance(holder, dict) and key is None:
            self._key(event, holder, path, mark)
            return
        here = (*path, len(holder) if key is None else key)
        is_scalar = isinstance(event, yaml.ScalarEvent)
        if is_scalar:
            if event.style == '"':
                self._see_through_escapes(event, here, mark)
            elif self.lines:
                self._see_what_is_cut(event, here, mark)
        if is_scalar or isinstance(holder, list):
            self.document.places[here] = mark
        value = self._value(event)
        if is_scalar and value is not None:
            self.document.texts.append((here, value))
        if isinstance(holder, dict):
            holder[key] = value
            self.keys[-1] = None
        else:
            holder.append(value)
        if not is_scalar:
            if len(self.open) >= MOST_DEPTH:
                self._refuse(
                    event,
                    f"more than {MOST_DEPTH} levels of lists in lists",
                    "a flat record, as in CONTRIBUTING.md",
                )
            self._open(value, here)

    def _begin(self, event: Any, mark: tuple[int, int]) -> None:
        """Take the file itself, which must be a mapping."""
        if not isinstance(event, yaml.MappingStartEvent):
            self._refuse(
                event, "no `field: value` lines at the start of the line", "id: the-name-of-the-file"
            )
        self._open(self.document.values, ())
        self.document.places[()] = mark

    def _open(self, value: dict[str, Any] | list[Any], path: Path) -> None:
        """Let what follows belong to a list or mapping."""
        self.open.append((value, path))
        self.keys.append(None)

    def _key(self, event: Any, holder: dict[str, Any], path: Path, mark: tuple[int, int]) -> None:
        """Remember a key; refuse a repeated one, a merge, and a key that is not a word."""
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "a list or mapping used as a field's name", "a plain word, then a colon")
        key = event.value
        if key == "<<":
            self._refuse(event, "a merge key, `<<`", "write the fields out")
        if key in holder:
            first = self.document.places[(*path, key)]
            self.problems.add(
                Problem(
                    self.document.file,
                    *mark,
                    spell((*path, key)),
                    f"`{key}` stands here a second time; the first is in line {first[0]}",
                    "keep one of the two and delete the other",
                )
            )
        self.document.places[(*path, key)] = mark
        self.keys[-1] = key

    def _see_through_escapes(self, event: Any, path: Path, mark: tuple[int, int]) -> None:
        """Refuse a hidden character that is spelled out, such as `\\u202e` in double quotes."""
        hidden = REFUSED.search(event.value)
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

    def _see_what_is_cut(self, event: Any, path: Path, mark: tuple[int, int]) -> None:
        """Refuse a `#` behind a plain value: YAML takes what follows for a comment, without a word."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if not event.style and end.line < len(self.lines) else ""
        if re.match(r"\s*#", rest) and not self._is_closed(event):
            whole = f"{event.value}{rest}".strip()
            quoted = "'" + whole.replace("'", "''") + "'" if '"' in whole or "\\" in whole else f'"{whole}"'
            key = f"{path[-1]}: " if isinstance(path[-1], str) else "- "
            self.problems.add(
                Problem(
                    self.document.file,
                    *mark,
                    spell(path),
                    f"`{rest.strip()[:60]}` is cut off: behind a space `#` begins a comment",
                    f"{key}{quoted}" if event.value else f"{key}the value, and the comment in a line above",
                )
            )

    @staticmethod
    def _is_closed(event: Any) -> bool:
        """Whether a value is empty because a list or block follows in the next lines."""
        return bool(event.start_mark.line != event.end_mark.line and not event.value)

    @staticmethod
    def _value(event: Any) -> Any:
        """The value as written; None for an unquoted empty value, `null` or `~`; an empty list or mapping."""
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in ("", "null", "~") else event.value
        return {} if isinstance(event, yaml.MappingStartEvent) else []

    def _refuse(self, event: Any, found: str, right: str) -> NoReturn:
        """Tell one problem and stop reading this file."""
        mark = event.start_mark
        path = self.open[-1][1] if self.open else ()
        if self.open and self.keys[-1]:
            path = (*path, self.keys[-1])
        self.problems.add(
            Problem(self.document.file, mark.line + 1, mark.column + 1, spell(path), found, right)
        )
        raise Refused
