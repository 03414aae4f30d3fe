"""A built page as a tree, read by the standard library and as strictly as our templates write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_SPACE = re.compile(r"[ \t\n\r\f]+")
"""What a browser shows as one space; spaces that do not break stay."""

VOID = {"meta", "link", "br", "hr", "img", "wbr", "input", "col", "source", "area", "base", "embed", "track"}


class Node:
    """An element: its name, attributes, place in the tree and place in the document."""

    __slots__ = ("_classes", "attributes", "document", "last", "order", "parent", "parts", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str], parent: Node | None, document: list[Node]
    ) -> None:
        self.tag, self.attributes, self.parent, self.document = tag, attributes, parent, document
        self.order = self.last = len(document)
        self.parts: list[Node | str] = []
        self._classes: frozenset[str] | None = None

    def __getitem__(self, attribute: str) -> str:
        """The attribute's value; empty when it is not there."""
        return self.attributes.get(attribute, "")

    @property
    def classes(self) -> frozenset[str]:
        """The names in `class`."""
        if self._classes is None:
            self._classes = frozenset(self["class"].split())
        return self._classes

    @property
    def text(self) -> str:
        """All words inside, with single spaces."""
        words: list[str] = []
        self._collect(words)
        return _SPACE.sub(" ", "".join(words)).strip(" ")

    def _collect(self, words: list[str]) -> None:
        for part in self.parts:
            if isinstance(part, str):
                words.append(part)
            else:
                part._collect(words)

    def all(self, *names: str) -> Iterator[Node]:
        """Every element below this one, in order, whose tag or `.class` is among `names`; all without
        names. Rules ask this dozens of times a page: what is below stands together in the document."""
        classes = {name[1:] for name in names if name[0] == "."}
        for node in self.document[self.order + 1 : self.last + 1]:
            if not names or node.tag in names or (classes and not classes.isdisjoint(node.classes)):
                yield node

    def first(self, *names: str) -> Node | None:
        """The first of `all`, or None."""
        return next(self.all(*names), None)

    def within(self, name: str) -> Node | None:
        """The nearest element above that has the tag or `.class`, or None."""
        above = self.parent
        while (
            above
            and above.tag != name
            and name.removeprefix(".") not in (above.classes if name[0] == "." else ())
        ):
            above = above.parent
        return above


class _Reader(HTMLParser):
    """Builds the tree and refuses what a browser would have to guess."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document: list[Node] = []
        self.root = self.here = Node("", {}, None, self.document)
        self.document.append(self.root)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) != len(attrs):
            raise ValueError(f"line {self.getpos()[0]}: <{tag}> has an attribute twice")
        node = Node(tag, attributes, self.here, self.document)
        self.document.append(node)
        self.here.parts.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        if tag != self.here.tag:
            raise ValueError(f"line {self.getpos()[0]}: </{tag}> closes <{self.here.tag}>")
        self.here.last = len(self.document) - 1
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.parts.append(data)


def parse(html: str) -> Node:
    """The tree of a document. Raises ValueError when a tag is not closed where it should be."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.here is not reader.root:
        raise ValueError(f"<{reader.here.tag}> is never closed")
    reader.root.last = len(reader.document) - 1
    return reader.root
