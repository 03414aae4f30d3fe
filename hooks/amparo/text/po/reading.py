"""Reads PO files strictly: whatever the programs of translators write, and nothing that is broken.

What a program may choose is taken as it comes: line ends, a byte order mark, how texts are wrapped, the
order of the head. What could lose or change a translation is refused with its line: texts without an end,
the same text twice after a merge, another encoding than the head says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from amparo.source import Problem, conflicts
from amparo.text.po.entry import Entry, Head, Key, PoFile, Source
from amparo.text.po.whole import whole_entry

_TEXT = re.compile(
    r'(#~\||#~|#\|)?\s*(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d)\])?\s*)?"((?:[^"\\]|\\.)*)"'
)
"""A line with a text: a mark, what it is (or nothing where it continues the line before), which form of a
plural, the text."""

_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}

_COMPARE = "compare the line with the entries above it"


class Broken(Exception):
    """A file that cannot be read without losing something. Carries every reason as a `Problem`."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@lru_cache(maxsize=256)
def read(content: bytes, name: str) -> PoFile:
    """A PO file from its bytes; `name` is its path for problems. Remembered: most files are as they were.

    Raises `Broken`.
    """
    lines = _lines(content, name)
    unjoined = list(conflicts("\n".join(lines), name)) if b"<<<<<<<" in content else ()
    if unjoined:
        raise Broken(list(unjoined))
    reader = _Reader(name)
    number = 1
    for block in "\n".join(lines).split("\n\n"):
        if not reader.take_whole(number, block):
            for line in (*block.split("\n"), ""):
                reader.take(number, line)
                number += 1
        else:
            number += block.count("\n") + 2
    reader.end()
    head = _head(reader.entries, name)
    entries = tuple(entry for entry in reader.entries if entry.source.text or entry.source.context)
    problems = [*_wrong_charset(head, lines, name), *_twice(entries, name)]
    if problems:
        raise Broken(problems)
    return PoFile(head, entries)


