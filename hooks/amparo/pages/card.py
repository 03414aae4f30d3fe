"""An organisation in a list: name, one line, three tags, how old the facts are."""

from __future__ import annotations

from typing import Any

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages import address
from amparo.pages.contact import languages, name, place
from amparo.text.voice import Said, Voice


def view(library: Library, voice: Voice, organisation: Organisation, up: str) -> dict[str, Any]:
    """The answers for `parts/card.html`; `up` is the way from the page to the language's root."""
    return {
        "href": up + address.organisation(organisation.id),
        "name": name(voice, organisation),
        "acronym": organisation.acronym if organisation.acronym != organisation.name(voice.language)[0] else None,
        "summary": voice.prose(f"organisations/{organisation.id}#summary", organisation.summary),
        "where": where(library, voice, organisation),
        "languages": languages(voice, organisation.languages[:4]),
        "more_languages": len(organisation.languages) > 4,
        "is_confirmed": organisation.is_confirmed,
        "has_contact": bool(organisation.contacts),
        "has_risk": organisation.risk is not None,
        "when": voice.when(organisation.checked.date),
    }


def where(library: Library, voice: Voice, organisation: Organisation) -> list[Said]:
    """Where it helps, in at most three words of places; an empty list means anywhere."""
    serves = organisation.serves
    words: list[Said] = [voice.term("region", library.term("region", code)) for code in serves.regions]
    words += [place(library, voice, code) for code in serves.countries]
    return words
