"""What came of calls and messages is about the value that stands there, and at a day that has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.national_line import NationalLine
from amparo.model.proof import DIALLED
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every `confirmed` and `unreached` of contacts and lines of countries."""
    for body, document in loaded.bodies():
        for n, contact in enumerate(body.contacts):
            yield from _one(contact, ("contacts", n), document, as_of)
    for id, country in loaded.lines.items():
        document = loaded.document_of(id, "lines")
        for n, line in enumerate(country.lines):
            yield from _one(line, ("lines", n), document, as_of)


def _one(one: Contact | NationalLine, path: Path, document: Document, as_of: date) -> Iterator[Problem]:
    value = one.value if isinstance(one, Contact) else one.number
    for field, tried in (("confirmed", one.confirmed), ("unreached", one.unreached)):
        if tried is None:
            continue
        if tried.date > as_of.isoformat():
            yield document.problem(
                (*path, field, "date"),
                f"`{tried.date}` is after {as_of.isoformat()}, the day of the data (as_of in mkdocs.yml)",
                "the day of the call, or a later as_of",
            )
        if not one.is_value(tried.value):
            yield document.problem(
                (*path, field, "value"),
                f"`{tried.value}` was tried, and `{value}` stands here: it counts no more",
                f"delete `{field}`, and try the value that stands here",
                "warning",
            )
        if tried.method == "called" and isinstance(one, Contact) and one.kind not in DIALLED:
            yield document.problem(
                (*path, field, "method"),
                f"`called`, and the contact is of the kind {one.kind}",
                "method: wrote",
            )
    yield from _order(one, path, document)


def _order(one: Contact | NationalLine, path: Path, document: Document) -> Iterator[Problem]:
    """The last try is told, and what is out of use was not confirmed since."""
    here = one.reached
    if here.confirmed and here.unreached and here.confirmed.date > here.unreached.date:
        yield document.problem(
            (*path, "unreached", "date"),
            f"confirmed since then, on {here.confirmed.date}",
            "delete `unreached`",
        )
    if here.unreached and here.is_out_of_use:
        yield document.problem(
            (*path, "unreached", "result"),
            f"`{here.unreached.result}` on {here.unreached.date}: it stands on its own page alone",
            "the value that the body's own page shows now, or delete the contact",
            "warning",
        )