def _lines(content: bytes, name: str) -> list[str]:
    """The lines of a file, whatever ends them, without a byte order mark."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = "this is not a valid PO file: a letter that is not UTF-8"
        raise Broken([Problem(name, line, 1, "", found, "save the file again as UTF-8")]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _head(entries: list[Entry], name: str) -> Head:
    """The head of a file."""
    first = next((entry for entry in entries if not entry.source.text and not entry.source.context), None)
    if first is None:
        found = "this is not a valid PO file: it has no head"
        right = 'at the top: msgid "", msgstr "", and "Content-Type: text/plain; charset=UTF-8\\n"'
        raise Broken([Problem(name, 1, 1, "", found, right)])
    pairs = (line.partition(":") for line in first.strings[0].split("\n") if line.strip())
    return Head({key.strip(): value.strip() for key, _, value in pairs}, first.notes, first.line)


def _wrong_charset(head: Head, lines: list[str], name: str) -> Iterator[Problem]:
    """A head that says another encoding than UTF-8, or none: somebody's program may have changed letters
    already."""
    kind = head.fields.get("Content-Type", "")
    charset = kind.partition("charset=")[2].strip()
    if charset.upper().replace("UTF8", "UTF-8") == "UTF-8":
        return
    line = next((n for n, text in enumerate(lines, 1) if "Content-Type" in text), head.line)
    found = f"the head says charset `{charset or 'nothing'}`"
    yield Problem(
        name,
        line,
        1,
        "Content-Type",
        found,
        'save the file as UTF-8, with "Content-Type: text/plain; charset=UTF-8\\n"',
    )


def _twice(entries: tuple[Entry, ...], name: str) -> Iterator[Problem]:
    """Texts that stand in the file a second time, as after a merge."""
    first: dict[Key, int] = {}
    for entry in entries:
        if entry.is_obsolete:
            continue
        line = first.setdefault(entry.source.key, entry.line)
        if line != entry.line:
            yield Problem(
                name,
                entry.line,
                1,
                entry.source.context or entry.source.text[:40],
                f"this text stands in the file a second time; the first is in line {line}",
                "keep one of the two entries and delete the other",
            )


class _Reader:
    """Puts lines together to entries."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []
        self._start()

    def _start(self) -> None:
        """A new entry."""
        self._texts: dict[str, list[str]] = {}
        self._older: dict[str, list[str]] = {}
        self._comments: dict[str, list[str]] = {"": [], ".": [], ":": [], ",": []}
        self._last: list[str] | None = None
        self._line, self._is_obsolete = 0, False

    def take_whole(self, number: int, block: str) -> bool:
        """Take lines that are one entry in the usual form at once. False, and nothing is done, for others."""
        if (self._texts and not self._has_strings) or self._older:
            return False
        if any(self._comments.values()) and not self._has_strings:
            return False
        entry = whole_entry(number, block)
        if entry:
            self.end()
            self.entries.append(entry)
        return entry is not None

    def take(self, number: int, line: str) -> None:
        """One line of the file."""
        line = line.strip()
        match = _TEXT.fullmatch(line)
        if match:
            self._text(number, line, match)
        elif line.startswith("#") and line[1:2] not in ("~", "|"):
            if self._has_strings:
                self.end()
            self._last = None
            kind = line[1:2] if line[1:2] in (".", ":", ",") else ""
            # Newer programs write flags of the second kind behind `#=`.
            self._comments["," if line[1:2] == "=" else kind].append(line[1 + len(kind) :].strip())
        elif not line:
            self._last = None
        else:
            raise self._refused(number, "no closing quote, or an unknown word")

    def _text(self, number: int, line: str, match: re.Match[str]) -> None:
        """A line with a text."""
        mark, word, form, text = match.groups()
        if word is None:
            if self._last is None:
                raise self._refused(number, "a text that belongs to nothing")
            self._last.append(self._unescaped(number, text))
            return
        is_older = mark in ("#|", "#~|")
        if self._has_strings and (is_older or word != "msgstr"):
            self.end()
        found = self._older if is_older else self._texts
        key = word if form is None else f"{word}[{form}]"
        if key in found or (word == "msgstr" and ("msgid" not in found or is_older)):
            raise self._refused(number, f"`{key}` where another word is due")
        if form and ("msgid_plural" not in found or f"msgstr[{len(self._forms)}]" != key):
            raise self._refused(number, f"`{key}` where another word is due")
        if word == "msgid" and not is_older:
            self._line, self._is_obsolete = number, mark == "#~"
        self._last = found[key] = [self._unescaped(number, text)]

    @property
    def _forms(self) -> list[str]:
        """The translation so far: `msgstr`, or `msgstr[0]` and so on."""
        return [key for key in self._texts if key.startswith("msgstr")]

    @property
    def _has_strings(self) -> bool:
        return bool(self._forms)

    def end(self) -> None:
        """The entry is complete."""
        if not self._texts and not self._older:
            return
        if (
            "msgid" not in self._texts
            or not self._has_strings
            or ("msgid_plural" in self._texts) == ("msgstr" in self._texts)
        ):
            raise self._refused(self._line or 1, "an entry without its `msgid` or its `msgstr`")
        comments = self._comments
        self.entries.append(
            Entry(
                _source(self._texts),
                tuple("".join(self._texts[key]) for key in self._forms),
                frozenset(flag.strip() for line in comments[","] for flag in line.split(",") if flag.strip()),
                tuple(comments[""]),
                tuple(comments["."]),
                tuple(place for line in comments[":"] for place in line.split()),
                _source(self._older) if "msgid" in self._older else None,
                self._is_obsolete,
                self._line,
            )
        )
        self._start()

    def _unescaped(self, number: int, text: str) -> str:
        """A text as it is meant."""
        if "\\" not in text:
            return text
        unknown = next((sign for sign in _ESCAPE.findall(text) if sign not in _ESCAPED), None)
        if unknown is not None:
            raise self._refused(number, f"`\\{unknown}` means nothing")
        return _ESCAPE.sub(lambda match: _ESCAPED[match[1]], text)

    def _refused(self, number: int, reason: str) -> Broken:
        """The reason why a line cannot be read."""
        return Broken([Problem(self.name, number, 1, "", f"this is not a valid PO file: {reason}", _COMPARE)])


def _source(texts: dict[str, list[str]]) -> Source:
    """The source text among the texts of an entry."""
    said = {key: "".join(parts) for key, parts in texts.items()}
    return Source(said.get("msgctxt"), said["msgid"], said.get("msgid_plural"))
