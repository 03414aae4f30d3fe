"""A plan of one's own can be made: what it names exists, and what to look at before it is held."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.checks.naming import known
from amparo.model.curriculum.own_plan import Item, OwnPlan
from amparo.model.curriculum.timetable import LONGEST, Note, notes
from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, plan: OwnPlan, document: Document) -> Iterator[Problem]:
    """Errors stop it; what to look at are warnings."""
    found, wrong = loaded.curriculum, False
    regions = [term.code for term in loaded.vocabularies["region"].terms]
    named = [
        (("language",), plan.language, loaded.published, "published language"),
        (("group",), plan.group, found.plans, "plan by group"),
        (("region",), plan.region, regions, "region"),
    ]
    problems = [
        problem
        for path, id, things, what in named
        if id
        for problem in known(document, path, id, things, what)
    ]
    for d, n, item in plan.items:
        problems += _item(loaded, document, ("days", d, "items", n), item)
    yield from problems
    wrong = bool(problems)
    for note in () if wrong else notes(plan, found.sessions):
        yield _warning(document, note, plan, loaded)


def _item(loaded: Loaded, document: Document, here: Path, item: Item) -> Iterator[Problem]:
    """A session exists, and is short only where it has a short version."""
    if not item.session:
        return
    sessions = loaded.curriculum.sessions
    yield from known(document, (*here, "session"), item.session, sessions, "session")
    session = sessions.get(item.session)
    if session and item.variant == "short" and not session.short_version:
        yield document.problem((*here, "variant"), f"`{item.session}` has no short version", "variant: full")


def _warning(document: Document, note: Note, plan: OwnPlan, loaded: Loaded) -> Problem:
    """What to look at, as a warning at its day."""
    path: Path = ("days", note.day, "start")
    if note.need:
        right = note.need.otherwise or f"`{note.need.session}` before it"
        return document.problem(
            path, f"`{note.session}` uses {note.need.what} of `{note.need.session}`", right, "warning"
        )
    if note.kind == "size" and note.session:
        size = loaded.curriculum.sessions[note.session].group_size
        return document.problem(
            ("people",),
            f"{plan.people} people, but `{note.session}` is made for {size.min} to {size.max}",
            "two groups, or another session",
            "warning",
        )
    if note.kind == "pause":
        return document.problem(
            path, f"more than {LONGEST} minutes without a break", "a pause before it", "warning"
        )
    return document.problem(path, "the day ends after eight in the evening", "an earlier start", "warning")
