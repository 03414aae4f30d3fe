"""How the search finds country sheets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Kind
from amparo.pages.parts import contact, national
from amparo.text.voice import Voice

NUMBERS = 4
"""So many lines of a country stand in a result of the search."""


def entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Country sheets, under their names in the page's language, in English, and in the country's own."""
    library = context.library
    # All published languages in every search would cost as much as a hundred records.
    own = dict.fromkeys((context.language, context.site.default))
    for place in library.places.values():
        names = (str(Voice(code, None).territory(place.code, place.names_override)) for code in own)
        aliases = chain(*(place.search_aliases.get(code, ()) for code in own))
        yield Entry(
            "country",
            context.url("country", place.code),
            str(contact.place(context, place.code)),
            _numbers(context, place.code),
            (*names, *own_names(place.code)),
            words=(*aliases, *context.synonyms.places.get(place.code, ())),
            key=f"place/{place.code}",
            about=tuple(f"region/{region}" for region in place.regions),
        )


@cache
def own_names(code: str) -> tuple[str, ...]:
    """What people call the country there, in their own languages and scripts, as CLDR knows it."""
    found = (_in_language(code, language) for language in get_official_languages(code, de_facto=True))
    return tuple(dict.fromkeys(name for name in found if name))


def _in_language(code: str, language: str) -> str:
    try:
        return str(Locale.parse(language).territories.get(code, ""))
    except (ValueError, UnknownLocaleError):
        return ""


def _numbers(context: Context, code: str) -> str:
    """Its first lines, so that a result is already an answer."""
    lines = national.views(context, code, context.library.national.first(code))
    return " · ".join(f"{line.label}: {line.number}" for line in lines[:NUMBERS])
