"""One situation in all countries: where an end of the guided questions leads, so that no script is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from amparo.model.vocabulary import Term
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.parts import contact
from amparo.pages.parts.links import Link
from amparo.text.voice import Said

EVERYBODY = 12
"""Bodies that help with it anywhere and stand on the page itself; all others are one link away."""


@dataclass(frozen=True)
class View:
    """What `emergency/situation.html` says."""

    label: Said
    """The situation."""

    code: str
    """Code of `situation`."""

    sign: str | None
    """Its drawn sign."""

    plain: Said | None
    """The same in a person's own words."""

    letters: list[tuple[str, list[Link]]]
    """Every country by first letter: the ways to its section about this situation."""

    helpers: list[Any]
    """Who helps with this anywhere, printed."""

    services: list[Link]
    """Everybody who gives the kinds of help that are asked for."""


def view(context: Context) -> View:
    """The situation of the page."""
    library, voice, code = context.library, context.voice, context.page.key
    term = library.term("situation", code)
    named = sorted(
        (Link(contact.place(context, c), f"{context.url('country', c)}#with-{code}") for c in library.places),
        key=lambda link: context.voice.ordering.key(link.label),
    )
    return View(
        label=voice.term("situation", term),
        code=code,
        sign=term.sign,
        plain=voice.term("situation", term, "plain") if term.plain else None,
        letters=[
            (initial, list(group))
            for initial, group in groupby(named, key=lambda link: context.voice.ordering.letter(link.label))
        ],
        helpers=[context.helper(o, None) for o in library.fit.anywhere(code, context.language)[:EVERYBODY]],
        services=services(context, term),
    )


def services(context: Context, term: Term) -> list[Link]:
    """The lists of everybody who gives the kinds of help that a situation asks for."""
    library, voice = context.library, context.voice
    return [
        Link(voice.term("service", library.term("service", s)), context.url("service", s))
        for s in (*term.main, *term.also)
        if library.directory.offering(s)
    ]


@dataclass(frozen=True)
class IndexView:
    """What `emergency/situations.html` says."""

    situations: list[tuple[Said, str, Said | None, str | None]]
    """Situation, the way to its page, plain words, the drawn sign."""


def index(context: Context) -> IndexView:
    """All situations."""
    voice = context.voice
    return IndexView(
        [
            (
                voice.term("situation", term),
                context.url("situation", term.code),
                voice.term("situation", term, "plain") if term.plain else None,
                term.sign,
            )
            for term in context.library.vocabulary("situation").in_order
        ]
    )


def _keys(library: Any) -> Iterator[Key]:
    return (Key(term.code) for term in library.vocabulary("situation").in_order)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    return not_found_by_search(context, kind)


INDEX = Kind("situations", "emergency/situations", index, "emergency/situations/index.html")

KIND = Kind(
    "situation",
    "emergency/situation",
    view,
    "emergency/situations/{key}.html",
    _keys,
    says_unrung=True,
    has_strip=False,
    entries=_entries,
)
