"""Everything that can be printed, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.workshop.parts import packs, session
from amparo.pages.workshop.parts.declaration import STYLES, if_whole
from amparo.pages.workshop.parts.files import Files, careful_name, files_of
from amparo.pages.workshop.parts.helpers import HelperLists, helper_lists
from amparo.pages.workshop.parts.links import to_agenda
from amparo.text.voice import Said


class AgendaRow(NamedTuple):
    """An agenda and its packs."""

    title: Said
    """Its title."""

    href: str
    """The way to its page."""

    name: str
    """Beginning of the names of its packs."""


class SessionRow(NamedTuple):
    """The sheets of a session."""

    title: Said
    """Its title."""

    name: str
    """Beginning of the names of its sheets."""

    has_pictures: bool
    """Whether there is one with pictures instead of reading."""

    has_cut: bool
    """Whether there is one of what is cut, or made once for a group."""


class HandoutRow(NamedTuple):
    """The sheets of a handout."""

    title: Said
    """Its title."""

    name: str
    """Beginning of the names of its sheets."""

    has_pictures: bool
    """Whether there is one with pictures instead of reading."""

    has_images: bool
    """Whether its cards are images for a messenger, too."""

    careful: str | None
    """The name of its careful PDF; None where there is no careful edition."""


@dataclass(frozen=True)
class View:
    """What `workshop/prints.html` says."""

    agendas: list[AgendaRow]
    """All agendas, the shortest first."""

    sessions: list[SessionRow]
    """All sessions in the order of the curriculum."""

    handouts: list[HandoutRow]
    """All handouts."""

    lists: HelperLists
    """The lists of helpers."""

    files: Files
    """Files beside pages."""


def view(context: Context) -> View:
    """All sheets by what they belong to."""
    words = context.words
    return View(
        agendas=[AgendaRow(*to_agenda(context, a.id), f"agenda-{a.id}") for a in packs.in_order(words)],
        sessions=[
            SessionRow(
                words.session(s.id),
                f"session-{s.id}",
                s.has_picture_cards,
                f"session-{s.id}-cut" in context.site.sheets.on_pages,
            )
            for s in session.in_order(words)
        ],
        handouts=[
            HandoutRow(
                words.handout(id),
                id,
                bool(h.pictured),
                h.pictured == "cards",
                careful_name(id) if h.careful else None,
            )
            for id, h in words.curriculum.handouts.items()
        ],
        lists=helper_lists(context),
        files=files_of(context),
    )


KIND = Kind("prints", "workshop/prints", view, "workshop/print/index.html", if_whole, styles=STYLES)
