"""Where facts were seen, as readers are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.citation import BodyCitation
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class SeenView:
    """Where and when something was seen."""

    id: str
    """Id of the source in its record."""

    title: str | None
    """Title of what was read."""

    publisher: str | None
    """Who published it."""

    host: str | None
    """Host of the address, where it may be named; None in files for hosts that are an offence to keep."""

    cite: str | None
    """Name of the source where it has no address to show."""

    is_memory: bool
    """True when no source was read."""

    when: str | None
    """Its date in words."""


@dataclass(frozen=True)
class SourceView:
    """A source at the foot of a record page."""

    seen: SeenView
    """Where and when it was seen."""

    url: str | None
    """Its address, where it may be linked."""

    supports: str
    """What it supports, for editors' eyes as much as readers'."""

    kind: Said
    """What sort of source it is."""


def seen(context: Context, source: BodyCitation) -> SeenView:
    """Where and when something was seen."""
    is_hidden = context.is_file and context.library.danger.hides_source(source)
    return SeenView(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        host=None if is_hidden else source.shown_host or None,
        cite=source.cite,
        is_memory=source.kind == "memory",
        when=context.voice.when(source.date),
    )


def sources(context: Context, found: Iterable[BodyCitation]) -> list[SourceView]:
    """Sources as the foot of a record page lists them."""
    library, voice = context.library, context.voice
    return [
        SourceView(
            seen=seen(context, s),
            url=s.url if s.link and not library.danger.hides_source(s) else None,
            supports="; ".join(s.supports),
            kind=voice.term("source-kind", library.term("source-kind", s.kind)),
        )
        for s in found
    ]
