"""The texts of a record that readers see, each with the path that names it in translations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from amparo.model.base import Prose, Record, marks_of

_NAMED_BY = ("id", "service", "code", "record")
"""Fields whose value names a part of a list in the contexts of translations; the first that is set counts."""


def prose_of(record: Record, path: str = "") -> Iterator[tuple[str, str]]:
    """Every prose field of a record as (path, text).

    Lists have no positions in their paths, so that a new entry does not make all later ones look changed;
    parts with an `id`, `service`, `code` or `record` are named by it."""
    prose = _prose_fields(type(record))
    for name in type(record).model_fields:
        value = getattr(record, name)
        here = f"{path}.{name}" if path else name
        if isinstance(value, Record):
            yield from prose_of(value, here)
        elif isinstance(value, list | tuple):
            for part in value:
                if isinstance(part, Record):
                    key = next((named for k in _NAMED_BY if (named := getattr(part, k, None))), "")
                    yield from prose_of(part, f"{here}.{key}" if key else here)
                elif name in prose:
                    yield here, part
        elif isinstance(value, str) and name in prose:
            yield here, value


@cache
def _prose_fields(model: type[Record]) -> frozenset[str]:
    """The fields of a model that are prose, or lists of prose."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if any(isinstance(mark, Prose) for mark in marks_of(info))
    )
