"""The page on the EU mechanism: below its text the members, then and now, and the news about it."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind, not_found_by_search, nowhere
from amparo.pages.parts import members, told
from amparo.pages.parts.members import MembersView
from amparo.pages.parts.told import STYLES, Line

RECORD = "protectdefenders-eu"
"""The record of the mechanism, among the organisations."""


@dataclass(frozen=True)
class View:
    """What `news/eu-mechanism.html` adds."""

    members: MembersView | None
    """Who runs it; None where the record is missing."""

    news: list[Line]
    """News about it."""


def view(context: Context) -> View:
    """Members and news."""
    own = context.library.organisations.get(RECORD)
    return View(members.view(context, own) if own else None, told.about(context, own) if own else [])


KIND = Kind(
    "eu-mechanism",
    "news/eu-mechanism",
    view,
    written="news/eu-mechanism.md",
    keys=nowhere,
    styles=STYLES,
    entries=not_found_by_search,
)
