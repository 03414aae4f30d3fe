"""How hard each kind of text may be to read."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from amparo.model.base import Line, Record

AIM = 6.0
"""The school grade that texts aim at: what a child of twelve reads without help."""


class Grade(Record):
    """The grade that one kind of text has reached."""

    kind: Line
    """The kind: a domain of translations and a field, such as `organisations/summary`, or a hand-written
    page."""

    most: Annotated[str, StringConstraints(pattern=r"^-?[0-9]+\.[0-9]$")]
    """Its grade when it was last lowered, such as `7.9`. Nobody raises it: `make grades` writes
    lower ones."""


class Grades(Record):
    """The grades of all kinds that are above the aim, or below it and must stay there."""

    grades: tuple[Grade, ...]
    """One entry a kind, in the order of their names."""
