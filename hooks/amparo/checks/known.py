"""Remembers files in which a check found nothing wrong, so that the next one need not read them again."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import babel

from amparo.project import HERE, Project
from amparo.source import Problem


class Known:
    """What was found right, by hashes of all that decides it: the file, what it is held against, and the
    program. Whatever differs is looked at again, and what had a fault is never remembered. It is a list of
    hashes and nothing else, with those of the last check alone; a release does not ask it."""

    def __init__(self, project: Project) -> None:
        """What the last check of a project remembered."""
        self._file = project.build("checked.json")
        self._right: set[str] = set()

    def problems(
        self, rule: str, parts: Iterable[bytes], find: Callable[[], Iterator[Problem]]
    ) -> Iterator[Problem]:
        """The problems that a rule finds. `parts` are all that it looks at beside the program."""
        mark = _digest((rule.encode(), self._program, *parts))
        found = () if mark in self._before else tuple(find())
        if not found:
            self._right.add(mark)
        yield from found

    def keep(self) -> None:
        """Remember what this check found right. Nothing is said where the disk takes no file: then the next
        check looks at everything."""
        if self._right == self._before:
            return
        new = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(sorted(self._right), indent=0), "utf-8", newline="\n")
            new.replace(self._file)

    @cached_property
    def _before(self) -> frozenset[str]:
        """What the last check found right; nothing where there was none, or its file is damaged."""
        try:
            marks = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return frozenset()
        is_whole = isinstance(marks, list) and all(isinstance(mark, str) for mark in marks)
        return frozenset(marks) if is_whole else frozenset()

    @cached_property
    def _program(self) -> bytes:
        """Every file of the program, and the libraries that a rule about texts asks."""
        home = HERE.find("hooks/amparo")
        files = [file for file in sorted(home.rglob("*")) if _is_source(file)]
        names = (str(file.relative_to(home)).encode() for file in files)
        contents = (file.read_bytes() for file in files)
        return _digest((sys.version.encode(), babel.__version__.encode(), *names, *contents)).encode()


def _is_source(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts


def _digest(parts: Iterable[bytes]) -> str:
    """One hash of several texts; each counts with its length, so that none can pass into the next."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
