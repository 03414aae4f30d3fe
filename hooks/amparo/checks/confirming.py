"""Whether a change was confirmed as it must be: by sources, by two roles, by a call on the old number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amparo.model.change import CallBack, Change, Key, Shift, Value
from amparo.model.citation import BodyCitation
from amparo.model.guarded import turned
from amparo.source import Document, Path, Problem

ROLES = 2
"""Confirmations that are needed, each in another role."""

TRIES = 3
"""Days on which nobody answers before that counts."""

UNASKED = ("post", "in-person", "ambulance", "general-emergency", "police")
"""Kinds of contact and line on which nobody can be asked: a letter takes weeks, and an emergency number is
not rung for a question."""


EVERYBODYS = frozenset((
    "gmail.com", "googlemail.com", "google.com", "yahoo.com", "yahoo.fr", "hotmail.com", "outlook.com",
    "live.com", "icloud.com", "aol.com", "gmx.net", "mail.ru", "yandex.ru", "proton.me",
    "protonmail.com", "tutanota.com", "tuta.io", "riseup.net", "t.me", "telegram.me", "wa.me",
    "whatsapp.com", "facebook.com", "fb.com", "twitter.com", "x.com", "instagram.com", "youtube.com",
    "tiktok.com", "linkedin.com", "github.com", "linktr.ee", "medium.com", "wordpress.com",
    "blogspot.com", "wixsite.com", "weebly.com",
))  # fmt: skip
"""Hosts on which anybody can have a page or a mailbox: a page there is not the body's own."""


@dataclass(frozen=True)
class Before:
    """What the ledger knew before a change."""

    values: dict[Key, Value]
    """What was confirmed."""

    since: str
    """The day of the last change of the same record, or that on which the ledger began."""

    def hosts(self, change: Change) -> frozenset[str]:
        """Hosts on which the body itself speaks: those of before the change. Of a body that is new, its
        own."""
        known = self.values.get((change.record, "hosts"))
        if known is None and not any(record == change.record for record, _ in self.values):
            known = next((one.after for one in change.changes if one.what == "hosts"), None)
        return frozenset((known or {}).get("hosts", ())) - EVERYBODYS

    def new_hosts(self, change: Change) -> frozenset[str]:
        """Hosts that the change itself brings in."""
        brought = next((one.after for one in change.changes if one.what == "hosts"), None)
        known = self.values.get((change.record, "hosts")) or {}
        return frozenset((brought or {}).get("hosts", ())) - set(known.get("hosts", ()))


def faults(change: Change, document: Document, before: Before, as_of: date) -> Iterator[Problem]:
    """What is wrong in a change record, however much of it is still missing."""
    yield from _days(change, document, before, as_of)
    roles: set[str] = set()
    for n, one in enumerate(change.confirmed):
        if one.role in roles:
            yield document.problem(
                ("confirmed", n, "role"),
                f"`{one.role}` has confirmed it already: the same role twice is one confirmation",
                "another role, of somebody else; until then delete this part",
            )
        roles.add(one.role)
    yield from _sources(change, document, before)
    yield from _calls(change, document)


def _days(change: Change, document: Document, before: Before, as_of: date) -> Iterator[Problem]:
    """Days follow each other: seen, called, confirmed; none is after `as_of`, none before the last change."""
    today = as_of.isoformat()
    found: list[tuple[Path, str]] = [(("day",), change.day)]
    found += [(("confirmed", n, "day"), one.day) for n, one in enumerate(change.confirmed)]
    found += [(("called_back", n, "day"), one.day) for n, one in enumerate(change.called_back)]
    for path, day in found:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            yield document.problem(path, f"`{day}` is not a whole day", f"day: {today}")
        elif day > today:
            yield document.problem(
                path,
                f"`{day}` is after {today}, the day of the data (as_of in mkdocs.yml)",
                "the day on which it was done, or a later as_of",
            )
        elif day < change.day:
            yield document.problem(
                path,
                f"`{day}` is before {change.day}, when the change was seen",
                "the day on which it was done",
            )
    if change.day < before.since:
        yield document.problem(
            ("day",),
            f"`{change.day}` is before {before.since}, the last day that the ledger has for this record",
            "the day on which the change was seen",
        )


