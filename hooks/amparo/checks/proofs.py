"""A proof belongs to a value: a changed number keeps nothing of what was confirmed about the old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import phonenumbers

from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.national_line import NationalLine
from amparo.model.organisation import Organisation
from amparo.model.proof import DIALLED, SHOWN_TO_HOLD, plain_value
from amparo.source import Document, Path, Problem

NOWHERE = "it stands on no emergency page, card, print or pocket edition"


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Results, calls and agreements say of which value they speak, and it is the one that stands there."""
    for body, document in loaded.bodies():
        for n, contact in enumerate(body.contacts):
            yield from _contact(contact, ("contacts", n), document)
        yield from _called(body, document)
    for id, country in loaded.lines.items():
        document = loaded.document_of(id, "lines")
        for n, line in enumerate(country.lines):
            yield from _line(line, n, country.country, document)


def _contact(contact: Contact, path: Path, document: Document) -> Iterator[Problem]:
    """One contact and its second reading."""
    second = contact.corroboration
    if second is None or second.value is None:
        if second and second.result in SHOWN_TO_HOLD:
            yield document.problem(
                (*path, "corroboration", "result"),
                f"`{second.result}`, and nobody has written down of which value",
                f"value: {contact.value}",
            )
        elif (contact.kind in DIALLED or contact.is_urgent) and not (second and second.result == "differs"):
            yield document.problem(
                (*path, "value"),
                f"nobody has written down which value was seen, so {NOWHERE}",
                f'corroboration: {{result: not-looked, value: "{contact.value}"}}, if the source shows it so',
                "warning",
            )
    elif contact.is_changed:
        yield document.problem(
            (*path, "value"),
            f"`{contact.value}` is not the value that was seen, `{second.value}`; {NOWHERE}",
            f"read the source again, and its `{second.result}` anew; then value: {contact.value} under "
            "corroboration, else the old value here",
            "warning",
        )
    if (
        second
        and second.other_value
        and _plain(contact, second.other_value) == _plain(contact, contact.value)
    ):
        yield document.problem(
            (*path, "corroboration", "other_value"),
            f"`{second.other_value}` is the contact's own value",
            "the value that the other source shows, or result: two-sources",
        )


def _plain(contact: Contact, value: str) -> str:
    return plain_value(contact.kind, value, contact.region, contact.inside_only)


def _called(body: Organisation | Mechanism, document: Document) -> Iterator[Problem]:
    """Who says that they called or wrote says whom, and the number still stands here."""
    if body.checked.method not in ("called", "wrote"):
        return
    if not body.checked.values:
        yield document.problem(
            ("checked", "method"),
            f"method `{body.checked.method}`, and nobody has written down which contact",
            "values: [the number or mailbox that answered]",
        )
    for n, value in enumerate(body.checked.values):
        if all(_plain(contact, value) != _plain(contact, contact.value) for contact in body.contacts):
            yield document.problem(
                ("checked", "values", n),
                f"`{value}` answered, and is no contact of this record any more",
                "method: read-source, until somebody has called again",
            )


def _line(line: NationalLine, n: int, country: str, document: Document) -> Iterator[Problem]:
    """A line of a country: what the sources print, what stands here and what is dialled are one number."""
    if line.is_changed:
        yield document.problem(
            ("lines", n, "number"),
            f"`{line.number}` is not what its sources print, `{line.seen}`; the line is shown nowhere",
            f'read the sources again; then seen: "{line.digits}" and agreement, else the old number here',
            "warning",
        )
    if line.dial and not _is_same_call(line.digits, line.dial, country):
        yield document.problem(
            ("lines", n, "dial"),
            f"`{line.dial}` is not in the printed number `{line.number}`",
            "compare with the source",
        )


def _is_same_call(digits: str, dial: str, country: str) -> bool:
    """Whether a printed number and a dialled one ring at the same place: one may have the code of the area,
    of the country, or a choice in a menu beside it."""
    if digits.endswith(dial) or dial.endswith(digits) or digits.startswith(dial):
        return True
    try:
        printed, called = (
            phonenumbers.parse(f"+{digits.removeprefix('00')}"),
            phonenumbers.parse(dial, country),
        )
    except phonenumbers.NumberParseException:
        return False
    same: bool = printed.national_number == called.national_number
    return same and printed.country_code == called.country_code
