"""Writes answers into records, as an editor would: a few lines below the value, and nothing else changes."""

from __future__ import annotations

import json
import re

from amparo.confirming.judging import Target
from amparo.model.answer import Answer
from amparo.source import Document, Path


class Refused(Exception):
    """A record in which the place cannot be found, with what to write by hand."""


def with_answer(text: str, target: Target, answer: Answer) -> str:
    """The text of a record's file with an answer in it; its places are those of the file as it was read."""
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ends)
    field = "confirmed" if answer.result == "confirmed" else "unreached"
    old = ("confirmed", "unreached") if field == "confirmed" else ("unreached",)
    # From below, so that the places above stay right.
    key = "value" if (*target.path, "value") in target.document.places else "number"
    place = target.document.places[(*target.path, key)][0] - 1
    head = re.match(rf"( *(?:- )?){key}:", lines[place])
    block = _block(field, target.value, answer)
    if head is None:
        raise Refused(f"{target.document.file}: write this below `{target.value}` by hand:\n{block}")
    indent = len(head[1])
    cuts = [found for name in old if (found := _span(target.document, (*target.path, name), lines))]
    new = [f"{' ' * indent}{line}" for line in block.split("\n")]
    after = _end(lines, place, indent)
    for start, end in sorted([*cuts, (after, after)], reverse=True):
        lines[start:end] = new if (start, end) == (after, after) else []
    return ends.join(lines)


def _block(field: str, value: str, answer: Answer) -> str:
    result = () if field == "confirmed" else (f"  result: {answer.result}",)
    said = json.dumps(value, ensure_ascii=False)
    return "\n".join(
        [
            f"{field}:",
            f"  date: {answer.date}",
            f"  method: {answer.method}",
            f"  value: {said}",
            f"  by: {answer.by}",
            *result,
        ]
    )


def _span(document: Document, path: Path, lines: list[str]) -> tuple[int, int] | None:
    """The lines of a field; None where it is not there."""
    if path not in document.places:
        return None
    start = document.places[path][0] - 1
    return start, _end(lines, start, len(lines[start]) - len(lines[start].lstrip(" -")))


def _end(lines: list[str], start: int, indent: int) -> int:
    """The line behind a field: the first that is not deeper than its name."""
    end = start + 1
    while end < len(lines) and lines[end].strip() and _depth(lines[end]) > indent:
        end += 1
    return end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
