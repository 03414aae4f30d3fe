"""Turns built pages back into Markdown with the same words, for a stock MkDocs to build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
"""Elements without an end tag."""

BLOCKS = {
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
"""Elements that begin a line of their own."""

SILENT = {"script", "style", "svg", "template"}
"""Elements whose text nobody reads."""

_MARKS = re.compile(r"([\\`*_\[\]<>&#|])")
_LIST_LIKE = re.compile(r"^(\d+)([.)] )|^([-+]) ", re.MULTILINE)


@dataclass
class Node:
    """An element of a page."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Every piece of text that is read, with a space around blocks."""
        if self.tag in BLOCKS:
            yield " "
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in SILENT and "headerlink" not in (child.attributes.get("class") or ""):
                yield from child.texts()
        if self.tag in BLOCKS:
            yield " "


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attributes: list) -> None:
        node = Node(tag, dict(attributes))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(file: Path, tag: str) -> Node:
    """The part of a built page that a tag encloses, as a tree."""
    text = file.read_text("utf-8")
    tree = _Tree()
    tree.feed(text[text.index(f"<{tag}") : text.rindex(f"</{tag}>")])
    return tree.open[0]


def words(node: Node) -> list[str]:
    """The words that a reader of a part of a page sees, without the marks between them."""
    return re.findall(r"\w+", "".join(node.texts()))


def markdown(node: Node) -> str:
    """A part of a page as Markdown: headings, paragraphs, lists and links, in the same order and with the
    same words."""
    return "\n\n".join(_blocks(node)) + "\n"


def _blocks(node: Node) -> Iterator[str]:
    """The blocks inside an element. Text that stands bare between blocks becomes a paragraph."""
    bare: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in BLOCKS:
            yield from _paragraph(bare)
            bare = []
            yield from _block(child)
        else:
            bare.append(child)
    yield from _paragraph(bare)


def _block(node: Node) -> Iterator[str]:
    """One element that begins a line of its own."""
    if node.tag in ("ul", "ol"):
        items = [child for child in node.children if isinstance(child, Node) and child.tag == "li"]
        if items:
            yield "\n".join(_item("1." if node.tag == "ol" else "-", item) for item in items)
    elif re.fullmatch("h[1-6]", node.tag):
        yield f"{'#' * int(node.tag[1])} {_line(node.children)}"
    elif node.tag in ("dt", "summary"):
        yield f"**{_line(node.children)}**"
    elif node.tag in ("p", "tr"):
        yield from _paragraph(node.children)
    else:
        yield from _blocks(node)


def _item(mark: str, item: Node) -> str:
    """A list item: its later blocks stand four spaces in."""
    text = "\n\n".join(_blocks(item)) or " "
    return (
        f"{mark:<4}"
        + text.replace("\n", "\n    ").replace("\n    \n", "\n\n")
        + ("\n" if "\n" in text else "")
    )


def _paragraph(children: list[Node | str]) -> Iterator[str]:
    text = _line(children)
    if text:
        yield _LIST_LIKE.sub(_unlist, text)


def _unlist(found: re.Match) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]} "


def _line(children: list[Node | str]) -> str:
    """Running text with links and strong words, on one line."""
    return " ".join("".join(map(_inline, children)).split())


def _inline(child: Node | str) -> str:
    if isinstance(child, str):
        return (
            _MARKS.sub(r"\\\1", child).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
        )
    if child.tag in SILENT:
        return ""
    text = "".join(map(_inline, child.children)) + (" " if child.tag in BLOCKS or child.tag == "br" else "")
    href = child.attributes.get("href") or ""
    if child.tag == "a" and href and not href.startswith("#") and text.strip():
        return f"[{text.strip()}]({_target(href)})"
    if child.tag in ("strong", "b", "th") and text.strip():
        return f"**{text.strip()}**"
    return text


def _target(href: str) -> str:
    """Where a link goes: pages of the site by their Markdown file, as MkDocs wants it; places inside a page
    are left out."""
    if re.match(r"[a-z]+:", href):
        return f"<{href}>"
    return re.sub(r"\.html(#.*)?$", ".md", href)
