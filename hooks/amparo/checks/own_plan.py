"""A plan of one's own can be made: what it names exists, and what to look at before it is held."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.checks.naming import known
from amparo.model.curriculum.own_plan import Item, OwnPlan
from amparo.model.curriculum.timetable import CALL, LONGEST, Note, notes
from amparo.model.curriculum.wanted import wanted
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
    if not wrong:
        yield from (_warning(document, note, plan, loaded) for note in notes(plan, found.sessions))
        yield from _left_out(loaded, plan, document)


def _item(loaded: Loaded, document: Document, here: Path, item: Item) -> Iterator[Problem]:
    """A session exists, and is short only where it has a short version."""
    if not item.session:
        return
    sessions = loaded.curriculum.sessions
    yield from known(document, (*here, "session"), item.session, sessions, "session")
    session = sessions.get(item.session)
    if session and item.variant == "short" and not session.short_version:
        yield document.problem((*here, "variant"), f"`{item.session}` has no short version", "variant: full")
    if session and item.variant.startswith("part") and int(item.variant[-1]) > len(session.call_parts):
        yield document.problem(
            (*here, "variant"), f"`{item.session}` has no {item.variant.replace('-', ' ')}", "variant: full"
        )


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
    found, right = {
        "pause": (f"more than {LONGEST} minutes without a break", "a pause before it"),
        "parts": (
            f"`{note.session}` is held in parts, but not one after the other in calls of their own",
            "variant: part-1 in one call, variant: part-2 in a later one",
        ),
        "whole": (
            f"`{note.session}` is too long for one call",
            "variant: part-1 in one call, variant: part-2 in a later one",
        ),
        "call": (f"the call takes more than {CALL} minutes", "two calls, or a short version"),
        "late": ("the day ends after eight in the evening", "an earlier start"),
    }[note.kind]
    return document.problem(path, found, right, "warning")


def _left_out(loaded: Loaded, plan: OwnPlan, document: Document) -> Iterator[Problem]:
    """What the form of a plan leaves out, so that nobody looks for it on paper."""
    asked = [f"the edition `{one}`" for one in plan.editions if one not in plan.holds]
    asked += ["helpers of your own"] if plan.helpers and plan.form == "plain" else []
    asked += [f"`{id}`" for id in wanted(plan, loaded.curriculum).left]
    if asked:
        found = "it has no pictures of" if plan.form == "pictures" else "a careful pack leaves out"
        right = "read aloud" if plan.form == "pictures" else "read them from a screen, or learn them by heart"
        yield document.problem(("form",), f"{found} {', '.join(asked)}", right, "warning")
