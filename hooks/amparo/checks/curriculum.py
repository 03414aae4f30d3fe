"""A workshop can be held as it is printed: minutes add up, clocks have no gaps, what is named exists, and
every name is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from amparo.library import Library
from amparo.model.curriculum.agenda import Agenda, Day, minutes_of
from amparo.model.curriculum.session import Session
from amparo.model.curriculum.whole import Curriculum
from amparo.model.loading import Loaded
from amparo.source import Document, Problem

FEWEST = 3
"""Helpers that a list on paper must name in every region."""

CAPITALISED = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][a-z]{2,}\b")
"""A word with a capital inside a sentence: in an invented case it is a name."""

NO_NAMES = {
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
}
"""Words with a capital that are no names: days and months."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Sessions, agendas, plans and handouts agree with each other."""
    found = loaded.curriculum
    for id, session in found.sessions.items():
        yield from _session(loaded, found, session, loaded.document_of(id, "curriculum/sessions"))
    for id, handout in found.handouts.items():
        document = loaded.document_of(id, "curriculum/handouts")
        for n, row in enumerate(handout.rows):
            for m, mechanism in enumerate(row.ids):
                yield from _known(document, ("rows", n, "ids", m), mechanism, loaded.mechanisms, "mechanism")
            yield from _read(document, ("rows", n, "sources"), row.sources, found)
        yield from _read(document, ("sources",), handout.sources, found)
        if handout.drawn > len(handout.contents):
            yield document.problem(
                ("drawn",),
                f"{handout.drawn}, but {len(handout.contents)} points",
                f"at most {len(handout.contents)}",
            )
        if len(handout.symbols) > len(handout.contents):
            yield document.problem(
                ("symbols",),
                f"{len(handout.symbols)} signs for {len(handout.contents)} points",
                "one a point at most",
            )
        if handout.layout == "helpers" and not handout.blocks:
            yield document.problem(
                ("layout",), "a list of helpers without `blocks`", "blocks: …, or another layout"
            )
        if handout.layout == "mechanisms" and not handout.rows:
            yield document.problem(
                ("layout",), "a table of mechanisms without `rows`", "rows: …, or another layout"
            )
    for id, agenda in found.agendas.items():
        yield from _agenda(found, agenda, loaded.document_of(id, "curriculum/agendas"))
    cases = {
        case.id for s in found.sessions.values() for e in s.exercises for case in e.scenario_texts if case.id
    }
    for id, plan in found.plans.items():
        document = loaded.document_of(id, "curriculum/plans")
        for n, case in enumerate(plan.cases):
            yield from _known(document, ("cases", n), case, cases, "case")
        for n, handout in enumerate(plan.handouts):
            yield from _known(document, ("handouts", n), handout, found.handouts, "handout")
        for n, swap in enumerate(plan.swaps):
            yield from _known(document, ("swaps", n, "agenda"), swap.agenda, found.agendas, "agenda")
            yield from _fits(found, document, n, swap)


