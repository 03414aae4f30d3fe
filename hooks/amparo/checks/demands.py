"""What sessions ask for exists, and in no agenda, with no change, does a session lack what it cannot be held
without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from amparo.checks.naming import known
from amparo.model.curriculum.agenda import Agenda
from amparo.model.curriculum.held import unmet
from amparo.model.curriculum.session import Session
from amparo.model.curriculum.whole import Curriculum
from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every session's demands, every agenda, and every change of one."""
    found = loaded.curriculum
    for id, session in found.sessions.items():
        yield from _session(found, session, loaded.document_of(id, "curriculum/sessions"))
    for id, handout in found.handouts.items():
        for n, mechanism in enumerate(handout.also):
            document = loaded.document_of(id, "curriculum/handouts")
            yield from known(document, ("also", n), mechanism, loaded.mechanisms, "mechanism")
    for id, agenda in found.agendas.items():
        document = loaded.document_of(id, "curriculum/agendas")
        yield from _met(found.sessions, agenda, {}, document, ("days",))
        for n, swap in enumerate(agenda.swaps):
            yield from _met(
                found.sessions, agenda, {swap.replace: swap.by}, document, ("swaps", n, "replace")
            )
    for id, plan in found.plans.items():
        for n, change in enumerate(plan.swaps):
            if change.agenda in found.agendas:
                yield from _met(
                    found.sessions,
                    found.agendas[change.agenda],
                    {change.replace: change.by},
                    loaded.document_of(id, "curriculum/plans"),
                    ("swaps", n, "replace"),
                )


def _session(found: Curriculum, session: Session, document: Document) -> Iterator[Problem]:
    """What one session names exists, and a session does not need itself."""
    things = [thing.id for thing in found.supplies.things] if found.supplies else None
    for n, supply in enumerate(session.supplies):
        if things is not None:
            yield from known(document, ("supplies", n, "thing"), supply.thing, things, "thing")
    for n, need in enumerate(session.needs_before):
        here: Path = ("needs_before", n, "session")
        yield from known(document, here, need.session, found.sessions, "session")
        if need.session == session.id:
            yield document.problem(here, "the session needs itself", "an earlier session")


def _met(
    sessions: Mapping[str, Session],
    agenda: Agenda,
    changes: Mapping[str, str | None],
    document: Document,
    path: Path,
) -> Iterator[Problem]:
    """Nothing that a session cannot be held without is missing, when an agenda's sessions are changed so."""
    slots = (slot.session for day in agenda.days for slot in day.items if slot.session)
    row = [id for slot in slots if (id := changes.get(slot, slot))]
    for lack in unmet(row, sessions):
        if lack.need.otherwise is None:
            yield document.problem(
                path,
                f"`{lack.session}` uses {lack.need.what} of `{lack.need.session}`, which is not held before",
                f"`{lack.need.session}` earlier, or an `otherwise` in needs_before of `{lack.session}`",
            )
