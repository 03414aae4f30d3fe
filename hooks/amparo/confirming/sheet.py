"""The call sheet: whom to ring or write to, by language and time zone; what to say, and what never."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amparo.confirming.answers import FIELDS
from amparo.confirming.hours import Offsets, offsets, told
from amparo.library import Body, Library
from amparo.library.due import ToAsk
from amparo.model.proof import DIALLED
from amparo.pages.renderer import Renderer
from amparo.text.voice import Voice

WIDTH = 92
"""Letters of a line in a terminal."""

SCRIPT = ("before", "say", "never", "note")
"""Parts of what stands before the numbers; the words are in `calls/words.html`."""


Placed = tuple[int, ToAsk]
"""A contact with its place in the order of need."""


@dataclass(frozen=True)
class Row:
    """One contact to ring or to write to."""

    mark: str
    """`<body>/<contact>`, as the answers name it; several with spaces where they are one number."""

    name: str
    """Whose it is."""

    kind: str
    """Telephone, mailbox …"""

    value: str
    """What to dial or to write to."""

    languages: str
    """Languages in which it answers."""

    hours: str
    """Its hours; empty: not known."""

    seen: str
    """Where and when it was seen last."""

    sheets: int
    """On how many country sheets it is named first."""

    warnings: tuple[str, ...]
    """What to read first: dangers, each with the countries that it is about, and the contact's own."""

    place: int
    """Its place in the order of need, from 1."""


@dataclass(frozen=True)
class Group:
    """Contacts that one person can ring in the same hours."""

    zone: tuple[str, str | None] | None
    """The time there, and in July where it is another one; None: not known, or nothing that rings."""

    is_written: bool
    """True for contacts that are written to."""

    rows: tuple[Row, ...]
    """The contacts, the oldest and most seen first."""


@dataclass(frozen=True)
class Sheet:
    """All contacts that are rung in one language."""

    language: str
    """The language."""

    name: str
    """Its name, in itself."""

    groups: tuple[Group, ...]
    """By time zone, from east to west; what is written to comes last."""


def sheets(library: Library, voices: dict[str, Voice], only: str | None = None) -> list[Sheet]:
    """A sheet for each language in which somebody answers, the languages of `voices` first. A contact that
    answers in several stands in the first of these alone: nobody is rung twice."""
    found: dict[str, list[Placed]] = {code: [] for code in voices}
    for place, one in enumerate(library.due.to_ask(list(voices)[:1]), 1):
        spoken = one.languages
        home = only if only in spoken else next((code for code in voices if code in spoken), None)
        found.setdefault(home or next(iter(spoken), ""), []).append((place, one))
    wanted = {code: asked for code, asked in found.items() if asked and only in (None, code)}
    source = next(iter(voices.values()))
    return [
        Sheet(
            code,
            _own_name(code, voices.get(code, source)),
            tuple(_groups(library, voices.get(code, source), asked)),
        )
        for code, asked in wanted.items()
    ]


def _own_name(code: str, voice: Voice) -> str:
    return str(voice.language_name(code)) if code else ""


def _groups(library: Library, voice: Voice, asked: Sequence[Placed]) -> Iterator[Group]:
    """By time zone; within one in the order of asking."""
    zones: dict[tuple[bool, bool, Offsets], list[Placed]] = {}
    for place, one in asked:
        zone = offsets(one.contact, library.as_of.year)
        is_written = one.contact.kind not in DIALLED
        east = (-zone[0], -zone[1]) if zone else (0, 0)
        zones.setdefault((is_written, zone is None, east), []).append((place, one))
    for (is_written, is_unknown, (january, july)), ones in sorted(zones.items()):
        zone_told = None if is_unknown else told((-january, -july))
        yield Group(zone_told, is_written, tuple(_row(library, voice, one, place) for place, one in ones))


