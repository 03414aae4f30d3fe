"""A ZIM file for Kiwix: the copy of one language with the reader's own search, readable without script."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from babel.core import get_global
from libzim.writer import Creator, Hint, Item, StringProvider

from amparo.copies import zim_bytes
from amparo.copies.finished import FinishedCopy, heading
from amparo.settings import plain_name

KINDS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "tsv": "text/tab-separated-values",
    "csv": "text/csv",
    "json": "application/json",
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "zip": "application/zip",
    "gz": "application/gzip",
    "xml": "application/xml",
    "vcf": "text/vcard",
    "svg": "image/svg+xml",
    "png": "image/png",
}
"""What each file is, by its ending. A machine's own table may call a script plain text, which no reader
runs."""

ICON = 48
"""Width and height of the icon in pixels, as the format wants it."""

INK, PAPER = (11, 90, 92), (252, 251, 248)
"""Colours of the icon: a plain bar, that of no other body."""


class Entry(Item):  # type: ignore[misc] # libzim brings no types
    """One file of the copy."""

    def __init__(self, path: str, title: str, kind: str, content: bytes) -> None:
        super().__init__()
        self._path, self._title, self._kind, self._content = path, title, kind, content

    def get_path(self) -> str:
        """Where it stands."""
        return self._path

    def get_title(self) -> str:
        """What the reader's list calls it."""
        return self._title

    def get_mimetype(self) -> str:
        """What it is."""
        return self._kind

    def get_contentprovider(self) -> StringProvider:
        """Its content."""
        return StringProvider(self._content)

    def get_hints(self) -> dict[Hint, bool]:
        """Pages are found by the reader's search; helpers are not."""
        return {
            Hint.FRONT_ARTICLE: self._kind == "text/html" and not self._path.startswith("assets/"),
            Hint.COMPRESS: True,
        }


def make(source: FinishedCopy, target: Path) -> None:
    """Write the ZIM of a copy, the same bytes on every machine."""
    target.unlink(missing_ok=True)
    words = source.renderer.lines("parts/single-files.html")
    with (
        Creator(str(target))
        .config_indexing(True, three_letters(source.language))
        .config_nbworkers(1) as creator
    ):
        creator.set_mainpath(f"{source.root}index.html")
        for name, content in source.files():
            kind = kind_of(name)
            title = heading(content.decode("utf-8")) if kind == "text/html" else ""
            creator.add_item(Entry(name, title or name, kind, content))
        for key, value in {
            "Name": f"{plain_name(source.name)}_{source.language}_all",
            "Title": source.name[:30],
            "Creator": source.name,
            "Publisher": source.name,
            "Date": source.day.isoformat(),
            "Language": three_letters(source.language),
            "Description": words["description"][:80],
            "Flavour": "maxi",
            "Scraper": source.name,
            "Tags": "_ftindex:yes",
        }.items():
            creator.add_metadata(key, value)
        creator.add_illustration(ICON, icon())
    zim_bytes.finish(target)


def kind_of(name: str) -> str:
    """What a file is, for the reader."""
    return KINDS.get(name.rpartition(".")[2], "application/octet-stream")


def three_letters(language: str) -> str:
    """A language's code of ISO 639-3, from CLDR's table of aliases."""
    found = [
        code for code, short in get_global("language_aliases").items() if short == language and len(code) == 3
    ]
    return min(found) if found else language


def icon() -> bytes:
    """A PNG of a plain bar."""
    rows = bytearray()
    for y in range(ICON):
        rows.append(0)
        for x in range(ICON):
            rows += bytes(INK if 17 <= x < 31 and 8 <= y < 40 else PAPER)
    head = struct.pack(">IIBBBBB", ICON, ICON, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(bytes(rows), 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
