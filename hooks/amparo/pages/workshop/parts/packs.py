"""What an agenda brings: its sessions, handouts and materials, whole or in the parts that become pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from amparo.model.curriculum.agenda import Agenda, Day, Slot
from amparo.model.curriculum.exercise import Copies
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said

MOST = 5
"""Sessions in one part of an agenda: its page must arrive on a slow line."""


class Part(NamedTuple):
    """A part of an agenda that is a page: a day, or as much of it as a page holds."""

    day: Day
    """Its day."""

    slots: tuple[Slot, ...]
    """Its sessions."""


def in_order(words: Words) -> list[Agenda]:
    """All agendas, the shortest first."""
    return sorted(words.curriculum.agendas.values(), key=lambda a: a.order)


def parts(agenda: Agenda) -> list[Part]:
    """An agenda in parts that are pages: each day, cut where it has too many sessions."""
    found = []
    for day in agenda.days:
        slots = tuple(slot for slot in day.items if slot.session)
        size = -(-len(slots) // -(-len(slots) // MOST))
        found += [Part(day, slots[n : n + size]) for n in range(0, len(slots), size)]
    return found


def sessions(agenda: Agenda, part: int = 0, swaps: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """Sessions of an agenda, or of one of its parts, in order, each once, with the variants in which they are
    held. `swaps` are sessions that come instead of others."""
    found: dict[str, list[str]] = {}
    for one in parts(agenda)[part - 1 : part] if part else parts(agenda):
        for slot in one.slots:
            if slot.session and slot.variant:
                variants = found.setdefault((swaps or {}).get(slot.session, slot.session), [])
                if slot.variant not in variants:
                    variants.append(slot.variant)
    return found


def handouts(
    words: Words, agenda: Agenda, part: int = 0, swaps: Mapping[str, str] | None = None
) -> list[str]:
    """Handouts of an agenda, or of one of its parts, each once; those to give anyway with the last."""
    found = [h for s in sessions(agenda, part, swaps) for h in words.curriculum.sessions[s].handouts]
    if part in (0, len(parts(agenda))):
        found += agenda.hand_out_anyway
    return list(dict.fromkeys(found))


def materials(
    words: Words, agenda: Agenda, part: int = 0, swaps: Mapping[str, str] | None = None
) -> list[Said]:
    """What to bring, each thing once."""
    found = {
        str(said): said
        for s in sessions(agenda, part, swaps)
        for said in words.every(f"sessions/{s}#materials", words.curriculum.sessions[s].materials)
    }
    return list(found.values())


def shared(
    words: Words, agenda: Agenda, part: int = 0, swaps: Mapping[str, str] | None = None
) -> list[tuple[Said, Copies]]:
    """What is cut, or made once for a group, with its copies."""
    found = words.curriculum
    cut = [
        (words.say(f"sessions/{id}#exercises.{e.id}.title", e.title), e.cut.copies)
        for id in sessions(agenda, part, swaps)
        for e in found.sessions[id].exercises
        if e.cut
    ]
    return cut + [
        (words.handout(id), found.handouts[id].copies)
        for id in handouts(words, agenda, part, swaps)
        if found.handouts[id].copies != "person"
    ]