def check_whole(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """A list that is made from records is never empty, wherever it is printed."""
    library = Library(loaded, as_of)
    for id, handout in library.curriculum.handouts.items():
        for region in library.vocabulary("region").terms if handout.blocks else ():
            count = sum(len(library.on_paper(block, region.code)) for block in handout.blocks)
            if count < FEWEST:
                yield loaded.document_of(id, "curriculum/handouts").problem(
                    ("blocks",),
                    f"in the region `{region.code}` the list names {count}",
                    f"at least {FEWEST}: wider kinds of help, or more records",
                )


def _session(loaded: Loaded, found: Curriculum, session: Session, document: Document) -> Iterator[Problem]:
    """One session: its minutes, its references and the names in its cases."""
    yield from _sum(document, ("duration_minutes",), session.duration_minutes, session.steps)
    if session.short_version:
        yield from _sum(
            document, ("short_version", "minutes"), session.short_version.minutes, session.short_version.steps
        )
        if session.short_version.minutes >= session.duration_minutes:
            yield document.problem(
                ("short_version", "minutes"),
                "the short version is not shorter",
                f"fewer than {session.duration_minutes}",
            )
    size = session.group_size
    if not size.min <= size.ideal <= size.max:
        yield document.problem(
            ("group_size",), f"{size.min}, {size.ideal}, {size.max}", "min, ideal and max in rising order"
        )
    for n, handout in enumerate(session.handouts):
        yield from _known(document, ("handouts", n), handout, found.handouts, "handout")
    for n, mechanism in enumerate(session.links.mechanisms):
        yield from _known(document, ("links", "mechanisms", n), mechanism, loaded.mechanisms, "mechanism")
    for field in ("key_points", "facilitation_notes"):
        for n, point in enumerate(getattr(session, field)):
            yield from _read(document, (field, n, "sources"), point.sources, found)
    yield from _read(document, ("key_points_sources",), session.key_points_sources, found)
    yield from _read(document, ("also_see",), session.also_see, found)
    names = _names(found)
    for e, exercise in enumerate(session.exercises):
        if exercise.cards:
            yield from _known(document, ("exercises", e, "cards"), exercise.cards, found.handouts, "handout")
        for n, case in enumerate(exercise.scenario_texts):
            strange = [word for word in CAPITALISED.findall(case.text) if word not in names | NO_NAMES]
            if strange and found.world:
                yield document.problem(
                    ("exercises", e, "scenario_texts", n, "text"),
                    f"the name `{strange[0]}` is not invented",
                    "a name of data/curriculum/world.yml, or add it there",
                )


def _agenda(found: Curriculum, agenda: Agenda, document: Document) -> Iterator[Problem]:
    """One agenda: its clock, its minutes and its sessions."""
    net = 0
    for d, day in enumerate(agenda.days):
        yield from _clock(document, d, day)
        for n, slot in enumerate(day.items):
            if not slot.session:
                continue
            here = ("days", d, "items", n)
            net += slot.minutes
            yield from _known(document, (*here, "session"), slot.session, found.sessions, "session")
            session = found.sessions.get(slot.session)
            if session and slot.variant == "short" and not session.short_version:
                yield document.problem(
                    (*here, "variant"), f"`{slot.session}` has no short version", "variant: full"
                )
            elif session:
                wanted = session.duration_minutes if slot.variant == "full" else session.short_version.minutes
                if slot.minutes != wanted:
                    yield document.problem(
                        (*here, "minutes"),
                        f"{slot.minutes}, but the session takes {wanted}",
                        f"minutes: {wanted}",
                    )
    if net != agenda.net_minutes:
        yield document.problem(
            ("net_minutes",), f"{agenda.net_minutes}, but the sessions take {net}", f"net_minutes: {net}"
        )
    for n, handout in enumerate(agenda.hand_out_anyway):
        yield from _known(document, ("hand_out_anyway", n), handout, found.handouts, "handout")
    for n, swap in enumerate(agenda.swaps):
        for field in ("replace", "by"):
            if getattr(swap, field):
                yield from _known(
                    document, ("swaps", n, field), getattr(swap, field), found.sessions, "session"
                )
        old, new = found.sessions.get(swap.replace), found.sessions.get(swap.by or "")
        left = (
            old.duration_minutes - (new.duration_minutes if new else 0)
            if old and (new or not swap.by)
            else swap.minutes_left
        )
        if left != swap.minutes_left:
            yield document.problem(
                ("swaps", n, "minutes_left"),
                f"{swap.minutes_left}, but {left} minutes become free",
                f"minutes_left: {left}",
            )


def _clock(document: Document, d: int, day: Day) -> Iterator[Problem]:
    """A day's clock has no gaps, and each slot takes its minutes."""
    now = day.start
    for n, slot in enumerate(day.items):
        if slot.start != now:
            yield document.problem(
                ("days", d, "items", n, "start"),
                f"{slot.start}, but the slot before ends at {now}",
                f'start: "{now}"',
            )
        took = minutes_of(slot.end) - minutes_of(slot.start)
        if took != slot.minutes:
            yield document.problem(
                ("days", d, "items", n, "minutes"),
                f"{slot.minutes}, but the clock says {took}",
                f"minutes: {took}",
            )
        now = slot.end
    if now != day.end:
        yield document.problem(
            ("days", d, "end"), f"{day.end}, but the last slot ends at {now}", f'end: "{now}"'
        )


def _sum(document: Document, path: tuple, whole: int, steps: Any) -> Iterator[Problem]:
    """Minutes of steps add up."""
    total = sum(step.minutes for step in steps)
    if total != whole:
        yield document.problem(
            path,
            f"{whole}, but the steps take {total} minutes",
            f"{path[-1]}: {total}, or other minutes in the steps",
        )


def _fits(found: Curriculum, document: Document, n: int, swap: Any) -> Iterator[Problem]:
    """A plan's swap takes the same minutes, so that the clock stays."""
    for field in ("replace", "by"):
        yield from _known(document, ("swaps", n, field), getattr(swap, field), found.sessions, "session")
    agenda, new = found.agendas.get(swap.agenda), found.sessions.get(swap.by)
    slots = (
        [slot for day in agenda.days for slot in day.items if slot.session == swap.replace] if agenda else []
    )
    if agenda and not slots:
        yield document.problem(
            ("swaps", n, "replace"),
            f"`{swap.replace}` is not in the agenda `{swap.agenda}`",
            "a session of that agenda",
        )
    if new and slots and slots[0].minutes != new.duration_minutes:
        yield document.problem(
            ("swaps", n, "by"),
            f"`{swap.by}` takes {new.duration_minutes} minutes, the slot has {slots[0].minutes}",
            "a session of the same length",
        )


def _known(document: Document, path: tuple, id: str, known: Any, what: str) -> Iterator[Problem]:
    """What is named exists."""
    import difflib

    if id not in known:
        near = difflib.get_close_matches(id, known, 1, 0.5)
        yield document.problem(path, f"there is no {what} `{id}`", near[0] if near else f"the id of a {what}")


def _read(document: Document, path: tuple, ids: tuple[str, ...], found: Curriculum) -> Iterator[Problem]:
    """What is cited stands among the readings."""
    known = {reading.id for reading in found.readings.readings} if found.readings else set(ids)
    for n, id in enumerate(ids):
        yield from _known(document, (*path, n), id, known, "reading")


def _names(found: Curriculum) -> set[str]:
    """Every word of an invented name."""
    world = found.world
    every = (*world.places, *world.groups, *world.people) if world else ()
    return {word for entry in every for word in re.findall(r"[A-Z][a-z]+", entry.name)}
