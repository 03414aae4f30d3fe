"""What changed between two releases: for people as a list of pages, for mirrors as the few bytes that
differ."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from amparo.release.delta import delta
from amparo.release.manifest import LIST, hash_of, read_list

FILE = "kit/changes.txt.gz"
"""What changed since the release before, for mirrors. It tells everything but itself.

Lines: `from` and the hash of the older list; `-` a path that is gone; `+` a path to fetch; `~` how many bytes
of the older file stay at the start and at the end, a path, a tab, and the text between (`\\\\`, `\\n` and
`\\t` stand for backslash, line break and tab); `=` a path, a tab, and the parts of a packed file as `delta`
tells them; `c` a path, a tab, and the path of a file of the new copy that is the same; `z` the hash of a
packed file, its path, a tab, and what changed in it, as `packed` tells it. Other hashes are not needed: the
list that comes out must be the signed one."""

SHORT = 200
"""Signs of a line that need not be shorter."""

_MAIN = re.compile(rb"<main\b.*?</main>", re.S)


@dataclass(frozen=True)
class CopyFiles:
    """The files of a copy, wherever they lie."""

    names: frozenset[str]
    """Paths of all files but the list and its signature."""

    read: Callable[[str], bytes]
    """Gives the content of a file."""

    list: bytes
    """The list itself."""


def files_in(folder: Path) -> CopyFiles:
    """A copy in a folder. A folder that has no list yet counts as it is."""
    text = (folder / LIST).read_bytes() if (folder / LIST).is_file() else b""
    names = (
        read_list(text.decode())
        if text
        else {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    )
    return CopyFiles(frozenset(names), lambda name: (folder / name).read_bytes(), text)


@dataclass(frozen=True)
class Difference:
    """Paths that differ between two copies."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def fetched(self) -> tuple[str, ...]:
        """Everything that a mirror lacks."""
        return tuple(sorted((*self.new, *self.changed)))


def difference(old: CopyFiles, new: CopyFiles, seen: Callable[[bytes], object] = hash_of) -> Difference:
    """What differs; `seen` is what counts of a file."""
    both = old.names & new.names
    return Difference(
        tuple(sorted(new.names - old.names)),
        tuple(sorted(name for name in both if seen(old.read(name)) != seen(new.read(name)))),
        tuple(sorted(old.names - new.names)),
    )


def main_part(page: bytes) -> bytes:
    """The part of a page that is its own: a new day in the foot of all pages is no change to read about."""
    found = _MAIN.search(page)
    return found[0] if found else page


def write_changes(
    old: CopyFiles, folder: Path, packed: Callable[[str], str | None] = lambda name: None
) -> None:
    """Write the changes into a copy whose other files are all finished. `packed` gives what changed in a
    packed file, and None for all others; packed ones come last, those in `changes/` at the very end: they are
    made of the others."""
    (folder / FILE).unlink(missing_ok=True)
    found = difference(old, files_in(folder))
    lines = [f"from {hash_of(old.list)}", *(f"- {name}" for name in found.gone if name != FILE)]
    last: list[str] = []
    same: dict[tuple[str, str], str] = {}
    for name in sorted(found.fetched, key=lambda name: (name.startswith("changes/"), name)):
        recipe = packed(name)
        if recipe is not None:
            last.append(f"z {hash_of((folder / name).read_bytes())} {name}\t{escaped(recipe)}")
            continue
        before, after = old.read(name) if name in old.names else b"", (folder / name).read_bytes()
        twin = same.setdefault((hash_of(before), hash_of(after)), name)
        lines.append(told(name, before, after) if twin == name else f"c {name}\t{twin}")
    write_lines(folder, [*lines, *last])


def write_lines(folder: Path, lines: Iterable[str]) -> None:
    """Write the file itself, without a time and a name in it."""
    (folder / FILE).parent.mkdir(exist_ok=True)
    (folder / FILE).write_bytes(gzip.compress("".join(line + "\n" for line in lines).encode(), 9, mtime=0))


def read_lines(folder: Path) -> list[str]:
    """The lines of the file; none where a copy has none."""
    file = folder / FILE
    return gzip.decompress(file.read_bytes()).decode().split("\n")[:-1] if file.is_file() else []


def told(name: str, old: bytes, new: bytes) -> str:
    """The line of a file that is new or changed."""
    cut = splice(old, new)
    told = f"~ {cut[0]} {cut[1]} {name}\t{escaped(cut[2])}" if cut else ""
    if told and len(told) < SHORT:
        return told
    # A number that stands on a page twice: one cut would hold everything between the two.
    parts = delta(old, new)
    if parts and not (told and len(told) <= len(parts)):
        return f"= {name}\t{parts}"
    return told or f"+ {name}"


def escaped(text: str) -> str:
    """A text on one line, without tabs."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def unescaped(text: str) -> str:
    """What `escaped` made one line of."""
    return re.sub(r"\\[\\nt]", lambda found: {"\\\\": "\\", "\\n": "\n", "\\t": "\t"}[found[0]], text)


def splice(old: bytes, new: bytes) -> tuple[int, int, str] | None:
    """How a text file became another: bytes kept at its start, bytes kept at its end, and the text between.
    None for what is no text."""
    try:
        text = new.decode("utf-8")
        old.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if any(sign < " " and sign not in "\n\t" for sign in text):
        return None
    most = min(len(old), len(new))
    start = _same(old, new, most)
    end = _same(old[::-1], new[::-1], most - start)
    # Never cut a letter in two: its bytes belong together.
    while start and start < len(new) and new[start] & 0xC0 == 0x80:
        start -= 1
    while end and new[len(new) - end] & 0xC0 == 0x80:
        end -= 1
    return start, end, new[start : len(new) - end].decode("utf-8")


def _same(one: bytes, other: bytes, most: int) -> int:
    """How many bytes two texts share at their start, found by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
