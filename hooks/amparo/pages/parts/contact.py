"""What a contact row says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.library import Body
from amparo.model.contact import Contact
from amparo.model.mechanism import Mechanism
from amparo.pages.parts import rung
from amparo.pages.parts.rung import RungView
from amparo.pages.parts.sources import SeenView, seen
from amparo.text.language import direction
from amparo.text.voice import Foreign, Said, Voice

if TYPE_CHECKING:
    from amparo.pages.context import Context

HAVE_HOURS = ("phone", "sms", "fax", "signal", "whatsapp", "telegram", "in-person")
"""Kinds of contact with hours: elsewhere "hours not known" would only be noise."""

NUMBERS = ("phone", "sms", "fax", "signal", "whatsapp")
"""Kinds whose value is a telephone number."""

PAGES = ("web", "pgp-fingerprint", "pgp-key")
"""Kinds that nobody answers."""


@dataclass(frozen=True)
class ContactView:
    """One way to reach somebody."""

    id: str
    """Its id in the record."""

    mark: str
    """`<body>/<contact>`: what checks know it by."""

    kind: Said
    """Telephone, mailbox …"""

    purpose: Said
    """What it is for."""

    is_urgent: bool
    """True for emergency lines."""

    value: str
    """What to dial, write to or open."""

    href: str | None
    """The link; None where it must not be followed, or cannot."""

    is_number: bool
    """True for telephone numbers: they are large and never broken."""

    is_outside: bool
    """True for pages of others."""

    note: Said | None
    """What to know about this way."""

    warning: Said | None
    """What must be read first."""

    languages: str | None
    """Who answers, in which languages; None: not known."""

    has_hours: bool
    """Whether hours mean something for this kind."""

    is_page: bool
    """True where nobody answers."""

    hours: Said | None
    """Hours in words; None: not known."""

    hours_code: str
    """`24/7`, `set` or `unknown`."""

    cost: Said | None
    """What it costs."""

    inside: Said | None
    """The only country in which it works."""

    region: Said | None
    """The country whose form of number it has."""

    dialled: str | None
    """The number with its country code, where it is printed without."""

    exposes: Said | None
    """What somebody who watches can see."""

    seen: SeenView
    """Where it was seen."""

    result: str
    """Code of `corroboration`."""

    second: SeenView | None
    """A second source."""

    other_value: str | None
    """What another source shows."""

    rung: RungView | None
    """What came of ringing or writing to it; None: nobody has."""

    waits: str | None
    """Since when a change waits to be confirmed, in words: this is the old value. None: nothing waits."""

    @property
    def is_any_hour(self) -> bool:
        """Whether it is known to answer day and night."""
        return self.hours_code == "24/7"


def may_stand(context: Context, body: Body, contact: Contact) -> bool:
    """Whether a contact may stand on this page: in files those that are an offence to keep are left out."""
    return not (context.is_file and context.library.danger.hides_contact(body, contact))


def view(context: Context, body: Body, contact: Contact, country: str | None = None) -> ContactView:
    """One contact, for somebody in a country or anywhere. Callers ask `may_stand` first."""
    library, voice = context.library, context.voice
    where = f"{body.folder}/{body.id}#contacts.{contact.id}"
    kind = library.term("contact-kind", contact.kind)
    second = contact.verdict
    # A page to read says nothing about who answers; only what somebody answers falls back on the body's
    # languages.
    spoken = contact.languages or (() if contact.kind in PAGES else body.languages)
    return ContactView(
        id=contact.id,
        mark=f"{body.id}/{contact.id}",
        kind=voice.term("contact-kind", kind),
        purpose=voice.term("purpose", library.term("purpose", contact.purpose)),
        is_urgent=contact.is_urgent,
        value=contact.value,
        href=_href(context, body, contact),
        is_number=contact.kind in NUMBERS,
        is_outside=contact.kind in ("web", "web-form"),
        note=voice.translate(f"{where}.note", contact.note),
        warning=voice.translate(f"{where}.warning", contact.warning) if contact.warns_in(country) else None,
        languages=languages(voice, spoken),
        has_hours=contact.kind in HAVE_HOURS,
        is_page=contact.kind in PAGES,
        hours="24/7" if contact.hours else voice.translate(f"{where}.hours_note", contact.hours_note),
        hours_code=hours_code(contact),
        cost=voice.term("cost", library.term("cost", contact.cost)) if contact.cost else None,
        inside=place(context, contact.region) if contact.inside_only and contact.region else None,
        region=place(context, contact.region) if contact.region and not contact.inside_only else None,
        dialled=contact.dialled if contact.region and not contact.inside_only else None,
        exposes=voice.term("contact-kind", kind, "exposes"),
        seen=seen(context, body.sources_by_id[contact.source]),
        result=second.result if second else "not-looked",
        second=seen(context, body.sources_by_id[second.source]) if second and second.source else None,
        other_value=second.other_value if second else None,
        rung=rung.view(context, contact.reached),
        waits=waits(voice, library.trust.waits(body, contact)),
    )


def waits(voice: Voice, day: str | None) -> str | None:
    """The day since which something waits to be confirmed, in words."""
    return voice.when(day) if day else None


def waits_beside(context: Context, body: Body) -> bool:
    """Whether something of a body waits to be confirmed beside the contacts that stand on its page."""
    record, shown = f"{body.folder}/{body.id}", {f"contacts.{one.id}" for one in body.contacts}
    return any(of == record and what not in shown for of, what in context.library.waiting)


def hours_code(contact: Contact) -> str:
    """What checks and readers of the page's data know of the hours of one number."""
    return "24/7" if contact.hours else "set" if contact.hours_note else "unknown"


def _href(context: Context, body: Body, contact: Contact) -> str | None:
    """The link of a contact. An address that is an offence to share is text."""
    if contact.kind not in NUMBERS and context.library.danger.hides_contact(body, contact):
        return None
    return contact.href


def languages(voice: Voice, codes: tuple[str, ...], most: int = 99) -> str | None:
    """Languages as one phrase, the page's own first, at most so many of them; None when not known."""
    if not codes:
        return None
    mine_first = sorted(codes, key=lambda code: (code != voice.language, codes.index(code)))
    return voice.together(voice.language_name(code) for code in mine_first[:most])


def place(context: Context, code: str) -> Said:
    """A country's name."""
    return context.voice.territory(code, context.library.places[code].names_override)


def name(voice: Voice, body: Body) -> Said:
    """The name to show: a mechanism's short title; an organisation's name, marked when it is in another
    language. Names
    under `en` are official names of any language: they are isolated in right-to-left text and not marked as
    English."""
    if isinstance(body, Mechanism):
        return voice.translate(f"mechanisms/{body.id}#title", body.title)
    text, language = body.name(voice.language)
    if language == voice.language or (language == "en" and voice.direction == "ltr"):
        return text
    shown = "" if language in (None, "en") else str(language)
    return Foreign(text, shown, direction(str(language)), missing=False)
