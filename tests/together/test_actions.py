"""An action runs only from its first to its last day, and those that run stand first."""

from __future__ import annotations

from datetime import date

import pytest

from amparo.library.acting import Acting
from amparo.library.directory import Directory
from amparo.library.records import Records
from amparo.model.loading import Loaded
from amparo.model.solidarity.action import Action
from amparo.model.solidarity.whole import Solidarity


def action(id: str, **changes: object) -> Action:
    """An action of November 2026."""
    values = {
        "id": id,
        "kind": "collective-letter",
        "title": "A letter",
        "by": [{"name": "A group"}],
        "opened": "2026-11-01",
        "closes": "2026-11-30",
        "status": "running",
        "consent": "confirmed",
        "sources": [{"id": "s1", "kind": "official", "cite": "A page"}],
    }
    return Action.model_validate({k: v for k, v in (values | changes).items() if v is not None})


def acting(today: str, *actions: Action) -> Acting:
    """The actions on a day."""
    loaded = Loaded(solidarity=Solidarity(actions={one.id: one for one in actions}))
    records = Records(loaded, date.fromisoformat(today))
    return Acting(records, Directory(records))


@pytest.mark.parametrize(
    "today, runs",
    [("2026-10-31", False), ("2026-11-01", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_action_runs_from_its_first_to_its_last_day(today: str, runs: bool) -> None:
    assert acting(today).runs(action("one")) is runs


@pytest.mark.parametrize(
    "changes, runs",
    [
        ({"closes": "2026-11"}, True),
        ({"closes": "2026-10"}, False),
        ({"closes": None}, False),
        ({"status": "stopped"}, False),
        ({"status": "done"}, False),
        ({"opened": None}, True),
    ],
    ids=lambda value: str(value),
)
def test_action_without_a_last_day_or_that_is_over_does_not_run(changes: dict, runs: bool) -> None:
    assert acting("2026-11-21").runs(action("one", **changes)) is runs


def test_actions_that_run_stand_first_and_the_next_to_close_before_the_others() -> None:
    old = action("old", opened="2020", closes="2020-05-01")
    newer = action("newer", opened="2025", closes="2025-05-01")
    late, soon = action("late", closes="2027"), action("soon")

    assert [one.id for one in acting("2026-11-21", old, late, newer, soon).actions] == [
        "soon",
        "late",
        "newer",
        "old",
    ]
