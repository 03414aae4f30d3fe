"""One at a time: who builds into a folder that somebody else builds into waits for them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_taken: dict[Path, IO[str]] = {}
"""Locks of this process. The system opens them when it ends, however it ends."""

PAUSE = 0.5
"""Seconds between two tries."""


def take(file: Path, say: Callable[[str], None]) -> None:
    """Hold a lock until this process ends. While another process has it, say so once and wait."""
    if file in _taken:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    opened = file.open("a")
    if not _try(opened):
        say("Another build is using the same folder; waiting for it to end …")
        while not _try(opened):
            time.sleep(PAUSE)
    _taken[file] = opened


def _try(opened: IO[str]) -> bool:
    """Take the lock of an open file, if nobody has it."""
    try:
        if fcntl:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif os.name == "nt":
            import msvcrt

            msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
