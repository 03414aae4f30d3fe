"""What the pocket edition needs to search like the site: the same engine, and the words that the file itself
does not show.

Titles, lines and names stand in the file, so a browser reads them there. Sent are everyday words, other
names, rules of the language, what belongs to what, and which thing of the file each one is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from amparo.pages.emergency.country_search import own_names
from amparo.pages.entry import Entry
from amparo.pages.pocket import HOURS, ShortRecord, View
from amparo.pages.site import Site
from amparo.search.entries import entries_of
from amparo.search.index import Index, other_names
from amparo.search.packing import DIGITS, FOLDERS, packed
from amparo.search.writing import analyser_of, engine_of, unpressing, wrapped
from amparo.text.analysis import Analyser

PARTS = ("pressed", "analysis", "weigh", "unfold", "near", "urgent", "find", "pasted", "quiet", "carried")
"""The parts of the engine that travel in the file."""

KINDS = ("need", "line", "service", "country", "region", "organisation", "end", "group")
"""Kinds of entry that the file holds, or that lead to what it holds."""

PLANS = "emergency/first-72-hours/"
"""Where the pages lie that the file holds as folded plans."""

LEFT_OUT = ("ids", "lines", "texts")
"""Columns that are not sent, because they stand in the file or would be too heavy for it."""


def script(site: Site, language: str, view: View) -> str:
    """The whole script of one language, for a file that shows `view`."""
    analyser, places = analyser_of(site, language), _places(view)
    found = list(_entries(site, language, view))
    entries = [_unseen(entry, analyser) if entry.kind in places else entry for entry in found]
    data = {
        name: value
        for name, value in packed(Index(entries, {}), analyser, {}).items()
        if name not in LEFT_OUT
    }
    data["order"] = "".join(
        _two(places[entry.kind].index(_id(entry))) for entry in entries if entry.kind in places
    )
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return wrapped(engine_of(site, analyser, PARTS), unpressing(text))


def _unseen(entry: Entry, analyser: Analyser) -> Entry:
    """An entry without the name that the file shows."""
    return replace(entry, title="", names=tuple(other_names(entry, analyser)))


def _entries(site: Site, language: str, view: View) -> Iterator[Entry]:
    """What the file holds, with the names that it does not show."""
    records = {record.id: record for record in view.organisations}
    english = site.at_root(site.default).voice
    for entry in entries_of(site, language):
        if entry.kind == "organisation":
            yield replace(entry, names=_unshown(entry, records[_id(entry)]))
        elif entry.kind == "country":
            code = entry.key.partition("/")[2]
            # The names in the other published languages are the site's: here each byte counts.
            yield replace(entry, names=(str(english.territory(code)), *own_names(code)))
        elif entry.kind in KINDS or (entry.kind == "guidance" and _id(entry) in HOURS):
            yield entry


def _unshown(entry: Entry, record: ShortRecord) -> tuple[str, ...]:
    shown = {str(record.name), record.acronym, *record.names}
    return tuple(name for name in entry.names if name not in shown)


def _places(view: View) -> dict[str, list[str]]:
    """What stands in the file, by kind of entry, in its order there."""
    return {
        "need": [entry.start for entry in view.entries],
        "end": [end.id for entry in view.entries for end in entry.ends],
        "service": [service.code for service in view.services],
        "country": [country.code for region in view.regions for country in region.countries],
        "region": [region.code for region in view.regions],
        "organisation": [record.id for record in view.organisations],
        "guidance": list(HOURS),
    }


def _id(entry: Entry) -> str:
    return entry.address.removeprefix(FOLDERS.get(entry.kind, PLANS)).removesuffix(".html")


def _two(number: int) -> str:
    """A number as two digits."""
    return DIGITS[number // len(DIGITS)] + DIGITS[number % len(DIGITS)]
