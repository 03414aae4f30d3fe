"""The contact diff of a release: every contact that is another than in the release before, with its change
record, and those that wait. Two releases are enough to tell it, without git."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from amparo.library import Library
from amparo.model.change import Change
from amparo.model.lock import FIRST, Batch, Lock
from amparo.release.facts import Failed
from amparo.release.ledger import Ledger
from amparo.release.ledger import read as read_ledger

FILE = "contacts.json"
"""Its place in a release: which parts the ledger of contacts has, and what waits. It holds no value."""

DIFF = "changes/contacts.txt"
"""The contact diff in words, for the two people who release."""


@dataclass(frozen=True)
class Part:
    """A part of the ledger of contacts: what one change record brought in."""

    day: str
    """The day of the data on which it was entered."""

    change: str
    """Id of the change record; `first` for the beginning."""

    lines: int
    """Lines of the ledger up to its end."""

    sum: str
    """The sum of all these lines: who has an older release can tell whether this one continues it."""

    keys: tuple[str, ...]
    """What changed, such as `organisations/omct contacts.phone-1`; of the beginning nothing is named."""

    confirmed: str
    """By which roles, on which days, with which sources and calls."""


@dataclass(frozen=True)
class Kept:
    """What a release says of its contacts beside their values."""

    parts: tuple[Part, ...]
    """The parts of the ledger, the oldest first."""

    waiting: dict[str, str]
    """What is shown with its old value, and since which day."""


def kept_of(library: Library) -> Kept | None:
    """That of the site's own records; None where they have no ledger."""
    lock = library.lock
    if lock is None:
        return None
    ends = [*(batch.line - 1 for batch in lock.batches[1:]), len(lock.sums)]
    parts = (_part(lock, batch, end, library) for batch, end in zip(lock.batches, ends, strict=True))
    return Kept(tuple(parts), {" ".join(key): day for key, day in sorted(library.waiting.items())})


def _part(lock: Lock, batch: Batch, end: int, library: Library) -> Part:
    keys = () if batch.change == FIRST else tuple(" ".join(key) for key in sorted(batch.values))
    change = library.changes.get(batch.change)
    said = _confirmed(change) if change else ""
    return Part(batch.day, batch.change, end, lock.sums[end - 1], keys, said)


def _confirmed(change: Change) -> str:
    """How a change was confirmed, in one line."""
    words = [f"{one.role} {one.day}" for one in change.confirmed]
    words += [f"{one.what} called back {one.day}: {one.result}" for one in change.called_back]
    words += [f"source: {one.publisher or one.host} ({one.kind})" for one in change.sources]
    return "; ".join(words)


def read(dist: Path | None) -> Kept | None:
    """That of a release; None where there is no release, or one from before the ledger. Raises `Failed`."""
    file = dist / FILE if dist else None
    if file is None or not file.exists():
        return None
    try:
        said = json.loads(file.read_text("utf-8"))
        parts = tuple(Part(**{**part, "keys": tuple(part["keys"])}) for part in said["parts"])
        return Kept(parts, dict(said["waiting"]))
    except (ValueError, KeyError, TypeError) as wrong:
        raise Failed(f"{file}: what a release says of its contacts cannot be read ({wrong!r})") from None


def refuse(old: Kept | None, new: Kept | None) -> None:
    """Refuse a ledger that does not continue that of the release before, and a change that was put off.
    Raises `Failed`."""
    if old is None:
        return
    last = old.parts[-1]
    if new is None or not any((part.lines, part.sum) == (last.lines, last.sum) for part in new.parts):
        raise Failed(
            "data/contacts.lock does not continue the ledger of the release before: somebody wrote it anew. "
            f"Right: the file from git, whose part up to {last.day} ({last.change}) is the same"
        )
    for key, day in new.waiting.items():
        if day > old.waiting.get(key, day):
            raise Failed(
                f"{key}: waits since {old.waiting[key]} in the release before, and since {day} here. "
                f"Right: day: {old.waiting[key]} in its change record"
            )


def told(
    old: tuple[Ledger, Kept | None], new: tuple[Ledger, Kept | None], forbidden: Library | None = None
) -> Iterator[str]:
    """Every contact that differs between two releases, line by line, with its change record. An older value
    that may no longer be kept is left out, where `forbidden` knows."""
    (before, was), (now, kept) = old, new
    start = was.parts[-1].lines if was else 0
    entered = {key: part for part in (kept.parts if kept else ()) if part.lines > start for key in part.keys}
    for record in sorted(before.keys() | now.keys()):
        ours = now[record].contacts if record in now else {}
        theirs = before[record].contacts if record in before else {}
        for id in sorted(ours.keys() | theirs.keys()):
            if ours.get(id) == theirs.get(id):
                continue
            key = f"{record} {'lines' if record.startswith('lines/') else 'contacts'}.{id}"
            value = theirs[id][1] if id in theirs else "-"
            value = "(may no longer be kept)" if forbidden and forbidden.danger.forbids(value) else value
            yield f"{key}: {value} → {ours[id][1] if id in ours else '-'}"
            yield f"    {_why(entered.pop(key, None), was)}"
    for key, part in sorted(entered.items()):
        yield f"{key}\n    {_why(part, was)}"
    for key, day in (kept.waiting if kept else {}).items():
        yield f"{key}\n    changed, not yet confirmed, since {day}: the old value is shown"


def write(
    library: Library,
    stage: Path,
    old: tuple[Ledger | None, Kept | None],
    new: tuple[Ledger, Kept | None],
) -> None:
    """Put both beside what records say: what the next release compares with, and the diff in words."""
    if new[1]:
        text = json.dumps(asdict(new[1]), ensure_ascii=False, indent=1) + "\n"
        (stage / FILE).write_text(text, "utf-8", newline="\n")
    if old[0] is not None:
        (stage / DIFF).parent.mkdir(exist_ok=True)
        lines = told((old[0], old[1]), new, library)
        (stage / DIFF).write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def _why(part: Part | None, was: Kept | None) -> str:
    """Why a contact is another one."""
    if part:
        return f"{part.change}: {part.confirmed}"
    if was is None:
        return "the release before had no ledger of contacts: compare it with its source"
    return "no change of the contact itself: it is shown or left out for another reason"


def compare(previous: Path, dist: Path) -> int:
    """Print the contact diff of two releases. 1 when the second does not continue the first."""
    try:
        old, new = (read_ledger(place) for place in (previous, dist))
        if old is None or new is None:
            raise Failed(f"{previous if old is None else dist}: no release with a ledger is there")
        kept = read(previous), read(dist)
        for line in told((old, kept[0]), (new, kept[1])):
            print(line)
        refuse(*kept)
    except Failed as failed:
        print(failed)
        return 1
    return 0
