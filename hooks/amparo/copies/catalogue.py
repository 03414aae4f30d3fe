"""library.xml: names the ZIM files of a release for kiwix-serve, so that one command shows all of them."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from libzim.reader import Archive

NAME = "library.xml"
"""Name of the file, beside the ZIM files."""

FORMAT = "20110515"
"""Version of the format, as kiwix-manage writes it."""

METADATA = {
    "title": "Title",
    "description": "Description",
    "language": "Language",
    "creator": "Creator",
    "publisher": "Publisher",
    "name": "Name",
    "flavour": "Flavour",
    "tags": "Tags",
    "date": "Date",
}
"""Attributes of a book, and what the ZIM calls each."""

KIB = 1024
"""Bytes of the unit of `size`."""


def write_catalogue(files: Iterable[Path], folder: Path) -> None:
    """Write the list of ZIM files that lie in a folder; nothing where there are none."""
    found = sorted(files)
    if not found:
        return
    library = Element("library", version=FORMAT)
    for file in found:
        archive = Archive(str(file))
        told = {key: archive.get_metadata(name).decode("utf-8") for key, name in METADATA.items()}
        icon = base64.b64encode(bytes(archive.get_illustration_item(48).content)).decode("ascii")
        SubElement(
            library,
            "book",
            id=str(archive.uuid),
            path=file.name,
            **told,
            faviconMimeType="image/png",
            favicon=icon,
            articleCount=str(archive.article_count),
            mediaCount=str(archive.media_count),
            size=str(file.stat().st_size // KIB),
        )
    indent(library)
    (folder / NAME).write_bytes(tostring(library, "utf-8", xml_declaration=True) + b"\n")
