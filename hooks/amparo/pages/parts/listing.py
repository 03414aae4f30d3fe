"""A list of organisations on one or more pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages.kind import Key
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context

PER_PAGE = 100
"""Organisations on one list page: more would break the budget of 30 kB for a page on a slow line."""


@dataclass(frozen=True)
class ListView:
    """What `emergency/list.html` says."""

    title: Said
    """What is listed."""

    up_href: str
    """The way to the page that leads here."""

    count: int
    """Organisations on all parts of the list."""

    part: int
    """Which part this is, from 1."""

    parts: int
    """How many parts there are."""

    cards: list[Any]
    """The organisations of this part, printed."""

    part_links: list[tuple[int, str]]
    """Number and address of each part."""

    plain: Said | None = None
    """What is listed, in plain words."""

    place: Said | None = None
    """Where, for lists of one region."""

    urgency: Said | None = None
    """How fast such help can work."""

    ways: list[tuple[Said, str, int]] | None = None
    """Ways on from the first part: label, address, number of organisations (0 where it does not matter)."""


def listing(
    context: Context,
    found: Iterable[Organisation],
    title: Said,
    up_href: str,
    far: Callable[[Organisation], int] | None = None,
    **more: Any,
) -> ListView:
    """The part of a list that stands on the page at hand. `far` ranks organisations by distance, nearest
    lowest."""
    library, page = context.library, context.page
    ordered = library.order.in_order(found, context.language, far)
    parts = pages_for(len(ordered))
    start = (page.part - 1) * PER_PAGE
    return ListView(
        title=title,
        up_href=up_href,
        count=len(ordered),
        part=page.part,
        parts=parts,
        cards=[context.card(o) for o in ordered[start : start + PER_PAGE]],
        part_links=[(n, context.url(page.kind, page.key, page.second, n)) for n in range(1, parts + 1)],
        **more,
    )


def pages_for(count: int) -> int:
    """On how many pages so many organisations stand."""
    return -(-count // PER_PAGE)


def key_for(kind: str, code: str, count: int, second: str = "") -> Key:
    """The key of a list. A list of nobody is an error of the data, never an empty page: raises
    `LookupError`."""
    if count == 0:
        raise LookupError(f"nobody is listed for {kind}/{code}: its page would be empty")
    return Key(code, second, pages_for(count))


def keys_of_terms(
    library: Library, scheme: str, kind: str, found: Callable[[str], tuple[Organisation, ...]]
) -> Iterator[Key]:
    """A list for each term of a closed list."""
    for term in library.vocabulary(scheme).in_order:
        yield key_for(kind, term.code, len(found(term.code)))
