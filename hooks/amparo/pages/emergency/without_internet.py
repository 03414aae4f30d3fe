"""Everybody who can be reached without a data connection, with the numbers, by where they help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amparo.library import WITHOUT_INTERNET
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact
from amparo.text.voice import Said

Row = tuple[Said, str, list[Any]]
"""An organisation: its name, the way to its page, its contacts."""


@dataclass(frozen=True)
class View:
    """What `emergency/without-internet.html` says."""

    blocks: list[tuple[Said | None, list[Row]]]
    """A region (None: worldwide), and who can be reached there."""


def view(context: Context) -> View:
    """Those who help worldwide, then region by region."""
    library, voice = context.library, context.voice
    blocks: list[tuple[Said | None, list[Row]]] = [(None, _rows(context, library.directory.worldwide))]
    blocks += [
        (voice.term("region", t), _rows(context, library.directory.near(t.code)))
        for t in library.vocabulary("region").in_order
    ]
    return View([(label, rows) for label, rows in blocks if rows])


def _rows(context: Context, found: Iterable[Organisation]) -> list[Row]:
    """Confirmed organisations with a contact that works without data."""
    rows: list[Row] = []
    for o in context.library.order.in_order(found, context.language):
        reach = [contact.view(context, o, c) for c in o.contacts if c.kind in WITHOUT_INTERNET]
        if reach and o.is_confirmed:
            rows.append((contact.name(context.voice, o), context.url("organisation", o.id), reach))
    return rows


KIND = Kind("without-internet", "emergency/without-internet", view, "emergency/without-internet.html")
