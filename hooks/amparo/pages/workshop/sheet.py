"""A sheet as a page to print, and a session with its handouts as one file to take along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.workshop.parts import agenda, cut, handout, packs, pictures, session
from amparo.pages.workshop.parts.agenda import AgendaText
from amparo.pages.workshop.parts.changed import changed
from amparo.pages.workshop.parts.cut import CutSheet
from amparo.pages.workshop.parts.declaration import STYLES, of_records
from amparo.pages.workshop.parts.files import files_of
from amparo.pages.workshop.parts.handout import HandoutText
from amparo.pages.workshop.parts.pictures import PictureSheet
from amparo.pages.workshop.parts.session import SessionText
from amparo.pages.workshop.sheets import HELPERS, Sheet, Sheets, is_for_print_alone, whole_session
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


@dataclass(frozen=True)
class SheetView:
    """What `workshop/print.html`, `workshop/take.html` and `print/paper.html` say."""

    is_single: bool
    """True for one handout or list, which has no title page."""

    is_plain: bool
    """True where nothing on it says what it is."""

    is_for_facilitator: bool
    """False for participants, who never get a facilitator's note."""

    is_cut: bool
    """True for what is cut, or made once for a group."""

    name: Said
    """What it belongs to: its agenda, session or handout."""

    agendas: list[AgendaText]
    """The agenda, on a pack."""

    sessions: list[SessionText]
    """Sessions in order."""

    cuts: list[CutSheet]
    """Pieces of paper of exercises, those with the fewest copies first."""

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
    words, is_cut = context.words, sheet.form == "cut"
    drawn = _pictures(context, sheet)
    sessions = {} if drawn else _sessions(words, sheet)
    handouts = [] if drawn else _handouts(words, sheet)
    is_list = sheet.kind == "helpers"
    plan = words.curriculum.plans[sheet.plan] if sheet.plan else None
    return SheetView(
        is_single=is_list or sheet.kind == "handout",
        is_plain=sheet.is_plain,
        is_for_facilitator=sheet.audience == "facilitator",
        is_cut=is_cut,
        name=_name(words, sheet),
        agendas=[] if drawn else _agendas(context, sheet),
        sessions=[]
        if is_cut or sheet.is_plain
        else [session.text(context, id, held) for id, held in sessions.items()],
        cuts=cut.of_sessions(words, sessions, plan.cases if plan else ()) if is_cut else [],
        handouts=[handout.text(context, id, sheet.region, sheet.country, sheet.form) for id in handouts],
        pictures=drawn,
        signs_at=context.root if drawn and (sheet.part or sheet.kind == "session") else None,
        sides=sum(words.curriculum.handouts[id].pages for id in handouts),
        back=context.url("handout", HELPERS) if is_list else context.url(sheet.kind, sheet.key),
        pdf=_pdf(context, sheet),
    )


def _name(words: Words, sheet: Sheet) -> Said:
    """What a sheet belongs to."""
    if sheet.kind == "agenda":
        return words.agenda(sheet.key)
    return words.session(sheet.key) if sheet.kind == "session" else words.handout(_handout(sheet))


def _handout(sheet: Sheet) -> str:
    """The handout that a sheet alone holds."""
    return HELPERS if sheet.kind == "helpers" else sheet.key


def _agendas(context: Context, sheet: Sheet) -> list[AgendaText]:
    """The clock of a pack. A careful pack has none: titles of sessions say what it is."""
    if sheet.kind != "agenda" or sheet.form == "cut" or sheet.is_plain:
        return []
    return [agenda.text(context, sheet.key, changed(context.words, sheet.key, sheet.plan), part=sheet.part)]


def _sessions(words: Words, sheet: Sheet) -> Mapping[str, Iterable[str] | None]:
    """Ids of its sessions in order, each with the variants in which it is held; None: it stands alone."""
    if sheet.kind == "agenda":
        a, swaps = words.curriculum.agendas[sheet.key], changed(words, sheet.key, sheet.plan)
        return packs.sessions(a, sheet.part, swaps.sessions)
    return {sheet.key: None} if sheet.kind == "session" else {}


def _handouts(words: Words, sheet: Sheet) -> list[str]:
    """Ids of its handouts in order: for each person, or those that are cut or made once for a group. The
    facilitator takes one of each pack."""
    found, is_for_participants = words.curriculum, sheet.audience == "participants"
    if sheet.kind not in ("agenda", "session"):
        return [_handout(sheet)]
    ids: Iterable[str] = found.sessions[sheet.key].handouts if sheet.kind == "session" else ()
    if sheet.kind == "agenda":
        a, change = found.agendas[sheet.key], changed(words, sheet.key, sheet.plan)
        ids = packs.handouts(words, a, sheet.part, change.sessions)
        if sheet.part in (0, len(packs.parts(a))) and sheet.plan:
            ids = dict.fromkeys([*ids, *found.plans[sheet.plan].handouts])
    if sheet.form == "whole":
        return list(ids)
    if sheet.is_plain:
        careful = (id for id in ids if found.handouts[id].careful)
        return [id for id in careful if not found.handouts[id].for_facilitators]
    if sheet.form == "cut":
        shared = (id for id in ids if found.handouts[id].copies != "person")
        return sorted(shared, key=lambda id: cut.ORDER.index(found.handouts[id].copies))
    return [
        id
        for id in ids
        if is_for_participants
        and found.handouts[id].copies == "person"
        and not found.handouts[id].for_facilitators
    ]


def _pictures(context: Context, sheet: Sheet) -> list[PictureSheet]:
    """What it says in pictures; nothing on all other sheets."""
    if sheet.form != "pictures":
        return []
    if sheet.kind == "agenda":
        return pictures.of_agenda(context, sheet.key, sheet.part)
    if sheet.kind == "session":
        own = context.words.curriculum.sessions[sheet.key].handouts
        found = [pictures.of_session(context, sheet.key), *(pictures.of_handout(context, h) for h in own)]
        return [one for sheets in found for one in sheets]
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
