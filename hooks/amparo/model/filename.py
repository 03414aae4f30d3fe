"""Whether a file can be a record, by its name alone."""

from __future__ import annotations

import re
from pathlib import Path

from amparo.source import Document, Problems


def is_record(file: Path, name: str, problems: Problems) -> bool:
    """Whether a file, called `name` in problems, can be a record. Small letters only: some disks do not tell
    them from large ones."""
    stray = Document(name)
    good = "-".join(re.findall(r"[a-z0-9]+", file.stem.lower())) or "a-name"
    if file.is_dir():
        problems.add(stray.problem((), "a folder where a record belongs", "move or delete the folder"))
    elif file.suffix != ".yml":
        problems.add(stray.problem((), "a file that is not a record", "the record's id, then .yml"))
    elif file.stem != good:
        found = f"`{file.stem}` is no name of a record"
        problems.add(stray.problem((), found, f"delete the copy, or rename it to {good}.yml with id: {good}"))
    else:
        return True
    return False
