"""A publication as lists of sources name it."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.workshop.words import Words


@dataclass(frozen=True)
class Publication:
    """A publication. Its title is a name: nobody translates it."""

    title: str
    """Title."""

    author: str | None
    """Author and publisher; None when not known."""

    year: int | None
    """Year; None when not known."""

    url: str | None
    """Address; None where none was seen, or where it must not be linked."""

    is_seen: bool
    """Whether the address was seen while the curriculum was written."""


def publication(words: Words, id: str) -> Publication:
    """A publication by its id in data/curriculum/readings.yml."""
    found = words.reading(id)
    return Publication(
        title=found.title,
        author=found.author,
        year=found.year,
        url=found.url if found.link else None,
        is_seen=found.verified,
    )
