"""Status, services, contacts and successor say the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.prose import prose_of
from amparo.source import Document, Path, Problem

_APPLY = re.compile(r"(?i)\bappl(?:y|ies|icants?|ications?|ying)\b")


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Merged and renamed bodies point on; active ones give something; no list repeats itself."""
    for id, organisation in loaded.organisations.items():
        document = loaded.document_of(id)
        if organisation.status in ("merged", "renamed") and not organisation.successor:
            yield document.problem(
                ("status",),
                f"`{organisation.status}` without a successor",
                "successor: the id of the record to go to",
            )
        if organisation.status == "active" and organisation.successor:
            yield document.problem(
                ("successor",), "an active body with a successor", "status: merged, or delete the line"
            )
        if organisation.status != "closed" and not organisation.services:
            yield document.problem(
                ("services",),
                "no services, but the body is not closed",
                "services: [referral], or status: closed",
            )
        yield from _end_of_the_way(loaded, organisation, document)
        yield from _closed(organisation, document)
    for _, document in loaded.bodies():
        yield from _twice(document)
    for body, document in loaded.bodies():
        yield from _same_value(body, document)


def _end_of_the_way(loaded: Loaded, organisation: Organisation, document: Document) -> Iterator[Problem]:
    """A successor works, or leads on to one that does; no way goes round in a circle."""
    seen, here = [organisation.id], organisation
    while here.successor and here.successor in loaded.organisations:
        here = loaded.organisations[here.successor]
        if here.id in seen:
            way = " → ".join([*seen, here.id])
            yield document.problem(("successor",), f"a circle: {way}", "the record of the body that works")
            return
        seen.append(here.id)
    if len(seen) > 1 and here.status == "closed":
        yield document.problem(
            ("successor",),
            f"`{here.id}` is closed",
            "delete the line, with status: closed, or the record of a body that works",
        )


def _closed(organisation: Organisation, document: Document) -> Iterator[Problem]:
    """A closed body's record tells nobody how to ask it for anything."""
    if organisation.status != "closed":
        return
    for field in ("how_to_ask", "eligibility", "offers", "response_time"):
        if getattr(organisation, field):
            yield document.problem(
                (field,),
                "a closed body gives nothing any more",
                "delete it; what helps readers goes into notes",
            )
    for field, text in prose_of(organisation):
        found = _APPLY.search(text)
        if found:
            yield document.problem(
                (field.split(".")[0],),
                f"`{found[0]}` in the record of a closed body",
                "what is the case, without that word: readers in haste see it and try",
            )


def _twice(document: Document) -> Iterator[Problem]:
    """No list says a thing twice, and no country is both in and out."""
    serves = document.values.get("serves")
    lists: dict[Path, Any] = {
        (key,): value for key, value in document.values.items() if key not in ("editor_notes", "hosts")
    }
    lists |= {("serves", key): value for key, value in serves.items()} if isinstance(serves, dict) else {}
    for path, values in lists.items():
        for n, value in enumerate(values if isinstance(values, list) else ()):
            if isinstance(value, str) and value in values[:n]:
                yield document.problem(
                    (*path, n), f"`{value}` stands here a second time", "delete the second one"
                )
    helped, left_out = (lists.get(("serves", key)) or [] for key in ("countries", "except_in"))
    for n, code in enumerate(left_out):
        if code in helped:
            yield document.problem(
                ("serves", "except_in", n), f"`{code}` is also in `countries`", "keep it in one of the two"
            )


def _same_value(body: Organisation | Mechanism, document: Document) -> Iterator[Problem]:
    """No contact stands in a record twice under the same kind."""
    seen: dict[tuple[str, str], str] = {}
    for n, contact in enumerate(body.contacts):
        key = contact.kind, contact.plain
        first = seen.setdefault(key, contact.id)
        if first != contact.id:
            yield document.problem(
                ("contacts", n, "value"),
                f"`{contact.value}` is also `{first}`",
                "one contact, with the more urgent purpose",
            )
