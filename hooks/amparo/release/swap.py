"""Puts a new tree in the place of an old one in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux' renameat2: both names change hands at once."""

_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""


def put_in_place(new: Path, place: Path) -> None:
    """Make `new` stand at `place`. What stood there is whole until that moment, and gone after it.

    Where the system cannot exchange two folders, the old one steps aside first; `restore` mends a stop
    between the two steps."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        new.rename(place)
        return
    if _exchange(new, place):
        shutil.rmtree(new)
        return
    aside = _aside(place)
    shutil.rmtree(aside, ignore_errors=True)
    place.rename(aside)
    new.rename(place)
    shutil.rmtree(aside)


def restore(place: Path) -> None:
    """Bring the old tree back after a stop in the middle of a swap."""
    aside = _aside(place)
    if aside.exists() and not place.exists():
        aside.rename(place)


def _aside(place: Path) -> Path:
    return place.with_name(place.name + ".last")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step. False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
