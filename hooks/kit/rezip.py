#!/usr/bin/env python3
"""Makes a packed file of a release (zip or book) anew: from the older one that stands here, and what changed in it.

    python3 rezip.py CURRENT NEW NAME RECIPE

CURRENT is the copy that stands here, NEW the one that is being put together, NAME a file of both, RECIPE a file with what
changed. Used by update.py and update.sh; nothing that comes out is believed before its hash is the signed one. The same
library for packing gives the same bytes; with another one the hash differs, and the file is fetched whole.
Needs Python 3.8 or newer. Ends with 0 when NEW/NAME was written.
"""

import base64
import re
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True

STORED = (".zip", ".gz", ".pdf", ".png", ".epub", ".zim", ".ogg")
"""Endings of files that are compressed already, as the makers of a release know them."""

SIGNS = {"\\\\": "\\", "\\n": "\n", "\\t": "\t"}
PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
MOST = 200 * 1024 * 1024
"""Bytes of one file."""


def unescaped(text):
    """What stood on several lines, or had tabs in it."""
    return re.sub(r"\\[\\nt]", lambda found: SIGNS[found[0]], text)


def cut(old, start, end, text):
    """The new file from the old one: bytes kept at the start, bytes kept at the end, what stands between."""
    return old[:start] + unescaped(text).encode("utf-8") + (old[len(old) - end:] if end else b"")


def joined(old, parts):
    """The new file from parts of the old one, START+COUNT, and new bytes, : and base64."""
    found = []
    for part in parts:
        if part.startswith(":"):
            found.append(base64.b64decode(part[1:], validate=True))
        else:
            start, count = map(int, part.split("+"))
            found.append(old[start:start + count])
        if sum(map(len, found)) > MOST:
            raise ValueError(part)
    return b"".join(found)


def safe(name):
    """A name that stays inside of the copy."""
    if not PLAIN.fullmatch(name):
        raise ValueError(name)
    return name


def member_of(archive, name):
    """One member of a packed file. What swells beyond all measure is refused before it is unpacked."""
    if archive.getinfo(name).file_size > MOST:
        raise ValueError(name)
    return archive.read(name)


class Recipe:
    """What stands in a new packed file, and where each part of it comes from."""

    def __init__(self, text, old):
        """`old` are the names of the older file's members."""
        self.day, self.first = (1980, 1, 1), []
        self.members = {name: ("kept", name) for name in old}
        for line in text.split("\n"):
            mark, _, rest = line.partition(" ")
            head, _, tail = rest.partition("\t")
            if mark == "day":
                self.day = tuple(map(int, rest.split(" ")))
            elif mark == "first":
                self.first.append(rest)
            elif mark == ">":
                before, after = rest.split(" ")
                self.members = {
                    (after + name[len(before):] if name.startswith(before) else name): what for name, what in self.members.items()
                }
            elif mark == "-":
                self.members.pop(rest, None)
            elif mark == "c":
                self.members[head] = ("copied", tail)
            elif mark == "~":
                start, end, name = head.split(" ")
                self.members[name] = ("cut", self._old(name), int(start), int(end), tail)
            elif mark == "=":
                self.members[head] = ("joined", self._old(head), tail.split(" "))
            elif line:
                raise ValueError(line[:80])

    def _old(self, name):
        """The older member that a new one is made from; None where there is none."""
        what = self.members.get(name)
        return what[1] if what and what[0] == "kept" else None


def rebuild(current, stage, name, text):
    """Write one packed file. Raises `OSError`, `ValueError`, `KeyError` or `BadZipFile` when that cannot be done."""
    current, stage = Path(current), Path(stage)
    older = current / safe(name)
    old = zipfile.ZipFile(older) if older.is_file() else None
    recipe = Recipe(text, old.namelist() if old else ())
    opened = {}

    def content(what):
        if what[0] == "copied":
            place, _, member = what[1].partition("!")
            if not member:
                return (stage if (stage / safe(place)).is_file() else current).joinpath(safe(place)).read_bytes()
            if place not in opened:
                opened[place] = zipfile.ZipFile((stage if (stage / safe(place)).is_file() else current) / safe(place))
            return member_of(opened[place], member)
        before = member_of(old, what[1]) if old and what[1] else b""
        return before if what[0] == "kept" else cut(before, *what[2:]) if what[0] == "cut" else joined(before, what[2])

    target = stage / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for member in [*recipe.first, *sorted(recipe.members.keys() - set(recipe.first))]:
            entry = zipfile.ZipInfo(member, (*recipe.day, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            is_stored = member in recipe.first or member.endswith(STORED)
            entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content(recipe.members[member]), compresslevel=9)
    for one in (*opened.values(), *([old] if old else ())):
        one.close()


FAILURES = (OSError, ValueError, KeyError, IndexError, TypeError, RuntimeError, EOFError, zipfile.BadZipFile, NotImplementedError)
"""What a recipe that fits no file here can raise."""


def main():
    """Make one packed file anew."""
    if len(sys.argv) != 5:
        print(__doc__)
        return 1
    current, stage, name, recipe = sys.argv[1:]
    try:
        rebuild(current, stage, name, Path(recipe).read_bytes().decode("utf-8"))
    except FAILURES:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
