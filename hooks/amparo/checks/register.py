"""Which of our bodies stand in an official list that somebody has fetched: names in any script, other names,
hosts."""

from __future__ import annotations

import codecs
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from amparo.model.host import Hosts
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.text.fold import is_acronym, sounds

Body = Organisation | Mechanism

FEWEST_LETTERS = 5
"""A name of one word is compared as it sounds only from so many letters on; shorter ones must stand there as
we write them."""

_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|em|font|i|small|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^<>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Find:
    """One of our bodies in one line of a list."""

    id: str
    """The record."""

    what: str
    """The name or host of ours that was found."""

    number: int
    """Line of the list, from 1, as `lines_of` gives them."""

    line: str
    """That line."""

    is_sure: bool
    """False for acronyms and single words: look at the line."""

    named_in: tuple[str, ...]
    """Designations that name or reach the record already."""


def lines_of(file: Path) -> list[str]:
    """The lines of a list of any kind (CSV, TXT, XML, HTML, JSON) as text: without tags, entities and
    escapes."""
    text = _decoded(file.read_bytes())
    if text.lstrip()[:1] in "[{":
        try:
            return list(_leaves(json.loads(text)))
        except ValueError:
            pass  # Not JSON after all: read it as text.
    if re.search(r"<\w+[^>]*>", text):
        text = _TAG.sub("\n", _INLINE.sub("", text))
    lines = (" ".join(html.unescape(line).split()) for line in text.split("\n"))
    return [line for line in lines if line]


def finds(lines: Iterable[str], loaded: Loaded) -> Iterator[Find]:
    """Every one of our bodies in every line that looks like it, once a line."""
    index = _Index(loaded)
    for number, line in enumerate(lines, 1):
        told: set[str] = set()
        for body, what, is_sure in index.in_line(line):
            if body.id not in told:
                told.add(body.id)
                yield Find(body.id, what, number, line, is_sure, index.named_in(body.id))


class _Index:
    """All names and hosts of all records, by what they begin with."""

    def __init__(self, loaded: Loaded) -> None:
        self._dangers = loaded.dangers()
        self._names: dict[str, list[tuple[tuple[str, ...], Body, str]]] = defaultdict(list)
        self._words: dict[str, list[tuple[Body, str]]] = defaultdict(list)
        self._of_host: dict[str, list[Body]] = defaultdict(list)
        for body, _ in loaded.bodies():
            for name in _names(body):
                heard = sounds(name)
                is_short = len(heard) == 1 and len(heard[0]) < FEWEST_LETTERS
                if is_acronym(name) or is_short:
                    self._words[name].append((body, name))
                elif heard:
                    self._names[heard[0]].append((heard, body, name))
            for host in body.hosts:
                self._of_host[host].append(body)
        self._hosts = Hosts(self._of_host)

    def in_line(self, line: str) -> Iterator[tuple[Body, str, bool]]:
        """Bodies in a line, the sure ones first: (body, name or host, whether it is sure)."""
        heard = sounds(line)
        maybe: list[tuple[Body, str, bool]] = []
        for start, word in enumerate(heard):
            for name, body, printed in self._names.get(word, ()):
                if heard[start : start + len(name)] == name:
                    if len(name) > 1:
                        yield body, printed, True
                    else:
                        maybe.append((body, printed, False))
        host = self._hosts.found_in(line)
        for body in self._of_host.get(host, ()) if host else ():
            yield body, host or "", True
        yield from maybe
        for word in re.findall(r"[\w-]+", line):
            for body, printed in self._words.get(word, ()):
                yield body, printed, False

    def named_in(self, id: str) -> tuple[str, ...]:
        """Designations that warn of a record already."""
        return tuple(danger.designation.id for danger in self._dangers.about(id))


def _names(body: Body) -> Iterator[str]:
    """Every name of a record, whole and without what stands behind a comma, a dash, a bracket or a colon."""
    names = [*body.names.values(), *body.parents]
    if isinstance(body, Organisation):
        names += [former.name for former in body.former_names]
        names += [body.acronym] if body.acronym else []
    for name in dict.fromkeys(names):
        yield name
        short = re.split(r"\s*[,:|(]|\s+[-–]\s+", name)[0].strip()
        if short != name and len(short.split()) > 1:
            yield short
        yield from (part for part in re.findall(r"[«“(]([^»”)]{5,})[»”)]", name))


def _decoded(content: bytes) -> str:
    """Text of a file whose encoding nobody told us."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("windows-1251", "replace")  # Registers of Russia and Belarus.


def _leaves(value: object) -> Iterator[str]:
    """One line for each object of a JSON file: its texts, side by side."""
    if isinstance(value, dict):
        parts = [str(part) for part in value.values() if isinstance(part, (str, int))]
        if parts:
            yield " ".join(" ".join(parts).split())
        for part in value.values():
            if isinstance(part, (dict, list)):
                yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif value is not None:
        yield str(value)
