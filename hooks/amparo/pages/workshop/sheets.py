"""Which sheets of sessions, handouts, agendas and lists are printed, and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Iterator, Optional

from amparo.library import Library
from amparo.pages.context import Context
from amparo.pages.workshop import agenda, handout, session

HELPERS = "h-organisation-list"
"""The handout that is made anew for every region and country."""

ENOUGH = 3
"""Helpers of its own, with a contact allowed on paper, that make a country worth a list of its own."""


@dataclass(frozen=True)
class Sheet:
    """One thing that can be printed."""

    name: str
    """Its file without ending: `session-daily-circle-facilitator`."""

    kind: str
    """`session`, `handout`, `helpers` or `agenda`."""

    key: str
    """Id of the record; a region or country for `helpers`."""

    audience: str
    """`facilitator` or `participants`. Participants never get a facilitator's note."""

    form: str = "normal"
    """`normal`; `plain` without titles; `pictures` instead of reading; `two` contacts only; `codes` to scan; `whole`: a session with its handouts."""

    part: int = 0
    """A part of an agenda, from 1; 0 is the whole."""

    region: Optional[str] = None
    """Region whose helpers fill its lists."""

    @property
    def is_plain(self) -> bool:
        """Whether nothing on it says what it is."""
        return self.form in ("plain", "two")


def on_pages(library: Library) -> Iterator[Sheet]:
    """Every edition that is a page of the site."""
    found = library.curriculum
    if not found.is_whole:
        return
    for id, s in found.sessions.items():
        yield Sheet(f"session-{id}-facilitator", "session", id, "facilitator")
        yield Sheet(f"session-{id}-participants", "session", id, "participants")
        yield Sheet(f"session-{id}-plain", "session", id, "participants", "plain")
        for region in library.vocabulary("region").in_order if HELPERS in s.handouts else ():
            yield Sheet(
                f"session-{id}-participants-in-{region.code}",
                "session",
                id,
                "participants",
                region=region.code,
            )
    for id, h in found.handouts.items():
        reader = "facilitator" if h.for_facilitators else "participants"
        yield Sheet(id, "handout", id, reader)
        yield Sheet(f"{id}-facilitator", "handout", id, "facilitator")
        yield Sheet(f"{id}-plain", "handout", id, reader, "plain")
        if h.low_literacy_form:
            yield Sheet(f"{id}-pictures", "handout", id, reader, "pictures")
    for region in library.vocabulary("region").in_order:
        yield Sheet(f"helpers-{region.code}", "helpers", region.code, "participants", region=region.code)
        yield Sheet(
            f"helpers-{region.code}-two", "helpers", region.code, "participants", "two", region=region.code
        )
        yield Sheet(
            f"helpers-{region.code}-codes",
            "helpers",
            region.code,
            "participants",
            "codes",
            region=region.code,
        )
    for country in countries(library):
        yield Sheet(f"helpers-{country.lower()}", "helpers", country, "participants")
    for id, a in found.agendas.items():
        parts = len(agenda.parts(a))
        for part in range(1, parts + 1):
            end = f"-{part}" if parts > 1 else ""
            yield Sheet(f"agenda-{id}-facilitator{end}", "agenda", id, "facilitator", part=part)
            yield Sheet(f"agenda-{id}-participants{end}", "agenda", id, "participants", part=part)
            yield Sheet(f"agenda-{id}-plain{end}", "agenda", id, "participants", "plain", part=part)


def on_paper(library: Library) -> Iterator[Sheet]:
    """Every edition that is made as a PDF."""
    found = library.curriculum
    if not found.is_whole:
        return
    for id in found.agendas:
        yield Sheet(f"agenda-{id}-facilitator", "agenda", id, "facilitator")
        yield Sheet(f"agenda-{id}-participants", "agenda", id, "participants")
    for id in found.sessions:
        yield Sheet(f"session-{id}-facilitator", "session", id, "facilitator")
    for id, h in found.handouts.items():
        yield Sheet(id, "handout", id, "facilitator" if h.for_facilitators else "participants")
    for region in library.vocabulary("region").in_order:
        yield Sheet(f"helpers-{region.code}", "helpers", region.code, "participants", region=region.code)


@lru_cache(maxsize=4)
def countries(library: Library) -> list[str]:
    """Countries with enough helpers of their own."""
    return [
        c
        for c in library.places
        if sum(library.on_paper.contact(o) is not None for o in library.directory.in_country(c)) >= ENOUGH
    ]


def view(context: Context, edition: Sheet) -> dict[str, Any]:
    """The answers for `workshop/print.html`: the parts of an edition, in the order of the paper."""
    words = context.words
    found = words.curriculum
    agendas: list[dict[str, Any]] = []
    sessions: list[tuple[str, str]] = []
    sheets: list[str] = []
    if edition.kind == "agenda":
        a = found.agendas[edition.key]
        agendas = [agenda.view(context, edition.key, part=edition.part)]
        sessions = list(agenda.sessions(a, edition.part).items())
        # On pages the facilitator takes the handouts from the edition for participants: both together are too heavy for a slow line.
        sheets = (
            agenda.handouts(words, a, edition.part)
            if edition.audience == "participants" or not edition.part
            else []
        )
    elif edition.kind == "session":
        sessions = [(edition.key, "full")]
        sheets = (
            list(found.sessions[edition.key].handouts)
            if edition.audience == "participants" or edition.form == "whole"
            else []
        )
    else:
        sheets = [HELPERS if edition.kind == "helpers" else edition.key]
    if edition.audience == "participants":
        sheets = [h for h in sheets if not found.handouts[h].for_facilitators]
    country = edition.key if edition.kind == "helpers" and not edition.region else None
    return {
        "edition": edition,
        "is_single": edition.kind in ("handout", "helpers"),
        "plain": edition.is_plain,
        "facilitator": edition.audience == "facilitator",
        "agendas": agendas,
        "sessions": [session.view(context, id) | {"variant": variant} for id, variant in sessions],
        "sheets": [handout.view(context, h, edition.region, country, edition.form) for h in sheets],
        "sides": sum(found.handouts[h].pages for h in sheets),
        "back": _back(edition, context.up),
    }


def _back(edition: Sheet, up: str) -> str:
    """The page that an edition belongs to."""
    key = HELPERS if edition.kind == "helpers" else edition.key
    return f"{up}workshop/{'handout' if edition.kind == 'helpers' else edition.kind}s/{key}.html"
