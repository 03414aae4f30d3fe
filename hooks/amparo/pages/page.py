"""One page of the site, in no language yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page of the site, in no language yet."""

    address: str
    """Path below a language's root, e.g. `emergency/countries/mx.html`."""

    kind: str
    """Name of its kind: `organisation`, `country`, `service` …; `guidance` for plain hand-written pages."""

    key: str = ""
    """What it is about: an id or code."""

    part: int = 1
    """Which part of a long list, from 1."""

    second: str = ""
    """A second code, for lists of two conditions, e.g. the region of a service."""

    @property
    def up(self) -> str:
        """The way from this page to its language's root: `../../`."""
        return "../" * self.address.count("/")

    def way_to(self, address: str) -> str:
        """The shortest way from this page to another address of its language: `../groups/index.html`."""
        folder, up = self.address[: self.address.rfind("/") + 1], ""
        while not address.startswith(folder):
            folder, up = folder[: folder.rfind("/", 0, -1) + 1], up + "../"
        return up + address[len(folder) :]

    @property
    def source(self) -> str:
        """The Markdown file that MkDocs believes this page comes from."""
        return self.address.removesuffix(".html") + ".md"


def language_root(language: str, default: str) -> str:
    """Folder of a language below the site's root: empty for the source language, else `es/`."""
    return "" if language == default else f"{language}/"


def pocket(language: str) -> str:
    """File of a language's pocket edition, at the site's root."""
    return f"pocket-{language}.html"
