"""Who helps where and with what, as names inside one file that lead to short records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from amparo.model.organisation import Organisation
from amparo.model.vocabulary import Term
from amparo.pages.parts import contact, national, pocket_dangers
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.national import LineView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


SHORTEST = 3
"""Letters of an id that lead to a record at least."""


def beginnings(ids: Sequence[str]) -> dict[str, str]:
    """By id, the shortest beginning that no other id has. Whole ids in a thousand links made the Arabic file
    too large."""
    return {id: _beginning(id, ids) for id in ids}


def _beginning(id: str, ids: Sequence[str]) -> str:
    others = [other for other in ids if other != id]
    for length in range(SHORTEST, len(id)):
        if not any(other.startswith(id[:length]) for other in others):
            return id[:length]
    return id


def place_of(context: Context, id: str) -> str:
    """Where an organisation stands inside the file, after `o-`."""
    return context.site.pocket_places[id]


class Name(NamedTuple):
    """An organisation as a link inside the file, by its short name where it has one. Its language is marked
    once, where it stands in full: marks on every link made the Arabic file too large."""

    name: str
    """Its short name, else its name."""

    place: str
    """Where it stands."""


class Country(NamedTuple):
    """A country with its own helpers."""

    name: Said
    """Its name."""

    code: str
    """Its code in small letters."""

    own: list[Name]
    """Who helps there in particular."""

    numbers: list[LineView]
    """The country's own telephone lines that come first."""

    rules: list[DangerView]
    """Laws that touch everybody there, and lists that name many of our bodies."""


@dataclass(frozen=True)
class Region:
    """A region: who helps all of it, then its countries. Countries stand under their home only."""

    code: str
    """Its code."""

    name: Said
    """Its name."""

    all: list[Name]
    """Who helps in all of it."""

    countries: list[Country]
    """Its countries from A to Z."""


class Service(NamedTuple):
    """A kind of help."""

    said: Said
    """Its name."""

    code: str
    """Its code."""

    plain: Said | None
    """The same in plain words."""

    found: list[Name]
    """Who gives it worldwide."""


def regions(context: Context, once: frozenset[str]) -> list[Region]:
    """All regions, in their order. `once` are the lists that are told with their country."""
    return [_region(context, region, once) for region in context.library.vocabulary("region").in_order]


def services(context: Context) -> list[Service]:
    """All kinds of help, in their order."""
    return [_service(context, service) for service in context.library.vocabulary("service").in_order]


def _region(context: Context, region: Term, once: frozenset[str]) -> Region:
    directory = context.library.directory
    homes = [place.code for place in directory.places_in(region.code) if place.regions[0] == region.code]
    countries = [_country(context, code, once) for code in homes]
    return Region(
        code=region.code,
        name=context.voice.term("region", region),
        all=names(context, directory.in_region(region.code)),
        countries=sorted(countries, key=lambda country: context.voice.ordering.key(country.name)),
    )


def _country(context: Context, code: str, once: frozenset[str]) -> Country:
    library = context.library
    return Country(
        name=contact.place(context, code),
        code=code.lower(),
        own=names(context, library.directory.in_country(code)),
        numbers=national.views(context, code, library.national.first(code)),
        rules=pocket_dangers.of_country(context, code, once),
    )


def _service(context: Context, service: Term) -> Service:
    found = [o for o in context.library.directory.offering(service.code) if o.serves.worldwide]
    label, plain = context.voice.term("service", service), context.voice.term("service", service, "plain")
    return Service(label, service.code, plain, names(context, found))


def names(context: Context, found: Iterable[Organisation]) -> list[Name]:
    """Organisations in the order of lists."""
    return [to_name(context, o) for o in context.library.order.in_order(found, context.language)]


def to_name(context: Context, o: Organisation) -> Name:
    """One organisation as a link."""
    return Name(o.acronym or str(contact.name(context.voice, o)), place_of(context, o.id))
