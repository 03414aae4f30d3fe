"""An agenda as a plan in an address, so that the planner can begin with it (`theme/assets/planner.js`)."""

from __future__ import annotations

from urllib.parse import quote

from amparo.model.curriculum.agenda import Agenda, Day, Slot
from amparo.pages.workshop.words import Words


def code_of(words: Words, agenda: Agenda) -> str:
    """The days of an agenda as they stand in an address: `d=09:00~Morning~opening-agreements.s~-15.tea`."""
    days = [_day(words, f"agendas/{agenda.id}#days.", day) for day in agenda.days]
    return "&".join([*days, "c=true"] if agenda.by_calls else days)


def _day(words: Words, here: str, day: Day) -> str:
    """One day."""
    label = _code(str(words.say(here + "label", day.label)))
    return "d=" + "~".join([day.start, label, *(_slot(words, here, slot) for slot in day.items)])


def _slot(words: Words, here: str, slot: Slot) -> str:
    """A session, its short version (`.s`), a part of it (`.1`), or a break."""
    if slot.session and slot.variant:
        ending = slot.variant.replace("short", "s").removeprefix("part-")
        return slot.session if ending == "full" else f"{slot.session}.{ending}"
    return f"-{slot.minutes}.{_code(str(words.say(here + 'items.pause', slot.pause)))}"


def _code(text: str) -> str:
    """A text as part of an address, without the signs that part items."""
    return quote(text, safe="").replace(".", "%2e").replace("~", "%7e")
