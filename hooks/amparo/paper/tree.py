"""A sheet as a tree of plain parts, for programs that lay out paper and do not read HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

Node = list[Any]
"""`[tag, attributes, parts]`: attributes hold `class`, `lang`, `dir` and `id` where they are set, parts are
nodes and texts. A drawing has its markup as `drawn` and no parts."""

VOID = ("br", "hr", "input", "img")
"""Elements that have no end."""

KEPT = ("class", "lang", "dir", "id")
"""Attributes that mean something on paper."""

LEFT_OUT = ("screen", "aria-hidden")
"""What is on a page for the screen alone."""

INLINE = ("a", "b", "bdi", "em", "span", "strong", "br", "svg")
"""Elements inside a line."""


def tree_of(html: str, kept: tuple[str, ...] = KEPT) -> list[Node | str]:
    """The parts of a sheet, without what is for the screen alone and without spaces between blocks. `kept`
    are the attributes that mean something where it goes."""
    reader = _Reader(kept)
    reader.feed(html)
    reader.close()
    return _clean(reader.root[2])


class _Reader(HTMLParser):
    """Builds the tree. Our own templates close every tag, and a test holds that."""

    def __init__(self, kept: tuple[str, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self._kept = kept
        self.root: Node = ["", {}, []]
        self._open = [self.root]
        self._drawing: Node | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if self._drawing:
            self._drawing[1]["drawn"] += self.get_starttag_text()
            return
        attributes = dict(attrs)
        node: Node = [tag, {name: attributes[name] for name in self._kept if attributes.get(name)}, []]
        self._open[-1][2].append(node)
        if tag == "svg":
            self._drawing = node
            node[1]["drawn"] = self.get_starttag_text()
        elif tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that has no end: a stroke of a drawing, else one like all others."""
        self.handle_starttag(tag, attrs)
        if not self._drawing and tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._drawing:
            self._drawing[1]["drawn"] += f"</{tag}>"
            self._drawing = None if tag == "svg" else self._drawing
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Text."""
        self._open[-1][2].append(re.sub(r"\s+", " ", data))


def _clean(parts: list[Any]) -> list[Any]:
    """Parts without those for the screen, and without spaces at the ends of blocks."""
    kept = [
        part for part in parts if isinstance(part, str) or "screen" not in part[1].get("class", "").split()
    ]
    found: list[Any] = []
    for n, part in enumerate(kept):
        if isinstance(part, str):
            at_start = n == 0 or not _is_inline(kept[n - 1])
            at_end = n + 1 == len(kept) or not _is_inline(kept[n + 1])
            text = part.lstrip(" ") if at_start else part
            text = text.rstrip(" ") if at_end else text
            if text:
                found.append(text)
        else:
            found.append([part[0], part[1], _clean(part[2]) if part[0] not in INLINE else _inside(part[2])])
    return found


def _inside(parts: list[Any]) -> list[Any]:
    """Parts of an element inside a line: their spaces stand between words."""
    return [part if isinstance(part, str) else [part[0], part[1], _inside(part[2])] for part in parts]


def _is_inline(part: Node | str) -> bool:
    """Whether a part stands inside a line. The title of a step ends its line."""
    return isinstance(part, str) or (part[0] in INLINE and part[1].get("class") != "step")
