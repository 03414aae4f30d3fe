"""The pocket edition beside the copies: the same file that every copy holds."""

from __future__ import annotations

import shutil
from pathlib import Path

from amparo.editions.source import Source
from amparo.pages import address


def make(source: Source, target: Path) -> None:
    """Copy the pocket edition of a language."""
    shutil.copyfile(source.tree / address.pocket(source.language), target)
