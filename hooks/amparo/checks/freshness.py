"""How old an emergency contact may be: told in one line (`warn`), or each an error (`strict`)."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.library import Library
from amparo.model.loading import Loaded
from amparo.settings import Settings
from amparo.source import Problem


def check(loaded: Loaded, library: Library, settings: Settings) -> Iterator[Problem]:
    """Every overdue emergency contact where the setting is `strict`; else nothing."""
    if settings.freshness != "strict":
        return
    for line in library.due.overdue():
        proven = library.trust.proven(line.body, line.contact)
        document = loaded.document_of(line.body.id, line.body.folder)
        n = line.body.contacts.index(line.contact)
        yield document.problem(
            ("contacts", n, "value"),
            f"{_age(library, proven)}, and it stands where somebody in danger looks (freshness: strict)",
            "ring it (`make calls`), then `python -m amparo confirm`; or the day of its source",
        )


def told(library: Library) -> str:
    """What `make check` says in one line; empty: nothing is overdue."""
    overdue, all_lines = len(library.due.overdue()), len(library.helpers.lines)
    if not overdue:
        return ""
    return (
        f"{overdue} of {all_lines} emergency contacts are overdue, or of a day that nobody knows: "
        "`make calls` names them."
    )


def _age(library: Library, proven: str | None) -> str:
    return (
        f"last seen {proven}, {library.trust.age(proven)} days ago"
        if proven
        else "nobody knows when it was seen"
    )
