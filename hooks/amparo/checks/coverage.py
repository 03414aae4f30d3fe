"""A list of States adds up: no State twice, none both in and out, the total told where it does not match."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """States are named once; who left is not in the list; dates lie before `as_of`; a total that does not
    match is told."""
    today = as_of.isoformat()
    for id, found in loaded.coverage.items():
        document = loaded.document_of(id, "coverage")
        for n, state in enumerate(found.states):
            if state in found.states[:n]:
                yield document.problem(
                    ("states", n), f"`{state}` stands here a second time", "delete the second one"
                )
        for field in ("former", "unconfirmed_additions"):
            for n, entry in enumerate(getattr(found, field)):
                if entry.state in found.states:
                    yield document.problem(
                        (field, n, "state"), f"`{entry.state}` is also in `states`", "one of the two"
                    )
        for field in ("from_memory", "suspended", "opted_out_of_inquiry"):
            for n, state in enumerate(getattr(found, field)):
                if state not in found.states:
                    yield document.problem(
                        (field, n), f"`{state}` is not in `states`", "add it there, or delete it here"
                    )
        dates = [
            (("as_of",), found.as_of),
            *((("sources", n, "date"), s.date) for n, s in enumerate(found.sources)),
            *((("former", n, "notice"), f.notice) for n, f in enumerate(found.former)),
        ]
        for path, value in dates:
            if value and value > today[: len(value)]:
                yield document.problem(
                    path, f"`{value}` is after {today}, the day of the data", "the date that the source shows"
                )
        if (
            found.count_expected is not None
            and found.count_expected < len(found.states)
            and found.confidence != "low"
        ):
            yield document.problem(
                ("count_expected",),
                f"{found.count_expected}, but {len(found.states)} States are named",
                f"count_expected: {len(found.states)}, with its source",
            )
        if found.count_expected not in (None, len(found.states)) and not found.note:
            yield document.problem(
                ("count_expected",),
                f"{found.count_expected}, but {len(found.states)} States are named and no `note` says so",
                "note: which States are missing, in words for readers",
            )
        if found.count_expected is not None and not found.count_expected_source:
            yield document.problem(
                ("count_expected",), "a total without its source", "count_expected_source: where it was seen"
            )
        if found.confidence == "low" and not found.note:
            yield document.problem(
                ("confidence",),
                "a list from memory without a `note` for readers",
                "note: The list is from memory.",
            )
        if all(source.kind == "memory" for source in found.sources) and found.confidence != "low":
            yield document.problem(
                ("confidence",), f"`{found.confidence}`, but every source is memory", "confidence: low"
            )
