"""The incident report names bodies and fields that exist, and its example answers as the form asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.incident import IncidentForm, Sample
from amparo.model.loading import Loaded
from amparo.source import Document, Problem

CONSENT = "consent"
"""The section that has a page of its own."""

CHOICES = ("choice", "multi-choice")
"""Kinds of field that need options."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Ids are unique and point to something; choices have options; the example uses them."""
    form = loaded.incident
    if form is None:
        return
    document = loaded.documents["data/incident/fields.yml"]
    for n, body in enumerate(form.bodies):
        if body.id in {other.id for other in form.bodies[:n]}:
            yield document.problem(
                ("bodies", n, "id"), f"`{body.id}` stands here a second time", "another id"
            )
        if not any(body.id in field.essential for field in form.fields.values()):
            yield document.problem(
                ("bodies", n, "id"),
                f"no field is essential for `{body.id}`: an empty report would be complete",
                f"essential: [{body.id}] in the fields it cannot do without",
            )
        if loaded.mechanisms and body.mechanism not in loaded.mechanisms:
            yield document.problem(
                ("bodies", n, "mechanism"),
                f"there is no mechanism `{body.mechanism}`",
                "the id of a file in data/mechanisms",
            )
    yield from _fields(form, document)
    for n, id in enumerate(form.urgent):
        if id not in form.fields:
            yield document.problem(("urgent", n), f"there is no field `{id}`", "an id of a field below")
    if loaded.sample:
        yield from _sample(form, loaded.sample, loaded.documents["data/incident/sample.yml"])


def _fields(form: IncidentForm, document: Document) -> Iterator[Problem]:
    """Every field stands once, names bodies of this file, and has options where it is a choice."""
    bodies, seen = {body.id for body in form.bodies}, set()
    if CONSENT not in {section.id for section in form.sections}:
        yield document.problem(
            ("sections",), f"there is no section `{CONSENT}`: its page would be empty", f"id: {CONSENT}"
        )
    for s, section in enumerate(form.sections):
        if section.id in {other.id for other in form.sections[:s]}:
            yield document.problem(
                ("sections", s, "id"), f"`{section.id}` stands here a second time", "another id"
            )
        for f, field in enumerate(section.fields):
            where = ("sections", s, "fields", f)
            if field.id in seen:
                yield document.problem(
                    (*where, "id"), f"`{field.id}` stands here a second time", "another id"
                )
            seen.add(field.id)
            for level in ("essential", "helpful"):
                for n, body in enumerate(getattr(field, level)):
                    if body not in bodies:
                        yield document.problem(
                            (*where, level, n),
                            f"there is no body `{body}`",
                            "one of: " + ", ".join(sorted(bodies)),
                        )
            if (field.kind in CHOICES) != bool(field.options):
                yield document.problem(
                    (*where, "kind"),
                    f"`{field.kind}` with {len(field.options)} options",
                    "options: for a choice, none for all other kinds",
                )


def _sample(form: IncidentForm, sample: Sample, document: Document) -> Iterator[Problem]:
    """The example fills fields of the form, and chooses among their options."""
    for n, answer in enumerate(sample.answers):
        if answer.field in {other.field for other in sample.answers[:n]}:
            yield document.problem(
                ("answers", n, "field"), f"`{answer.field}` is answered a second time", "one answer a field"
            )
        field = form.fields.get(answer.field)
        if field is None:
            yield document.problem(
                ("answers", n, "field"),
                f"there is no field `{answer.field}`",
                "an id of data/incident/fields.yml",
            )
        elif bool(field.options) != bool(answer.chosen) or bool(answer.text) == bool(answer.chosen):
            yield document.problem(
                ("answers", n),
                f"`{field.id}` is of the kind {field.kind}",
                "chosen: [one of its options]" if field.options else "text: what somebody wrote",
            )
        elif field.kind == "choice" and len(answer.chosen) > 1:
            yield document.problem(
                ("answers", n, "chosen"),
                f"several options of `{field.id}`, which takes one",
                "one of its options",
            )
        else:
            for m, option in enumerate(answer.chosen):
                if option not in field.options:
                    yield document.problem(
                        ("answers", n, "chosen", m),
                        f"`{option}` is no option of `{field.id}`",
                        "one of: " + "; ".join(field.options),
                    )
