"""Two records are two bodies: the same name twice is one body written down twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No two organisations have the same official name."""
    seen: dict[str, str] = {}
    for id, organisation in loaded.organisations.items():
        for language, name in organisation.names.items():
            other = seen.setdefault(name.casefold(), id)
            if other != id:
                yield loaded.document_of(id).problem(
                    ("names", language),
                    f"`{name}` is also the name of `{other}`",
                    f"one record for one body: put the facts into {other}.yml",
                )
