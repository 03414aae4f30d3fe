"""A file with settings and those it inherits from, read as MkDocs reads them.

`INHERIT: other.yml` names a file beside it. Lists and single values of the nearer file replace those of the
other; what has fields is merged field by field."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from amparo.source.document import Document, Path
from amparo.source.loader import load
from amparo.source.problems import Problem, Problems

INHERIT = "INHERIT"
"""The field that names the other file."""


@dataclass
class Inherited:
    """Settings from several files as one."""

    documents: list[Document] = field(default_factory=list)
    """The files, the nearest first."""

    values: dict[str, Any] = field(default_factory=dict)
    """What they say together; every single value is a `str` or None."""

    def problem(self, path: Path, found: str, right: str) -> Problem:
        """A problem at a path, in the nearest file in which it stands."""
        holders = [document for document in self.documents if path in document.places]
        return (holders or self.documents)[0].problem(path, found, right)


def load_inherited(
    file: FilePath, name_of: Callable[[FilePath], str], problems: Problems
) -> Inherited | None:
    """Read a file with settings and all it inherits from. None, with the reason told, when one cannot be
    read; `name_of` gives what a file is called in problems."""
    read, documents = [], []
    here: FilePath | None = file
    while here:
        if not here.is_file():
            problems.add(
                Problem(name_of(here), 1, 1, "", "the file is missing", "the name of a file that exists")
            )
            return None
        document = load(here, name_of(here), problems, may_comment=True)
        if document is None:
            return None
        read.append(here)
        documents.append(document)
        here = _parent(here, document)
        if here in read:
            problems.add(document.problem((INHERIT,), "files that inherit from each other", "no circle"))
            return None
    values: dict[str, Any] = {}
    for document in reversed(documents):
        _merge(values, {key: value for key, value in document.values.items() if key != INHERIT})
    return Inherited(documents, values)


def _parent(file: FilePath, document: Document) -> FilePath | None:
    """The file that a file inherits from."""
    name = document.values.get(INHERIT)
    return FilePath(os.path.normpath(file.parent / str(name))) if name else None


def _merge(below: dict[str, Any], above: dict[str, Any]) -> None:
    """Put one file's values over another's."""
    for key, value in above.items():
        if isinstance(value, dict) and isinstance(below.get(key), dict):
            _merge(below[key], value)
        else:
            below[key] = value
