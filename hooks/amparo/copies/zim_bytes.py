"""The bytes of a ZIM file: the same on every machine, with the list of titles that older readers look for."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

HEAD = struct.Struct("<IHH16sIIQQQQIIQ")
"""The head: magic, versions, id, counts of entries and clusters, places of the lists of paths and titles, of
clusters and kinds, main page, layout, place of the check sum."""

_ID, _ENTRIES, _PATHS, _TITLES, _SUM = 3, 4, 6, 7, 12
"""Fields of the head by number."""

_REDIRECT, _REMOVED = 0xFFFF, (0xFFFE, 0xFFFD)
"""What stands in the place of a kind in entries that lead to others, or were taken out."""

INDEX = b"\x0f\rXapian Glass"
"""How an index of the reader's search begins. Two bytes with its version follow, then its id."""

_INDEX_ID = slice(len(INDEX) + 2, len(INDEX) + 18)


def finish(file: Path) -> None:
    """Replace the random ids of a new ZIM by ones made from its content, and add the list of all entries in
    the order of their titles, which libzim writes no longer and `zimcheck` up to 3.1 asks for."""
    content = bytearray(file.read_bytes())
    head = list(HEAD.unpack_from(content))
    del content[head[_SUM] :]
    places = _indexes(content)
    for place in places:
        content[place + _INDEX_ID.start : place + _INDEX_ID.stop] = bytes(16)
    head[_ID], head[_TITLES] = bytes(16), len(content)
    titles = _by_title(content, head[_PATHS], head[_ENTRIES])
    content += struct.pack(f"<{len(titles)}I", *titles)
    head[_SUM] = len(content)
    HEAD.pack_into(content, 0, *head)
    made = hashlib.sha256(content).digest()[:16]
    for place in places:
        content[place + _INDEX_ID.start : place + _INDEX_ID.stop] = made
    head[_ID] = made
    HEAD.pack_into(content, 0, *head)
    file.write_bytes(content + hashlib.md5(content, usedforsecurity=False).digest())


def _indexes(content: bytearray) -> list[int]:
    """Where the indexes of the search begin: they lie in the file unpacked."""
    found, place = [], content.find(INDEX)
    while place >= 0:
        found.append(place)
        place = content.find(INDEX, place + 1)
    return found


def _by_title(content: bytearray, paths: int, count: int) -> list[int]:
    """Numbers of all entries, in the order of their titles."""
    places = struct.unpack_from(f"<{count}Q", content, paths)
    keys = [_title(content, place) for place in places]
    return sorted(range(count), key=keys.__getitem__)


def _title(content: bytearray, place: int) -> tuple[int, bytes]:
    """Room and title of the entry at a place; an entry without a title is called by its path."""
    kind, _, room = struct.unpack_from("<HBB", content, place)
    begin = place + (8 if kind in _REMOVED else 12 if kind == _REDIRECT else 16)
    end = content.index(0, begin)
    last = content.index(0, end + 1)
    return room, bytes(content[end + 1 : last] or content[begin:end])
