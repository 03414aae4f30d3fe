"""Everybody who may be contacted, by where they help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact
from amparo.pages.parts.links import Link
from amparo.text.voice import Said


@dataclass(frozen=True)
class View:
    """What `emergency/organisations.html` says."""

    blocks: list[tuple[Said | None, str, list[Link]]]
    """A region (None: worldwide), the way to its list, and its organisations."""

    count: int
    """All organisations that may be contacted."""


def view(context: Context) -> View:
    """Those who help worldwide, then region by region."""
    library, voice = context.library, context.voice

    def links(found: Iterable[Organisation]) -> list[Link]:
        return [
            Link(contact.name(voice, o), context.url("organisation", o.id))
            for o in library.order.in_order(found, voice.language)
        ]

    blocks: list[tuple[Said | None, str, list[Link]]] = [
        (None, context.url("service", "hotline-24h"), links(library.directory.worldwide))
    ]
    for term in library.vocabulary("region").in_order:
        label = voice.term("region", term)
        blocks.append((label, context.url("region", term.code), links(library.directory.near(term.code))))
    return View(blocks, len(library.directory.listed))


KIND = Kind("organisations", "emergency/organisations", view, "emergency/organisations/index.html")
