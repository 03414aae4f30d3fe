"""No contact, host or hand changes without a change record: the records are held against the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from amparo.checks.confirming import Before, faults, lacking
from amparo.model.change import Change, Key, Shift, Value
from amparo.model.guarded import packed, same, turned
from amparo.model.loading import Loaded
from amparo.model.lock import FILE, FIRST, Batch, Lock, mark_of
from amparo.model.waiting import Difference, differences, open_changes, shifts
from amparo.source import Document, Path, Problem

DAYS = 30
"""Days for which pages show the old value of a change that nobody has confirmed."""

ENTER = "make enter"


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """What stands in the records is what the ledger has, or a change record says why not."""
    lock, ledger = loaded.lock, Document(FILE)
    if lock is None:
        yield ledger.problem((), "the ledger of contacts is missing", "put it back from git")
        return
    if lock.broken or not lock.batches or lock.batches[0].change != FIRST:
        line, found = lock.broken or (1, "the ledger does not begin with its first part")
        yield _at(line, found, "put the file back from git; a change record and `enter` add to it")
        return
    if as_of.isoformat() < lock.last_day:
        line = lock.batches[-1].line
        yield _at(line, f"as_of is {as_of}, before {lock.last_day}, the ledger's last day", "a later as_of")
    values: dict[Key, Value] = {}
    day = ""
    for batch in lock.batches:
        if batch.day < day:
            yield _at(batch.line, f"`{batch.day}` stands behind {day}", "put the file back from git")
        day = max(day, batch.day)
        yield from _entered(batch, values, loaded, as_of)
    for change in open_changes(loaded):
        document = loaded.document_of(change.id, "changes")
        yield from faults(change, document, _before(loaded, lock, values, change, None), as_of)
    yield from _differing(loaded, as_of)
    yield from _idle(loaded, as_of)


def _at(line: int, found: str, right: str) -> Problem:
    return Problem(FILE, line, 1, "", found, right)


def _entered(batch: Batch, values: dict[Key, Value], loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """One part of the ledger against its change record, which still says the same and is still whole.
    Afterwards `values` holds what this part brought in."""
    lock = loaded.lock
    if batch.change != FIRST and lock:
        change = loaded.changes.get(batch.change)
        if change is None or loaded.documents.get(f"data/changes/{batch.change}.yml") is None:
            yield _at(batch.line, f"there is no data/changes/{batch.change}.yml", "put it back from git")
        else:
            document = loaded.document_of(change.id, "changes")
            if mark_of(document.values) != batch.mark:
                yield document.problem(
                    (), "this change was entered, and says something else now", "put the file back from git"
                )
            yield from faults(change, document, _before(loaded, lock, values, change, batch), as_of)
            yield from _brought(batch, change, values)
    for key, (value, _) in batch.values.items():
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value


def _brought(batch: Batch, change: Change, values: dict[Key, Value]) -> Iterator[Problem]:
    """A part of the ledger holds what its change record says, and nothing else."""
    if batch.day < change.day or lacking(change):
        missing = ", ".join(lacking(change)) or f"entered on {batch.day}, before it was seen"
        yield _at(batch.line, f"`{change.id}` was never confirmed: {missing}", "put the file back from git")
    told = {(change.record, shift.what): shift for shift in change.changes}
    for key, (value, line) in batch.values.items():
        is_beside = key[1] in ("sources", "withheld") and key not in told
        if is_beside and key[0] == change.record and not turned(key[1], values.get(key), value):
            continue  # Sources that were added since: nobody has to confirm these.
        shift = told.get(key)
        if shift is None or not (
            same(key[1], value, shift.after) and same(key[1], values.get(key), shift.before)
        ):
            yield _at(
                line, f"`{change.id}` does not say this of {' '.join(key)}", "put the file back from git"
            )


def _before(
    loaded: Loaded, lock: Lock, values: dict[Key, Value], change: Change, until: Batch | None
) -> Before:
    """What was known before a change, and the day of the last change of its record."""
    since = lock.batches[0].day
    for batch in lock.batches[1:]:
        if batch is until:
            break
        other = loaded.changes.get(batch.change)
        if other and other.record == change.record:
            since = max(since, other.day)
    return Before(dict(values), since)


def _differing(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Everything that the records say otherwise than the ledger."""
    covered = {key: (change, n, shift) for key, change, n, shift in shifts(loaded)}
    known = {record for record, _ in loaded.lock.values()} if loaded.lock else set()
    files = {record for record, _ in _records(loaded)}
    told: set[str] = set()
    for one in differences(loaded):
        record, what = one.key
        if what == "sources":
            yield _swapped_source(one)
        elif one.key in covered:
            yield from _covered(one, *covered[one.key], loaded, as_of)
        elif (record not in known or record not in files) and record in told:
            continue  # A record that is new or gone is told once.
        else:
            told.add(record)
            yield _unrecorded(one, record in known, record in files)


