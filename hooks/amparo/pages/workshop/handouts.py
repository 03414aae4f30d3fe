"""Handouts: all of them with the lists of helpers, and each with its sheets."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import handout
from amparo.pages.workshop.parts.declaration import STYLES, asked_for, if_whole, of_records
from amparo.pages.workshop.parts.files import Files, files_of, sheets_of
from amparo.pages.workshop.parts.handout import HandoutText
from amparo.pages.workshop.parts.helpers import HelperLists, helper_lists
from amparo.pages.workshop.parts.links import to_session
from amparo.pages.workshop.sheets import HELPERS
from amparo.text.voice import Said


@dataclass(frozen=True)
class HandoutRow:
    """A handout in the list of all."""

    title: Said
    """Its title."""

    href: str
    """The way to it."""

    audience: Said
    """Whom it is for."""

    pages: int
    """Sides of paper."""


@dataclass(frozen=True)
class IndexView:
    """What `workshop/handouts.html` says."""

    handouts: list[HandoutRow]
    """All handouts."""

    lists: HelperLists
    """The lists of helpers."""

    files: Files
    """Files beside pages."""


@dataclass(frozen=True)
class View:
    """What `workshop/handout.html` says."""

    handout: HandoutText
    """What stands on it."""

    sheets: str
    """The way to its sheets, up to where their names differ."""

    has_pictures: bool
    """Whether there is a sheet with pictures instead of reading."""

    files: Files
    """Files beside pages."""

    lists: HelperLists | None
    """The lists of helpers, on the handout that is made from them."""

    sessions: list[Link]
    """Sessions that use it."""

    regions: list[Link]
    """Its sheets for regions, where it changes with the region."""


def index(context: Context) -> IndexView:
    """All handouts."""
    words = context.words
    return IndexView(
        handouts=[
            HandoutRow(
                title=words.handout(id),
                href=f"{id}.html",
                audience=words.say(f"handouts/{id}#audience", h.audience),
                pages=h.pages,
            )
            for id, h in words.curriculum.handouts.items()
        ],
        lists=helper_lists(context),
        files=files_of(context),
    )


def view(context: Context) -> View:
    """One handout."""
    curriculum, id = context.words.curriculum, context.page.key
    return View(
        handout=handout.text(context, id),
        sheets=sheets_of(context, id),
        has_pictures=bool(curriculum.handouts[id].pictured),
        files=files_of(context),
        lists=helper_lists(context) if id == HELPERS else None,
        sessions=[to_session(context, s.id) for s in curriculum.sessions.values() if id in s.handouts],
        regions=_regions(context, id) if curriculum.handouts[id].also else [],
    )


def _regions(context: Context, id: str) -> list[Link]:
    """The sheets of a handout that has one for each region."""
    regions, way = context.library.vocabulary("region").in_order, sheets_of(context, id)
    return [Link(context.voice.term("region", term), f"{way}-in-{term.code}.html") for term in regions]


INDEX = Kind("handouts", "workshop/handouts", index, "workshop/handouts/index.html", if_whole, styles=STYLES)

KIND = Kind(
    "handout",
    "workshop/handout",
    view,
    "workshop/handouts/{key}.html",
    of_records("handouts"),
    styles=STYLES,
    entries=asked_for("Handouts"),
)
