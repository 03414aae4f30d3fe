"""Contacts as vCards 3.0, which every telephone takes in without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import vobject

from amparo.exports.naming import name_of, uuid_of
from amparo.exports.open_data import OpenData, SharedContact
from amparo.library import Body
from amparo.model.national_line import NationalLine
from amparo.model.proof import DIALLED
from amparo.model.reached import Reached


def all_of(data: OpenData, words: Mapping[str, str]) -> str:
    """A card for each body with a contact that may leave. The warnings, and the sentence on numbers that
    nobody has rung, stand first in its note."""
    return _cards(data, [*data.organisations, *data.library.mechanisms.values()], words)


def of_country(data: OpenData, country: str, words: Mapping[str, str]) -> str:
    """Cards for somebody in a country: its telephone lines, and the bodies that name it as theirs."""
    own = data.library.directory.in_country(country)
    lines = (_line(data, country, line, words) for line in data.lines_of(country) if line.dial)
    return "".join(lines) + _cards(data, own, words)


def _cards(data: OpenData, bodies: Iterable[Body], words: Mapping[str, str]) -> str:
    found = []
    for body in bodies:
        shared = [one for one in data.contacts_of(body) if one.contact.kind in (*DIALLED, "email", "web")]
        if shared:
            found.append(_card(data, body, shared, words))
    return "".join(found)


def _line(data: OpenData, country: str, line: NationalLine, words: Mapping[str, str]) -> str:
    place = data.library.places[country]
    kind = data.voice.term("line-kind", data.library.term("line-kind", line.kind))
    what = data.say(f"lines/{country.lower()}#lines.{line.id}.subject", line.subject) or str(kind)
    note = data.say(f"lines/{country.lower()}#lines.{line.id}.note", line.note)
    card = vobject.vCard()
    name = f"{data.voice.territory(country, place.names_override)}: {what}"
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("uid").value = f"urn:uuid:{uuid_of('lines', country, line.id)}"
    card.add("tel").value = line.dial
    seen = ", ".join(dict.fromkeys(data.library.national.publishers(country, line)))
    told = (
        words["state-answers"] if line.is_public else "",
        note,
        _rung(data, line.reached, words),
        f"({seen})",
    )
    card.add("note").value = "\n".join(part for part in told if part)
    return str(card.serialize())


def _card(data: OpenData, body: Body, shared: list[SharedContact], words: Mapping[str, str]) -> str:
    card = vobject.vCard()
    name = data.name(body)
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("org").value = [name]
    card.add("uid").value = name_of(body)
    for one in shared:
        _add(card, one)
    warnings = dict.fromkeys(warning for one in shared for warning in one.warnings)
    rung = [one for one in shared if one.contact.reached.is_rung]
    sentence = words["some-rung"] if rung else words["nobody-rang"]
    notes = (_seen(data, one, words) for one in shared)
    card.add("note").value = "\n".join([*warnings, sentence, *notes])
    return str(card.serialize())


def _seen(data: OpenData, one: SharedContact, words: Mapping[str, str]) -> str:
    """What to know of one contact, who shows it since when, and what came of trying it."""
    source = ", ".join(part for part in (one.source.publisher, one.source.date) if part)
    tried = _tried(data, one.contact.reached, words)
    told = (f"{one.contact.value}:", one.note, f"({source})" if source else "", tried)
    return " ".join(part for part in told if part)


def _rung(data: OpenData, reached: Reached, words: Mapping[str, str]) -> str:
    """The sentence of a card with a single number."""
    return (_tried(data, reached, words) if reached.is_rung else "") or words["nobody-rang"]


def _tried(data: OpenData, reached: Reached, words: Mapping[str, str]) -> str:
    """What came of trying a value; empty: nobody has."""
    confirmed, failed = reached.confirmed, reached.unreached
    told = [f"{words[confirmed.method]} {confirmed.date}"] if confirmed else []
    if failed:
        term = data.voice.term("unreached", data.library.term("unreached", failed.result))
        told.append(f"{term}: {failed.date}")
    return "; ".join(told)


def _add(card: vobject.base.Component, shared: SharedContact) -> None:
    c = shared.contact
    kind, value = ("tel", (c.href or "").partition(":")[2]) if c.kind in DIALLED else (c.kind, c.value)
    entry = card.add({"web": "url"}.get(kind, kind))
    entry.value = value or c.value
    if kind != "web":
        entry.type_param = ["WORK"]
