"""Where a mechanism is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.mechanism import Mechanism
from amparo.pages.parts import coverage
from amparo.pages.parts.coverage import CoverageView, to_states
from amparo.pages.parts.links import Link
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class ScopeView:
    """Where a mechanism is open: anywhere, to the States of a list, or to those it names itself."""

    worldwide: bool
    """Whether it is open to people in any country."""

    not_in_own: bool
    """Whether it works abroad only, not in the State itself."""

    coverage: CoverageView | None
    """The list of States that decides; None: there is none."""

    countries: list[Link]
    """The States that it names itself."""

    is_confirmed: bool
    """False when `countries` is from memory."""

    note: Said | None
    """When it is open beyond that."""


def view(context: Context, m: Mechanism) -> ScopeView:
    """What the record says of places."""
    scope = m.applies_to
    listed = context.library.coverage[scope.coverage] if scope.coverage else None
    return ScopeView(
        worldwide=scope.worldwide,
        not_in_own=scope.not_in_own,
        coverage=coverage.view(context, listed) if listed else None,
        countries=to_states(context, scope.countries),
        is_confirmed=scope.is_confirmed,
        note=context.voice.translate(f"mechanisms/{m.id}#applies_to.note", scope.note),
    )
