"""The ledger of contacts, `data/contacts.lock`: what was confirmed, line for line. Each line carries a sum of
all lines up to it, so a line that somebody mends or takes away shows at once. Only `python -m amparo enter`
writes it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from amparo.model.change import Key, Value

FILE = "data/contacts.lock"
"""Its place in a project."""

FIRST = "first"
"""What stands in the place of a change record in the first part: the values of the day on which the ledger
began."""

_SHOWN = 10
"""Digits of the sum at the end of a line."""


@dataclass
class Batch:
    """What one change record brought in."""

    line: int
    """Where it begins."""

    day: str
    """The day of the data on which it was entered."""

    change: str
    """Id of the change record; `first` for the beginning."""

    mark: str
    """What the change record said, as a sum; empty for the beginning."""

    values: dict[Key, tuple[Value | None, int]] = field(default_factory=dict)
    """What it says of each thing, None for what is taken away, and in which line."""


@dataclass
class Lock:
    """The ledger as it was read."""

    batches: list[Batch] = field(default_factory=list)
    """Its parts, the oldest first."""

    sums: list[str] = field(default_factory=list)
    """The whole sum after each line: who has an older ledger can tell whether this one continues it."""

    broken: tuple[int, str] | None = None
    """The first line that was not written by the program, and what is wrong; None: all is well."""

    def values(self) -> dict[Key, tuple[Value, int]]:
        """What holds now, with the line that says it."""
        found: dict[Key, tuple[Value, int]] = {}
        for batch in self.batches:
            for key, (value, line) in batch.values.items():
                if value is None:
                    found.pop(key, None)
                else:
                    found[key] = value, line
        return found

    @property
    def last_day(self) -> str:
        """The day of the newest part; empty for an empty ledger."""
        return self.batches[-1].day if self.batches else ""


def mark_of(values: object) -> str:
    """What a change record says, as a sum: comments and spaces do not count."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read_lock(text: str) -> Lock:
    """Read the ledger. What is wrong is told in `broken`; nothing after it is read."""
    lock, total = Lock(), ""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\n").split("\n")
    for number, line in enumerate(lines, 1):
        said, _, shown = line.rpartition("\t")
        total = _next(total, said)
        if shown != total[:_SHOWN]:
            lock.broken = number, "this line, or one before it, was written, moved or taken away by hand"
            return lock
        lock.sums.append(total)
        try:
            _take(lock, said, number)
        except (ValueError, IndexError):
            lock.broken = number, "this line is no line of the ledger"
            return lock
    return lock


def _take(lock: Lock, said: str, number: int) -> None:
    """Take in one line. Raises `ValueError` or `IndexError` for one that is none."""
    one, two, three = said.split("\t")
    if one.startswith("= "):
        lock.batches.append(Batch(number, one[2:], two, three))
        return
    value = json.loads(three)
    kept = value and {name: tuple(part) if isinstance(part, list) else part for name, part in value.items()}
    batch = lock.batches[-1]
    if (one, two) in batch.values:
        raise ValueError("twice")
    batch.values[one, two] = kept, number


def _next(total: str, said: str) -> str:
    return hashlib.sha256(f"{total}\n{said}".encode()).hexdigest()


def lines_of(day: str, change: str, mark: str, values: Iterable[tuple[Key, Value | None]]) -> list[str]:
    """A part of the ledger, without sums."""
    head = f"= {day}\t{change}\t{mark}"
    return [head, *(f"{record}\t{what}\t{_packed(value)}" for (record, what), value in sorted(values))]


def _packed(value: Value | None) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def summed(lines: Iterable[str], total: str = "") -> str:
    """Lines with their sums, to stand behind a ledger whose whole sum is `total`."""
    text = ""
    for line in lines:
        total = _next(total, line)
        text += f"{line}\t{total[:_SHOWN]}\n"
    return text
