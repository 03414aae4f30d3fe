"""Names of files: addresses come from them, so they must be good on every system and disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Document, Problem

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that no file on Windows can have, whatever their ending."""

TAKEN = frozenset({"index", "all", "search", "assets"})
"""Names of pages and folders that are ours."""

MOST_PATH = 120
"""Longest path of a page below the site: systems stop at 255, and copies lie in deep folders."""

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No record has a name that is ours, or that a system cannot write."""
    for name, document in loaded.documents.items():
        stem = PurePosixPath(name).stem
        if stem in RESERVED:
            yield document.problem(
                ("id",), f"`{stem}`: no file on Windows can have this name", f"{stem}-1, as id and as file"
            )
        elif stem in TAKEN and "/vocabulary/" not in name:
            yield document.problem(
                ("id",), f"`{stem}` is the name of a page of our own", f"{stem}-1, as id and as file"
            )


def check_pages(project: Project) -> Iterator[Problem]:
    """Hand-written pages have names of small letters, digits and hyphens."""
    for path, file in project.pages().items():
        parts = path.split("/")
        wrong = [part for part in parts if not _PART.fullmatch(part)]
        taken = [part for part in parts if part in RESERVED]
        document = Document(project.name_of(file))
        stem, dot, ending = parts[-1].rpartition(".")
        if dot and re.fullmatch(r"[a-z]{2,3}", ending):
            yield document.problem(
                (),
                f"a page in `{ending}`: pages are translated line by line",
                f"delete it, and translate {stem}.md in data/translations/{ending}/pages.po",
            )
        elif wrong or taken:
            why = "no file on Windows can have this name" if taken else "a name that is no good address"
            yield document.problem((), f"`{(wrong or taken)[0]}`: {why}", f"rename it to {_good(path)}.md")
        elif len(path) > MOST_PATH:
            yield document.problem((), f"a path of {len(path)} signs", f"at most {MOST_PATH}")


def _good(path: str) -> str:
    """A path as it could be."""
    parts = ("-".join(re.findall(r"[a-z0-9]+", part.lower())) or "page" for part in path.split("/"))
    return "/".join(f"{part}-1" if part in RESERVED else part for part in parts)
