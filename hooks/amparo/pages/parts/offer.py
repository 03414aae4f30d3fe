"""What an organisation gives, under which conditions; and the way to another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.offer import Amounts, Offer, Span
from amparo.model.organisation import Organisation
from amparo.pages.parts import contact
from amparo.pages.parts.span import SpanView
from amparo.text.voice import Said, Voice

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class BodyLink:
    """A way to another body."""

    name: Said
    """Its name."""

    href: str
    """The way to its page."""

    summary: Said
    """What it gives, in one line."""


@dataclass(frozen=True)
class AmountsView:
    """Money in words."""

    min: str | None
    """The least."""

    max: str | None
    """The most."""

    as_of: str | None
    """When that was said."""

    about: bool
    """True when that day is only about right."""

    note: Said | None
    """What to know about it."""


@dataclass(frozen=True)
class OfferView:
    """The conditions of one service."""

    service: Said
    """The service."""

    covers: list[Said]
    """What it pays for or includes."""

    not_covered: list[Said]
    """What it does not pay for."""

    amounts: AmountsView | None
    """How much."""

    duration: SpanView | None
    """How long."""


def link(context: Context, o: Organisation) -> BodyLink:
    """Name, address and one line of another organisation."""
    return BodyLink(
        contact.name(context.voice, o),
        context.url("organisation", o.id),
        context.voice.translate(f"organisations/{o.id}#summary", o.summary),
    )


def span(context: Context, where: str, span: Span | None) -> SpanView | None:
    """A length of time: both ends, the unit's word, and the note."""
    if span is None:
        return None
    unit = context.voice.term("time-unit", context.library.term("time-unit", span.unit))
    return SpanView(span.min, span.max, unit, context.voice.translate(f"{where}.note", span.note))


def offer(context: Context, here: str, found: Offer) -> OfferView:
    """The conditions of one service."""
    voice, where = context.voice, f"{here}offers.{found.service}"
    return OfferView(
        service=voice.term("service", context.library.term("service", found.service)),
        covers=[voice.translate(f"{where}.covers", text) for text in found.covers],
        not_covered=[voice.translate(f"{where}.not_covered", text) for text in found.not_covered],
        amounts=_amounts(voice, where, found.amounts),
        duration=span(context, f"{where}.duration", found.duration),
    )


def _amounts(voice: Voice, where: str, amounts: Amounts | None) -> AmountsView | None:
    """Money in words."""
    if amounts is None:
        return None
    least = None if amounts.min is None else voice.money(amounts.min, amounts.currency)
    most = None if amounts.max is None else voice.money(amounts.max, amounts.currency)
    note = voice.translate(f"{where}.amounts.note", amounts.note)
    return AmountsView(least, most, voice.when(amounts.as_of), amounts.about, note)
