"""An organisation in a list: warning, name, one line, how to reach it, three tags, how old the facts are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.organisation import Organisation
from amparo.pages.parts import contact, helper
from amparo.pages.parts.helper import HelperView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context

PLACES = 3
"""Places that a card names; the record has them all."""


@dataclass(frozen=True)
class CardView:
    """What `parts/card.html` says."""

    h: HelperView
    """Who it is and how to reach it."""

    acronym: str | None
    """Its short name."""

    where: list[Said]
    """Where it helps; empty: anywhere."""

    is_confirmed: bool
    """Whether a source for the main facts was read."""

    has_contact: bool
    """Whether any contact is known."""

    when: str | None
    """Date of the newest source."""


def view(context: Context, organisation: Organisation) -> CardView:
    """One organisation."""
    is_own_name = organisation.acronym == organisation.name(context.language)[0]
    return CardView(
        h=helper.view(context, organisation),
        acronym=None if is_own_name else organisation.acronym,
        where=where(context, organisation),
        is_confirmed=organisation.is_confirmed,
        has_contact=bool(organisation.contacts),
        when=context.voice.when(organisation.checked.date),
    )


def where(context: Context, organisation: Organisation) -> list[Said]:
    """Where it helps, in words; an empty list means anywhere."""
    library, voice, serves = context.library, context.voice, organisation.serves
    words: list[Said] = [voice.term("region", library.term("region", code)) for code in serves.regions]
    words += [contact.place(context, code) for code in serves.countries]
    return words
