"""The pocket edition: one file with the directory, guided questions, countries and the first 72 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.parts import contact, helper, pocket_dangers, pocket_names, pocket_questions
from amparo.pages.parts.card import where
from amparo.pages.parts.contact import PAGES, ContactView
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.helper import HelperView
from amparo.pages.parts.pocket_dangers import ShortDanger
from amparo.pages.parts.pocket_names import Region, Service
from amparo.pages.parts.pocket_questions import EntryView
from amparo.text import lines
from amparo.text.naming import filled
from amparo.text.voice import Said

LINES = 3
"""Telephone lines on top, as on the emergency page."""

MOST = 700_000
"""Bytes of the file: what may still be handed on in a messenger over a slow line. With letters of two bytes
not everything fits."""

WEB_PAGES = 1
"""Web addresses of an organisation: more are of no use without a connection."""

HOURS = ("index", "arrest", "raid", "attack", "disappearance", "roles")
"""Pages of `docs/emergency/first-72-hours`, in their order."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Words(NamedTuple):
    """A line of a hand-written page."""

    mark: str
    """What it is in Markdown: `##`, `-`, …; empty for plain text."""

    words: str
    """Its words, with links as plain words, because most of what they lead to is not in this file."""


class Written(NamedTuple):
    """A hand-written page."""

    name: str
    """Where links lead to it."""

    title: str
    """Its title."""

    parts: list[Words]
    """Its lines."""


@dataclass(frozen=True)
class ShortRecord:
    """An organisation: what it gives, where, and how to reach it."""

    id: str
    """The id of the record."""

    place: str
    """Where names lead to it."""

    name: Said
    """The name to show."""

    summary: Said
    """What it does, in one line."""

    acronym: str | None
    """Its short name, where it is another one."""

    names: list[str]
    """Its other names."""

    where: list[Said]
    """Where it helps; empty: anywhere."""

    languages: str | None
    """Languages in which it answers; None: not known."""

    is_confirmed: bool
    """Whether its facts come from sources that somebody has read."""

    lists: list[ShortDanger]
    """Lists and laws that name it, and that are told with their country."""

    dangers: list[DangerView]
    """What must be read before its contacts."""

    contacts: list[ContactView]
    """How to reach it."""


@dataclass(frozen=True)
class View:
    """What `pocket.html` says."""

    as_of: str
    """The day of the facts."""

    recheck: str
    """The day after which they should be checked again."""

    recheck_day: str
    """The same for the script (ISO)."""

    lines: list[tuple[HelperView, str]]
    """Who answers now, and where each stands in full."""

    entries: list[EntryView]
    """The guided questions."""

    hours: list[Written]
    """The first 72 hours."""

    regions: list[Region]
    """Who helps where."""

    services: list[Service]
    """Who helps with what."""

    is_short: bool
    """True where everything would be heavier than `MOST`: what to write down, care, who helps from
    anywhere with each answer, and who published a source are left out; the file says so of the first two."""

    organisations: list[ShortRecord]
    """Everybody, from A to Z."""


def view(context: Context, is_short: bool = False) -> View:
    """Everything that the file holds."""
    library, voice = context.library, context.voice
    once = pocket_dangers.shared(context)
    return View(
        as_of=voice.when(library.as_of.isoformat()),
        recheck=voice.when(library.recheck.isoformat()),
        recheck_day=library.recheck.isoformat(),
        lines=_top(context),
        entries=pocket_questions.entries(context),
        hours=[_written(context, name) for name in HOURS],
        regions=pocket_names.regions(context, once),
        services=pocket_names.services(context),
        is_short=is_short,
        organisations=[
            _record(context, o, once)
            for o in sorted(
                library.directory.listed, key=lambda o: voice.ordering.key(contact.name(voice, o))
            )
        ],
    )


def _top(context: Context) -> list[tuple[HelperView, str]]:
    """The first telephone lines of the emergency page."""
    found = context.library.helpers.lines_for(context.language)
    phones = [helper.of_line(context, line) for line in found if line.contact.kind == "phone"][:LINES]
    return [(view, pocket_names.place_of(context, view.id)) for view in phones]


def _written(context: Context, name: str) -> Written:
    """A hand-written page as its title and its lines."""
    path = f"emergency/first-72-hours/{name}"
    return Written(name, context.written_title(path), list(_lines(context, path)))


def _lines(context: Context, path: str) -> Iterator[Words]:
    for line in lines.body(context.site.written[path]).split("\n"):
        mark, _, words = line.strip().partition(" ")
        if mark not in ("##", "###", "-", "1."):
            mark, words = "", line.strip()
        if words:
            said = filled(context.voice.translate(f"pages/{path}", words), context.site_name)
            yield Words(mark, _LINK.sub(r"\1", str(said)).replace("**", ""))


def _record(context: Context, o: Organisation, once: frozenset[str]) -> ShortRecord:
    voice = context.voice
    name = contact.name(voice, o)
    return ShortRecord(
        id=o.id,
        place=pocket_names.place_of(context, o.id),
        name=name,
        summary=voice.translate(f"organisations/{o.id}#summary", o.summary),
        acronym=o.acronym if o.acronym and o.acronym != str(name) else None,
        names=[other for other in o.names.values() if other != str(name)],
        where=where(context, o),
        languages=contact.languages(voice, o.languages),
        is_confirmed=o.is_confirmed,
        dangers=pocket_dangers.whole(context, o, once),
        lists=pocket_dangers.short(context, o, once),
        contacts=_contacts(context, o),
    )


def _contacts(context: Context, o: Organisation) -> list[ContactView]:
    """What somebody answers, and the first web address; nothing that may not stand here."""
    kept, pages = [], 0
    for c in o.contacts:
        pages += c.kind == "web"
        is_kept = (c.kind not in PAGES or (c.kind == "web" and pages <= WEB_PAGES)) and not c.is_held_back
        if is_kept and contact.may_stand(context, o, c):
            kept.append(contact.view(context, o, c))
    return kept
