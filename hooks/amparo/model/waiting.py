"""Changes that nobody has confirmed yet: what they are, and the records as pages show them meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from amparo.model.change import Change, Key, Shift, Value
from amparo.model.contact import Contact, Withheld
from amparo.model.guarded import Guarded, guarded, turned
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.national_line import NationalLine
from amparo.model.organisation import OFFICIAL_KINDS, Organisation
from amparo.model.proof import Corroboration


@dataclass(frozen=True)
class Difference:
    """Something that the records say otherwise than the ledger."""

    key: Key
    """What of which record."""

    field: str
    """The part of it that differs."""

    before: Value | None
    """What was confirmed; None: it is new."""

    line: int
    """The line of the ledger that says so."""

    now: Guarded | None
    """What the record says; None: it is gone."""

    @property
    def after(self) -> Value | None:
        """What the record says."""
        return self.now.value if self.now else None


def differences(loaded: Loaded) -> list[Difference]:
    """Every difference, in the order of the records; none where there is no ledger."""
    old, new = loaded.lock.values() if loaded.lock else {}, guarded(loaded)
    found = []
    for key in (*new, *(key for key in old if key not in new)) if loaded.lock else ():
        before, line = old.get(key, (None, 1))
        now = new.get(key)
        field = turned(key[1], before, now.value if now else None)
        if field:
            found.append(Difference(key, field, before, line, now))
    return found


def open_changes(loaded: Loaded) -> list[Change]:
    """Change records that the ledger does not have yet, in the order of their days."""
    entered = {batch.change for batch in loaded.lock.batches} if loaded.lock else set()
    return sorted((c for id, c in loaded.changes.items() if id not in entered), key=lambda c: c.id)


def shifts(loaded: Loaded) -> Iterator[tuple[Key, Change, int, Shift]]:
    """Every change of the open records, with its place in its file."""
    for change in open_changes(loaded):
        for n, shift in enumerate(change.changes):
            yield (change.record, shift.what), change, n, shift


def held(loaded: Loaded) -> Loaded:
    """The records as pages show them: with the old value of everything that waits to be confirmed, without
    what is new, and with the day from which each of them waits."""
    days = {key: change.day for key, change, _, _ in shifts(loaded)}
    if not days or loaded.lock is None:
        return loaded
    old = {key: value for key, (value, _) in loaded.lock.values().items()}
    records = {record for record, _ in days}
    return replace(
        loaded,
        organisations={
            id: _body(one, days, old) if f"organisations/{id}" in records else one
            for id, one in loaded.organisations.items()
        },
        mechanisms={
            id: _body(one, days, old) if f"mechanisms/{id}" in records else one
            for id, one in loaded.mechanisms.items()
        },
        lines={
            id: one.model_copy(
                update={"lines": tuple(_parts(f"lines/{id}", "lines", one.lines, days, old, _line))}
            )
            if f"lines/{id}" in records
            else one
            for id, one in loaded.lines.items()
        },
        waiting=days,
    )


def _body(body: Any, days: dict[Key, str], old: dict[Key, Value]) -> Any:
    """A body with what was confirmed of it."""
    record = f"{body.folder}/{body.id}"
    contacts = _parts(
        record, "contacts", body.contacts, days, old, lambda one, value: _contact(body, one, value)
    )
    update: dict[str, Any] = {"contacts": tuple(contacts)}
    for what in ("hosts", "languages"):
        if (record, what) in days:
            update[what] = tuple(old.get((record, what), {}).get(what, ()))
    if (record, "run_by") in days:
        hands = old.get((record, "run_by"), {}).get("run_by")
        is_kind = hands in OFFICIAL_KINDS
        update |= {"run_by": None if is_kind else hands} | ({"kind": hands} if is_kind else {})
    if (record, "withheld") in days:
        left_out = [str(one).split(" ") for one in old.get((record, "withheld"), {}).get("withheld", ())]
        update["withheld"] = tuple(
            Withheld.model_construct(kind=one[0], reason=one[1], source=one[2])
            for one in left_out
            if one[2] in body.sources_by_id
        )
    return _fresh(body, update)


def _parts(
    record: str, list_name: str, parts: Any, days: dict[Key, str], old: dict[Key, Value], put_back: Any
) -> Iterator[Any]:
    """Contacts or lines: each as it was confirmed; one that is new is left out."""
    for one in parts:
        key = (record, f"{list_name}.{one.id}")
        if key not in days:
            yield one
        elif key in old:
            yield put_back(one, old[key])


def _contact(body: Organisation | Mechanism, contact: Contact, value: Value) -> Contact:
    """A contact with its confirmed value, and the proof that belongs to it."""
    second = contact.corroboration
    if not (second and second.value == value["value"]):
        result, source = value.get("result"), value.get("second")
        is_there = source is None or source in body.sources_by_id
        proof: dict[str, Any] = {"result": result, "source": source} if result and is_there else {}
        if not proof or result == "differs":
            proof = {"result": "not-looked"}
        second = Corroboration.model_construct(value=value["value"], **proof)
    source = value.get("source")
    old: Contact = _fresh(
        contact,
        {
            "kind": value["kind"],
            "value": value["value"],
            "region": value.get("region"),
            "inside_only": value.get("inside_only") == "true",
            "purpose": value["purpose"],
            "answered_by": value.get("answered_by"),
            "languages": tuple(value.get("languages", ())),
            "source": source if source in body.sources_by_id else contact.source,
            "corroboration": second,
        },
    )
    return old


def _line(line: NationalLine, value: Value) -> NationalLine:
    """A line of a country as it was confirmed."""
    is_shown = value.get("show") != "false"
    new = _fresh(
        line,
        {
            "kind": value["kind"],
            "number": value["number"],
            "dial": value.get("dial"),
            "run_by": value.get("run_by"),
            "languages": tuple(value.get("languages", ())),
            "show": is_shown,
        },
    )
    seen: NationalLine = _fresh(new, {"seen": new.digits})
    return seen


def _fresh(record: Any, update: dict[str, Any]) -> Any:
    """A copy of a record that remembers nothing of what was worked out before."""
    return type(record).model_construct(
        _fields_set=set(record.model_fields_set),
        **{name: getattr(record, name) for name in type(record).model_fields} | update,
    )
