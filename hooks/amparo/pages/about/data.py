"""The page on open data: what each file is, and how many bodies help where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.library import Body, Library
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.settings import Settings
from amparo.text.voice import Said

FOLDER = "exports"
"""Folder of the files below the site's root."""

DARKEST = 100
"""Percent of ink for the largest number of the picture."""


class Row(NamedTuple):
    """How many bodies answer a need in each region."""

    label: Said
    """The need."""

    numbers: list[int]
    """Bodies by region, in the order of the columns."""

    shades: list[int]
    """The same as ink of the picture, from 0 to 100."""


@dataclass(frozen=True)
class View:
    """What `about/data.html` says."""

    folder: str | None
    """The way to the files; None where this copy has none."""

    language: str
    """The language of the files that are linked."""

    regions: list[Said]
    """One a column."""

    rows: list[Row]
    """Needs, the most pressing first."""

    as_of: str | None
    """The day of the data."""

    is_any_rung: bool
    """Whether somebody has rung any number."""

    is_mirrored: bool
    """Whether the picture's first column stands at the right, as the table's does."""


def has_files(settings: Settings) -> bool:
    """Whether a copy has the files: those on a device stay light, and their readers want pages."""
    return not settings.flavour.is_for_files


def is_any_rung(library: Library) -> bool:
    """Whether somebody has rung any number of the records."""
    bodies: list[Body] = [*library.organisations.values(), *library.mechanisms.values()]
    lines = (line for country in library.places for line in library.national.shown(country))
    contacts = (contact for body in bodies for contact in body.contacts)
    return any(one.reached.is_rung for one in contacts) or any(line.reached.is_rung for line in lines)


def view(context: Context) -> View:
    """Files, and numbers by region and need."""
    library, voice = context.library, context.voice
    regions = library.vocabulary("region").in_order
    needs = library.vocabulary("need").in_order
    near = {region.code: library.directory.near(region.code) for region in regions}
    counts = [
        [sum(not set(need.services).isdisjoint(o.services) for o in near[region.code]) for region in regions]
        for need in needs
    ]
    most = max(number for row in counts for number in row) or 1
    return View(
        folder=f"{context.root}{FOLDER}/" if has_files(context.site.settings) else None,
        language=context.language,
        regions=[voice.term("region", region) for region in regions],
        rows=[
            Row(voice.term("need", need), row, [DARKEST * number // most for number in row])
            for need, row in zip(needs, counts, strict=True)
        ],
        as_of=voice.when(library.as_of.isoformat()),
        is_any_rung=is_any_rung(library),
        is_mirrored=voice.direction == "rtl",
    )


KIND = Kind("data", "about/data", view, "about/data.html", says_unrung=True)
