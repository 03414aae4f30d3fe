"""Help by what happened, in a person's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts.links import Link
from amparo.text.voice import Said


class Need(NamedTuple):
    """What happened, and the kinds of help that answer it."""

    label: Said
    """What a person says."""

    code: str
    """Its code, which is also the id of its part of the page."""

    plain: Said | None
    """More plain words."""

    services: list[Link]
    """Kinds of help."""


@dataclass(frozen=True)
class View:
    """What `emergency/needs.html` says."""

    needs: list[Need]
    """The most pressing first."""


def view(context: Context) -> View:
    """All needs."""
    library, voice = context.library, context.voice
    return View(
        [
            Need(
                voice.term("need", need),
                need.code,
                voice.term("need", need, "plain") if need.plain else None,
                [
                    Link(voice.term("service", library.term("service", s)), context.url("service", s))
                    for s in need.services
                ],
            )
            for need in library.vocabulary("need").in_order
        ]
    )


KIND = Kind("needs", "emergency/needs", view, "emergency/needs/index.html")
