"""What changed inside of packed files, so that a mirror of a whole release makes them anew.

`kit/rezip.py` reads it.
Lines: `day` and the day of all members; `first` a member that comes first and is not compressed; `>` what all
names began with and begin with now; then as in `changes`: `-`, `~`, `=`, and `c` with the place of the same
content in the new release, a member of another packed file after `!`."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from amparo.release import changes
from amparo.release.manifest import SIGNATURE, hash_of

ENDINGS = (".zip", ".epub")
"""Packed files that are made of members. A ZIM is packed in larger pieces by its own library: its parts are
told as those of a PDF."""


class Places:
    """Where contents stand in a new release, outside of packed files and in those that are told before."""

    def __init__(self, stage: Path) -> None:
        self._stage = stage
        self._known = {
            hash_of((stage / name).read_bytes()): name
            for name in sorted(changes.files_in(stage).names, reverse=True)
            if name.startswith("sites/")
        }

    def recipe(self, old: changes.CopyFiles, name: str) -> str | None:
        """What changed in a packed file; None for another kind of file."""
        if not name.endswith(ENDINGS):
            return None
        with zipfile.ZipFile(self._stage / name) as new:
            if name in old.names:
                lines = [*_head(new), *self._changed(_members(old.read(name)), new)]
            else:
                lines = [*_head(new), *self._changed({}, new)]
            if not name.startswith("changes/"):
                for member in new.namelist():
                    self._known.setdefault(hash_of(new.read(member)), f"{name}!{member}")
        return "".join(line + "\n" for line in lines)

    def _changed(self, old: dict[str, bytes], new: zipfile.ZipFile) -> Iterator[str]:
        """Lines of the members that are gone, new or changed."""
        names = new.namelist()
        before, after = (_top(list(all)) for all in (old, names))
        if before and after and before != after:
            yield f"> {before} {after}"
            old = {after + name.removeprefix(before): content for name, content in old.items()}
        yield from (f"- {name}" for name in sorted(old.keys() - set(names)))
        for name in names:
            content = new.read(name)
            if old.get(name) == content:
                continue
            place = self._known.get(hash_of(content))
            yield f"c {name}\t{place}" if place else _told(name, old.get(name, b""), content)


def _told(name: str, old: bytes, new: bytes) -> str:
    """The line of a member. What could only be fetched elsewhere is told whole here."""
    line = changes.told(name, old, new)
    return f"= {name}\t:{base64.b64encode(new).decode()}" if line.startswith("+") else line


def _head(archive: zipfile.ZipFile) -> Iterator[str]:
    """The day of a packed file, and the member that is not compressed."""
    members = archive.infolist()
    yield "day {} {} {}".format(*members[0].date_time[:3])
    if members[0].filename == "mimetype":
        yield "first mimetype"


def _members(packed: bytes) -> dict[str, bytes]:
    """All members of a packed file by name."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _top(names: list[str]) -> str:
    """The folder that all names begin with, with its slash; empty where they have none."""
    top = names[0].partition("/")[0] + "/" if names else ""
    return top if all(name.startswith(top) for name in names) else ""


def write_release_changes(old: changes.CopyFiles, stage: Path) -> None:
    """Write what changed since the release before into a whole release, packed files and all."""
    places = Places(stage)
    changes.write_changes(old, stage, lambda name: places.recipe(old, name))


def add_signatures(dist: Path) -> None:
    """Tell the signatures of the copies, which came after everything else was told. A second time replaces
    them."""
    lines = []
    for line in changes.read_lines(dist):
        if line.startswith("~ 0 0 sites/") and line.partition("\t")[0].endswith("/" + SIGNATURE):
            continue
        if line.startswith("z "):
            head, _, recipe = line.partition("\t")
            name = head.split(" ")[2]
            line = f"z {hash_of((dist / name).read_bytes())} {name}\t{_signed(dist / name, recipe)}"
        lines.append(line)
    if lines:
        for place in sorted((dist / "sites").glob(f"*/{SIGNATURE}")):
            lines.append(changes.told(place.relative_to(dist).as_posix(), b"", place.read_bytes()))
        changes.write_lines(dist, [*(x for x in lines if x[0] != "z"), *(x for x in lines if x[0] == "z")])


def _signed(archive: Path, recipe: str) -> str:
    """What changed in a packed file, with its signature where it has one."""
    with zipfile.ZipFile(archive) as found:
        names = [name for name in found.namelist() if name.rpartition("/")[2] == SIGNATURE]
        told = "".join(changes.told(name, b"", found.read(name)) + "\n" for name in names)
    kept = [
        one
        for one in changes.unescaped(recipe).split("\n")
        if not (one.startswith("~ 0 0 ") and one.partition("\t")[0].endswith(SIGNATURE))
    ]
    return changes.escaped("\n".join(kept) + told)
