"""Drawn signs: what each says, and from which set its drawing is taken."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from amparo.model.base import Line, Record, Slug, Whole

Licence = Literal["Apache-2.0", "MIT", "CC0-1.0", "CC-BY-4.0"]
"""Licences under which a drawing may be copied into pages: they ask for no more than a name."""


class SignSet(Record):
    """Drawings that have one author and one licence."""

    id: Slug
    """What signs call it."""

    name: Line
    """Its name, as its authors write it."""

    by: Line
    """Who made it."""

    licence: Licence
    """Its licence, by its short name in SPDX."""

    folder: Line | None = None
    """Its folder among the icons of mkdocs-material. Missing: the drawings lie in data/signs."""

    proof: Line | None = None
    """The file beside it that says its licence."""

    says: Line | None = None
    """The line of that file."""

    margin: Annotated[Whole, Field(ge=0, le=100)] = 0
    """Room that the set's drawings need around their frame, in units of the drawing."""


class Sign(Record):
    """One thing that a drawing says."""

    id: Slug
    """What pages and records call it: its meaning, not what is drawn."""

    set: Slug
    """The set that it is taken from."""

    icon: Line
    """Name of the drawing's file in the set, without ending."""

    turns: bool = False
    """True when it has a direction and is mirrored where people read from right to left."""


class SignBook(Record):
    """All signs, and where they come from."""

    sets: tuple[SignSet, ...]
    """The sets."""

    signs: tuple[Sign, ...]
    """The signs, in the order of their names."""

    @cached_property
    def by_id(self) -> dict[str, Sign]:
        """The signs by id."""
        return {sign.id: sign for sign in self.signs}

    @cached_property
    def sets_by_id(self) -> dict[str, SignSet]:
        """The sets by id."""
        return {one.id: one for one in self.sets}
