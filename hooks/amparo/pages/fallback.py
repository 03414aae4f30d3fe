"""English where a translation is missing stands as one block in its own direction.

Each text is marked by itself when it is printed. Two marked sentences in a row would stand in the wrong
order on a page that runs from right to left, so here a row of them becomes one, and what holds nothing else
takes the mark itself.
"""

from __future__ import annotations

import re

BLOCKS = "p|li|dd|dt|td|th|h[1-6]|caption|figcaption"
"""Elements that take the mark when they hold nothing else."""

LISTS = "ul|ol"
"""Lists that take it when all of their entries do."""


class Fallback:
    """Rewrites finished markup. It knows the marks only from a sample of the template that makes them."""

    def __init__(self, sample: str, text: str) -> None:
        """`sample` is `text`, marked as English for want of a translation."""
        start, end = sample.split(text)
        self._attributes = re.sub(r"^<\w+|>$", "", start)
        self._sign = start
        tag = r"</?" + start[1:].split(" ")[0] + r"\b"
        one = rf"{re.escape(start)}(?:(?!{tag}).)*{re.escape(end)}"
        self._row = re.compile(rf"{re.escape(end)}(\s+){re.escape(start)}")
        self._block = re.compile(rf"<({BLOCKS})((?: [^<>]*)?)>\s*({one})\s*</\1>", re.DOTALL)
        self._list = re.compile(rf"<({LISTS})((?: [^<>]*)?)>((?:(?!</?(?:{LISTS})\b).)*)</\1>", re.DOTALL)
        self._item = re.compile(r"<li((?: [^<>]*)?)>")
        self._inner = slice(len(start), -len(end))

    def rows(self, markup: str) -> str:
        """Markup in which marked texts that follow each other, with nothing but space between, are one."""
        return self._row.sub(r"\1", markup) if self._sign in markup else markup

    def blocks(self, markup: str) -> str:
        """The same, with the mark on the block or the list where it holds nothing else."""
        if self._sign not in markup:
            return markup
        lifted = self._block.sub(self._lifted, self.rows(markup))
        return self._list.sub(self._lifted_list, lifted)

    def _lifted(self, match: re.Match[str]) -> str:
        """A block that holds one marked text."""
        tag, own, text = match.groups()
        both = self._marked(own)
        return match[0] if both is None else f"<{tag}{both}>{text[self._inner]}</{tag}>"

    def _lifted_list(self, match: re.Match[str]) -> str:
        """A list whose entries are all marked."""
        tag, own, inside = match.groups()
        items, both = self._item.findall(inside), self._marked(own)
        if both is None or not items or any(attributes != self._attributes for attributes in items):
            return match[0]
        return f"<{tag}{both}>{self._item.sub(lambda item: item[0].replace(item[1], ''), inside)}</{tag}>"

    def _marked(self, own: str) -> str | None:
        """Attributes with those of the mark; None where an element has a language or a direction of its
        own."""
        if _attribute("lang", own) or _attribute("dir", own):
            return None
        name, mark = _attribute("class", own), _attribute("class", self._attributes)
        if not name or not mark:
            return own + self._attributes
        both = name[0].replace(name[1], f"{name[1]} {mark[1]}")
        return own.replace(name[0], both) + self._attributes.replace(mark[0], "")


def _attribute(name: str, attributes: str) -> re.Match[str] | None:
    """An attribute among others: the whole of it, and its value."""
    return re.search(rf' {name}="([^"]*)"', attributes)
