"""Telephone lines of a country itself: ambulance, women, suicide and others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.national_line import NationalLine
from amparo.pages.parts import contact, rung
from amparo.pages.parts.rung import RungView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class LineView:
    """One number that is dialled inside the country."""

    id: str
    """Its id in the country's file."""

    kind: str
    """Code of `line-kind`."""

    sign: str | None
    """The drawn sign of its kind."""

    label: Said
    """What it is for."""

    name: str | None
    """The line's own name; not translated."""

    name_language: str | None
    """Language of that name; None: not known."""

    number: str
    """As it is printed."""

    dial: str | None
    """What a telephone dials; None where that could not be worked out."""

    free: bool | None
    """Whether the call is free; None: not known."""

    hours: Said | None
    """Hours in words; None: not known."""

    hours_code: str
    """`24/7`, `set` or `unknown`."""

    languages: str | None
    """Languages in which it answers; None: not known."""

    area: Said | None
    """Where it works, when not in the whole country."""

    note: Said | None
    """What the caller must know."""

    hands: str
    """`police`, `state` or `other`: who learns that somebody called."""

    whose: Said | None
    """The State or the police in one word, where they answer; None for others."""

    tells_police: bool
    """True when calls can be handed to the police."""

    agreement: str
    """Code of `corroboration`."""

    seen: str | None
    """Publishers of the sources, in words."""

    rung: RungView | None
    """What came of ringing it; None: nobody has."""

    waits: str | None
    """Since when a change waits to be confirmed, in words; None: nothing waits."""


def views(context: Context, country: str, lines: Iterable[NationalLine]) -> list[LineView]:
    """Lines as sheets show them."""
    return [_view(context, country, line) for line in lines]


def _view(context: Context, country: str, line: NationalLine) -> LineView:
    voice, library = context.voice, context.library
    here = f"lines/{country.lower()}#lines.{line.id}"
    subject = voice.translate(f"{here}.subject", line.subject)
    hands = "police" if "police" in (line.run_by, line.kind) else "state" if line.is_public else "other"
    return LineView(
        id=line.id,
        kind=line.kind,
        sign=library.term("line-kind", line.kind).sign,
        label=subject or voice.term("line-kind", library.term("line-kind", line.kind)),
        name=line.name,
        name_language=line.name_language,
        number=line.number,
        dial=line.dial,
        free=line.free,
        hours="24/7" if line.hours else voice.translate(f"{here}.hours_note", line.hours_note),
        hours_code="24/7" if line.hours else "set" if line.hours_note else "unknown",
        languages=contact.languages(voice, line.languages),
        area=voice.translate(f"{here}.area", line.area),
        note=voice.translate(f"{here}.note", line.note),
        hands=hands,
        whose=None if hands == "other" else voice.term("run-by", library.term("run-by", hands)),
        tells_police=line.tells_police,
        agreement=line.agreement,
        seen=voice.together(dict.fromkeys(library.national.publishers(country, line))) or None,
        rung=rung.view(context, line.reached),
        waits=contact.waits(voice, library.waiting.get((f"lines/{country.lower()}", f"lines.{line.id}"))),
    )
