"""The organisations as a table that Uwazi imports: one row a body, its texts in a column a language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from amparo.exports.open_data import OpenData
from amparo.model.organisation import Organisation
from amparo.model.proof import DIALLED

BETWEEN = "|"
"""What stands between several values of one cell (docs.uwazi.io, CSV import)."""

TRANSLATED = {
    "title": "title",
    "summary": "markdown",
    "warnings": "markdown",
    "kind": "select",
    "services": "multiselect",
    "groups": "multiselect",
    "countries": "multiselect",
}
"""Properties with a column for each language, and the type of each. A property has either columns with
languages or one without, never both: Uwazi refuses the file."""

PLAIN = {
    "record": "text",
    "phone": "text",
    "email": "text",
    "page": "link",
    "seen": "text",
    "confirmed": "date",
}
"""Properties with one column."""


def uwazi(every: Sequence[OpenData]) -> str:
    """The table; `every` are the records in each language, the source language first."""
    file = io.StringIO()
    languages = [data.voice.language for data in every]
    header = [f"{name}__{code}" for name in TRANSLATED for code in languages]
    writer = csv.DictWriter(file, [*header, *PLAIN], lineterminator="\r\n")
    writer.writeheader()
    for o in every[0].organisations:
        row = dict(_plain(every[0], o))
        for data in every:
            row |= {f"{name}__{data.voice.language}": value for name, value in _said(data, o).items()}
        writer.writerow(row)
    return file.getvalue()


def properties() -> str:
    """The properties that the template of an instance must have before, each with its type."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(["property", "type", "has_languages"])
    for kinds, has_languages in ((TRANSLATED, "yes"), (PLAIN, "no")):
        writer.writerows([name, kind, has_languages] for name, kind in kinds.items())
    return file.getvalue()


def _said(data: OpenData, o: Organisation) -> Mapping[str, str]:
    """What a body is in one language. Warnings come before everything that could be used."""
    library, voice = data.library, data.voice
    services = (voice.term("service", library.term("service", code)) for code in o.services)
    groups = (voice.term("group", library.term("group", code)) for code in o.for_groups)
    places = (library.places[code] for code in o.serves.countries)
    shared = data.contacts_of(o)
    warnings = [*data.warnings_of(o), *(text for one in shared for text in one.warnings)]
    return {
        "title": data.name(o),
        "summary": data.say(f"organisations/{o.id}#summary", o.summary),
        "warnings": " ".join(dict.fromkeys(warnings)),
        "kind": str(voice.term("org-kind", library.term("org-kind", o.kind))),
        "services": _several(map(str, services)),
        "groups": _several(map(str, groups)),
        "countries": _several(str(voice.territory(place.code, place.names_override)) for place in places),
    }


def _plain(data: OpenData, o: Organisation) -> Iterator[tuple[str, str]]:
    """What is the same in every language. Numbers are links, so that no spreadsheet calculates with them."""
    shared = data.contacts_of(o)
    page = next((one.contact.value for one in shared if one.contact.kind == "web"), "")
    confirmed = [one.contact.reached.confirmed for one in shared]
    yield "record", o.id
    yield "phone", ", ".join(c.href for c in (one.contact for one in shared) if c.kind in DIALLED and c.href)
    yield "email", ", ".join(one.contact.value for one in shared if one.contact.kind == "email")
    yield "page", f"{data.name(o).replace(BETWEEN, ' ')}{BETWEEN}{page}" if page else ""
    yield "seen", max((one.source.date for one in shared if one.source.date), default="")
    yield "confirmed", max((one.date for one in confirmed if one), default="")


def _several(values: Iterable[str]) -> str:
    return BETWEEN.join(value.replace(BETWEEN, " ") for value in values)
