"""Proof that a contact is right. It belongs to the value that was seen: a changed value has no proof."""

from __future__ import annotations

import re
from typing import Annotated

import phonenumbers

from amparo.model.base import CodeOf, Line, Record, Slug

DIALLED = ("phone", "sms", "fax", "signal", "whatsapp")
"""Kinds whose value is a telephone number."""

SHOWN_TO_HOLD = ("two-sources", "one-source")
"""Results that say which sources show the value."""


class Corroboration(Record):
    """What an independent second reading of the contact found."""

    result: Annotated[str, CodeOf("corroboration")]
    """Whether a second source shows the same contact."""

    value: Line | None = None
    """The value that was seen at this reading, as it was then. The result belongs to this value: where the
    contact has another one, the result counts no more, and the contact stands on no emergency page. Required
    for `two-sources` and `one-source`."""

    source: Slug | None = None
    """The record's source that the second reading cites; missing when there is none that can be cited."""

    other_value: Line | None = None
    """Another value that was seen instead. Shown beside ours with its date: nobody knows which one is
    right."""

    remark: Line | None = None
    """For editors only: what the second reader wrote down."""


def plain_value(kind: str, value: str, region: str | None, inside_only: bool) -> str:
    """A value in the form in which it is compared: of a number its digits with the country's code, of a
    mailbox or an address small letters of the host, of a key its signs."""
    if kind in DIALLED:
        return _digits(value, region, inside_only)
    if kind == "email":
        return value.strip().lower()
    if kind in ("web", "web-form", "onion"):
        host = re.match(r"(?i)https?://[^/?#]*", value.strip())
        rest = value.strip()[host.end() :] if host else value.strip()
        return (host[0].lower() if host else "") + rest.rstrip("/")
    if kind == "pgp-fingerprint":
        return "".join(value.split()).upper()
    return " ".join(value.split())


def _digits(value: str, region: str | None, inside_only: bool) -> str:
    """The digits of a number; outside short and free numbers with the code of the country in front."""
    plain = re.sub(r"\(0\)", "", value) if value.strip().startswith("+") else value
    if not inside_only:
        try:
            number = phonenumbers.parse(plain, region)
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        except phonenumbers.NumberParseException:
            pass
    return re.sub(r"\D", "", plain)
