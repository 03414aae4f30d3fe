"""In which order: who comes first in every list of organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from amparo.library.directory import Directory, Found
from amparo.library.records import Records
from amparo.library.trust import Trust
from amparo.model.organisation import Organisation

BeforeNearness = tuple[bool, bool, int, bool]
"""What counts more than nearness: no contact, not confirmed, urgency, another language. Smaller comes
first."""

NO_SERVICE = 9
"""Urgency of a body whose services are not known: after all that have one."""


class Order:
    """The order of lists. Nothing is dropped by it, and nobody is named twice."""

    def __init__(self, records: Records, directory: Directory, trust: Trust) -> None:
        """`records` has the urgency of services, `directory` who answers in a language, `trust` how old a
        fact is."""
        self._records, self._directory, self._trust = records, directory, trust
        self._ranks: dict[str, dict[str, tuple[BeforeNearness, int]]] = {}
        self._worldwide: dict[str, Found] = {}
        self._reachable: dict[str, Found] = {}

    def in_order(
        self,
        organisations: Iterable[Organisation],
        language: str,
        near: Callable[[Organisation], int] | None = None,
    ) -> list[Organisation]:
        """The order of every list: those that can be reached and are confirmed first, then by urgency,
        language of the page, nearness, freshness and name. Nothing is dropped."""
        ranks = self._ranks_in(language)
        if near is None:
            return sorted(organisations, key=lambda o: ranks[o.id][1])
        return sorted(organisations, key=lambda o: (ranks[o.id][0], near(o), ranks[o.id][1]))

    def worldwide_in_order(self, language: str) -> Found:
        """Who helps in any country, in the order of lists: asked for on every sheet, sorted once."""
        if language not in self._worldwide:
            self._worldwide[language] = tuple(self.in_order(self._directory.worldwide, language))
        return self._worldwide[language]

    def reachable_in_order(self, language: str) -> Found:
        """Listed organisations that can be reached and are confirmed, in the order of lists, sorted once."""
        if language not in self._reachable:
            found = (o for o in self._directory.listed if o.contacts and o.is_confirmed)
            self._reachable[language] = tuple(self.in_order(found, language))
        return self._reachable[language]

    def _ranks_in(self, language: str) -> dict[str, tuple[BeforeNearness, int]]:
        """What `in_order` sorts by, once a language: the part before nearness, and the place among all when
        it does not count. Whole numbers, because lists are sorted thousands of times."""
        if language not in self._ranks:
            services = self._urgency_of_services()
            answers = {o.id for o in self._directory.answering_in(language)}
            before: dict[str, BeforeNearness] = {}
            after: dict[str, tuple[int, str]] = {}
            for o in self._records.organisations.values():
                urgency = self._urgency(o, services)
                before[o.id] = (not o.contacts, not o.is_confirmed, urgency, o.id not in answers)
                after[o.id] = (self._trust.age(o.checked.date), o.name(language)[0].casefold())
            ordered = sorted(before, key=lambda id: (*before[id], *after[id]))
            self._ranks[language] = {id: (before[id], place) for place, id in enumerate(ordered)}
        return self._ranks[language]

    def _urgency(self, organisation: Organisation, services: dict[str, int]) -> int:
        """0 for who has an emergency line, else the urgency of the most urgent service."""
        if any(self._trust.is_safe_in_emergency(organisation, contact) for contact in organisation.contacts):
            return 0
        return min((services[code] for code in organisation.services), default=NO_SERVICE)

    def _urgency_of_services(self) -> dict[str, int]:
        urgency = {term.code: term.order or 0 for term in self._records.vocabulary("urgency").terms}
        terms = self._records.vocabulary("service").terms
        return {term.code: urgency[term.urgency] for term in terms if term.urgency}
