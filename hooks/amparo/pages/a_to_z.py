"""Every organisation and mechanism by name, acronym and old name, an alphabet after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from amparo.library import Body
from amparo.model.mechanism import Mechanism
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact
from amparo.pages.parts.links import Link, to_terms
from amparo.text.voice import Said


class Name(NamedTuple):
    """One name."""

    said: Said
    """The name."""

    href: str
    """The way to whose it is."""

    mark: str
    """`mechanism`, `signpost` for bodies that may no longer work, else empty."""


@dataclass(frozen=True)
class View:
    """What `a-to-z.html` says."""

    alphabets: list[list[tuple[int, str]]]
    """Letters with their numbers, by alphabet, that of the page first."""

    letters: list[tuple[int, str, list[Name]]]
    """Number, letter, names."""

    count: int
    """Organisations."""

    mechanisms: int
    """Mechanisms."""

    needs: list[Link]
    """Ways by need, for those who know no name."""

    regions: list[Link]
    """Ways by place."""


def view(context: Context) -> View:
    """All names; closed bodies are marked."""
    library, voice = context.library, context.voice
    order = voice.ordering
    here = order.alphabet(voice.language_name(voice.language))
    names = sorted(_names(context), key=lambda n: (order.alphabet(n.said) != here, order.key(n.said), n.href))
    letters = [
        (n, initial, list(group))
        for n, (initial, group) in enumerate(groupby(names, key=lambda n: order.letter(n.said)), 1)
    ]
    return View(
        alphabets=[
            [(n, initial) for n, initial, _ in group]
            for _, group in groupby(letters, key=lambda found: order.alphabet(found[1]))
        ],
        letters=letters,
        count=len(library.organisations),
        mechanisms=len(library.mechanisms),
        needs=[
            Link(voice.term("need", need), f"{context.url('needs')}#{need.code}")
            for need in library.vocabulary("need").in_order
        ],
        regions=to_terms(context, "region", "region"),
    )


def _names(context: Context) -> Iterator[Name]:
    """Every name of every body, in the order of records."""
    library = context.library
    bodies: list[Body] = [*library.organisations.values(), *library.mechanisms.values()]
    for body in bodies:
        href, title = context.body_url(body), contact.name(context.voice, body)
        if isinstance(body, Mechanism):
            yield Name(title, href, "mechanism")
            continue
        mark = "" if body.is_listed else "signpost"
        yield Name(title, href, mark)
        others = (body.acronym, *body.names.values(), *(f.name for f in body.former_names))
        for other in dict.fromkeys(others):
            if other and other != str(title):
                yield Name(other, href, mark)


KIND = Kind("a-to-z", "a-to-z", view, "search.html")
