"""What a body is there for, whom it takes and to whom it belongs fits the rest of its record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.model.organisation import Organisation
from amparo.source import Document, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Main services are services; parents and partners exist, and nobody is a part of itself."""
    known = {*loaded.organisations, *loaded.mechanisms}
    dangers = loaded.dangers()
    for body, document in loaded.bodies():
        for field in ("part_of", "partners"):
            for n, id in enumerate(getattr(body, field)):
                if id not in known:
                    yield document.problem(
                        (field, n),
                        f"there is no record `{id}`",
                        "the id of a record, or its name under `parents`",
                    )
                elif id == body.id and field == "part_of":
                    yield document.problem((field, n), f"`{id}` names itself", "the id of another record")
        if any(body.id in dangers.parents(parent) for parent in body.part_of if parent != body.id):
            yield document.problem(
                ("part_of",), f"`{body.id}` is a part of its own part", "one of the two directions"
            )
        if isinstance(body, Organisation):
            yield from _services(body, document)


def _services(organisation: Organisation, document: Document) -> Iterator[Problem]:
    """What it is there for is among what it gives, once."""
    seen: set[str] = set()
    for n, service in enumerate(organisation.main_services):
        if service not in organisation.services:
            yield document.problem(
                ("main_services", n),
                f"`{service}` is not among the services",
                "add it to `services`, or delete it here",
            )
        elif service in seen:
            yield document.problem(
                ("main_services", n), f"`{service}` stands here a second time", "delete the second one"
            )
        seen.add(service)
    if organisation.exile is False and organisation.serves.abroad_from:
        yield document.problem(
            ("exile",), "`false`, but it serves people of a country who are abroad", "exile: true"
        )
