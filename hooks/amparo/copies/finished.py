"""What the makers of single files start from: a finished copy of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from amparo.pages.renderer import Renderer

LEFT_OUT = ("kit/", "SHA256SUMS", "release.json", "404.html")
"""What only whole copies need: other ways protect a single file."""


@dataclass(frozen=True)
class FinishedCopy:
    """A finished copy of one language."""

    tree: Path
    """Its folder."""

    root: str
    """Folder of the language in it: empty for the source language, else `es/`."""

    renderer: Renderer
    """Prints templates in the language."""

    name: str
    """Name of the site."""

    day: date
    """The day of the facts."""

    version: int
    """Number of the release."""

    @property
    def language(self) -> str:
        """Code of the language."""
        return self.renderer.voice.language

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file that a reader needs, by path, sorted. The first file of a copy only opens another one:
        it stays out."""
        for file in sorted(self.tree.rglob("*")):
            name = file.relative_to(self.tree).as_posix()
            if file.is_file() and not name.startswith(LEFT_OUT) and not (self.root and name == "index.html"):
                yield name, file.read_bytes()


Maker = Callable[[FinishedCopy, Path], None]
"""Writes one file."""


class Heading(HTMLParser):
    """Collects the text of the first heading of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._is_inside, self._is_done = False, False

    @property
    def text(self) -> str:
        """The heading as one line."""
        return " ".join("".join(self._parts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self._is_inside = self._is_inside or (tag == "h1" and not self._is_done)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag == "h1":
            self._is_inside, self._is_done = False, True

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._is_inside:
            self._parts.append(data)


def heading(page: str) -> str:
    """The first heading of a page as plain text."""
    reader = Heading()
    reader.feed(page)
    return reader.text
