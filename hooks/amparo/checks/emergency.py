"""Somebody answers now: two lines on every start page; nobody is sent into danger unwarned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from amparo.library import Library
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.source import Document, Problem

Helper = TypeVar("Helper", Organisation, Mechanism)

FEWEST_LINES = 2
"""Telephone lines that the start page of each language needs (acceptance task 1). Where none of them is known
to answer in the language, the page says so (`pages/start.py`)."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """The start page of each language shows two telephone lines; no emergency contact with a warning rests on
    a weak record."""
    if loaded.places is None or "level" not in loaded.vocabularies or not loaded.organisations:
        return
    # A contact without its source is told by `references`; it can be no line either.
    library = Library(
        replace(loaded, organisations=_whole(loaded.organisations), mechanisms=_whole(loaded.mechanisms)),
        as_of,
    )
    for language in loaded.published:
        phones = {
            line.contact.value for line in library.helpers.lines_for(language) if line.contact.kind == "phone"
        }
        if len(phones) < FEWEST_LINES:
            yield Document("data/organisations").problem(
                (),
                f"{len(phones)} emergency telephone lines for the start page in `{language}`; "
                f"it needs {FEWEST_LINES}",
                "a worldwide contact of kind phone, purpose emergency or urgent, with two sources",
            )
    yield from _cards(loaded, library)
    for id, organisation in loaded.organisations.items():
        for n, contact in enumerate(organisation.contacts):
            if contact.purpose == "emergency" and contact.warning and organisation.confidence == "low":
                yield loaded.document_of(id).problem(
                    ("contacts", n, "purpose"),
                    "an emergency contact with a warning in a record of low confidence",
                    "purpose: general",
                    "warning",
                )


def _cards(loaded: Loaded, library: Library) -> Iterator[Problem]:
    """Every card and poster has two lines that answer."""
    for region in loaded.vocabularies["region"].by_code if "region" in loaded.vocabularies else ():
        for language in loaded.published:
            count = len(library.helpers.card_lines(language, region))
            if count < FEWEST_LINES:
                yield Document("data/organisations").problem(
                    (),
                    f"the card of {region} has {count} lines in `{language}`; it needs {FEWEST_LINES}",
                    "a worldwide or regional emergency contact for any-defender, with two sources",
                )


def _whole(bodies: dict[str, Helper]) -> dict[str, Helper]:
    """The bodies whose contacts all have their source."""
    return {
        id: body for id, body in bodies.items() if all(c.source in body.sources_by_id for c in body.contacts)
    }
