"""Guided questions lead on: nothing unreachable, no circle, no dead end, at most five questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from amparo.model.loading import Loaded
from amparo.model.triage import MOST_QUESTIONS, Entry, Question
from amparo.source import Document, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every need has its entry, every entry its ends, and every id one owner."""
    if "need" in loaded.vocabularies and loaded.triage:
        document = loaded.documents["data/vocabulary/need.yml"]
        for n, term in enumerate(loaded.vocabularies["need"].terms):
            if not term.deprecated_by and f"data/triage/{term.code}.yml" not in loaded.documents:
                yield document.problem(
                    ("terms", n, "code"),
                    f"`{term.code}` has no questions",
                    f"a file data/triage/{term.code}.yml",
                )
    owners: dict[str, str] = {}
    for id, entry in loaded.triage.items():
        document = loaded.document_of(id, "triage")
        yield from _ids(entry, document, owners)
        yield from _answers(entry, document)
        yield from _ways(entry, document)


def _ids_of(entry: Entry) -> tuple[tuple[str, list[str]], ...]:
    """The ids of questions and of ends, each with the field that holds them."""
    return ("questions", [q.id for q in entry.questions]), ("ends", [end.id for end in entry.ends])


def _ids(entry: Entry, document: Document, owners: dict[str, str]) -> Iterator[Problem]:
    """An id is an address: it stands once in all files."""
    counted: Counter[str] = Counter()
    for kind, ids in _ids_of(entry):
        for n, id in enumerate(ids):
            counted[id] += 1
            if id == "index":
                yield document.problem(
                    (kind, n, "id"), "`index` is the first page", f"another id, e.g. {entry.id}-first"
                )
            elif "-in-" in id:
                yield document.problem(
                    (kind, n, "id"),
                    f"`{id}` could be the page of an end in a region",
                    id.replace("-in-", "-within-"),
                )
            elif counted[id] > 1 or id in owners:
                yield document.problem(
                    (kind, n, "id"),
                    f"`{id}` is taken by data/triage/{owners.get(id, entry.id)}.yml",
                    f"another id, e.g. {entry.id}-{id}",
                )
    owners.update((id, entry.id) for id in counted)


def _answers(entry: Entry, document: Document) -> Iterator[Problem]:
    """Every answer leads to a question or an end of its file."""
    if entry.start not in entry.nodes:
        yield document.problem(
            ("start",), f"there is no `{entry.start}` in this file", "an id of `questions` or `ends`"
        )
    for n, question in enumerate(entry.questions):
        for m, answer in enumerate(question.answers):
            if answer.to not in entry.nodes:
                yield document.problem(
                    ("questions", n, "answers", m, "to"),
                    f"there is no `{answer.to}` in this file: a dead end",
                    "an id of `questions` or `ends`",
                )
        if question.unsure not in entry.nodes:
            yield document.problem(
                ("questions", n, "unsure"),
                f"there is no `{question.unsure}` in this file: a dead end",
                "an id of `questions` or `ends`",
            )


def _ways(entry: Entry, document: Document) -> Iterator[Problem]:
    """Every way ends at an end, within the most questions, and every question and end is on a way."""
    paths = list(entry.paths())
    reached = {id for path in paths for id in path}
    for kind, ids in _ids_of(entry):
        for n, id in enumerate(ids):
            if id not in reached:
                yield document.problem(
                    (kind, n, "id"), f"no answer leads to `{id}`", f"to: {id} in an answer"
                )
    for n, question in enumerate(entry.questions):
        if any(question.id in path[:-1] and path[-1] == question.id for path in paths):
            yield document.problem(
                ("questions", n, "id"),
                f"the answers of `{question.id}` lead in a circle",
                "an answer that leads on",
            )
        longest = max(
            (
                sum(isinstance(entry.nodes.get(id), Question) for id in path[: path.index(question.id) + 1])
                for path in paths
                if question.id in path
            ),
            default=0,
        )
        if longest == MOST_QUESTIONS + 1:
            yield document.problem(
                ("questions", n, "id"),
                f"`{question.id}` is question {longest + 1} of its way, with the first page",
                f"at most {MOST_QUESTIONS + 1} questions: leave one out",
            )


def check_further_pages(root: Path, loaded: Loaded) -> Iterator[Problem]:
    """Every page named in `see` is a hand-written page."""
    for id, entry in loaded.triage.items():
        for n, end in enumerate(entry.ends):
            for m, path in enumerate(end.see):
                if not (root / "docs" / f"{path}.md").is_file():
                    yield loaded.document_of(id, "triage").problem(
                        ("ends", n, "see", m),
                        f"there is no page docs/{path}.md",
                        "the path of a page below docs, without ending",
                    )
