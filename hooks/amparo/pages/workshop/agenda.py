"""What the page and the packs of an agenda say."""

from __future__ import annotations

from typing import Any, Mapping, Optional

from amparo.model.curriculum.agenda import Agenda, Day, Slot
from amparo.pages.context import Context
from amparo.pages.workshop.words import Words


def in_order(words: Words) -> list[Agenda]:
    """All agendas, the shortest first."""
    return sorted(words.curriculum.agendas.values(), key=lambda a: a.order)


def view(
    context: Context, id: str, swaps: Optional[Mapping[str, str]] = None, part: int = 0
) -> dict[str, Any]:
    """Everything that an agenda's page or pack may say. `swaps` are sessions a plan takes instead; `part` is one of its parts, 0 all."""
    words, up = context.words, context.up
    a = words.curriculum.agendas[id]
    here = f"agendas/{id}#"
    days = (parts(a)[part - 1][0],) if part else a.days
    return {
        "id": id,
        "href": f"{up}workshop/agendas/{id}.html",
        "title": words.say(here + "title", a.title),
        "audience": words.say(here + "audience", a.audience),
        "net": a.net_minutes,
        "part": part,
        "parts": [words.say(here + "days.label", day.label) for day, _ in parts(a)],
        "days": [_day(context, here, day, swaps or {}) for day in days],
        "leave_with": words.every(here + "leave_with", a.leave_with),
        "anyway": [(words.handout(h), f"{up}workshop/handouts/{h}.html") for h in a.hand_out_anyway],
        "not_possible": words.say(here + "not_possible_in_this_time", a.not_possible_in_this_time),
        "after": (
            words.session(a.after_hours.session),
            a.after_hours.minutes,
            f"{up}workshop/sessions/{a.after_hours.session}.html",
        )
        if a.after_hours
        else None,
        "swaps": [
            {
                "reason": words.say(here + "swaps.reason", s.reason),
                "replace": words.session(s.replace),
                "by": words.session(s.by) if s.by else None,
                "left": s.minutes_left,
                "use_for": words.say(here + "swaps.use_for", s.use_for),
            }
            for s in a.swaps
        ],
        "materials": materials(words, a, part),
        "handout_pages": sum(words.curriculum.handouts[h].pages for h in handouts(words, a, part)),
    }


def _day(context: Context, here: str, day: Day, swaps: Mapping[str, str]) -> dict[str, Any]:
    """One day on the clock."""
    words, up = context.words, context.up
    items = []
    for slot in day.items:
        session = swaps.get(slot.session, slot.session) if slot.session else None
        items.append(
            {
                "start": slot.start,
                "end": slot.end,
                "minutes": slot.minutes,
                "short": slot.variant == "short",
                "pause": words.say(here + "days.items.pause", slot.pause),
                "changed": session != slot.session,
                "title": words.session(session) if session else None,
                "session": session,
                "href": f"{up}workshop/sessions/{session}.html" if session else None,
            }
        )
    return {
        "label": words.say(here + "days.label", day.label),
        "start": day.start,
        "end": day.end,
        "slots": items,
        "after": (words.session(day.after_hours.session), day.after_hours.minutes)
        if day.after_hours
        else None,
    }


MOST = 5
"""Sessions in one part of an agenda: its page must arrive on a slow line."""


def parts(agenda: Agenda) -> list[tuple[Day, tuple[Slot, ...]]]:
    """An agenda in parts that are pages: each day, cut where it has too many sessions."""
    found = []
    for day in agenda.days:
        slots = tuple(slot for slot in day.items if slot.session)
        size = -(-len(slots) // -(-len(slots) // MOST))
        found += [(day, slots[n : n + size]) for n in range(0, len(slots), size)]
    return found


def sessions(agenda: Agenda, part: int = 0) -> dict[str, str]:
    """Sessions of an agenda, or of one of its parts, in order, each once, with the variant in which they are held first."""
    found: dict[str, str] = {}
    for _, slots in parts(agenda)[part - 1 : part] if part else parts(agenda):
        for slot in slots:
            found.setdefault(slot.session, slot.variant)
    return found


def handouts(words: Words, agenda: Agenda, part: int = 0) -> list[str]:
    """Handouts of an agenda, or of one of its parts, each once; those to give anyway with the last."""
    found = [h for s in sessions(agenda, part) for h in words.curriculum.sessions[s].handouts]
    if part in (0, len(parts(agenda))):
        found += agenda.hand_out_anyway
    return list(dict.fromkeys(found))


def materials(words: Words, agenda: Agenda, part: int = 0) -> list[Any]:
    """What to bring, each thing once."""
    found = {
        str(said): said
        for s in sessions(agenda, part)
        for said in words.every(f"sessions/{s}#materials", words.curriculum.sessions[s].materials)
    }
    return list(found.values())
