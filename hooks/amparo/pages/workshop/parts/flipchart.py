"""Drawings of handouts as flipcharts: where each line, sign and word stands on a sheet of portrait format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.workshop.parts import pictures
from amparo.pages.workshop.parts.pictures import PictureText

WIDE, HIGH, EDGE, TOP = 210.0, 297.0, 10.0, 28.0
"""Size of a sheet, its margin, and where the drawing begins below the title, in millimetres of A4: larger
paper has the same shape."""

GAP = 4.0
"""Millimetres between boxes."""


class Shape(NamedTuple):
    """A box, a ring, a line, or words without any."""

    kind: str
    """`box`, `ring`, `line` or `words`."""

    x: float
    """Left edge."""

    y: float
    """Upper edge."""

    wide: float
    """Width; 0 for a line that goes down."""

    high: float
    """Height."""

    sign: str | None = None
    """What is drawn in it, at its upper edge."""

    say: str = ""
    """Its words, below the sign."""

    size: float = 0
    """Size of the sign."""


@dataclass(frozen=True)
class Slide:
    """A flipchart."""

    title: str
    """Its title."""

    shapes: list[Shape]
    """What is on it, from back to front."""


def slides(context: Context) -> list[Slide]:
    """All flipcharts; where people read from right to left, the other way round."""
    words = context.words
    is_mirrored = context.voice.direction == "rtl"
    found = []
    for id, h in words.curriculum.handouts.items():
        if h.flipchart and h.pictured:
            sheet = next(iter(pictures.of_handout(context, id)))
            shapes = list(DRAWN[h.pictured](sheet.rows))
            found.append(Slide(str(words.handout(id)), [_turned(s) if is_mirrored else s for s in shapes]))
    return found


def signs(context: Context, found: list[Slide]) -> dict[str, str]:
    """The drawings of all signs on some flipcharts, as files."""
    return signs_of(context, (shape.sign for slide in found for shape in slide.shapes if shape.sign))


def signs_of(context: Context, names: Iterable[str]) -> dict[str, str]:
    """The drawings of some signs, as files; mirrored where they turn and people read from right to
    left."""
    is_mirrored, drawn = context.voice.direction == "rtl", context.site.signs
    return {
        name: str(
            context.renderer.fill(
                "parts/sign.svg", s=drawn[name], is_turned=is_mirrored and drawn[name].turns
            )
        ).strip()
        for name in sorted(set(names))
    }


def _turned(shape: Shape) -> Shape:
    """A shape on the other side."""
    return shape._replace(x=WIDE - shape.x - shape.wide)


Rows = Sequence[Sequence[PictureText]]


def _box(p: PictureText, x: float, y: float, wide: float, high: float, kind: str = "box") -> Shape:
    """A box with its sign and its words."""
    return Shape(kind, x, y, wide, high, p.sign, str(p.say), min(20, wide / 2.4, high / 2.6))


def _row(row: Sequence[PictureText], x: float, y: float, wide: float, high: float) -> Iterator[Shape]:
    """Boxes side by side."""
    each = (wide - GAP * (len(row) - 1)) / len(row)
    yield from (_box(p, x + n * (each + GAP), y, each, high) for n, p in enumerate(row))


def _tree(rows: Rows) -> Iterator[Shape]:
    """A row below the other, with a line from each to the next."""
    high = (HIGH - EDGE - TOP + 2 * GAP) / len(rows)
    for n, row in enumerate(rows):
        y = TOP + n * high
        if n:
            yield Shape("line", WIDE / 2, y - 2 * GAP, 0, 2 * GAP)
        yield from _row(row, EDGE, y, WIDE - 2 * EDGE, high - 2 * GAP)


def _days(rows: Rows) -> Iterator[Shape]:
    """A row for each day: its name, then what is done."""
    high = (HIGH - EDGE - TOP + GAP) / len(rows)
    yield from (
        shape
        for n, row in enumerate(rows)
        for shape in _row(row, EDGE, TOP + n * high, WIDE - 2 * EDGE, high - GAP)
    )


def _boxes(rows: Rows) -> Iterator[Shape]:
    """Two boxes side by side, as often as needed."""
    every = [p for row in rows for p in row]
    pairs = [every[n : n + 2] for n in range(0, len(every), 2)]
    yield from _days(pairs)


def _rings(rows: Rows) -> Iterator[Shape]:
    """Rings around one centre, the outer one first."""
    outer = list(reversed(rows[0]))
    step = (WIDE / 2 - EDGE) / len(outer)
    middle = TOP + WIDE / 2 - EDGE
    for n in range(len(outer)):
        radius = step * (len(outer) - n)
        yield Shape("ring", WIDE / 2 - radius, middle - radius, 2 * radius, 2 * radius)
    for n, p in enumerate(outer):
        y = middle - step * (len(outer) - n) + (1 if n + 1 < len(outer) else step / 2)
        yield _box(p, WIDE / 2 - 35, y, 70, step - 1, "words")._replace(size=step * 0.5)


def _grid(across: Sequence[PictureText], down: Sequence[PictureText]) -> Iterator[Shape]:
    """A field with heads above and at its side."""
    head = 36.0
    wide, high = (WIDE - 2 * EDGE - head) / len(across), (HIGH - EDGE - TOP - head) / len(down)
    for n, p in enumerate(across):
        yield _box(p, EDGE + head + n * wide, TOP, wide, head, "words")
    for n, p in enumerate(down):
        yield _box(p, EDGE, TOP + head + n * high, head, high, "words")
        for m in range(len(across)):
            yield Shape("box", EDGE + head + m * wide, TOP + head + n * high, wide, high)


def _map(rows: Rows) -> Iterator[Shape]:
    """Against and with us, strong and weak."""
    yield from _grid(rows[0][:2], rows[0][2:4])


def _matrix(rows: Rows) -> Iterator[Shape]:
    """How often across, how much harm down."""
    yield from _grid(rows[0], rows[1])


DRAWN: dict[str, Callable[[Rows], Iterator[Shape]]] = {
    "tree": _tree,
    "days": _days,
    "boxes": _boxes,
    "rings": _rings,
    "map": _map,
    "matrix": _matrix,
}
"""How each form of a handout in pictures becomes a flipchart."""
