"""An organisation in a list: name, one line, three tags, how old the facts are."""

from __future__ import annotations

from typing import Any, Optional

from amparo.model.contact import Contact
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.parts.contact import languages, name, place
from amparo.text.voice import Said

LANGUAGES = 4
"""Languages that a card names; the record has them all."""


def view(context: Context, organisation: Organisation) -> dict[str, Any]:
    """The answers for `parts/card.html`."""
    voice = context.voice
    reach = best_contact(organisation)
    return {
        "href": context.url("organisation", organisation.id),
        "name": name(voice, organisation),
        "acronym": organisation.acronym
        if organisation.acronym != organisation.name(voice.language)[0]
        else None,
        "summary": voice.translate(f"organisations/{organisation.id}#summary", organisation.summary),
        "where": where(context, organisation),
        "languages": languages(voice, organisation.languages, LANGUAGES),
        "more_languages": len(organisation.languages) > LANGUAGES,
        "is_confirmed": organisation.is_confirmed,
        "has_contact": bool(organisation.contacts),
        "reach": reach.value if reach else None,
        "reach_is_number": reach is not None and reach.kind == "phone",
        "has_risk": organisation.risk is not None,
        "when": voice.when(organisation.checked.date),
    }


def best_contact(organisation: Organisation) -> Optional[Contact]:
    """The contact to print beside a name, so that a list on paper is of use: the first that somebody answers. None where a
    warning must stand before it, or the record is not confirmed, or sources differ."""
    if organisation.risk or not organisation.is_confirmed:
        return None
    kinds = ("phone", "email", "web-form", "web")
    usable = [
        c
        for c in organisation.contacts
        if c.kind in kinds
        and not c.warning
        and not c.inside_only
        and organisation.sources_by_id[c.source].kind != "memory"
        and not (c.corroboration and c.corroboration.result == "differs")
    ]
    usable.sort(key=lambda c: (not c.is_urgent, c.purpose in ("information", "office"), kinds.index(c.kind)))
    return usable[0] if usable else None


def where(context: Context, organisation: Organisation) -> list[Said]:
    """Where it helps, in at most three words of places; an empty list means anywhere."""
    library, voice = context.library, context.voice
    serves = organisation.serves
    words: list[Said] = [voice.term("region", library.term("region", code)) for code in serves.regions]
    words += [place(context, code) for code in serves.countries]
    return words
