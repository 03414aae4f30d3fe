"""Who is there: organisations by kind of help, group, language, place and region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from amparo.library.records import Records
from amparo.model.organisation import Organisation
from amparo.model.place import Place

Found = tuple[Organisation, ...]
"""Organisations in the order of their files; `order` puts them in the order of use."""


class Directory:
    """Organisations and places, found by what they are and where."""

    def __init__(self, records: Records) -> None:
        """`records` holds the organisations, the places and the vocabularies."""
        self._records = records

    @cached_property
    def listed(self) -> Found:
        """The organisations that may stand in lists of whom to contact."""
        return tuple(o for o in self._records.organisations.values() if o.is_listed)

    @cached_property
    def signposts(self) -> Found:
        """Closed, merged, renamed, paused and unknown bodies: pages that point elsewhere, never in lists."""
        return tuple(o for o in self._records.organisations.values() if not o.is_listed)

    @cached_property
    def worldwide(self) -> Found:
        """Listed organisations that help in any country."""
        return tuple(o for o in self.listed if o.serves.worldwide)

    def offering(self, service: str) -> Found:
        """Listed organisations that give a service."""
        return self._by_service.get(service, ())

    def for_group(self, group: str) -> Found:
        """Listed organisations that name a group as theirs."""
        return self._by_group.get(group, ())

    def answering_in(self, language: str) -> Found:
        """Listed organisations that answer in a language, on any of their lines."""
        return self._by_language.get(language, ())

    def languages_answered(self) -> tuple[str, ...]:
        """All languages in which somebody answers, as codes in alphabetical order."""
        return tuple(sorted(self._by_language))

    def in_country(self, country: str) -> Found:
        """Listed organisations that name a country as theirs."""
        return self._by_country.get(country, ())

    def in_region(self, region: str) -> Found:
        """Listed organisations that name a region as theirs."""
        return self._by_region.get(region, ())

    def near(self, region: str) -> Found:
        """Listed organisations that name a region, or a country in it, as theirs."""
        return tuple(self._near[region].values())

    def offering_near(self, service: str, region: str) -> Found:
        """Listed organisations that give a service to somebody in a region: its own, and those that help
        anywhere."""
        return self._offering_near[service, region]

    def serving(self, country: str) -> Found:
        """Every listed organisation that can help in a country: national, regional and worldwide."""
        found = {o.id: o for o in self.in_country(country)}
        for region in self._records.places[country].regions:
            found.update((o.id, o) for o in self.in_region(region))
        found.update((o.id, o) for o in self.worldwide)
        return tuple(o for o in found.values() if country not in o.serves.except_in)

    def signposts_in(self, country: str) -> Found:
        """Bodies of a country that may no longer work."""
        return tuple(sorted((o for o in self.signposts if country in o.serves.countries), key=lambda o: o.id))

    def successor_of(self, organisation: Organisation) -> Organisation | None:
        """Where to go instead."""
        return self._records.organisations.get(organisation.successor) if organisation.successor else None

    def places_in(self, region: str) -> tuple[Place, ...]:
        """Countries and territories of a region."""
        return self._places_by_region.get(region, ())

    @cached_property
    def _by_service(self) -> dict[str, Found]:
        return self._by(lambda o: o.services)

    @cached_property
    def _by_group(self) -> dict[str, Found]:
        return self._by(lambda o: o.for_groups)

    @cached_property
    def _by_language(self) -> dict[str, Found]:
        return self._by(
            lambda o: dict.fromkeys([*o.languages, *(code for c in o.contacts for code in c.languages)])
        )

    @cached_property
    def _by_country(self) -> dict[str, Found]:
        return self._by(lambda o: o.serves.countries)

    @cached_property
    def _by_region(self) -> dict[str, Found]:
        return self._by(lambda o: o.serves.regions)

    def _by(self, codes: Callable[[Organisation], Iterable[str]]) -> dict[str, Found]:
        """Listed organisations by codes that they have."""
        found: dict[str, list[Organisation]] = defaultdict(list)
        for organisation in self.listed:
            for code in codes(organisation):
                found[code].append(organisation)
        return {code: tuple(group) for code, group in found.items()}

    @cached_property
    def _near(self) -> dict[str, dict[str, Organisation]]:
        found: dict[str, dict[str, Organisation]] = {}
        for term in self._records.vocabulary("region").terms:
            found[term.code] = {o.id: o for o in self.in_region(term.code)}
            for place in self.places_in(term.code):
                found[term.code].update((o.id, o) for o in self.in_country(place.code))
        return found

    @cached_property
    def _offering_near(self) -> dict[tuple[str, str], Found]:
        return {
            (term.code, region): tuple(
                o for o in self.offering(term.code) if o.serves.worldwide or o.id in near
            )
            for term in self._records.vocabulary("service").terms
            for region, near in self._near.items()
        }

    @cached_property
    def _places_by_region(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self._records.places.values():
            for region in place.regions:
                found[region].append(place)
        return {code: tuple(group) for code, group in found.items()}


def _languages_of(organisation: Organisation) -> Iterable[str]:
    """Languages in which it answers on any of its lines, each once."""
    of_lines = (code for contact in organisation.contacts for code in contact.languages)
    return dict.fromkeys((*organisation.languages, *of_lines))
