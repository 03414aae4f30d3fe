"""No contact hides where nobody would look for one: in news, in a lesson, in a name, in a hand-written page.
What stands there goes past the ledger of contacts, and into every export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from amparo.checks.addresses import FOR_EDITORS
from amparo.checks.texts import addresses_in, numbers_in
from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Document, Problem

NAMES = frozenset(
    ("names", "acronym", "former_names", "parents", "members", "name", "title", "publisher", "cite")
)
"""Fields of bodies that pages and files print as they are; `texts` reads their prose."""

BODIES = ("data/organisations/", "data/mechanisms/")

UNREAD = ("data/search/", "data/vocabulary/synonyms/", "data/places.yml", "data/changes/")
"""Files that no page prints as they are."""

OWN = frozenset(("url", "number", "dial", "seen", "hosts", "shared_hosts", "id"))
"""Fields that hold addresses and numbers, and have rules of their own."""

RIGHT = "a contact of the record that it belongs to, with its source; here the words without it"

_HINT = re.compile(r"\d\d\d|\d[ ().-]\d|@|www\.|https?:")
"""What every contact has in it."""

_EXAMPLE = re.compile(r"(?i)[\w.-]*\.example\b|\bexample\.(?:org|com|net)\b")
"""Hosts that belong to nobody, by the rules of the net."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Texts of all records that are no body, and names in all records, hold no number, mailbox or address."""
    for name, document in loaded.documents.items():
        if name.startswith(UNREAD):
            continue
        is_body, own = name.startswith(BODIES), _own_numbers(document)
        for path, text in document.texts:
            if not _HINT.search(text) or (is_body and NAMES.isdisjoint(path)):
                continue
            if FOR_EDITORS.isdisjoint(path) and OWN.isdisjoint(path):
                wrong = _wrong(text, own)
                if wrong is not None:
                    yield document.problem(path, f"`{wrong}` in a text", RIGHT)


def _own_numbers(document: Document) -> list[str]:
    """The digits of a country's lines: some have their number in their name."""
    lines = document.values.get("lines")
    rows = [row for row in lines if isinstance(row, dict)] if isinstance(lines, list) else []
    return [re.sub(r"\D", "", str(row.get("number") or "")) for row in rows]


def _wrong(text: str, own: list[str]) -> str | None:
    """The first contact in a text that is none of its file's own; None where there is none."""
    if not _HINT.search(text):
        return None
    for one in addresses_in(text):
        if not _EXAMPLE.search(one):
            return one
    return next((one for one in numbers_in(text) if re.sub(r"\D", "", one) not in own), None)


def check_pages(project: Project) -> Iterator[Problem]:
    """The same for hand-written pages."""
    for file in project.pages().values():
        try:
            text = file.read_text("utf-8-sig")
        except UnicodeDecodeError:
            continue  # `pages` tells it.
        for number, line in enumerate(text.split("\n"), 1):
            if (wrong := _wrong(line, [])) is not None:
                yield Problem(project.name_of(file), number, 1, "", f"`{wrong}` in a page", RIGHT)