def _row(library: Library, voice: Voice, one: ToAsk, place: int) -> Row:
    body, contact = one.body, one.contact
    where = f"{body.folder}/{body.id}#contacts.{contact.id}"
    source = body.sources_by_id[contact.source]
    warning = voice.translate(f"{where}.warning", contact.warning)
    dangers = [
        f"{', '.join(str(voice.territory(code)) for code in reach.designation.countries)}: "
        f"{voice.translate(f'designations/{reach.designation.id}#{path}', text)}"
        for reach in library.danger.of(body)
        for path, text in [reach.warning]
    ]
    return Row(
        mark=" ".join(f"{whose.id}/{which.id}" for whose, which in ((body, contact), *one.also)),
        name=" / ".join(_name(whose, voice) for whose in (body, *(pair[0] for pair in one.also))),
        kind=str(voice.term("contact-kind", library.term("contact-kind", contact.kind))),
        value=contact.value,
        languages=voice.together(voice.language_name(code) for code in one.languages),
        hours=contact.hours or str(voice.translate(f"{where}.hours_note", contact.hours_note) or ""),
        seen=", ".join(part for part in (source.publisher, voice.when(one.proven)) if part),
        sheets=one.sheets,
        place=place,
        warnings=(*dangers, *([str(warning)] if warning else [])),
    )


def _name(body: Body, voice: Voice) -> str:
    """A body's name: in the language of the sheet where it has one."""
    return body.names.get(voice.language) or next(iter(body.names.values()))


def plain(sheet: Sheet, renderer: Renderer) -> str:
    """A sheet as plain text, for a terminal."""
    words = renderer.lines("calls/words.html")
    lines = [f"{words['title']}: {sheet.name or words['unknown-language']}", ""]
    for part in SCRIPT:
        lines += [words[part], *(_wrapped(f"- {text}") for text in _of(words, part)), ""]
    for group in sheet.groups:
        lines += [f"== {heading(group, words)}", ""]
        for row in group.rows:
            lines += [*_told(row, words), ""]
    return "\n".join(lines)


def _of(words: dict[str, str], part: str) -> list[str]:
    """The sentences of a part, in their order."""
    return [text for code, text in words.items() if code.startswith(f"{part}-")]


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent="  ")


def heading(group: Group, words: dict[str, str]) -> str:
    """What stands above a group."""
    if group.is_written or group.zone is None:
        return words["written" if group.is_written else "zone-unknown"]
    january, july = group.zone
    return f"{january} ({words['july']} {july})" if july else january


def _told(row: Row, words: dict[str, str]) -> Iterator[str]:
    for warning in row.warnings:
        yield _wrapped(f"! {words['warning']} {warning}")
    yield f"[ ] ({row.place}) {row.value}   {row.name}"
    facts = (row.kind, row.languages, row.hours or words["hours-unknown"], f"{words['seen']} {row.seen}")
    yield f"    {' · '.join(facts)}"
    yield f"    {row.mark} · {words['sheets']} {row.sheets}"


def printable(sheet: Sheet, renderer: Renderer) -> str:
    """A sheet as a page to print, with room to write. It needs no other file."""
    words = renderer.lines("calls/words.html")
    return str(
        renderer.fill(
            "calls/sheet.html",
            sheet=sheet,
            language=renderer.voice.language,
            direction=renderer.voice.direction,
            words=words,
            script=[(words[part], _of(words, part)) for part in SCRIPT],
            groups=[(heading(group, words), group.rows) for group in sheet.groups],
        )
    )


def blank(found: Iterable[Sheet]) -> str:
    """A table for the answers, with a row for each contact: what stays empty was not tried."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for sheet in found:
        for group in sheet.groups:
            method = "wrote" if group.is_written else "called"
            for row in group.rows:
                # A spreadsheet would calculate with a number that begins with +.
                value = f"'{row.value}" if row.value.startswith("+") else row.value
                writer.writerow([row.mark, value, method, "", "", ""])
    return "\ufeff" + file.getvalue()
