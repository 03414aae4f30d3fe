"""The list of a copy's files and hashes. It is what is signed; a copy is what its list says, and nothing
else."""

from __future__ import annotations

import hashlib
from pathlib import Path

LIST = "SHA256SUMS"
"""Name of the list, as sha256sum reads it."""

SIGNATURE = "SHA256SUMS.minisig"
"""Name of its signature. Both are the only files that the list does not hold."""


def write_list(folder: Path) -> str:
    """Write the list of a folder and give it back: sorted by path, every file but the list and its
    signature. Raises `ValueError` for a name that some static hosts leave out: a copy there would never be
    whole."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    left_out = [name for name in names if "/_" in f"/{name}"]
    if left_out:
        raise ValueError(f"{left_out[0]}: static hosts leave out names that begin with _")
    text = "".join(
        f"{hash_of((folder / name).read_bytes())}  {name}\n"
        for name in names
        if name not in (LIST, SIGNATURE)
    )
    (folder / LIST).write_text(text, "ascii", newline="\n")
    return text


def read_list(text: str) -> dict[str, str]:
    """Hashes by path."""
    return {line[66:]: line[:64] for line in text.split("\n") if line}


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
