"""What in the records nobody changes alone: contacts, hosts, languages and whose hands a body is in."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amparo.model.change import Key, Value
from amparo.model.citation import Citation
from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.national_line import NationalLine, NationalLines
from amparo.model.organisation import OFFICIAL_KINDS, Organisation
from amparo.model.proof import plain_value
from amparo.source import Document, Path

CARRIED = ("source", "result", "second")
"""Kept beside a contact, so that its old value can be shown with its old proof; not compared."""

URGENT = ("emergency", "urgent")
"""Purposes that bring a contact before people in danger: other purposes may be told apart freely."""


@dataclass(frozen=True)
class Guarded:
    """One thing that needs a change record to change."""

    value: Value
    """What it says."""

    path: Path
    """Where it stands in its file."""

    document: Document
    """Its file."""


def guarded(loaded: Loaded) -> dict[Key, Guarded]:
    """Everything that is guarded, as the records have it."""
    found: dict[Key, Guarded] = {}
    for body, document in loaded.bodies():
        record = f"{body.folder}/{body.id}"
        for n, contact in enumerate(body.contacts):
            here: Path = ("contacts", n)
            key = _own_key(found, record, f"contacts.{contact.id}")
            found[key] = Guarded(_contact(contact), here, document)
        for what, value in _of_body(body):
            found[record, what] = Guarded(value, (what,), document)
    for id, country in loaded.lines.items():
        document = loaded.document_of(id, "lines")
        for n, line in enumerate(country.lines):
            key = _own_key(found, f"lines/{id}", f"lines.{line.id}")
            found[key] = Guarded(_line(line), ("lines", n), document)
        for what, value in _sources(country.sources, _cited_by_lines(country)):
            found[f"lines/{id}", what] = Guarded(value, (what,), document)
    if loaded.line_sources:
        document = loaded.documents["data/line-sources.yml"]
        shared = loaded.line_sources.sources
        for what, value in _sources(shared, {source.id for source in shared}):
            found["line-sources", what] = Guarded(value, (what,), document)
    return found


def _own_key(found: Mapping[Key, Guarded], record: str, what: str) -> Key:
    """The key of a contact or line; a second one with the same id has a key that no ledger knows."""
    return (record, what) if (record, what) not in found else (record, f"{what} (a second one)")


def _contact(contact: Contact) -> Value:
    second = contact.corroboration
    said: dict[str, str | tuple[str, ...] | None] = {
        "kind": contact.kind,
        "value": contact.value,
        "region": contact.region,
        "inside_only": "true" if contact.inside_only else None,
        "purpose": contact.purpose,
        "answered_by": contact.answered_by,
        "languages": tuple(sorted(contact.languages)),
        "source": contact.source,
        "result": second.result if second else None,
        "second": second.source if second else None,
    }
    return _without_nothing(said)


def _line(line: NationalLine) -> Value:
    return _without_nothing(
        {
            "kind": line.kind,
            "number": line.number,
            "dial": line.dial,
            "run_by": line.run_by,
            "languages": tuple(sorted(line.languages)),
            "show": None if line.show else "false",
        }
    )


def _of_body(body: Organisation | Mechanism) -> Iterator[tuple[str, Value]]:
    """What a body has beside its contacts."""
    if body.hosts:
        yield "hosts", {"hosts": tuple(sorted(body.hosts))}
    hands = body.run_by
    if isinstance(body, Organisation):
        # Without `run_by` pages read the hands from the kind.
        hands = hands or (body.kind if body.kind in OFFICIAL_KINDS else None)
        if body.withheld:
            yield (
                "withheld",
                {"withheld": tuple(sorted(f"{w.kind} {w.reason} {w.source}" for w in body.withheld))},
            )
    if hands:
        yield "run_by", {"run_by": hands}
    if body.languages:
        yield "languages", {"languages": tuple(sorted(body.languages))}
    cited = {c.source for c in body.contacts}
    cited |= {c.corroboration.source for c in body.contacts if c.corroboration and c.corroboration.source}
    yield from _sources(body.sources, cited)


def _cited_by_lines(country: NationalLines) -> set[str]:
    return {id for line in country.lines for id in line.sources}


def _sources(sources: Iterable[Citation], cited: set[str]) -> Iterator[tuple[str, Value]]:
    """Hosts of the sources that a contact rests on, by id."""
    hosts: Value = {source.id: source.host for source in sources if source.id in cited and source.host}
    if hosts:
        yield "sources", hosts


def _without_nothing(said: Mapping[str, str | tuple[str, ...] | None]) -> Value:
    return {name: value for name, value in said.items() if value}


def said(value: Value | None) -> Value | None:
    """What is compared of a value, and stands in a change record."""
    return value and {name: part for name, part in value.items() if name not in CARRIED}


def turned(what: str, before: Value | None, after: Value | None) -> str | None:
    """The field in which a guarded thing says something else, or its own name; None where it says the
    same. Another spelling of a number is the same number."""
    if before == after:
        return None
    if what == "sources":
        # A new source has a new id; only who swaps the host of an old one changes what others rely on.
        same = {id for id in before or {} if id in (after or {})}
        return next((id for id in sorted(same) if (before or {})[id] != (after or {})[id]), None)
    if what == "withheld":
        left_out = {name: set(value) for name, value in (before or {}).items()}
        return what if left_out.get("withheld", set()) - set((after or {}).get("withheld", ())) else None
    if before is None or after is None:
        return what
    one, other = _plain(before), _plain(after)
    return next((field for field in _FIELDS if one.get(field) != other.get(field)), None)


def same(what: str, one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same; nothing is the same as nothing alone."""
    return (one is None) == (other is None) and not turned(what, one, other)


_FIELDS = (
    "value", "number", "dial", "kind", "region", "inside_only", "purpose", "answered_by", "run_by",
    "languages", "show", "hosts",
)  # fmt: skip
"""What is compared, and told first."""


def _plain(value: Value) -> Value:
    """A value in the form in which it is compared."""
    plain = dict(said(value) or {})
    if "languages" in plain:
        plain["languages"] = tuple(sorted(plain["languages"]))
    if "number" in plain:
        plain["number"] = _joined(str(plain["number"]))
    if "purpose" in plain:
        plain["purpose"] = plain["purpose"] if plain["purpose"] in URGENT else ""
    if "value" in plain and "kind" in plain:
        is_inside = plain.get("inside_only") == "true"
        region = plain.get("region")
        text = plain_value(
            str(plain["kind"]), str(plain["value"]), str(region) if region else None, is_inside
        )
        plain["value"] = _joined(text)
        if text.startswith("+") and not is_inside:
            plain.pop("region", None)  # It is in the number.
    return plain


def _joined(text: str) -> str:
    """A text whose spaces mean nothing; signs that look alike stay different ones."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def packed(value: Value | None) -> str:
    """A value on one line, as it stands in a change record."""
    parts = [f"{name}: {json.dumps(part, ensure_ascii=False)}" for name, part in (said(value) or {}).items()]
    return "{" + ", ".join(parts) + "}" if parts else "nothing"
