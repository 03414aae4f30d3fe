"""Warnings inside one file: what many bodies share stands once, with its country, and each leads there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.library import Body
from amparo.pages.parts import contact, danger
from amparo.pages.parts.danger import DangerView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context

MANY = 2
"""Lists that name so many of our bodies are told once: told each time they made the file too large."""


@dataclass(frozen=True)
class ShortDanger:
    """A list or law that is told in full with its country."""

    id: str
    """Id of the list or law: what checks know it by."""

    where: str
    """Countries in which it holds, in words."""

    title: Said
    """What it is called."""

    to: str
    """Code of the country where the rest stands, in small letters."""


def shared(context: Context) -> frozenset[str]:
    """Ids of the lists and laws that are told once."""
    library = context.library
    found = Counter(
        reach.designation.id
        for o in library.directory.listed
        for reach in library.danger.of(o)
        if reach.warning[1] == reach.designation.warning
    )
    return frozenset(id for id, number in found.items() if number >= MANY)


def short(context: Context, body: Body, once: frozenset[str]) -> list[ShortDanger]:
    """Those of a body's dangers that are told elsewhere in the file."""
    voice = context.voice
    return [
        ShortDanger(
            id=reach.designation.id,
            where=voice.together(contact.place(context, code) for code in reach.designation.countries),
            title=voice.translate(f"designations/{reach.designation.id}#title", reach.designation.title),
            to=reach.designation.country.lower(),
        )
        for reach in context.library.danger.of(body)
        if reach.designation.id in once and reach.warning[1] == reach.designation.warning
    ]


def whole(context: Context, body: Body, once: frozenset[str]) -> list[DangerView]:
    """Those that are told at the body itself."""
    told = {one.id for one in short(context, body, once)}
    return [view for view in danger.of_body(context, body) if view.id not in told]


def of_country(context: Context, country: str, once: frozenset[str]) -> list[DangerView]:
    """What touches everybody in a country, and what is told there for many bodies."""
    lists = [one.danger for one in danger.lists_of(context, country) if one.danger.id in once]
    return [*danger.of_country(context, country), *lists]
