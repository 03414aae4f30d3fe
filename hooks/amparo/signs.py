"""Finds the drawing of each sign and takes what is drawn out of it: the only module that knows where sets of
icons lie."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from amparo.model.loading import Loaded
from amparo.model.sign import SignBook, SignSet
from amparo.project import Project
from amparo.source import Document, Problem

PACKAGE, ICONS = "material", "templates/.icons"
"""The package that brings the sets, and the folder of the sets in it."""

FILE = "data/signs.yml"
"""Where the signs are named."""

_SVG = "{http://www.w3.org/2000/svg}"
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE\s,.+-]+")
_TRANSFORM = re.compile(r"(?:(?:translate|scale)\([-0-9. ]+\) ?)+")


class Stroke(NamedTuple):
    """One part of a drawing."""

    d: str
    """The line that it follows, as SVG writes it."""

    width: str | None
    """Width of the pen; None for a filled surface."""

    transform: str | None
    """Where it is put; None for where it was drawn."""


@dataclass(frozen=True)
class Drawing:
    """What is drawn for a sign."""

    box: tuple[float, float, float, float]
    """Left, top, width and height of the frame."""

    strokes: tuple[Stroke, ...]
    """Its parts, from back to front."""

    turns: bool = False
    """True when it is mirrored where people read from right to left."""

    @cached_property
    def frame(self) -> str:
        """The frame as SVG writes it."""
        return " ".join(f"{part:g}" for part in self.box)

    @cached_property
    def mirror(self) -> str:
        """How far a mirrored drawing is moved back into its frame."""
        return f"{2 * self.box[0] + self.box[2]:g}"


def read_signs(project: Project, book: SignBook | None) -> Mapping[str, Drawing]:
    """The drawing of every sign. Only after `problems` found nothing."""
    if book is None:
        return {}
    return {
        sign.id: replace(
            read_drawing(
                _file(project, book.sets_by_id[sign.set], sign.icon), book.sets_by_id[sign.set].margin
            ),
            turns=sign.turns,
        )
        for sign in book.signs
    }


def read_drawing(file: Path, margin: int = 0) -> Drawing:
    """What a file draws, with `margin` around its frame. Raises `ValueError` for everything but plain
    paths: no text, no style, no script, no address can come into a page this way."""
    root = ElementTree.fromstring(file.read_text("utf-8"))
    left, top, width, height = (float(part) for part in root.get("viewBox", "").split())
    strokes = []
    for part in root:
        d, transform = part.get("d", ""), part.get("transform")
        if part.tag != f"{_SVG}path" or len(part) or (part.text or "").strip():
            raise ValueError(f"it holds <{part.tag.removeprefix(_SVG)}>")
        if not _PATH.fullmatch(d) or (transform and not _TRANSFORM.fullmatch(transform)):
            raise ValueError(f"a path that is none: {d[:20]}")
        is_line = part.get("fill") == "none"
        strokes.append(Stroke(d, f"{float(part.get('stroke-width', '1')):g}" if is_line else None, transform))
    if root.tag != f"{_SVG}svg" or not strokes:
        raise ValueError("it draws nothing")
    return Drawing((left - margin, top - margin, width + 2 * margin, height + 2 * margin), tuple(strokes))


def problems(project: Project, loaded: Loaded) -> Iterator[Problem]:
    """Signs without a drawing, and sets whose licence is not where they say."""
    book, document = loaded.signs, loaded.documents.get(FILE)
    if book is None or document is None:
        return
    for n, one in enumerate(book.sets):
        yield from _licence(document, n, one)
    for n, sign in enumerate(book.signs):
        if sign.set not in book.sets_by_id:
            yield document.problem(
                ("signs", n, "set"), f"there is no set `{sign.set}`", f"one of: {', '.join(book.sets_by_id)}"
            )
            continue
        file = _file(project, book.sets_by_id[sign.set], sign.icon)
        try:
            read_drawing(file)
        except (OSError, ValueError, ElementTree.ParseError) as error:
            reason = (
                "there is no such drawing" if isinstance(error, OSError) else f"no plain drawing: {error}"
            )
            yield document.problem(
                ("signs", n, "icon"), f"`{sign.icon}`: {reason}", f"a file of {file.parent.name}"
            )


def _licence(document: Document, n: int, one: SignSet) -> Iterator[Problem]:
    """A set of others proves its licence with a line of a file beside it."""
    if one.folder is None:
        return
    proof = icons() / (one.proof or "missing")
    lines = proof.read_text("utf-8").split("\n") if proof.is_file() else []
    if not one.says or not any(line.lstrip("# ").startswith(one.says) for line in lines):
        yield document.problem(
            ("sets", n, "proof"),
            f"`{one.proof}` does not say `{one.says}`",
            "the file of the set that says its licence, and the beginning of its line",
        )


def icons() -> Path:
    """The folder of the sets, wherever the package is installed. Raises `LookupError` without it."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise LookupError(f"the icons of {PACKAGE} are not installed")
    return Path(found.origin).parent / ICONS


def _file(project: Project, one: SignSet, icon: str) -> Path:
    """Where a drawing lies."""
    home = project.find("data/signs") if one.folder is None else icons() / one.folder
    return home / f"{icon}.svg"
