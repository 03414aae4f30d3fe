"""All working mechanisms in one table."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import row
from amparo.pages.parts.row import RowView


@dataclass(frozen=True)
class View:
    """What `mechanisms/compare.html` says."""

    rows: list[RowView]
    """The mechanisms, in the order of lists."""


def view(context: Context) -> View:
    """Every mechanism that takes cases; guidelines of embassies take none."""
    found = context.library.official.mechanisms_in_order
    return View([row.view(context, m) for m in found if m.works and m.level != "state-guidelines"])


KIND = Kind("compare", "mechanisms/compare", view, "mechanisms/compare.html", styles=("tables.css",))
