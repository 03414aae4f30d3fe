"""Pages of copies for files without what only programs read: two thousand pages travel together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from amparo.pages.renderer import Renderer

_MARKS = re.compile(r' data-(?:body|contact|danger|hours|line|mechanism|situation)="[^"]*"')
"""What a place on a page is about, for programs that check the public site. No script of ours reads it."""

_DRAWN = re.compile(r"[<]svg class=.sign\b.*?[<]/svg>", re.S)

_DOORS = re.compile(r"\bclass=.doors\b")
"""A page with large doors. Their signs have the colour of danger, which only a drawing inside the page
takes."""


class Lighter:
    """Makes pages lighter, in all languages of a copy."""

    def __init__(self, renderers: Mapping[str, Renderer], signs: Iterable[str]) -> None:
        """`renderers` by language; `signs` are the names of all that can be drawn."""
        self._renderers, self._signs = renderers, tuple(signs)
        self._names: dict[str, dict[str, str]] = {}

    def lighter(self, document: str, language: str, above: str) -> str:
        """A page without marks, its signs from the files that all pages share. `above` is the way to them."""
        document = _MARKS.sub("", document)
        if _DOORS.search(document):
            return document
        return _DRAWN.sub(lambda found: self._file(found[0], language, above), document)

    def _file(self, drawn: str, language: str, above: str) -> str:
        """The file of a drawing; a drawing that is no sign stays."""
        renderer = self._renderers[language]
        if language not in self._names:
            self._names[language] = {renderer.sign(name): name for name in self._signs}
        name = self._names[language].get(drawn)
        return renderer.sign(name, above) if name else drawn
