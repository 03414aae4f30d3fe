"""Documents that can be changed (OpenDocument): a session for word processors, flipcharts for programs that
show slides."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Format(NamedTuple):
    """A kind of document."""

    mimetype: str
    """What the first file of the archive says, uncompressed, so that systems know the document by its first
    bytes."""

    folder: str
    """Where its templates lie."""


TEXT = Format("application/vnd.oasis.opendocument.text", "odt")
PRESENTATION = Format("application/vnd.oasis.opendocument.presentation", "odp")

PARTS = {
    "META-INF/manifest.xml": "manifest",
    "styles.xml": "styles",
    "content.xml": "content",
    "meta.xml": "meta",
}
"""Files of the archive and the templates they are made from."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every file of the archive says: none."""


def document_of(
    fill: Callable[..., str],
    data: dict[str, Any],
    kind: Format = TEXT,
    pictures: Mapping[str, str] | None = None,
) -> bytes:
    """The document, with its pictures by their names. The same data give the same bytes."""
    drawn = dict(pictures or {})
    if "parts" in data:
        data = {**data, "parts": [_named(fill, part, drawn) for part in data["parts"]]}
    data = {**data, "pictures": list(drawn)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(file_of("mimetype"), kind.mimetype, zipfile.ZIP_STORED)
        made = {
            name: str(fill(f"print/{kind.folder}/{template}.xml", mimetype=kind.mimetype, **data)).strip()
            for name, template in PARTS.items()
        }
        for name, text in {**made, **drawn}.items():
            archive.writestr(file_of(name), text, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _named(fill: Callable[..., str], part: Any, drawn: dict[str, str]) -> Any:
    """A part of a sheet whose drawings stand in files: each is put into `drawn` and named."""
    if isinstance(part, str):
        return part
    tag, attributes, parts = part
    if tag != "svg":
        return [tag, attributes, [_named(fill, one, drawn) for one in parts]]
    markup = str(fill("print/odt/drawing.svg", drawn=attributes["drawn"])).strip()
    name = f"Pictures/{hashlib.sha256(markup.encode()).hexdigest()[:12]}.svg"
    drawn[name] = markup
    return [tag, {"file": name}, []]


def file_of(name: str) -> zipfile.ZipInfo:
    """A file of the archive that looks the same on every machine."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system, info.external_attr = 3, 0o644 << 16
    return info
