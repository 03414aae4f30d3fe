"""Zip files that are the same bytes on every machine."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

STORED = (".zip", ".gz", ".pdf", ".png", ".epub", ".zim", ".ogg")
"""Endings of files that are compressed already."""


def pack(target: Path, members: Mapping[str, bytes], day: date, first: Iterable[str] = ()) -> None:
    """Write members by name, sorted, all of one day, readable by everybody. `first` come first and are not
    compressed."""
    early = list(first)
    with zipfile.ZipFile(target, "w") as archive:
        for name in [*early, *sorted(members.keys() - set(early))]:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.compress_type = (
                zipfile.ZIP_STORED if name in early or name.endswith(STORED) else zipfile.ZIP_DEFLATED
            )
            archive.writestr(entry, members[name], compresslevel=9)


def pack_folder(target: Path, folder: Path, below: str, day: date) -> None:
    """Write a whole folder, as the folder `below`."""
    pack(
        target,
        {
            f"{below}/{file.relative_to(folder).as_posix()}": file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
        },
        day,
    )


def unpacked(archive: Path) -> dict[str, bytes]:
    """All members of a zip by name."""
    with zipfile.ZipFile(archive) as found:
        return {name: found.read(name) for name in found.namelist()}
