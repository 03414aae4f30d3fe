"""What a contact row says."""

from __future__ import annotations

from typing import Any, Iterable, Optional, Union

from amparo.model.citation import BodyCitation
from amparo.model.contact import Contact
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.text.voice import Foreign, Said, Voice

HAVE_HOURS = ("phone", "sms", "fax", "signal", "whatsapp", "telegram", "in-person")
"""Kinds of contact with hours: elsewhere "hours not known" would only be noise."""

PAGES = ("web", "pgp-fingerprint", "pgp-key")
"""Kinds that nobody answers."""

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps")
"""Languages of names that are written from right to left."""


def view(context: Context, body: Union[Organisation, Mechanism], contact: Contact) -> dict[str, Any]:
    """The answers for `parts/contact.html`."""
    library, voice, _page = context.library, context.voice, context.page
    where = f"{body.folder}/{body.id}#contacts.{contact.id}"
    kind = library.term("contact-kind", contact.kind)
    source = body.sources_by_id[contact.source]
    second = contact.corroboration
    result = second.result if second else "not-looked"
    return {
        "id": contact.id,
        "kind": voice.term("contact-kind", kind),
        "purpose": voice.term("purpose", library.term("purpose", contact.purpose)),
        "is_urgent": contact.is_urgent,
        "value": contact.value,
        "href": contact.href if contact.kind != "sms" or contact.href else None,
        "is_number": contact.kind in ("phone", "sms", "fax", "signal", "whatsapp"),
        "is_outside": contact.kind in ("web", "web-form"),
        "note": voice.translate(f"{where}.note", contact.note),
        "warning": voice.translate(f"{where}.warning", contact.warning),
        # A page to read says nothing about who answers; only what somebody answers falls back on the body's languages.
        "languages": languages(voice, contact.languages or (() if contact.kind in PAGES else body.languages)),
        "has_hours": contact.kind in HAVE_HOURS,
        "is_page": contact.kind in PAGES,
        "hours": "24/7" if contact.hours else voice.translate(f"{where}.hours_note", contact.hours_note),
        "is_any_hour": contact.hours == "24/7",
        "cost": voice.term("cost", library.term("cost", contact.cost)) if contact.cost else None,
        "inside": place(context, contact.region) if contact.inside_only and contact.region else None,
        "region": place(context, contact.region) if contact.region and not contact.inside_only else None,
        "dialled": contact.dialled if contact.region and not contact.inside_only else None,
        "exposes": voice.term("contact-kind", kind, "exposes"),
        "seen": seen(voice, source),
        "result": result,
        "second": seen(voice, body.sources_by_id[second.source]) if second and second.source else None,
        "other_value": second.other_value if second else None,
    }


def seen(voice: Voice, source: BodyCitation) -> dict[str, Any]:
    """Where and when something was seen."""
    return {
        "id": source.id,
        "host": source.shown_host or None,
        "cite": source.cite,
        "is_memory": source.kind == "memory",
        "when": voice.when(source.date),
    }


def sources(context: Context, found: Iterable[BodyCitation]) -> list[dict[str, Any]]:
    """Sources as the foot of a record page lists them."""
    library, voice = context.library, context.voice
    return [
        {
            **seen(voice, s),
            "url": s.url if s.link else None,
            "supports": "; ".join(s.supports),
            "kind": voice.term("source-kind", library.term("source-kind", s.kind)),
        }
        for s in found
    ]


def languages(voice: Voice, codes: tuple[str, ...], most: int = 99) -> Optional[str]:
    """Languages as one phrase, the page's own first, at most so many of them; None when not known."""
    if not codes:
        return None
    mine_first = sorted(codes, key=lambda code: (code != voice.language, codes.index(code)))
    return voice.together(voice.language_name(code) for code in mine_first[:most])


def place(context: Context, code: str) -> Said:
    """A country's name."""
    library, voice = context.library, context.voice
    return voice.territory(code, library.places[code].names_override)


def name(voice: Voice, body: Union[Organisation, Mechanism]) -> Said:
    """The name to show: a mechanism's short title; an organisation's name, marked when it is in another language. Names
    under `en` are official names of any language: they are isolated in right-to-left text and not marked as English."""
    if isinstance(body, Mechanism):
        return voice.translate(f"mechanisms/{body.id}#title", body.title)
    text, language = body.name(voice.language)
    if language == voice.language or (language == "en" and voice.direction == "ltr"):
        return text
    return Foreign(
        text,
        language if language != "en" else "",
        "rtl" if language in RIGHT_TO_LEFT else "ltr",
        missing=False,
    )
