"""Who helps where and with what, as names inside one file that lead to short records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from amparo.model.organisation import Organisation
from amparo.model.vocabulary import Term
from amparo.pages.parts import contact
from amparo.text.ordering import fold
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


class Name(NamedTuple):
    """An organisation as a link inside the file. Its language is marked once, where it stands in full: marks
    on every link made the Arabic file too large."""

    name: str
    """Its name."""

    id: str
    """Where it stands."""


class Country(NamedTuple):
    """A country with its own helpers."""

    name: Said
    """Its name."""

    code: str
    """Its code in small letters."""

    own: list[Name]
    """Who helps there in particular."""


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


def regions(context: Context) -> list[Region]:
    """All regions, in their order."""
    return [_region(context, region) for region in context.library.vocabulary("region").in_order]


def services(context: Context) -> list[Service]:
    """All kinds of help, in their order."""
    return [_service(context, service) for service in context.library.vocabulary("service").in_order]


def _region(context: Context, region: Term) -> Region:
    directory = context.library.directory
    homes = [place.code for place in directory.places_in(region.code) if place.regions[0] == region.code]
    countries = [
        Country(contact.place(context, code), code.lower(), _names(context, directory.in_country(code)))
        for code in homes
    ]
    return Region(
        code=region.code,
        name=context.voice.term("region", region),
        all=_names(context, directory.in_region(region.code)),
        countries=sorted(countries, key=lambda country: fold(country.name)),
    )


def _service(context: Context, service: Term) -> Service:
    found = [o for o in context.library.directory.offering(service.code) if o.serves.worldwide]
    label, plain = context.voice.term("service", service), context.voice.term("service", service, "plain")
    return Service(label, service.code, plain, _names(context, found))


def _names(context: Context, found: Iterable[Organisation]) -> list[Name]:
    """Organisations in the order of lists."""
    library, voice = context.library, context.voice
    return [Name(str(contact.name(voice, o)), o.id) for o in library.order.in_order(found, voice.language)]
