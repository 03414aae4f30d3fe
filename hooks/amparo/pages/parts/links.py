"""Ways on from a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


class Link(NamedTuple):
    """A way to another page."""

    label: Said
    """What it leads to."""

    href: str
    """The way, from the page at hand."""


class Way(NamedTuple):
    """A way to a list, with what it holds."""

    label: Said
    """What it leads to."""

    href: str
    """The way, from the page at hand."""

    plain: Said | None
    """The same in plain words, where there are some."""

    number: int
    """How many stand there."""


def to_terms(context: Context, scheme: str, kind: str) -> list[Link]:
    """The pages of all terms of a closed list, in its order."""
    terms = context.library.vocabulary(scheme).in_order
    return [Link(context.voice.term(scheme, term), context.url(kind, term.code)) for term in terms]
