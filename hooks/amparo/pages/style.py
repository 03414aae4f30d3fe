"""Style sheet and scripts as they travel: without what only people read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.pages.older import for_older

_ELSEWHERE = re.compile(r"/\* Elsewhere:.*?\*/.*?(?=\n\s*/\*)", re.S)
"""A part of the style sheet for pages that do not carry their style, up to the next comment."""

_INSIDE = re.compile(r"/\* Inside:.*?\*/.*?(?=\n\s*/\*)", re.S)
"""A part for pages that carry their style, up to the next comment."""


JOINED = {
    "page.js": ("page/leave.js", "page/search.js", "page/moved.js"),
    "incident.js": ("assets/quiet.js", "assets/incident.js"),
    "planner.js": ("assets/quiet.js", "assets/planner.js", "assets/planner-page.js"),
    "letter.js": ("assets/quiet.js", "assets/letter.js"),
}
"""Scripts that travel as one, by its name: each file that is asked for costs 1.3 s at 2G. Their sources are
below `theme`, one behaviour a file."""


@dataclass(frozen=True)
class Style:
    """The style sheet, small enough to travel inside a page."""

    text: str
    """The CSS without comments, spare space and what stands under a comment that begins with "Inside"."""

    inside: str = ""
    """The same without what stands under a comment that begins with "Elsewhere": pages that carry their style
    have none of it."""

    workshop: str = ""
    """The CSS of tables and of the workshop's pages and sheets, which other pages do not carry."""

    report: str = ""
    """The CSS of an incident report that is saved for printing."""

    pocket: str = ""
    """The CSS that only the pocket edition has."""

    whole: str = ""
    """All of it, for copies whose pages carry none."""

    @property
    def alone(self) -> Style:
        """The style of a document of the workshop that carries everything inside."""
        return Style(self.text + self.workshop)

    @property
    def policy(self) -> str:
        """The Content-Security-Policy source that allows exactly this text in a style element."""
        return policy_of(self.text)


def policy_of(text: str) -> str:
    """The Content-Security-Policy source that allows exactly this text inside a page."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def read_style(file: Path) -> Style:
    """One style sheet."""
    css = file.read_text("utf-8")
    text, inside, whole = (
        for_older(smaller(part)) for part in (_INSIDE.sub("", css), _ELSEWHERE.sub("", css), css)
    )
    return Style(text, inside, whole=whole)


def read_styles(theme: Path) -> Style:
    """All style sheets of the theme."""
    main = read_style(theme / "assets/amparo.css")
    return Style(
        main.text,
        main.inside,
        read_style(theme / "assets/tables.css").text + read_style(theme / "assets/workshop.css").text,
        read_style(theme / "report.css").text,
        read_style(theme / "pocket.css").text,
    )


def smaller(css: str) -> str:
    """CSS without comments, line breaks and spaces that mean nothing."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    css = re.sub(r":\s+", ":", css)
    return css.replace(";}", "}").strip()


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before the brackets of each rule, or group under one condition, and what in them."""
    start = depth = opened = 0
    for at, sign in enumerate(css):
        if sign == "{":
            opened = opened if depth else at
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield css[start:opened], css[opened + 1 : at]
                start = at + 1


def used_by(css: str, document: str) -> str:
    """The rules of a small style sheet that can mean something in a document: every class of a selector, and
    every `data-` attribute, stands in it. What stands in brackets is not looked at."""
    classes = {name for names in re.findall(r'\bclass=.([^"]*)', document) for name in names.split()}
    attributes = set(re.findall(r"\s(data-[\w-]+)", document))
    return "".join(_kept(head, body, classes, attributes) for head, body in _rules(css))


CONTENT = frozenset(
    (
        "doors",
        "door",
        "choose",
        "plain",
        "plainlist",
        "lead",
        "untranslated",
        "two",
        "last",
        "near",
        "call",
        "now",
        "ways",
        "own",
        "names",
    )
)
"""Classes that only stand in what a page says, never in the frame around it or in what scripts add."""


def needed_by(css: str, content: str) -> str:
    """The style inside a page without the rules for parts of `CONTENT` that it does not have."""
    found = {name for names in re.findall(r'\bclass=.([^"]*)', content) for name in names.split()}
    return _without(css, " ".join(sorted(CONTENT - found)))


@cache
def _without(css: str, absent: str) -> str:
    known = set(re.findall(r"\.([A-Za-z][\w-]*)", css))
    attributes = set(re.findall(r"\[(data-[\w-]+)", css))
    return "".join(_kept(head, body, known - {*absent.split()}, attributes) for head, body in _rules(css))


def _kept(head: str, body: str, classes: set[str], attributes: set[str]) -> str:
    if head.startswith("@page"):
        return f"{head}{{{body}}}"
    if "{" in body:
        inner = "".join(_kept(one, rules, classes, attributes) for one, rules in _rules(body))
        return f"{head}{{{inner}}}" if inner else ""
    selectors = [one for one in _selectors(head) if _can_be_meant(one, classes, attributes)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _selectors(head: str) -> list[str]:
    """The selectors of a rule; a comma in brackets parts nothing."""
    return re.split(r",(?![^(]*\))", head)


def _can_be_meant(selector: str, classes: set[str], attributes: set[str]) -> bool:
    plain = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", selector))
    return set(re.findall(r"\.([A-Za-z][\w-]*)", plain)) <= classes and (
        set(re.findall(r"\[(data-[\w-]+)", plain)) <= attributes
    )


def smaller_body(document: str) -> str:
    """A part of a document without line breaks before blocks. No line of our scripts begins like one."""
    return re.sub(r"\n+(?=[<]/?(?:h\d|p|ul|ol|li|section|details)\b)", "", document)


_TOLD = re.compile(
    r'("(?:[^"\\\n]|\\.)*"|`[^`]*`|(?<=[(=,:!&|?{;])\s?/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^]\\\n]|\\.)*\])+/[a-z]*)'
)
"""Text and patterns in a script: a space in them means something."""


def smaller_script(code: str) -> str:
    """A script without comments, indentation, and spaces that mean nothing. Ours have comments on lines of
    their own only."""
    code = re.sub(r"^\s*/\*.*?\*/\n", "", code, flags=re.S | re.M)
    lines = (line.strip() for line in code.split("\n"))
    code = "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
    return "".join(part if n % 2 else _closer(part) for n, part in enumerate(_TOLD.split(code)))


def _closer(code: str) -> str:
    return re.sub(r"(?<=[;{,])\n", "", re.sub(r" ?([=<>!&|?:(){},]+) ?", r"\1", code))
