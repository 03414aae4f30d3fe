"""Names that somebody may hear in a country, of bodies that may no longer work."""

from __future__ import annotations

from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.parts import contact, danger
from amparo.pages.parts.danger import DangerView
from amparo.text.voice import Said


class SignpostView(NamedTuple):
    """A name that somebody may hear."""

    name: Said
    """The name."""

    href: str
    """The way to its page."""

    dangers: list[DangerView]
    """What must be read before it."""


def views(context: Context, country: str) -> list[SignpostView]:
    """Names of a country that may no longer work, those with a warning first."""
    found = [
        SignpostView(
            contact.name(context.voice, o),
            context.url("organisation", o.id),
            danger.of_body(context, o, country),
        )
        for o in context.library.directory.signposts_in(country)
    ]
    return sorted(found, key=lambda one: not one.dangers)
