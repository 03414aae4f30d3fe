"""Records of the workshop name each other: what is named exists."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from amparo.model.curriculum.whole import Curriculum
from amparo.source import Document, Path, Problem


def known(document: Document, path: Path, id: str, things: Collection[str], what: str) -> Iterator[Problem]:
    """What is named exists."""
    if id not in things:
        near = difflib.get_close_matches(id, things, 1, 0.5)
        yield document.problem(path, f"there is no {what} `{id}`", near[0] if near else f"the id of a {what}")


def read(document: Document, path: Path, ids: tuple[str, ...], found: Curriculum) -> Iterator[Problem]:
    """What is cited stands among the readings."""
    readings = {reading.id for reading in found.readings.readings} if found.readings else set(ids)
    for n, id in enumerate(ids):
        yield from known(document, (*path, n), id, readings, "reading")
