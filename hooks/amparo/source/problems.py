"""A problem in a data file, told so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what would be right."""

    file: str
    """Path below the project's root, with forward slashes."""

    line: int
    """Line, counted from 1."""

    column: int
    """Column, counted from 1."""

    field: str
    """Path of the field in the editor's own spelling, e.g. `contacts[2].value`; empty for the file as a
    whole."""

    found: str
    """What stands there now, in words or as written."""

    right: str
    """What would be right, ready to paste where that is possible."""

    level: str = "error"
    """`error` stops the build; `warning` is printed and the build goes on."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        field = f" {self.field}:" if self.field else ""
        return f"{where}: {self.level}:{field} {self.found}\n    right: {self.right}"


class Problems:
    """All problems of one reading, in the order of files and lines."""

    def __init__(self) -> None:
        self._all: list[Problem] = []

    def add(self, problem: Problem) -> None:
        """Remember one problem."""
        self._all.append(problem)

    def extend(self, problems: Iterator[Problem]) -> None:
        """Remember all problems that a check yields."""
        self._all.extend(problems)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def all(self) -> list[Problem]:
        """Every problem once, sorted by file, line and column."""
        return sorted(set(self._all))

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.all if problem.level == "error"]

    @property
    def warnings(self) -> list[Problem]:
        """The problems that are printed while the build goes on."""
        return [problem for problem in self.all if problem.level == "warning"]


class Stop(Exception):
    """The data have errors: nothing may be built from them. Carries the `Problems`."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{len(problems.errors)} errors in the data")
        self.problems = problems
