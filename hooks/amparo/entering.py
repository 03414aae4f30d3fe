"""The ledger of contacts: the change record that an editor fills in, and the command that enters it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.checks import check_all
from amparo.checks.confirming import lacking
from amparo.model.change import Change, Key, Value
from amparo.model.guarded import guarded, packed, turned
from amparo.model.loading import Loaded, load_all
from amparo.model.lock import FILE, FIRST, lines_of, mark_of, summed
from amparo.model.waiting import Difference, differences, open_changes, shifts
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Problems

BLANK = """# {file}
# yaml-language-server: $schema=../schema/change.schema.json
id: {id}
record: {record}
day: {day}
changes:
{changes}
# Fill in, and take the # away. Until it is whole and entered, pages show what was there before.
# The body's own page on a host that it had before, or two pages that do not depend on each other:
#sources:
#  - {{id: s1, kind: official, publisher: TODO, url: https://TODO}}
# Two, each in another role: editor, second-reader, caller, partner, body, security, publisher. Never a name.
#confirmed:
#  - {{role: editor, day: {day}}}
#  - {{role: second-reader, day: {day}}}
"""
"""A change record to fill in. Until it is full, pages show the old value."""


def blanks(loaded: Loaded, as_of: date) -> Iterator[str]:
    """A change record for each record that has changed without one, ready to paste."""
    covered = {key for key, _, _, _ in shifts(loaded)}
    found: dict[str, list[Difference]] = {}
    for one in differences(loaded):
        if one.key not in covered and one.key[1] != "sources":
            found.setdefault(one.key[0], []).append(one)
    for record, several in found.items():
        name = first = f"{as_of}-{record.rpartition('/')[2]}"
        number = 1
        while name in loaded.changes:
            number += 1
            name = f"{first}-{number}"
        yield BLANK.format(
            file=f"data/changes/{name}.yml",
            id=name,
            record=record,
            day=as_of,
            changes="\n".join(map(_shift, several)),
        ) + _calls(several, as_of)


def _shift(one: Difference) -> str:
    """One change of a record."""
    lines = [f"  - what: {one.key[1]}"]
    lines += [f"    before: {packed(one.before)}"] if one.before else []
    lines += [f"    after: {packed(one.after)}"] if one.after else []
    return "\n".join(lines)


def _calls(several: list[Difference], day: date) -> str:
    """The lines for calls back on old contacts; nothing where there was none."""
    lines = [
        f'#  - {{what: {one.key[1]}, value: "{old}", day: {day}, result: confirmed}}\n'
        for one in several
        if (old := (one.before or {}).get("value") or (one.before or {}).get("number"))
    ]
    head = "# Who was asked on each old contact; result: confirmed, gone or no-answer.\n#called_back:\n"
    return head + "".join(lines) if lines else ""


def begin(project: Project, since: date | None = None) -> int:
    """Write the first ledger of a project: what stands there on a day, that of the data where none is given.
    Gives how many things it holds."""
    loaded = load_all(project, Problems())
    day = (since or read_settings(project).as_of).isoformat()
    found = [(key, one.value) for key, one in guarded(loaded).items()]
    project.find(FILE).write_text(summed(lines_of(day, FIRST, "", found)), "utf-8", newline="\n")
    return len(found)


def enter(project: Project, loaded: Loaded, as_of: date) -> list[str]:
    """Enter every change record that is full; gives what was done, record by record. Nothing of the data may
    be wrong."""
    lock, told = loaded.lock, []
    if lock is None:
        return ["There is no ledger."]
    lines: list[str] = []
    before = {key: value for key, (value, _) in lock.values().items()}
    for change in open_changes(loaded):
        missing = lacking(change)
        still_there = [
            shift.what
            for shift in change.changes
            if not shift.after and (change.record, shift.what) in guarded(loaded)
        ]
        if missing or still_there:
            why = (
                f"still missing: {', '.join(missing)}"
                if missing
                else f"take away first: {', '.join(still_there)}"
            )
            told.append(f"{change.id}: not entered; {why}")
            continue
        mark = mark_of(loaded.document_of(change.id, "changes").values)
        lines += lines_of(as_of.isoformat(), change.id, mark, _brought(change, loaded, before))
        told.append(f"{change.id}: entered")
    if lines:
        file = project.find(FILE)
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
        file.write_text(text + summed(lines, lock.sums[-1]), "utf-8", newline="\n")
    return told or ["There is no change record that is not in the ledger."]


def _brought(change: Change, loaded: Loaded, before: dict[Key, Value]) -> Iterator[tuple[Key, Value | None]]:
    """What a change brings into the ledger: what it says, and sources and contacts left out that were added
    since to the same record."""
    now = guarded(loaded)
    told = {(change.record, shift.what) for shift in change.changes}
    for key in told:
        yield key, now[key].value if key in now else None
    for what in ("sources", "withheld"):
        key = (change.record, what)
        is_other = key in now and key not in told and now[key].value != before.get(key)
        if is_other and not turned(what, before.get(key), now[key].value):
            yield key, now[key].value


def command(project: Project, is_first: bool) -> int:
    """Enter what is confirmed, or begin a ledger; print what was done. 1 when something is wrong."""
    file = project.find(FILE)
    if is_first:
        if file.exists():
            print(f"{FILE} is there already. It is never begun anew: what changed needs change records.")
            return 1
        print(f"{FILE}: {begin(project)} things, as they stand today.")
        return 0
    settings = read_settings(project)
    loaded, problems = check_all(project, settings.as_of, settings.site_name)
    if problems.errors:
        print(*problems.errors, sep="\n")
        print("Nothing was entered: mend this first.")
        return 1
    print(*enter(project, loaded, settings.as_of), sep="\n")
    return 0
