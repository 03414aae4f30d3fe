"""What a plan by group makes of an agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from amparo.pages.workshop.words import Words


class Changed(NamedTuple):
    """What a plan by group makes of an agenda."""

    plan: str | None = None
    """Id of the plan; None: the agenda is as it stands."""

    sessions: Mapping[str, str] = {}
    """Sessions that it takes instead, by those that go."""

    women: str | None = None
    """The session that women hold alone."""

    is_women_first: bool = False
    """Whether women meet an hour before the others."""


def changed(words: Words, id: str, plan: str | None) -> Changed:
    """What a plan makes of an agenda."""
    if not plan:
        return Changed()
    found = words.curriculum.plans[plan]
    hours = [hour for hour in found.women_only if hour.agenda == id]
    return Changed(
        plan,
        {swap.replace: swap.by for swap in found.swaps if swap.agenda == id},
        next((hour.session for hour in hours), None),
        any(not hour.session for hour in hours),
    )
