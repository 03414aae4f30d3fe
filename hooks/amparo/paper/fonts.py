"""The fonts that PDFs embed: always the same files, wherever the machine keeps them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSans-Italic.ttf",
    "NotoSans-BoldItalic.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
)
"""Noto covers Latin and Arabic and is free to embed."""

PACKAGE = "fonts-noto-core"
"""The package of Debian and Ubuntu that holds them."""


def find() -> dict[str, Path] | None:
    """Where each font file is; None when one is missing."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for here, _, names in os.walk(folder):
            for name in FILES:
                if name in names:
                    found.setdefault(name, Path(here) / name)
        if len(found) == len(FILES):
            return found
    return None


def gather(found: dict[str, Path], folder: Path) -> str:
    """Copy the fonts into one folder, so that nothing else of the machine is seen; the answer changes when a
    font does."""
    folder.mkdir(parents=True, exist_ok=True)
    print_of_all = hashlib.sha256()
    for name in FILES:
        data = found[name].read_bytes()
        print_of_all.update(data)
        target = folder / name
        if not target.exists() or target.stat().st_size != len(data):
            shutil.copyfile(found[name], target)
    return print_of_all.hexdigest()


def _folders() -> Iterator[Path]:
    """Where systems keep fonts. AMPARO_FONTS names another folder, and then only that one counts."""
    own = os.environ.get("AMPARO_FONTS")
    if own:
        yield Path(own)
        return
    home = Path.home()
    yield from (
        Path("/usr/share/fonts/truetype/noto"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
        home / "Library/Fonts",
        Path("/Library/Fonts"),
        Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
    )
