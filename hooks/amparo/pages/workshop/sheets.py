"""Which sheets of sessions, handouts, agendas and lists of helpers are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from amparo.library import Library
from amparo.model.curriculum.session import Session
from amparo.pages.workshop.parts import cut, packs
from amparo.pages.workshop.parts.files import careful_name

HELPERS = "h-organisation-list"
"""The handout that is made anew for every region and country."""

ENOUGH = 3
"""Helpers of its own, with a contact allowed on paper, that make a country worth a list of its own."""


@dataclass(frozen=True)
class Sheet:
    """One thing to print."""

    name: str
    """Its file without ending: `session-daily-circle-facilitator`."""

    kind: str
    """`session`, `handout`, `helpers` or `agenda`."""

    key: str
    """Id of the record; a region or country for `helpers`."""

    audience: str
    """`facilitator` or `participants`. Participants never get a facilitator's note."""

    form: str = "normal"
    """`normal`; `plain` without titles; `pictures` instead of reading; `two` contacts only; `codes` to scan;
    `whole`: a session with its handouts; `cut`: what is cut, or made once for a group; `large` letters."""

    part: int = 0
    """A part of an agenda, from 1; 0 is the whole."""

    region: str | None = None
    """Region whose helpers fill its lists."""

    plan: str | None = None
    """The plan by group that changes an agenda."""

    @property
    def is_plain(self) -> bool:
        """Whether nothing on it says what it is."""
        return self.form in ("plain", "two")

    @property
    def country(self) -> str | None:
        """Country whose helpers fill its lists."""
        return self.key if self.kind == "helpers" and not self.region else None


def is_for_print_alone(name: str) -> bool:
    """Whether a sheet belongs to the packs that a copy of one language leaves to its zip of things to print:
    agendas whole, careful forms, those of one region, and handouts with the notes for the facilitator."""
    first, *_, last = name.split("-")
    return (
        first == "agenda"
        or last in ("plain", "codes", "cut")
        or "-participants-in-" in name
        or (first == "h" and "-in-" in name)
        or (first == "h" and last == "facilitator")
    )


def whole_session(id: str) -> Sheet:
    """A session with its handouts, as one thing to take along."""
    return Sheet(f"session-{id}-whole", "session", id, "facilitator", "whole")


