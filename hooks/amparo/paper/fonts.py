"""The fonts that PDFs embed: always the same files, wherever the machine keeps them. Which a script needs:
`text/scripts.py`."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from amparo import environment
from amparo.text.language import script_of
from amparo.text.scripts import ARABIC, LATIN, Script


def scripts_of(language: str) -> tuple[Script, ...]:
    """The scripts that stand on sheets in a language, in the order in which their fonts are tried."""
    return tuple(dict.fromkeys((LATIN, script_of(language), ARABIC)))


def families(language: str) -> list[str]:
    """The fonts that sheets in a language are set in, the first first."""
    return list(dict.fromkeys(script.family for script in scripts_of(language)))


def names_of(languages: Iterable[str]) -> list[str]:
    """The names of all files that sheets in these languages need."""
    scripts = (script for language in languages for script in scripts_of(language))
    return list(dict.fromkeys(name for script in scripts for name in script.files))


def find(names: Iterable[str]) -> dict[str, Path]:
    """Where font files are; those that are missing are left out."""
    wanted, found = set(names), dict[str, Path]()
    for folder in _folders():
        for here, _, there in os.walk(folder):
            for name in wanted.intersection(there):
                found.setdefault(name, Path(here) / name)
        if len(found) == len(wanted):
            break
    return found


def missing(language: str, found: Mapping[str, Path]) -> list[Script]:
    """The scripts of a language whose fonts are not all there."""
    return [script for script in scripts_of(language) if not all(name in found for name in script.files)]


def gather(found: Mapping[str, Path], folder: Path) -> dict[str, str]:
    """Copy the fonts into one folder, so that nothing else of the machine is seen. Returns what each file
    is, by its name."""
    folder.mkdir(parents=True, exist_ok=True)
    prints = {}
    for name, file in sorted(found.items()):
        data = file.read_bytes()
        prints[name] = hashlib.sha256(data).hexdigest()
        target = folder / name
        if not target.exists() or target.stat().st_size != len(data):
            shutil.copyfile(file, target)
    for stray in folder.iterdir():
        if stray.name not in found:
            stray.unlink()
    return prints


def _folders() -> Iterator[Path]:
    """Where systems keep fonts. AMPARO_FONTS names another folder, and then only that one counts."""
    own = environment.fonts()
    if own:
        yield own
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
        environment.windows() / "Fonts",
    )
