"""A record that is named must exist, and nothing may name itself."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date

from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Successors, answering bodies, mechanisms, lists of States and sources exist; ids are not repeated."""
    for id, organisation in loaded.organisations.items():
        document = loaded.document_of(id)
        yield from _refers(
            document, "successor", id, organisation.successor, loaded.organisations, "organisation"
        )
    for id, mechanism in loaded.mechanisms.items():
        document = loaded.document_of(id, "mechanisms")
        yield from _refers(
            document, "organisation", None, mechanism.organisation, loaded.organisations, "organisation"
        )
        for other in mechanism.see_also:
            yield from _refers(document, "see_also", id, other, loaded.mechanisms, "mechanism")
        yield from _refers(
            document, "applies_to.coverage", None, mechanism.applies_to.coverage, loaded.coverage, "coverage"
        )
    for body, document in loaded.bodies():
        for n, contact in enumerate(body.contacts):
            if contact.answered_by and contact.answered_by not in loaded.organisations:
                yield document.problem(
                    ("contacts", n, "answered_by"),
                    f"there is no organisation `{contact.answered_by}`",
                    "the id of a file in data/organisations",
                )
        yield from _sources(body, document)
        yield from _once(document, "contacts", [contact.id for contact in body.contacts])
        yield from _once(document, "sources", [source.id for source in body.sources])


def _sources(body: Organisation | Mechanism, document: Document) -> Iterator[Problem]:
    """Contacts, risks and contacts left out cite sources of their own record."""
    uses: list[tuple[Path, str]] = [
        (("contacts", n, "source"), c.source) for n, c in enumerate(body.contacts)
    ]
    uses += [
        (("contacts", n, "corroboration", "source"), c.corroboration.source)
        for n, c in enumerate(body.contacts)
        if c.corroboration and c.corroboration.source
    ]
    if isinstance(body, Organisation):
        uses += [(("withheld", n, "source"), w.source) for n, w in enumerate(body.withheld)]
    for path, source in uses:
        if source not in body.sources_by_id:
            yield document.problem(
                path,
                f"there is no source `{source}` in this record",
                "one of: " + ", ".join(sorted(body.sources_by_id)),
            )


def _once(document: Document, field: str, ids: list[str]) -> Iterator[Problem]:
    """The parts of a record have names of their own."""
    for n, id in enumerate(ids):
        if id in ids[:n]:
            yield document.problem(
                (field, n, "id"), f"`{id}` stands here a second time", f"a new name, such as {id}-2"
            )


def _refers(
    document: Document,
    field: str,
    own: str | None,
    id: str | None,
    known: Mapping[str, object],
    what: str,
) -> Iterator[Problem]:
    """A field that names another record names one that exists, and not its own."""
    path = tuple(field.split("."))
    if id and id == own:
        yield document.problem(path, f"`{id}` names itself", f"the id of another {what}")
    elif id and id not in known:
        near = difflib.get_close_matches(id, known, 1, 0.5)
        yield document.problem(
            path,
            f"there is no {what} `{id}`",
            f"{path[-1]}: {near[0]}" if near else f"the id of a {what}'s file below data/",
        )