def _records(loaded: Loaded) -> Iterator[Key]:
    """Every record that has its file."""
    for body, _ in loaded.bodies():
        yield f"{body.folder}/{body.id}", ""
    for id in loaded.lines:
        yield f"lines/{id}", ""


def _swapped_source(one: Difference) -> Problem:
    """A source that stands on another host under its old id."""
    if one.now is None:
        raise ValueError(one.key)
    rows = one.now.document.values.get("sources", [])
    n = next(n for n, row in enumerate(rows) if row.get("id") == one.field)
    old, new = (one.before or {})[one.field], one.now.value[one.field]
    return one.now.document.problem(
        ("sources", n, "url"),
        f"`{new}` where contacts were seen on `{old}`",
        "the old address; the new page as a source with an id of its own",
    )


def _unrecorded(one: Difference, is_known: bool, is_there: bool) -> Problem:
    """A difference that nobody has written a change record for."""
    record, what = one.key
    right = "{}a change record: `make check` prints it below, ready to paste"
    if one.now is None:
        gone = what.replace("contacts.", "").replace("lines.", "") if is_there else "the whole record"
        return _at(
            one.line,
            f"{record}: {gone} is gone, and nobody has confirmed that",
            right.format("put it back, or "),
        )
    if not is_known:
        found = f"`{record}` is new, and nobody has confirmed its contacts"
        return one.now.document.problem(("id",), found, right.format(""))
    path = _place(one)
    if one.before is None:
        return one.now.document.problem(
            path, f"`{what}` is new, and nobody has confirmed it", right.format("")
        )
    old = _shown(one.before, one.field)
    found = f"`{_shown(one.now.value, one.field)}` where `{old}` was confirmed"
    return one.now.document.problem(path, found, right.format("the old one, or "))


def _place(one: Difference) -> Path:
    """The line of the part that differs."""
    if one.now is None:
        return ()
    field = "id" if one.before is None else one.field
    path: Path = (*one.now.path, field) if one.now.path[0] in ("contacts", "lines") else one.now.path
    if path[0] == "run_by" and "run_by" not in one.now.document.values:
        return ("kind",)
    return path


def _shown(value: Value, field: str) -> str:
    part = value.get(field, "nothing")
    return part if isinstance(part, str) else ", ".join(part)


def _covered(
    one: Difference, change: Change, n: int, shift: Shift, loaded: Loaded, as_of: date
) -> Iterator[Problem]:
    """A difference that an open change record speaks of."""
    document = loaded.document_of(change.id, "changes")
    for name, wanted, told in (("before", one.before, shift.before), ("after", one.after, shift.after)):
        if not same(one.key[1], wanted, told):
            whose = "the ledger" if name == "before" else "the record"
            yield document.problem(
                ("changes", n, name),
                f"{whose} has something else: {packed(wanted)}",
                f"{name}: {packed(wanted)}",
            )
            return
    missing = lacking(change)
    if missing and one.now is None and shift.what not in ("hosts", "run_by", "languages"):
        yield _at(
            one.line,
            f"{' '.join(one.key)} was taken away before anybody confirmed it",
            f"put it back until `{change.id}` has {', '.join(missing)}",
        )
        return
    yield _waits(change, n, document, as_of, ENTER)


def _waits(change: Change, n: int, document: Document, as_of: date, then: str) -> Problem:
    """A change that is not in the ledger yet: pages show the old value, for thirty days."""
    last, missing = date.fromisoformat(change.day) + timedelta(DAYS), lacking(change)
    shows, level = f"changed, not yet confirmed: pages show what was there before, until {last}", "warning"
    if missing and as_of > last:
        shows, level = f"changed, and not confirmed for {DAYS} days, since {change.day}", "error"
    right = f"what is missing: {', '.join(missing)}" if missing else f"nothing is missing: {then}"
    return document.problem(("changes", n), shows, right, level)


def _idle(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """A change record of something that has not changed; what is to be taken away may still be there."""
    differing = {one.key for one in differences(loaded)}
    old = loaded.lock.values() if loaded.lock else {}
    first: dict[Key, str] = {}
    for key, change, n, shift in shifts(loaded):
        document = loaded.document_of(change.id, "changes")
        other = first.setdefault(key, change.id)
        if other != change.id:
            yield document.problem(("changes", n), f"`{other}` says it too", "one change record")
        elif key in differing:
            continue
        elif shift.after is None and key in old and not turned(key[1], old[key][0], shift.before):
            yield _waits(change, n, document, as_of, f"take it out of the record, then {ENTER}")
        else:
            yield document.problem(
                ("changes", n), f"nothing like this has changed in {key[0]}", "delete this part, or the file"
            )
