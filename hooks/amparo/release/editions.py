"""Which copies a release holds. A new kind of file for people (a pocket edition …) is one line in `FILES`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional


@dataclass(frozen=True)
class Edition:
    """One copy of the site that is built, listed and signed by itself."""

    name: str
    """Its name on the command line and in release.json."""

    flavour: str
    """The flavour that it is built in."""

    language: Optional[str] = None
    """Its only language; None: it holds all."""

    is_site: bool = False
    """True for a folder that a server shows, below `sites/`; False for a zip that people carry."""

    def place(self, site_name: str) -> str:
        """Where it stands in the release."""
        return f"sites/{self.name}" if self.is_site else f"{site_name.lower()}-{self.name}.zip"


def editions(languages: tuple[str, ...]) -> tuple[Edition, ...]:
    """All copies: a site per flavour, then for files one with everything and one a language."""
    sites = tuple(Edition(flavour, flavour, None, True) for flavour in ("public", "mirror", "neutral"))
    return (*sites, Edition("all", "files"), *(Edition(language, "files", language) for language in languages))


@dataclass(frozen=True)
class Source:
    """What a maker of single files may use."""

    tree: Path
    """The finished copy of one language for files."""

    language: str
    """Its language."""

    title: str
    """Name of the site."""

    text: Callable[[str], str]
    """What a sentence of `parts/editions.html` says in this language, by its code."""

    day: str
    """The day of the facts, ISO."""

    version: int
    """Number of the release."""


Maker = Callable[[Source, Path], None]
"""Writes one file from a finished copy of a language."""

FILES: dict[str, Maker] = {}
"""Single files a language by the pattern of their name. Here the ZIM, the EPUB and the pocket edition join in."""
