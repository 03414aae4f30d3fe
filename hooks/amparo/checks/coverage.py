"""A list of States adds up: no State twice, none both in and out, the total told where it does not match."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.coverage import Coverage
from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """States are named once and are in or out; dates lie before `as_of`; totals and memory are told."""
    today = as_of.isoformat()
    for id, found in loaded.coverage.items():
        document = loaded.document_of(id, "coverage")
        yield from _states(document, found)
        yield from _dates(document, found, today)
        yield from _total(document, found)
        yield from _memory(document, found)


def _states(document: Document, found: Coverage) -> Iterator[Problem]:
    """No State twice, none both in and out."""
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


def _dates(document: Document, found: Coverage, today: str) -> Iterator[Problem]:
    """Nothing lies in the future."""
    dates: list[tuple[Path, str | None]] = [(("as_of",), found.as_of)]
    dates += [(("sources", n, "date"), s.date) for n, s in enumerate(found.sources)]
    dates += [(("former", n, "notice"), f.notice) for n, f in enumerate(found.former)]
    for path, value in dates:
        if value and value > today[: len(value)]:
            yield document.problem(
                path, f"`{value}` is after {today}, the day of the data", "the date that the source shows"
            )


def _total(document: Document, found: Coverage) -> Iterator[Problem]:
    """The official total has a source and matches, or readers are told why it does not."""
    total, named = found.count_expected, len(found.states)
    if total is None:
        return
    if total < named and found.confidence != "low":
        yield document.problem(
            ("count_expected",),
            f"{total}, but {named} States are named",
            f"count_expected: {named}, with its source",
        )
    if total != named and not found.note:
        yield document.problem(
            ("count_expected",),
            f"{total}, but {named} States are named and no `note` says so",
            "note: which States are missing, in words for readers",
        )
    if not found.count_expected_source:
        yield document.problem(
            ("count_expected",), "a total without its source", "count_expected_source: where it was seen"
        )


def _memory(document: Document, found: Coverage) -> Iterator[Problem]:
    """A list from memory says so."""
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
