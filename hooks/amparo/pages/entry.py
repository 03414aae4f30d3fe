"""One thing that can be found: a page, or a word that leads to pages."""

from __future__ import annotations

from dataclasses import dataclass

ANYWHERE = "everywhere"
"""Key of what helps in any country."""


@dataclass(frozen=True)
class Entry:
    """What the search knows about one page, in one language."""

    kind: str
    """What sort of page: a key of the words in `templates/search/words.html`."""

    address: str
    """Path below the language's root; empty for things without a page of their own, which only lead to
    others."""

    title: str
    """What a result says first."""

    line: str = ""
    """One line about it."""

    names: tuple[str, ...] = ()
    """Other names under which people know it, in any language: a whole one finds it before all else."""

    words: tuple[str, ...] = ()
    """Everyday words and other names that find it, and all that belongs to it."""

    urgent: tuple[str, ...] = ()
    """Words of danger to life or freedom that lead here before all else, wherever they stand in a query; one
    that ends with `*` is the beginning of a word."""

    text: tuple[str, ...] = ()
    """More words, which count less."""

    key: str = ""
    """What belongs to it names this, e.g. `service/shelter` or `place/MX`; empty: nothing belongs to it."""

    about: tuple[str, ...] = ()
    """Keys of what it belongs to: kinds of help, places, groups, languages."""

    weight: float = 1.0
    """Below 1 for pages that only point on."""
