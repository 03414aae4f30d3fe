"""What may stand on paper: who is named on a list that people carry away, and with which contact."""

from __future__ import annotations

from collections.abc import Iterable

from amparo.library.danger import Danger
from amparo.library.directory import Directory
from amparo.library.order import Order
from amparo.library.trust import Trust
from amparo.model.contact import Contact
from amparo.model.curriculum.handout import Block
from amparo.model.organisation import Organisation

ON_PAPER = ("phone", "email", "web-form", "web")
"""Kinds of contact that stand on printed lists, the most useful first."""

SOURCE = "en"
"""The language by which printed lists are ordered, so that a list names the same helpers in every
language."""

Entry = tuple[Organisation, Contact]
"""Who stands on a printed list, and the contact beside the name."""


class OnPaper:
    """Printed lists, made from today's records."""

    def __init__(self, directory: Directory, trust: Trust, danger: Danger, order: Order) -> None:
        """`directory` knows who is there, `trust` and `danger` who may be printed, `order` who comes
        first."""
        self._directory, self._trust, self._danger, self._order = directory, trust, danger, order
        self._lists: dict[tuple[Block, str | None, str | None], list[Entry]] = {}

    def contact(
        self, organisation: Organisation, region: str | None = None, country: str | None = None
    ) -> Contact | None:
        """The contact to print beside a name on a list that people carry away: an urgent line only when it
        may stand on an emergency page, else the first that somebody answers. None where a warning must stand
        before it in the place that the list is for, where the record is not confirmed or undated, or where
        sources differ."""
        if self._is_dangerous(organisation, region, country):
            return None
        if not organisation.is_confirmed or not organisation.is_listed:
            return None
        usable = [contact for contact in organisation.contacts if self._may_be_printed(organisation, contact)]
        usable.sort(
            key=lambda c: (not c.is_urgent, c.purpose in ("information", "office"), ON_PAPER.index(c.kind))
        )
        return usable[0] if usable else None

    def _is_dangerous(self, organisation: Organisation, region: str | None, country: str | None) -> bool:
        """Whether holding the sheet could hurt somebody: where an address is an offence to keep, the body is
        on no sheet."""
        if self._danger.hides_all(organisation):
            return True
        if country:
            return bool(self._danger.of_in(organisation, country))
        if region:
            places = (place.code for place in self._directory.places_in(region))
            return bool(self._danger.of_any_in(organisation, places))
        return bool(self._danger.of(organisation))

    def of(self, block: Block, region: str | None = None, country: str | None = None) -> list[Entry]:
        """Who stands in a part of a printed list, and with which contact: those of the country or region
        first, then those that help anywhere. Without region and country: only the latter."""
        key = (block, region, country)
        if key not in self._lists:
            self._lists[key] = self._list(block, region, country)
        return self._lists[key]

    def _may_be_printed(self, organisation: Organisation, contact: Contact) -> bool:
        """Whether it needs no word of warning, and its source is dated and not contradicted."""
        source = organisation.sources_by_id[contact.source]
        return bool(
            contact.kind in ON_PAPER
            and not contact.warning
            and not self._trust.waits(organisation, contact)
            and not contact.inside_only
            and not contact.answered_by
            and not contact.reached.is_out_of_use
            and not self._danger.hides_contact(organisation, contact)
            and source.kind != "memory"
            and source.date
            and not (contact.verdict and contact.verdict.result == "differs")
            and (not contact.is_urgent or self._trust.is_safe_in_emergency(organisation, contact))
        )

    def _list(self, block: Block, region: str | None, country: str | None) -> list[Entry]:
        near, own = self._around(region, country)
        found = {o.id: o for o in near if _is_of(o, block)}
        ordered = self._order.in_order(found.values(), SOURCE)
        ordered.sort(key=lambda o: (o.id not in own, o.serves.worldwide))
        entries = [
            (o, contact)
            for o in ordered
            if (contact := self.contact(o, region, country)) and (contact.is_urgent or not block.emergency)
        ]
        # Half of a list is near, half helps anywhere, so that no line of help is missing where few are near.
        close = [entry for entry in entries if not entry[0].serves.worldwide]
        far = [entry for entry in entries if entry[0].serves.worldwide]
        half = max(block.most - len(far), (block.most + 1) // 2)
        return (close[:half] + far)[: block.most]

    def _around(self, region: str | None, country: str | None) -> tuple[Iterable[Organisation], set[str]]:
        """Who can help there, and the ids of those who name the place itself as theirs."""
        there = self._directory
        if country:
            return there.serving(country), {o.id for o in there.in_country(country)}
        if region:
            return (*there.near(region), *there.worldwide), {o.id for o in there.in_region(region)}
        return there.worldwide, set()


def _is_of(organisation: Organisation, block: Block) -> bool:
    """Whether a part of a list asks for such a body."""
    return (
        (not block.services or bool(set(block.services) & set(organisation.services)))
        and (not block.kinds or organisation.kind in block.kinds)
        and (not block.groups or bool(set(block.groups) & set(organisation.for_groups)))
    )
