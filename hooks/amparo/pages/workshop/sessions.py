"""Sessions: all of them, and each with its sheets and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.model.curriculum.session import Filter, Links
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.page import Page
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import packs, session
from amparo.pages.workshop.parts.declaration import STYLES, asked_for, if_whole, of_records
from amparo.pages.workshop.parts.files import Files, files_of, sheets_of
from amparo.pages.workshop.parts.links import to_agenda, to_handout
from amparo.pages.workshop.parts.needs import NeedText, needs
from amparo.pages.workshop.parts.publication import Publication, publication
from amparo.pages.workshop.parts.session import SessionText
from amparo.pages.workshop.sheets import HELPERS
from amparo.text.voice import Said


@dataclass(frozen=True)
class SessionRow:
    """A session in the list of all."""

    title: Said
    """Its title."""

    href: str
    """The way to it."""

    aim: Said
    """What it is for."""

    is_core: bool
    """True for the sessions of the two-day workshop; the others are swapped in."""

    minutes: int
    """Minutes of the whole."""

    short_minutes: int | None
    """Minutes of the short version; None without one."""


@dataclass(frozen=True)
class IndexView:
    """What `workshop/sessions.html` says."""

    sessions: list[SessionRow]
    """All sessions in the order of the curriculum."""


@dataclass(frozen=True)
class HandoutRow:
    """A handout of a session."""

    title: Said
    """Its title."""

    href: str
    """The way to it."""

    pages: int
    """Sides of paper."""


@dataclass(frozen=True)
class LiveLinks:
    """Where a session leads on this site today."""

    lists: list[Link]
    """Ready lists of helpers."""

    services: list[Link]
    """Kinds of help that somebody gives."""

    groups: list[Link]
    """Groups that somebody helps."""

    mechanisms: list[Link]
    """Official mechanisms."""

    is_national: bool
    """Whether it also speaks about the country's own mechanism."""


@dataclass(frozen=True)
class View:
    """What `workshop/session.html` says."""

    session: SessionText
    """What stands in it."""

    sheets: str
    """The way to its sheets, up to where their names differ."""

    has_pictures: bool
    """Whether there is a sheet with pictures instead of reading."""

    regions: list[Link]
    """The sheet for participants with the helpers of a region; empty where it has no such list."""

    files: Files
    """Files beside pages."""

    needs: list[NeedText]
    """What earlier sessions must have made."""

    handouts: list[HandoutRow]
    """Its handouts, in order."""

    handout_pages: int
    """Sides of paper that each person gets."""

    has_cut: bool
    """Whether there is a sheet of what is cut, or made once for a group."""

    live: LiveLinks
    """Where it leads today."""

    in_agendas: list[Link]
    """Agendas that hold it."""

    sources: list[Publication]
    """What to read."""


def index(context: Context) -> IndexView:
    """All sessions."""
    words = context.words
    return IndexView(
        [
            SessionRow(
                title=words.session(s.id),
                href=f"{s.id}.html",
                aim=words.say(f"sessions/{s.id}#aim", s.aim),
                is_core=s.core,
                minutes=s.duration_minutes,
                short_minutes=s.short_version.minutes if s.short_version else None,
            )
            for s in session.in_order(words)
        ]
    )


def view(context: Context) -> View:
    """One session."""
    words, id = context.words, context.page.key
    s, handouts = words.curriculum.sessions[id], words.curriculum.handouts
    return View(
        session=session.text(context, id),
        sheets=sheets_of(context, f"session-{id}"),
        has_pictures=s.has_picture_cards,
        regions=_regions(context, id) if HELPERS in s.handouts else [],
        files=files_of(context),
        needs=needs(words, id),
        handouts=[HandoutRow(*to_handout(context, h), handouts[h].pages) for h in s.handouts],
        handout_pages=sum(
            handouts[h].pages
            for h in s.handouts
            if handouts[h].copies == "person" and not handouts[h].for_facilitators
        ),
        has_cut=f"session-{id}-cut" in context.site.sheets.on_pages,
        live=_live(context, f"sessions/{id}#links.organisation_filters.label", s.links),
        in_agendas=[to_agenda(context, a.id) for a in packs.in_order(words) if id in packs.sessions(a)],
        sources=[publication(words, reading) for reading in s.also_see],
    )


def _regions(context: Context, id: str) -> list[Link]:
    """Its sheets with the helpers of a region."""
    return [
        Link(
            context.voice.term("region", term),
            context.url("print", f"session-{id}-participants-in-{term.code}"),
        )
        for term in context.library.vocabulary("region").in_order
    ]


def _live(context: Context, where: str, links: Links) -> LiveLinks:
    """Where it leads today: a kind of help that nobody gives has no page."""
    library, voice = context.library, context.voice
    return LiveLinks(
        lists=[
            Link(context.words.say(where, f.label), _list_href(context, f))
            for f in links.organisation_filters
        ],
        services=[
            Link(voice.term("service", library.term("service", code)), context.url("service", code))
            for code in links.services
            if library.directory.offering(code)
        ],
        groups=[
            Link(voice.term("group", library.term("group", code)), context.url("group", code))
            for code in links.groups
            if library.directory.for_group(code)
        ],
        mechanisms=[
            Link(
                voice.translate(f"mechanisms/{id}#title", library.mechanism(id).title),
                context.url("mechanism", id),
            )
            for id in links.mechanisms
        ],
        is_national=links.national_mechanisms,
    )


def _list_href(context: Context, found: Filter) -> str:
    """The live list that is nearest to a ready one."""
    if found.services:
        return context.url("service", found.services[0])
    return context.url("group", found.groups[0]) if found.groups else context.url("organisations")


def _aim(context: Context, page: Page) -> str:
    """What a session is for."""
    found = context.library.curriculum.sessions[page.key]
    return str(context.words.say(f"sessions/{page.key}#aim", found.aim))


INDEX = Kind("sessions", "workshop/sessions", index, "workshop/sessions/index.html", if_whole, styles=STYLES)

KIND = Kind(
    "session",
    "workshop/session",
    view,
    "workshop/sessions/{key}.html",
    of_records("sessions"),
    styles=STYLES,
    entries=asked_for("Session", _aim),
)
