"""Signs: what records name exists, and every drawing can be found and may be used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.signs import FILE, problems
from amparo.source import Document, Path, Problem

SIGNED = ("situation", "need", "line-kind")
"""Vocabularies whose terms all have a sign, because a page shows all of them in one list."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every sign that a record names. A project without signs has none to name."""
    if loaded.signs is None:
        return
    for scheme, vocabulary in loaded.vocabularies.items():
        document = loaded.documents[f"data/vocabulary/{scheme}.yml"]
        for n, term in enumerate(vocabulary.terms):
            if term.sign or scheme in SIGNED:
                yield from _known(loaded, document, ("terms", n, "sign"), term.sign)
    for id, entry in loaded.triage.items():
        for n, end in enumerate(entry.ends):
            yield from _known(loaded, loaded.document_of(id, "triage"), ("ends", n, "sign"), end.sign)
    for folder in ("handouts", "sessions"):
        for id, record in getattr(loaded.curriculum, folder).items():
            document = loaded.document_of(id, f"curriculum/{folder}")
            for n, picture in enumerate(record.pictures):
                yield from _known(loaded, document, ("pictures", n, "sign"), picture.sign)


def check_drawings(project: Project, loaded: Loaded) -> Iterator[Problem]:
    """The files of the drawings, each sign named once, and the licences of the sets."""
    book, document = loaded.signs, loaded.documents.get(FILE)
    if book and document:
        names = [sign.id for sign in book.signs]
        for n, name in enumerate(names):
            if name in names[:n]:
                yield document.problem(("signs", n, "id"), f"`{name}` stands twice", "one drawing a sign")
    yield from problems(project, loaded)


def _known(loaded: Loaded, document: Document, path: Path, sign: str | None) -> Iterator[Problem]:
    """One place that names a sign, or should."""
    known = loaded.signs.by_id if loaded.signs else {}
    if sign not in known:
        found = f"there is no sign `{sign}`" if sign else "the sign is missing"
        yield document.problem(path, found, f"an id of {FILE}, such as {next(iter(known), 'call')}")
