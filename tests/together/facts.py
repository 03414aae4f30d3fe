"""Solidarity and news as editors wrote them, read without the program."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.conftest import ROOT
from tests.site.facts import read


@cache
def records(folder: str) -> dict[str, dict[str, Any]]:
    """All records of a folder by id."""
    return {file.stem: read(file) for file in sorted((ROOT / f"data/{folder}").glob("*.yml"))}


def mark(id: str) -> str:
    """The id of a piece of news on the page of its year."""
    return f"n{id[4:]}"
