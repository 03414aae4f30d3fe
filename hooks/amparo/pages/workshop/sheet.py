"""A sheet as a page to print, and a session with its handouts as one file to take along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.workshop.parts import agenda, handout, packs, pictures, session
from amparo.pages.workshop.parts.agenda import AgendaText
from amparo.pages.workshop.parts.declaration import STYLES, of_records
from amparo.pages.workshop.parts.files import files_of
from amparo.pages.workshop.parts.handout import HandoutText
from amparo.pages.workshop.parts.pictures import PictureSheet
from amparo.pages.workshop.parts.session import SessionText
from amparo.pages.workshop.sheets import HELPERS, Sheet, Sheets, is_for_print_alone, whole_session
from amparo.pages.workshop.words import Words


@dataclass(frozen=True)
class SheetView:
    """What `workshop/print.html`, `workshop/take.html` and `print/paper.html` say."""

    is_single: bool
    """True for one handout or list, which has no title page."""

    is_plain: bool
    """True where nothing on it says what it is."""

    is_for_facilitator: bool
    """False for participants, who never get a facilitator's note."""

    agendas: list[AgendaText]
    """The agenda, on a pack."""

    sessions: list[SessionText]
    """Sessions in order."""

    handouts: list[HandoutText]
    """Handouts in order, each on a side of its own."""

    pictures: list[PictureSheet]
    """The same for people who do not read: then nothing else is printed."""

    signs_at: str | None
    """The way to the site's root, where signs are files that all sheets share: a pack of drawings is too
    heavy for a slow line. None where drawings stand on the sheet itself."""

    sides: int
    """Sides of paper that the handouts take for each person."""

    back: str
    """The way to the page that it belongs to."""

    pdf: str | None
    """The way to the same as PDF; None where none is made."""


def page(context: Context) -> SheetView:
    """A sheet to print from a browser."""
    return view_of(context, context.site.sheets.on_pages[context.page.key])


def take(context: Context) -> SheetView:
    """A session and its handouts as one file to carry and change."""
    return view_of(context.at_root(), whole_session(context.page.key))


def view_of(context: Context, sheet: Sheet) -> SheetView:
    """What stands on a sheet."""
    words = context.words
    handouts = _handouts(words, sheet)
    drawn = _pictures(context, sheet)
    is_list = sheet.kind == "helpers"
    return SheetView(
        is_single=is_list or sheet.kind == "handout",
        is_plain=sheet.is_plain,
        is_for_facilitator=sheet.audience == "facilitator",
        agendas=[agenda.text(context, sheet.key, part=sheet.part)]
        if sheet.kind == "agenda" and not drawn
        else [],
        sessions=[]
        if drawn
        else [session.text(context, id, variant) for id, variant in _sessions(words, sheet).items()],
        handouts=[]
        if drawn
        else [handout.text(context, id, sheet.region, sheet.country, sheet.form) for id in handouts],
        pictures=drawn,
        signs_at=context.root if drawn and sheet.part else None,
        sides=0 if drawn else sum(words.curriculum.handouts[id].pages for id in handouts),
        back=context.url("handout", HELPERS) if is_list else context.url(sheet.kind, sheet.key),
        pdf=_pdf(context, sheet),
    )


def _sessions(words: Words, sheet: Sheet) -> dict[str, str]:
    """Ids of its sessions in order, each with the variant in which it is held."""
    if sheet.kind == "agenda":
        return packs.sessions(words.curriculum.agendas[sheet.key], sheet.part)
    return {sheet.key: "full"} if sheet.kind == "session" else {}


def _handouts(words: Words, sheet: Sheet) -> list[str]:
    """Ids of its handouts in order."""
    found, is_for_participants = words.curriculum, sheet.audience == "participants"
    ids: Iterable[str]
    if sheet.kind == "agenda":
        # On pages the facilitator takes the handouts from the sheet for participants: both together are too
        # heavy for a slow line.
        is_with_handouts = is_for_participants or not sheet.part
        ids = packs.handouts(words, found.agendas[sheet.key], sheet.part) if is_with_handouts else ()
    elif sheet.kind == "session":
        is_with_handouts = is_for_participants or sheet.form == "whole"
        ids = found.sessions[sheet.key].handouts if is_with_handouts else ()
    else:
        ids = (HELPERS if sheet.kind == "helpers" else sheet.key,)
    return [id for id in ids if not (is_for_participants and found.handouts[id].for_facilitators)]


def _pictures(context: Context, sheet: Sheet) -> list[PictureSheet]:
    """What it says in pictures; nothing on all other sheets."""
    if sheet.form != "pictures":
        return []
    if sheet.kind == "agenda":
        return pictures.of_agenda(context, sheet.key, sheet.part)
    id = HELPERS if sheet.kind == "helpers" else sheet.key
    return list(pictures.of_handout(context, id, sheet.region, sheet.country))


def _pdf(context: Context, sheet: Sheet) -> str | None:
    """The way to its PDF."""
    folder = files_of(context).pdf
    return f"{folder}{sheet.name}.pdf" if folder and sheet.name in context.site.sheets.on_paper else None


def _keys(library: Library) -> Iterable[Key]:
    return (Key(name) for name in Sheets(library).on_pages)


KIND = Kind(
    "print",
    "workshop/print",
    page,
    "workshop/print/{key}.html",
    _keys,
    styles=(*STYLES, "pictures.css"),
    is_for_print=lambda page: is_for_print_alone(page.key),
    is_unnamed=lambda said: bool(said["is_plain"]),
    entries=not_found_by_search,
)

TAKE = Kind(
    "take",
    "workshop/take",
    take,
    "workshop/take/{key}.html",
    of_records("sessions"),
    styles=STYLES,
    is_for_print=lambda page: True,
    is_alone=True,
    entries=not_found_by_search,
)
