"""Sessions and handouts hold: minutes add up, what is named exists, every name in a case is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from amparo.checks.naming import known, read
from amparo.library import Library
from amparo.model.curriculum.handout import Handout
from amparo.model.curriculum.session import Session
from amparo.model.curriculum.step import SessionStep, ShortStep
from amparo.model.curriculum.whole import Curriculum
from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem

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
    """Every session and every handout."""
    found = loaded.curriculum
    for id, session in found.sessions.items():
        yield from _session(loaded, found, session, loaded.document_of(id, "curriculum/sessions"))
    for id, handout in found.handouts.items():
        yield from _handout(loaded, found, handout, loaded.document_of(id, "curriculum/handouts"))


def check_whole(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """A list that is made from records is never empty, wherever it is printed."""
    library = Library(loaded, as_of)
    for id, handout in library.curriculum.handouts.items():
        for region in library.vocabulary("region").terms if handout.blocks else ():
            count = sum(len(library.on_paper.of(block, region.code)) for block in handout.blocks)
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
        yield from known(document, ("handouts", n), handout, found.handouts, "handout")
    for n, mechanism in enumerate(session.links.mechanisms):
        yield from known(document, ("links", "mechanisms", n), mechanism, loaded.mechanisms, "mechanism")
    for field in ("key_points", "facilitation_notes"):
        for n, point in enumerate(getattr(session, field)):
            yield from read(document, (field, n, "sources"), point.sources, found)
    yield from read(document, ("key_points_sources",), session.key_points_sources, found)
    yield from read(document, ("also_see",), session.also_see, found)
    yield from _exercises(found, session, document)


def _exercises(found: Curriculum, session: Session, document: Document) -> Iterator[Problem]:
    """What its exercises name exists, and every name in their cases is invented."""
    names = _names(found)
    every = (exercise for one in found.sessions.values() for exercise in one.exercises)
    cases = {case.id for exercise in every for case in exercise.scenario_texts if case.id}
    for e, exercise in enumerate(session.exercises):
        if exercise.cards:
            yield from known(document, ("exercises", e, "cards"), exercise.cards, found.handouts, "handout")
        for n, case_id in enumerate(exercise.cut.cases if exercise.cut else ()):
            yield from known(document, ("exercises", e, "cut", "cases", n), case_id, cases, "case")
        for n, case in enumerate(exercise.scenario_texts):
            strange = [word for word in CAPITALISED.findall(case.text) if word not in names | NO_NAMES]
            if strange and found.world:
                yield document.problem(
                    ("exercises", e, "scenario_texts", n, "text"),
                    f"the name `{strange[0]}` is not invented",
                    "a name of data/curriculum/world.yml, or add it there",
                )


def _handout(loaded: Loaded, found: Curriculum, handout: Handout, document: Document) -> Iterator[Problem]:
    """One handout: its references, and whether its layout has what it prints."""
    for n, row in enumerate(handout.rows):
        for m, mechanism in enumerate(row.ids):
            yield from known(document, ("rows", n, "ids", m), mechanism, loaded.mechanisms, "mechanism")
        yield from read(document, ("rows", n, "sources"), row.sources, found)
    yield from read(document, ("sources",), handout.sources, found)
    if handout.drawn > len(handout.contents):
        yield document.problem(
            ("drawn",),
            f"{handout.drawn}, but {len(handout.contents)} points",
            f"at most {len(handout.contents)}",
        )
    if bool(handout.pictured) != bool(handout.pictures):
        yield document.problem(
            ("pictured",), "`pictured` and `pictures` need each other", "both, or none of them"
        )
    if handout.layout == "helpers" and not handout.blocks:
        yield document.problem(
            ("layout",), "a list of helpers without `blocks`", "blocks: …, or another layout"
        )
    if handout.layout == "mechanisms" and not handout.rows:
        yield document.problem(
            ("layout",), "a table of mechanisms without `rows`", "rows: …, or another layout"
        )


def _sum(
    document: Document, path: Path, whole: int, steps: Sequence[SessionStep | ShortStep]
) -> Iterator[Problem]:
    """Minutes of steps add up."""
    total = sum(step.minutes for step in steps)
    if total != whole:
        yield document.problem(
            path,
            f"{whole}, but the steps take {total} minutes",
            f"{path[-1]}: {total}, or other minutes in the steps",
        )


def _names(found: Curriculum) -> set[str]:
    """Every word of an invented name."""
    world = found.world
    every = (*world.places, *world.groups, *world.people) if world else ()
    return {word for entry in every for word in re.findall(r"[A-Z][a-z]+", entry.name)}
