"""A session as an editable document (OpenDocument Text), for word processors."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

MIMETYPE = "application/vnd.oasis.opendocument.text"
"""What the first file of the archive says, uncompressed, so that systems know the document by its first
bytes."""

PARTS = {
    "META-INF/manifest.xml": "manifest",
    "styles.xml": "styles",
    "content.xml": "content",
    "meta.xml": "meta",
}
"""Files of the archive and the templates they are made from."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every file of the archive says: none."""


def document_of(fill: Callable[..., str], data: dict[str, Any]) -> bytes:
    """The document. The same data give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_file("mimetype"), MIMETYPE, zipfile.ZIP_STORED)
        for name, template in PARTS.items():
            archive.writestr(
                _file(name),
                str(fill(f"print/odt/{template}.xml", mimetype=MIMETYPE, **data)).strip(),
                zipfile.ZIP_DEFLATED,
                9,
            )
    return out.getvalue()


def _file(name: str) -> zipfile.ZipInfo:
    """A file of the archive that looks the same on every machine."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system, info.external_attr = 3, 0o644 << 16
    return info
