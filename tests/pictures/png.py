"""Pictures in PNG, taken apart: what they show stays, what tells about their maker goes."""

from __future__ import annotations

from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"

NEEDED = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""Parts without which the picture would look otherwise."""


def parts(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each part of a picture: its kind, and all its bytes."""
    assert picture.startswith(SIGNATURE)
    place = len(SIGNATURE)
    while place < len(picture):
        # Length of the content, kind, content, sum: RFC 2083, 3.2.
        end = place + 12 + int.from_bytes(picture[place : place + 4], "big")
        yield picture[place + 4 : place + 8], picture[place:end]
        place = end


def without_properties(picture: bytes) -> bytes:
    """The same picture without times, programs, paths and whatever else is not needed to show it."""
    return SIGNATURE + b"".join(part for kind, part in parts(picture) if kind in NEEDED)


def size(picture: bytes) -> tuple[int, int]:
    """Width and height in dots."""
    head = next(part for kind, part in parts(picture) if kind == b"IHDR")
    return int.from_bytes(head[8:12], "big"), int.from_bytes(head[12:16], "big")