class Sheets:
    """All sheets of a curriculum; none before there is a whole one."""

    def __init__(self, library: Library) -> None:
        """`library` holds the records."""
        self._library, self._curriculum = library, library.curriculum
        self._regions = [term.code for term in library.vocabulary("region").in_order]

    @cached_property
    def on_pages(self) -> dict[str, Sheet]:
        """Sheets that are pages of the site, by name, in a fixed order."""
        found = self._all_on_pages() if self._curriculum.is_whole else ()
        return {sheet.name: sheet for sheet in found}

    @cached_property
    def on_paper(self) -> dict[str, Sheet]:
        """Sheets that are made as PDFs, by name, in a fixed order. Agendas are whole there."""
        found = self._all_on_paper() if self._curriculum.is_whole else ()
        return {sheet.name: sheet for sheet in found}

    @cached_property
    def countries(self) -> list[str]:
        """Countries with enough helpers of their own."""
        contact, directory = self._library.on_paper.contact, self._library.directory
        return [
            code
            for code in self._library.places
            if sum(contact(o) is not None for o in directory.in_country(code)) >= ENOUGH
        ]

    def _all_on_pages(self) -> Iterator[Sheet]:
        yield from self._sessions()
        yield from self._handouts()
        yield from self._helpers()
        yield from self._agendas()

    def _all_on_paper(self) -> Iterator[Sheet]:
        for id in self._curriculum.agendas:
            yield from _pack("agenda", id)
            yield Sheet(f"agenda-{id}-participants-large", "agenda", id, "participants", "large")
            yield Sheet(f"agenda-{id}-pictures", "agenda", id, "participants", "pictures")
            yield Sheet(careful_name(id), "agenda", id, "participants", "plain")
        for plan in self._curriculum.plans:
            for id in self._curriculum.agendas:
                yield from _pack("agenda", id, plan)
        for id, s in self._curriculum.sessions.items():
            yield from _pack("session", id, has_cut=self._has_cut(s))
        for id, h in self._curriculum.handouts.items():
            reader = "facilitator" if h.for_facilitators else "participants"
            yield Sheet(id, "handout", id, reader)
            yield Sheet(f"{id}-large", "handout", id, reader, "large")
            if h.careful:
                yield Sheet(careful_name(id), "handout", id, reader, "plain")
        for region in self._regions:
            yield _helpers_of(region)
            yield _helpers_of(region, "large")

    def _sessions(self) -> Iterator[Sheet]:
        """For the facilitator and for participants, what is cut, in pictures, and with the helpers of each
        region."""
        for id, s in self._curriculum.sessions.items():
            name = f"session-{id}"
            yield Sheet(f"{name}-facilitator", "session", id, "facilitator")
            yield Sheet(f"{name}-participants", "session", id, "participants")
            if self._has_cut(s):
                yield Sheet(f"{name}-cut", "session", id, "facilitator", "cut")
            if s.has_picture_cards:
                yield Sheet(f"{name}-pictures", "session", id, "participants", "pictures")
            for region in self._regions if HELPERS in s.handouts else ():
                yield Sheet(f"{name}-participants-in-{region}", "session", id, "participants", region=region)

    def _handouts(self) -> Iterator[Sheet]:
        """As it is handed out, with the facilitator's notes, with pictures, and careful where it can be."""
        for id, h in self._curriculum.handouts.items():
            reader = "facilitator" if h.for_facilitators else "participants"
            yield Sheet(id, "handout", id, reader)
            yield Sheet(f"{id}-facilitator", "handout", id, "facilitator")
            if h.careful:
                yield Sheet(f"{id}-plain", "handout", id, reader, "plain")
            for region in self._regions if h.also else ():
                yield Sheet(f"{id}-in-{region}", "handout", id, reader, region=region)
            if h.pictured:
                yield Sheet(f"{id}-pictures", "handout", id, reader, "pictures")

    def _helpers(self) -> Iterator[Sheet]:
        """Lists for each region, with two contacts only, with codes; lists for countries."""
        for region in self._regions:
            yield _helpers_of(region)
            yield _helpers_of(region, "two")
            yield _helpers_of(region, "codes")
            yield _helpers_of(region, "pictures")
        for country in self.countries:
            yield Sheet(f"helpers-{country.lower()}", "helpers", country, "participants")

    def _agendas(self) -> Iterator[Sheet]:
        """In parts: the whole would be three times too heavy for a slow line."""
        for id, a in self._curriculum.agendas.items():
            parts = len(packs.parts(a))
            for part in range(1, parts + 1):
                name, end = f"agenda-{id}", f"-{part}" if parts > 1 else ""
                yield Sheet(f"{name}-facilitator{end}", "agenda", id, "facilitator", part=part)
                yield Sheet(f"{name}-participants{end}", "agenda", id, "participants", part=part)
                yield Sheet(f"{name}-cut{end}", "agenda", id, "facilitator", "cut", part=part)
                yield Sheet(f"{name}-pictures{end}", "agenda", id, "participants", "pictures", part=part)

    def _has_cut(self, session: Session) -> bool:
        """Whether a session has anything that not every participant gets from the beginning."""
        handouts = self._curriculum.handouts
        return cut.has_any(session) or any(handouts[h].copies != "person" for h in session.handouts)


def _pack(kind: str, id: str, plan: str | None = None, has_cut: bool = True) -> Iterator[Sheet]:
    """What is printed of an agenda or a session: for the facilitator, for each person, and what is cut."""
    name = f"plan-{plan}-{id}" if plan else f"{kind}-{id}"
    yield Sheet(f"{name}-facilitator", kind, id, "facilitator", plan=plan)
    yield Sheet(f"{name}-participants", kind, id, "participants", plan=plan)
    if has_cut:
        yield Sheet(f"{name}-cut", kind, id, "facilitator", "cut", plan=plan)


def _helpers_of(region: str, form: str = "normal") -> Sheet:
    """A list of the helpers of a region."""
    end = "" if form == "normal" else f"-{form}"
    return Sheet(f"helpers-{region}{end}", "helpers", region, "participants", form, region=region)
