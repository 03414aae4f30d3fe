"""Warnings that stand before a contact, a list or money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.library import Body
from amparo.model.danger import Danger
from amparo.model.designation import Designation
from amparo.pages.parts import contact
from amparo.pages.parts.links import Link
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


UNSURE = ("one-source", "by-inference", "not-confirmed")
"""Codes of `how-safe` that the reader is told in words."""


@dataclass(frozen=True)
class DangerView:
    """One warning."""

    id: str
    """Id of the list or law: what checks know it by."""

    where: str | None
    """Countries in which it holds, in words; None where the page is about one of them."""

    text: Said
    """What the reader must know."""

    instead: Said | None
    """What to do instead."""

    how_safe: Said | None
    """How it is known, where it is less than certain."""


def of_body(context: Context, body: Body, country: str | None = None) -> list[DangerView]:
    """What must be read before a body's contacts, for somebody in a country; without a country,
    everywhere."""
    return [_of(context, reach, country) for reach in context.library.danger.of_in(body, country)]


def punished(context: Context, country: str) -> frozenset[str]:
    """What the lists and laws of a country punish, whomever of ours they name."""
    found = context.library.danger
    named = (reach.designation for o in found.risky_names_in(country) for reach in found.of_in(o, country))
    return frozenset(what for designation in named for what in designation.punishes)


def of_any(context: Context, body: Body, countries: Iterable[str]) -> list[DangerView]:
    """The same for a page about several countries."""
    return [_of(context, reach, None) for reach in context.library.danger.of_any_in(body, countries)]


@dataclass(frozen=True)
class ListView:
    """A list or law of a country that names bodies of ours."""

    danger: DangerView
    """What it means."""

    title: Said
    """What it is called."""

    names: list[Link]
    """Whom it names, and the ways to their pages."""


def lists_of(context: Context, country: str) -> list[ListView]:
    """Every list or law of a country that names somebody who may be contacted, with the names."""
    found: dict[str, tuple[Designation, list[Link]]] = {}
    for o in context.library.danger.risky_names_in(country):
        for reach in context.library.danger.of_in(o, country):
            link = Link(contact.name(context.voice, o), context.url("organisation", o.id))
            found.setdefault(reach.designation.id, (reach.designation, []))[1].append(link)
    return [
        ListView(
            danger=_view(context, d, "warning", d.warning, "instead", d.instead, d.how_safe, country),
            title=context.voice.translate(f"designations/{d.id}#title", d.title),
            names=names,
        )
        for d, names in found.values()
    ]


def of_country(context: Context, country: str) -> list[DangerView]:
    """Rules that touch everybody in a country."""
    return rules(context, context.library.danger.rules_in(country))


def rules(context: Context, found: Iterable[Designation]) -> list[DangerView]:
    """Rules as their country's page shows them."""
    return [
        _view(context, d, "warning", d.warning, "instead", d.instead, d.how_safe, d.country) for d in found
    ]


def _of(context: Context, reach: Danger, country: str | None) -> DangerView:
    path, text = reach.warning
    path_instead, instead = reach.instead
    return _view(context, reach.designation, path, text, path_instead, instead, reach.how_safe, country)


def _view(
    context: Context,
    designation: Designation,
    path: str,
    text: str,
    path_instead: str,
    instead: str | None,
    how_safe: str,
    country: str | None,
) -> DangerView:
    library, voice = context.library, context.voice
    here = f"designations/{designation.id}#"
    names = [contact.place(context, code) for code in designation.countries]
    unsure = library.term("how-safe", how_safe) if how_safe in UNSURE else None
    return DangerView(
        id=designation.id,
        where=None if country else voice.together(names),
        text=voice.translate(here + path, text),
        instead=voice.translate(here + path_instead, instead),
        how_safe=voice.term("how-safe", unsure, "plain") if unsure else None,
    )