def _sources(change: Change, document: Document, before: Before) -> Iterator[Problem]:
    """Sources are pages, each of another publisher; the body's own stands where the body spoke before, and a
    new host does not speak for itself."""
    own, brought = before.hosts(change), before.new_hosts(change)
    seen: dict[str, str] = {}
    for n, source in enumerate(change.sources):
        path = ("sources", n)
        if source.kind == "memory":
            yield document.problem((*path, "kind"), "memory is no source of a change", "a page that shows it")
        for name in _names(source):
            first = seen.setdefault(name, source.id)
            if first != source.id:
                yield document.problem(
                    path,
                    f"`{source.id}` is the same source as `{first}`",
                    "a source that does not depend on it",
                )
                break
        if source.kind == "official" and not change.record.startswith("lines/"):
            if not _is_on(source.host, own):
                yield document.problem(
                    (*path, "url" if source.url else "kind"),
                    f"`{source.host or source.id}` is no host of it: {', '.join(sorted(own)) or 'none'}",
                    "the body's own page on its old host, or kind: third-party and a second source",
                )
        elif brought and _is_on(source.host, brought):
            yield document.problem(
                (*path, "url"),
                f"`{source.host}` is new itself, and cannot speak for itself",
                "another source",
            )


def _names(source: BodyCitation) -> Iterator[str]:
    """What makes two sources one: their host, their family or their publisher."""
    if source.host:
        yield source.host
    if source.family or source.publisher:
        yield (source.family or source.publisher or "").casefold()


def _is_on(host: str, hosts: frozenset[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def _calls(change: Change, document: Document) -> Iterator[Problem]:
    """Who was asked was asked on the old contact."""
    asked = {shift.what: shift for shift in change.changes if shift.before}
    for n, call in enumerate(change.called_back):
        shift = asked.get(call.what)
        if shift is None:
            yield document.problem(
                ("called_back", n, "what"),
                f"`{call.what}` is no contact that was there before",
                f"one of: {', '.join(sorted(asked)) or 'none, delete this part'}",
            )
        elif not _is_of(call, shift):
            value = _value(shift.before)
            yield document.problem(
                ("called_back", n, "value"), f"`{call.value}` is not the old one", f"value: {value}"
            )


def _is_of(call: CallBack, shift: Shift) -> bool:
    """Whether somebody used the old contact, however it is spelled."""
    before = shift.before or {}
    if "number" in before:
        return _digits(call.value) == _digits(str(before["number"]))
    return "value" in before and turned(call.what, before, {**before, "value": call.value}) is None


def _digits(number: str) -> str:
    return re.sub(r"[^0-9*#]", "", number)


def _value(value: Value | None) -> str:
    """The number or the address of a contact or a line."""
    return str((value or {}).get("value") or (value or {}).get("number") or "")


def lacking(change: Change) -> list[str]:
    """What is still missing before a change counts as confirmed, in words; empty: nothing."""
    words = []
    is_line = change.record.startswith("lines/")
    has_official = not is_line and any(source.kind == "official" for source in change.sources)
    if not has_official and len(change.sources) < 2:
        words.append("two sources" if is_line else "two sources, or one page of the body itself")
    if len({one.role for one in change.confirmed}) < ROLES:
        words.append("two confirmations, each in another role")
    for shift in change.changes:
        before = shift.before or {}
        if not _value(before) or before.get("kind") in UNASKED:
            continue
        calls = [call for call in change.called_back if call.what == shift.what]
        if any(call.result in ("confirmed", "gone") for call in calls):
            continue
        if len({call.day for call in calls}) < TRIES:
            words.append(f"a call back on {_value(before)}")
    return words
