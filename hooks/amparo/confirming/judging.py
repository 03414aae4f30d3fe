"""Holds answers against the records: what was tried stands there, at a day that has been, and only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from amparo.model.answer import Answer, Answers
from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.national_line import NationalLine
from amparo.model.proof import DIALLED
from amparo.source import Document, Path, Problem


@dataclass(frozen=True)
class Target:
    """A contact in its record's file."""

    document: Document
    """The file."""

    path: Path
    """Where in it."""

    one: Contact | NationalLine
    """The contact as it is now."""

    @property
    def value(self) -> str:
        """What stands there."""
        return self.one.value if isinstance(self.one, Contact) else self.one.number


Targets = Mapping[str, Target]


def targets(loaded: Loaded) -> dict[str, Target]:
    """Every contact that can be tried, by its mark."""
    found: dict[str, Target] = {}
    for body, document in loaded.bodies():
        for n, contact in enumerate(body.contacts):
            target = Target(document, ("contacts", n), contact)
            found[f"{body.folder}/{body.id}/{contact.id}"] = target
            # An organisation is meant where the record's id alone stands, as on the sheet.
            if body.folder == "organisations" or f"{body.id}/{contact.id}" not in found:
                found[f"{body.id}/{contact.id}"] = target
    for id, country in loaded.lines.items():
        document = loaded.document_of(id, "lines")
        for n, line in enumerate(country.lines):
            found[f"lines/{id}/{line.id}"] = Target(document, ("lines", n), line)
    return found


def judge(answers: Answers, document: Document, known: Targets, as_of: date) -> Iterator[Problem]:
    """Every mistake of a sheet."""
    seen: dict[str, int] = {}
    for n, answer in enumerate(answers.answers):
        here: Path = ("answers", n)
        yield from _day(answer, here, document, as_of)
        for mark in answer.marks:
            if mark not in known:
                yield document.problem(
                    (*here, "contact"),
                    f"there is no contact `{mark}`",
                    "a contact as the call sheet prints it; `make calls` prints a new one",
                )
                continue
            if mark in seen:
                yield document.problem(
                    (*here, "contact"),
                    f"`{mark}` stands here twice (entries {seen[mark] + 1} and {n + 1})",
                    "the last call alone",
                )
            seen[mark] = n
            yield from _target(answer, known[mark], here, document)


def _day(answer: Answer, here: Path, document: Document, as_of: date) -> Iterator[Problem]:
    if len(answer.date) < len("2027-05-14"):
        yield document.problem((*here, "date"), f"`{answer.date}` is no day", "a day, such as 2027-05-14")
    elif answer.date > as_of.isoformat():
        yield document.problem(
            (*here, "date"),
            f"`{answer.date}` is after {as_of.isoformat()}, the day of the data",
            f'the day of the call; if it is right, first as_of: "{answer.date}" in mkdocs.yml',
        )


def _target(answer: Answer, target: Target, here: Path, document: Document) -> Iterator[Problem]:
    one = target.one
    if not one.is_value(answer.value):
        yield document.problem(
            (*here, "value"),
            f"`{answer.value}` was tried, and `{target.value}` stands in {target.document.file}",
            "try the value that stands there, or mend the record first: a proof belongs to a value",
        )
    rings = not isinstance(one, Contact) or one.kind in DIALLED
    if answer.method == "called" and not rings:
        yield document.problem((*here, "method"), f"`called`, and `{target.value}` does not ring", "wrote")
    for known in (one.reached.confirmed, one.reached.unreached):
        if known and known.date > answer.date:
            yield document.problem(
                (*here, "date"),
                f"`{answer.date}`, and the record knows of a later try on {known.date}",
                "leave this line out",
            )
