"""Files packed as one, the same bytes on every day and machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside: the same facts have the same bytes on every day."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of files by their names, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, MADE)
            # Else it is that of the machine, and the bytes differ.
            entry.create_system = 3
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()
