"""Turns the part of a page that is its own into XHTML, as books want it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

VOID = frozenset({"br", "hr", "img", "input", "wbr", "meta", "link"})
"""Elements that have no end."""

DROPPED = frozenset({"script", "input", "select", "button", "svg", "img"})
"""Elements that a book cannot use, with what stands in them. Signs go too: words stand beside each."""

PLAIN = {"label": "span"}
"""Elements of which a book only needs the words."""

KEPT = frozenset(
    {"href", "id", "class", "lang", "dir", "colspan", "rowspan", "scope", "start", "open", "hidden", "label"}
)
"""Attributes that mean something in a book."""


class Xhtml(HTMLParser):
    """Writes what stands inside of the article."""

    def __init__(self, link: Callable[[str], str | None]) -> None:
        """`link` gives what a link leads to in the book, or None for what is not in it."""
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._link = link
        self._depth = self._dropped = 0
        self._anchors: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if tag == "article":
            self._depth += 1
            return
        if not self._depth:
            return
        if self._dropped or tag in DROPPED:
            self._dropped += tag not in VOID
            return
        kept = {name: value if value is not None else name for name, value in attrs if name in KEPT}
        if tag == "a":
            href = self._link(kept["href"]) if "href" in kept else None
            self._anchors.append(href is not None)
            if href is None:
                # What the book does not hold is read as plain words.
                tag, kept = "span", {}
            else:
                kept["href"] = href
        if "lang" in kept:
            kept["xml:lang"] = kept["lang"]
        self.parts.append(
            "<"
            + PLAIN.get(tag, tag)
            + "".join(f" {name}={quoteattr(value)}" for name, value in kept.items())
            + ("/>" if tag in VOID else ">")
        )

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag == "article":
            self._depth -= 1
        elif self._depth and self._dropped:
            self._dropped -= 1
        elif self._depth and tag not in VOID:
            self.parts.append(
                "</" + ("span" if tag == "a" and not self._anchors.pop() else PLAIN.get(tag, tag)) + ">"
            )

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._depth and not self._dropped:
            self.parts.append(escape(data))


def main_of(page: str, name: str, inside: frozenset[str]) -> str:
    """The own part of the page `name` as XHTML; links lead to the pages of the book, `inside`, or out of
    it."""

    def link(href: str) -> str | None:
        parts = urlsplit(href)
        # Readers of books know no text messages: the number stays as words.
        if parts.scheme:
            return href if parts.scheme != "sms" else None
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
        )
        if target not in inside:
            return None
        # A plan of the workshop stands in the fragment of its link; in a book there is nobody who reads it.
        fragment = "" if "=" in parts.fragment else parts.fragment
        way = posixpath.relpath(target, posixpath.dirname(name) or ".") if parts.path else ""
        return way.removesuffix(".html") + (".xhtml" if way else "") + (f"#{fragment}" if fragment else "")

    writer = Xhtml(link)
    writer.feed(page)
    writer.close()
    return "".join(writer.parts)
