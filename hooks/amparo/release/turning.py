"""Compares what two releases say, record by record: the list "Changes since" in codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from amparo.library import Library
from amparo.pages.about.turn import PARTS, Text, Turn, Who
from amparo.release.ledger import Entry, Ledger
from amparo.text.language import SOURCE_LANGUAGE

_SCHEMES = {
    "organisations": ("contact-kind", "status"),
    "mechanisms": ("contact-kind", "mechanism-status"),
    "lines": ("line-kind", None),
}
"""Vocabularies of the sorts of contact and of the status, by folder."""

_NOBODY = Entry({})


def turns_between(old: Ledger, new: Ledger, library: Library) -> tuple[Turn, ...]:
    """Every change, the most urgent part first, then by record; what touches several records alike is told
    once. An older value that may no longer be kept anywhere is left out."""
    found: dict[Any, Turn] = {}
    for key in sorted(old.keys() | new.keys()):
        names = (new.get(key) or old[key]).names
        for turn in _of_record(key, old.get(key), new.get(key)):
            safe = _without_forbidden(turn, library)
            if safe is None:
                continue
            same = (safe.part, safe.scheme, safe.code, _hashable(safe.old), _hashable(safe.new))
            who = (*found[same].who, Who(key, names)) if same in found else (Who(key, names),)
            found[same] = replace(safe, who=who)
    return tuple(sorted(found.values(), key=lambda turn: (PARTS.index(turn.part), turn.who[0].key)))


def _of_record(key: str, old: Entry | None, new: Entry | None) -> Iterator[Turn]:
    """What changed in one record."""
    folder = key.partition("/")[0]
    contact_kind, status = _SCHEMES[folder]
    if folder != "lines" and (old is None or new is None):
        yield Turn("new" if old is None else "gone", ())
        if new is None:
            return
    before, now = old or _NOBODY, new or _NOBODY
    if old is not None:
        for id in sorted(before.contacts.keys() | now.contacts.keys()):
            yield from _of_contact(contact_kind, before.contacts.get(id), now.contacts.get(id))
        if before.status != now.status:
            yield Turn("status", (), status, None, before.status, now.status)
    for id in sorted(before.warnings.keys() | now.warnings.keys()):
        one, other = before.warnings.get(id), now.warnings.get(id)
        # A better translation is no other warning.
        if _source(one) != _source(other):
            yield Turn("warning", (), old=one, new=other)


def _of_contact(scheme: str, old: tuple[str, str] | None, new: tuple[str, str] | None) -> Iterator[Turn]:
    """A contact that is new, gone or another."""
    if old == new:
        return
    code = (new or old or ("", ""))[0]
    if old and new and old[0] != new[0]:
        # Another sort of contact under the same id: one goes, one comes.
        yield Turn("contact", (), scheme, old[0], old[1], None)
        yield Turn("contact", (), scheme, new[0], None, new[1])
        return
    yield Turn("contact", (), scheme, code, old and old[1], new and new[1])


def _source(texts: Mapping[str, str] | None) -> str | None:
    """The text that translations are made from."""
    return texts[SOURCE_LANGUAGE] if texts else None


def _without_forbidden(turn: Turn, library: Library) -> Turn | None:
    """A change without an older value that may no longer be kept; None when nothing is left of it."""
    if turn.part != "contact" or not isinstance(turn.old, str) or not library.danger.forbids(turn.old):
        return turn
    return replace(turn, old=None) if turn.new else None


def _hashable(text: Text) -> Any:
    """A text as a key."""
    return tuple(sorted(text.items())) if isinstance(text, Mapping) else text
