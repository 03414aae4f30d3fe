"""No contact hides where nobody would look for one: in news, in a lesson, in a name, in a hand-written page.
What stands there goes past the ledger of contacts, and into every export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from amparo.checks.texts import addresses_in, numbers_in
from amparo.model.base import Record
from amparo.model.loading import Loaded
from amparo.model.prose import prose_of
from amparo.project import Project
from amparo.source import Document, Path, Problem

NAMES = frozenset(
    {"names", "acronym", "former_names", "parents", "members", "name", "title", "publisher", "cite"}
)
"""Fields that pages and files print as they are, beside the texts that are translated."""

NAMED = (
    "data/organisations/",
    "data/mechanisms/",
    "data/lines/",
    "data/news/",
    "data/actions/",
    "data/designations/",
)
"""Records with such fields."""

RIGHT = "a contact of the record that it belongs to, with its source; here the words without it"

_EXAMPLE = re.compile(r"(?i)[\w.-]*\.example\b|\bexample\.(?:org|com|net)\b")
"""Hosts that belong to nobody, by the rules of the net."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Texts of all records that are no body, and names in all records, hold no number, mailbox or address."""
    for document, record in _records(loaded):
        own = _own_numbers(document)
        for field, text in prose_of(record):
            if (wrong := _wrong(text, own)) is not None:
                place: Path = next(
                    (path for path, said in document.texts if said == text), (field.split(".")[0],)
                )
                yield document.problem(place, f"`{wrong}` in a text", RIGHT)
    for name, document in loaded.documents.items():
        if not name.startswith(NAMED):
            continue
        own = _own_numbers(document)
        for path, text in document.texts:
            if not NAMES.isdisjoint(path) and (wrong := _wrong(text, own)) is not None:
                yield document.problem(path, f"`{wrong}` in a name", RIGHT)


def _records(loaded: Loaded) -> Iterator[tuple[Document, Record]]:
    """Everything with texts that is no body, with its file."""
    whole, course = loaded.solidarity, loaded.curriculum
    folders: dict[str, Mapping[str, Record]] = {
        "designations": loaded.designations,
        "lines": loaded.lines,
        "triage": loaded.triage,
        "coverage": loaded.coverage,
        "vocabulary": loaded.vocabularies,
        "solidarity/kinds": whole.kinds,
        "solidarity/letters": whole.letters,
        "actions": whole.actions,
        "news": whole.news,
        "curriculum/sessions": course.sessions,
        "curriculum/handouts": course.handouts,
        "curriculum/agendas": course.agendas,
        "curriculum/plans": course.plans,
    }
    files: dict[str, Record | None] = {
        f"data/{folder}/{id}.yml": one for folder, found in folders.items() for id, one in found.items()
    }
    files |= {
        f"data/curriculum/{name}.yml": getattr(course, name)
        for name in ("guidance", "glossary", "world", "readings", "supplies")
    }
    files["data/incident/fields.yml"] = loaded.incident
    for file, record in files.items():
        if record is not None and file in loaded.documents:
            yield loaded.documents[file], record


def _own_numbers(document: Document) -> list[str]:
    """The digits of a country's lines: some have their number in their name."""
    lines = document.values.get("lines")
    rows = [row for row in lines if isinstance(row, dict)] if isinstance(lines, list) else []
    return [re.sub(r"\D", "", str(row.get("number") or "")) for row in rows]


def _wrong(text: str, own: list[str]) -> str | None:
    """The first contact in a text that is none of its file's own; None where there is none."""
    if not re.search(r"\d\d|[@:]|www", text):
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
