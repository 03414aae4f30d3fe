"""Which actions run, and who takes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from amparo.library.directory import Directory, Found
from amparo.library.records import Records
from amparo.model.solidarity.action import Action
from amparo.model.solidarity.kind import ActionKind
from amparo.model.solidarity.letter import Letter

RUNNING = "running"
"""Status of an action that others can still join."""


class Acting:
    """Kinds of action, letters for them, and actions, those that run first."""

    def __init__(self, records: Records, directory: Directory) -> None:
        """`directory` knows who is listed for a kind of help."""
        self._all, self._directory = records.solidarity, directory
        self._today = records.as_of

    @cached_property
    def kinds(self) -> tuple[ActionKind, ...]:
        """Kinds of action, the most used first."""
        return tuple(sorted(self._all.kinds.values(), key=lambda kind: (kind.order, kind.id)))

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Letters to fill in, in their order."""
        return tuple(sorted(self._all.letters.values(), key=lambda letter: (letter.order, letter.id)))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """All actions: those that run first, by the day on which they close; then the newest first."""
        newest = sorted(self._all.actions.values(), key=lambda one: (one.opened or "", one.id), reverse=True)
        running = sorted((one for one in newest if self.runs(one)), key=lambda one: one.closes or "")
        return (*running, *(one for one in newest if not self.runs(one)))

    def runs(self, action: Action) -> bool:
        """Whether an action runs on the day of the data: it says so, it has begun, and its last day is not
        over. Without a last day nobody can know, so it does not."""
        if action.status != RUNNING or not action.closes:
            return False
        today = self._today.isoformat()
        # A month or a year is over when its last day is: the day of the data is cut to the same length.
        begun = action.opened or ""
        return begun <= today[: len(begun)] and action.closes >= today[: len(action.closes)]

    def of_kind(self, kind: str) -> tuple[Action, ...]:
        """Actions of a kind, in the order of all."""
        return tuple(one for one in self.actions if one.kind == kind)

    def by(self, body: str) -> tuple[Action, ...]:
        """Actions that a body takes or took, in the order of all."""
        return tuple(one for one in self.actions if any(actor.record == body for actor in one.by))

    def doing(self, kind: ActionKind) -> Found:
        """Listed organisations that take this kind of action for people anywhere, by their records."""
        found = {o.id: o for service in kind.services for o in self._directory.offering(service)}
        return tuple(o for o in found.values() if o.serves.worldwide)

    def deadlines(self) -> Iterable[tuple[date, Action]]:
        """Days on which actions that run close; only whole days can stand in a calendar."""
        for one in self.actions:
            if self.runs(one) and one.closes and len(one.closes) == len("2026-01-01"):
                yield date.fromisoformat(one.closes), one
