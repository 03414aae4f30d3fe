"""What a country's sheet says first, as text to send or to copy by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amparo.pages.context import Context
from amparo.pages.emergency.country import RULES, calls
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.parts import contact, danger, helper, national
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.helper import HelperView
from amparo.pages.parts.national import LineView
from amparo.text.voice import Said


@dataclass(frozen=True)
class View:
    """What `emergency/country-text.html` says."""

    name: Said
    """The country."""

    sheet: str
    """The way to its sheet."""

    rules: list[DangerView]
    """Rules that touch everybody there."""

    calls: list[HelperView]
    """The lines to call first; none whose address is an offence to keep."""

    lines: list[LineView]
    """The country's own lines that come first."""


def view(context: Context) -> View:
    """The text of the page's country."""
    library, code = context.library, context.page.key
    first = [
        line for line in calls(context, code) if not library.danger.hides_contact(line.body, line.contact)
    ]
    return View(
        name=contact.place(context, code),
        sheet=context.url("country", code),
        rules=danger.of_country(context, code)[:RULES],
        calls=[helper.of_line(context, line, code) for line in first],
        lines=national.views(context, code, library.national.first(code)),
    )


def _keys(library: Any) -> Iterator[Key]:
    return (Key(code) for code in library.places)


KIND = Kind(
    "country-text",
    "emergency/country-text",
    view,
    "emergency/countries/{lower}-text.html",
    _keys,
    says_unrung=True,
    has_strip=False,
    in_files=False,
    entries=not_found_by_search,
)
