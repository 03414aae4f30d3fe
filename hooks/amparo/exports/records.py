"""The whole model as JSON, in the source language, with a JSON Schema of each kind of record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from amparo.exports.open_data import OpenData
from amparo.library import Body
from amparo.model.base import Record
from amparo.model.contact import Contact
from amparo.model.coverage import Coverage
from amparo.model.designation import Designation
from amparo.model.mechanism import Mechanism
from amparo.model.national_line import NationalLine
from amparo.model.organisation import Organisation
from amparo.pages.about.data import is_any_rung

FOR_EDITORS = frozenset(
    {
        "editor_note",
        "editor_notes",
        "form_checked",
        "hidden_because",
        "other_value",
        "printed",
        "remark",
        "show",
        "supports",
        "withheld",
    }
)
"""Fields that are for whoever edits the records, and what was left out for safety: they never leave."""

KINDS: dict[str, type[Record]] = {
    "organisations": Organisation,
    "mechanisms": Mechanism,
    "coverage": Coverage,
    "lines": NationalLine,
    "designations": Designation,
}
"""Kinds of record in the file, and what each is."""


def records(data: OpenData) -> str:
    """All records as one JSON text: by kind, then by id."""
    library = data.library
    found: dict[str, Any] = {
        "as_of": library.as_of.isoformat(),
        "language": data.voice.language,
        "nobody_has_rung_these_numbers": not is_any_rung(library),
        "organisations": {o.id: _body(data, o) for o in data.organisations},
        "mechanisms": {m.id: _body(data, m) for m in library.mechanisms.values()},
        "coverage": {id: _plain(data, one) for id, one in sorted(library.coverage.items())},
        "lines": {code: _lines(data, code) for code in library.places if any(data.lines_of(code))},
        "designations": {one.id: _designation(data, one) for one in library.danger.every},
    }
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def schema(kind: str) -> str:
    """JSON Schema of one record of a kind: that of our own files, less what never leaves."""
    full = KINDS[kind].model_json_schema(ref_template="#/$defs/{model}")
    return json.dumps(_open(full), ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _open(part: Any) -> Any:
    """A part of a schema without fields that never leave; others, such as `warnings`, may be added."""
    if isinstance(part, list):
        return [_open(one) for one in part if not (isinstance(one, str) and one in FOR_EDITORS)]
    if not isinstance(part, dict):
        return part
    return {
        key: _open(value)
        for key, value in part.items()
        if key not in FOR_EDITORS and key != "additionalProperties"
    }


def _plain(data: OpenData, record: Record) -> dict[str, Any]:
    """A record as its file has it, without what is for editors and without addresses that may not travel."""
    found: dict[str, Any] = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return dict(_clean(data, found))


def _clean(data: OpenData, part: Any) -> Any:
    if isinstance(part, list):
        return [_clean(data, one) for one in part]
    if not isinstance(part, Mapping):
        return part
    kept = {key: _clean(data, value) for key, value in part.items() if key not in FOR_EDITORS}
    if "url" in kept and (part.get("link") is False or data.library.danger.forbids(str(kept["url"]))):
        del kept["url"]
    return kept


def _body(data: OpenData, body: Body) -> dict[str, Any]:
    record = _plain(data, body)
    contacts = [
        _tried(data, shared.contact) | {"warnings": list(shared.warnings)}
        for shared in data.contacts_of(body)
    ]
    record["contacts"] = contacts
    if data.is_touching_dangerous(body):
        record.pop("hosts", None)
    record["warnings"] = data.warnings_of(body)
    return record


def _lines(data: OpenData, country: str) -> list[dict[str, Any]]:
    return [_tried(data, line) for line in data.lines_of(country)]


def _tried(data: OpenData, one: Contact | NationalLine) -> dict[str, Any]:
    """A contact with what came of trying its value; of another value nothing is told."""
    held = {"confirmed": one.reached.confirmed, "unreached": one.reached.unreached}
    return _plain(data, one.model_copy(update=held))


def _designation(data: OpenData, one: Designation) -> dict[str, Any]:
    """A list or law, with our records that it names: no address and no printed name of anybody."""
    record = _plain(data, one)
    record.pop("hosts", None)
    record["names"] = [
        {key: named[key] for key in ("record", "through", "since") if key in named}
        for named in record.get("names", ())
        if "record" in named
    ]
    return record
