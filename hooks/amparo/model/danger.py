"""Which lists, laws and practices reach a body, and which addresses may be neither linked nor kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from amparo.model.designation import Designation, NamedBody
from amparo.model.host import Hosts


class Body(Protocol):
    """What is asked of an organisation or a mechanism."""

    @property
    def id(self) -> str:
        """Name of the record."""

    @property
    def part_of(self) -> tuple[str, ...]:
        """Records that it is a part of."""


@dataclass(frozen=True)
class Danger:
    """One list, law or practice, as far as it touches one body."""

    designation: Designation
    """The list, law or practice."""

    named: NamedBody | None
    """What it says about the body; None when only a body that it is a part of is named."""

    through: str | None
    """Record of the named body that it belongs to or works with; None when the body itself is named."""

    @property
    def warning(self) -> tuple[str, str]:
        """Translation path below `designations/<id>#`, and English text."""
        if self.named is None and self.designation.warning_through:
            return "warning_through", self.designation.warning_through
        return self.designation.warning_for(self.named)

    @property
    def instead(self) -> tuple[str, str | None]:
        """Translation path and text of what to do instead; the text is None where nothing better is known."""
        return self.designation.instead_for(self.named)

    @property
    def how_safe(self) -> str:
        """How it is known: a code of `how-safe`."""
        return (self.named and self.named.how_safe) or self.designation.how_safe

    @property
    def forbids_address(self) -> bool:
        """Whether the body's own addresses may be neither linked nor kept."""
        return self.named is not None and self.designation.forbids_address(self.named)


class Dangers:
    """All designations, asked by body, by country and by address."""

    def __init__(self, designations: Iterable[Designation], bodies: Iterable[Body]) -> None:
        """`bodies` are all organisations and mechanisms."""
        self.designations = tuple(sorted(designations, key=_most_dangerous_first))
        self._parents: dict[str, tuple[str, ...]] = {}
        for body in bodies:
            self._parents[body.id] = (*self._parents.get(body.id, ()), *body.part_of)

    def about(self, id: str) -> tuple[Danger, ...]:
        """What touches a record, the most dangerous first: what names it, or what it is a part of."""
        found = (self._reach(designation, id) for designation in self.designations)
        return tuple(danger for danger in found if danger)

    def about_in(self, id: str, country: str) -> tuple[Danger, ...]:
        """What touches a record for somebody in a country, or from it where the law follows its nationals."""
        return tuple(danger for danger in self.about(id) if country in danger.designation.countries)

    def rules_in(self, country: str) -> tuple[Designation, ...]:
        """What touches everybody in a country, the most dangerous first."""
        return tuple(one for one in self.designations if one.names_everybody and country in one.countries)

    def lines_to_ask(self, text: str) -> list[str]:
        """The lines of a long text of which `forbids` must be asked; all others name no host at all."""
        return self._forbidden.lines_to_ask(text)

    def forbids(self, text: str) -> str | None:
        """The host in a text, an address or a number's source that may be neither linked nor kept; None where
        there is none."""
        return self._forbidden.found_in(text)

    @cached_property
    def forbidden_hosts(self) -> frozenset[str]:
        """All such hosts; their sub-domains count."""
        return frozenset().union(*(one.forbidden_hosts for one in self.designations))

    @cached_property
    def _forbidden(self) -> Hosts:
        return Hosts(self.forbidden_hosts)

    def parents(self, id: str) -> tuple[str, ...]:
        """Records that a record is a part of, and theirs, the nearest first."""
        found: list[str] = []
        queue = list(self._parents.get(id, ()))
        while queue:
            parent = queue.pop(0)
            if parent not in found and parent != id:
                found.append(parent)
                queue.extend(self._parents.get(parent, ()))
        return tuple(found)

    def _reach(self, designation: Designation, id: str) -> Danger | None:
        by_record: Mapping[str, NamedBody] = designation.by_record
        if id in by_record:
            return Danger(designation, by_record[id], by_record[id].through)
        parent = next((one for one in self.parents(id) if one in by_record), None)
        return Danger(designation, None, parent) if parent else None


_ORDER = ("keeping", "sharing", "contact", "help", "money")


def _most_dangerous_first(designation: Designation) -> tuple[bool, bool, int, str]:
    """Certain ones before bills; then where the address is the offence; then by what is punished."""
    punished = [_ORDER.index(code) for code in designation.punishes if code in _ORDER]
    return (
        not designation.is_certain,
        not designation.address_is_offence,
        min(punished, default=len(_ORDER)),
        designation.id,
    )
