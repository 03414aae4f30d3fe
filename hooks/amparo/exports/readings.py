"""The readings of the workshop as RIS, which programs for references take in."""

from __future__ import annotations

from collections.abc import Iterable

from amparo.model.curriculum.guidance import Reading


def readings(found: Iterable[Reading]) -> str:
    """An entry for each publication; an address only where it may be linked."""
    return "".join(_entry(one) for one in found)


def _entry(one: Reading) -> str:
    fields = [("TY", "GEN"), ("ID", one.id), ("TI", one.title)]
    fields += [("AU", one.author)] if one.author else []
    fields += [("PY", str(one.year))] if one.year else []
    fields += [("UR", one.url)] if one.url and one.link else []
    return "".join(f"{tag}  - {value}\r\n" for tag, value in [*fields, ("ER", "")])
