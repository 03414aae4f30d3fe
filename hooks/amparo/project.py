"""Where everything of a project lies: the only module that knows the names of its folders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HOMES = {"templates": "hooks/templates", "theme": "hooks/theme", "kit": "hooks/kit"}
"""Folders that are asked for by a shorter name than their path below the root."""

CONFIG = "mkdocs.yml"
"""The file with settings, where nobody names another one."""

WRITTEN = ("data", "docs", "hooks")
"""Folders in which people write; everything else was made or installed."""


_LEFT_BEHIND = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:swp|swo|bak|orig|rej|tmp|part|crdownload)|Thumbs\.db|desktop\.ini|4913|__MACOSX",
    re.IGNORECASE,
)
"""Names that editors and systems give to files of their own."""


def is_left_behind(file: Path) -> bool:
    """Whether a program left a file for itself: a swap file, a backup, a view of a folder."""
    return bool(_LEFT_BEHIND.fullmatch(file.name))


@dataclass(frozen=True)
class Project:
    """One project: asked what it holds, it answers with files. Nothing is read here."""

    root: Path
    """The folder that holds `data`, `docs` and `hooks`."""

    config_file: Path | None = None
    """The file with settings that the command was given; None: `mkdocs.yml` in the root."""

    @property
    def config(self) -> Path:
        """The file with settings."""
        return self.config_file or self.root / CONFIG

    @property
    def docs(self) -> Path:
        """Folder of the hand-written pages."""
        return self.root / "docs"

    def find(self, place: str) -> Path:
        """The file or folder at a place such as `templates/shell.html`, `theme/assets` or `data/places.yml`.
        It may be missing."""
        first, _, rest = place.partition("/")
        return self.root / HOMES.get(first, first) / rest

    def files(self, place: str, pattern: str = "*") -> list[Path]:
        """What lies at a place, in the order of names; empty where the folder is missing."""
        return sorted(file for file in self.find(place).glob(pattern) if not is_left_behind(file))

    def records(self, folder: str, pattern: str = "*") -> list[Path] | None:
        """Files of a kind of record, such as `organisations`, in the order of names; None where the folder is
        missing."""
        home = self.find(f"data/{folder}")
        return self.files(f"data/{folder}", pattern) if home.is_dir() else None

    def pages(self) -> dict[str, Path]:
        """The hand-written pages by their path below docs without ending, in the order of their files."""
        return {
            file.relative_to(self.docs).as_posix().removesuffix(".md"): file
            for file in sorted(self.docs.rglob("*.md"))
            if not is_left_behind(file)
        }

    def page(self, path: str) -> Path:
        """The file of a hand-written page, by its path below docs without ending."""
        return self.docs / f"{path}.md"

    def translations(self, language: str, domain: str) -> Path:
        """The PO file of a domain in a language."""
        return self.find(f"data/translations/{language}/{domain}.po")

    def translated_languages(self) -> list[str]:
        """Languages that have a folder of translations."""
        return [file.name for file in self.files("data/translations") if file.is_dir() and file.name != "pot"]

    def public_keys(self) -> list[Path]:
        """The public keys of releases, oldest name first. Secret keys never come near them."""
        return self.files("data/keys", "*.pub")

    def next_key(self) -> Path:
        """The public key of the releases after the next change of keys; it may be missing."""
        return self.find("data/keys/next.pub")

    def is_key(self, file: Path) -> bool:
        """Whether a file lies where only public keys may lie."""
        return file.parent == self.find("data/keys")

    def written(self) -> list[Path]:
        """Every file that people write, in a fixed order."""
        found: list[Path] = []
        for place in sorted(self.root.iterdir()):
            if place.is_file():
                found.append(place)
            elif place.name in WRITTEN:
                found += sorted(
                    file for file in place.rglob("*") if file.is_file() and "__pycache__" not in file.parts
                )
        return found

    def build(self, place: str) -> Path:
        """A place for what is made on the way: nothing in it is missed when it is deleted."""
        return self.root / "build" / place

    def site(self, folder: str = "site") -> Path:
        """Folder of the finished site; `folder` is MkDocs' setting `site_dir`, which counts from the file
        with settings."""
        return self.config.parent / folder

    def dist(self) -> Path:
        """Folder of the finished release."""
        return self.root / "dist"

    def name_of(self, file: Path) -> str:
        """A file as an editor would say it: its path below the root, with forward slashes; the whole path
        where it lies elsewhere."""
        return (file.relative_to(self.root) if file.is_relative_to(self.root) else file).as_posix()


HERE = Project(Path(__file__).resolve().parent.parent.parent)
"""The project that this program lies in."""
