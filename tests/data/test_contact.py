"""A contact is printed as its source has it, dialled as a phone needs it, and linked only where a link is
safe."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from amparo.model.contact import Contact

ONION = "http://aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddd.onion/"


def contact(kind: str, value: str, **more: Any) -> Contact:
    """A contact with what every contact needs."""
    return Contact(id="c-1", kind=kind, value=value, purpose="general", source="s1", **more)


@pytest.mark.parametrize(
    "written, more, dialled",
    [
        ("+353 1 210 0489", {}, "+35312100489"),
        ("+1 (202) 458-3992", {}, "+12024583992"),
        ("021-3903963", {"region": "ID"}, "+62213903963"),
        ("1481", {"region": "GE", "inside_only": True}, "1481"),
        ("0800-39393", {"region": "PK", "inside_only": True}, "080039393"),
    ],
)
def test_number_is_dialled_in_full_and_printed_as_written(written: str, more: dict, dialled: str) -> None:
    found = contact("phone", written, **more)

    assert (found.value, found.dialled, found.href) == (written, dialled, f"tel:{dialled}")


@pytest.mark.parametrize(
    "kind, value, href",
    [
        ("email", "help@example.org", "mailto:help@example.org"),
        ("web", "https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("web-form", "http://example.org/", "http://example.org/"),
        ("sms", "+353 87 123 4567", "sms:+353871234567"),
        ("fax", "+353 1 210 0489", None),
        ("signal", "+353 87 123 4567", None),
        ("onion", ONION, None),
        ("pgp-fingerprint", "0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567", None),
        ("post", "PO Box 1, Dublin", None),
    ],
)
def test_only_safe_kinds_become_links(kind: str, value: str, href: str | None) -> None:
    assert contact(kind, value).href == href


@pytest.mark.parametrize(
    "kind, value, host",
    [
        ("email", "help@Example.ORG", "example.org"),
        ("web", "https://WWW.example.org/x", "example.org"),
        ("phone", "+353 1 210 0489", None),
    ],
)
def test_host_is_the_plain_name_in_lower_case(kind: str, value: str, host: str | None) -> None:
    assert contact(kind, value).host == host


@pytest.mark.parametrize(
    "kind, value",
    [
        ("phone", "+353 1 210\u00a00489"),
        ("phone", "++353 1 210 0489"),
        ("phone", "+353 1 210 0489 ext. 5"),
        ("phone", "tel:+35312100489"),
        ("email", "mailto:help@example.org"),
        ("email", "help@example.org?cc=spy@evil.example"),
        ("email", "Help <help@example.org>"),
        ("web", "//example.org/"),
        ("web", "HTTPS://example.org/"),
        ("web", "https://example"),
        ("web", "https://example..org/"),
        ("web", "https://example.org:8443/"),
        ("web", "https://[::1]/"),
        ("web", "vbscript:x"),
        ("web", "https://example.org\\@evil.example/"),
        ("web", ONION),
        ("onion", ONION.replace("http:", "javascript:")),
        ("onion", ONION.replace("a", "1")),
        ("signal", "@helper.01"),
        ("whatsapp", "087 123 4567"),
        ("fax", "0482"),
        ("pgp-fingerprint", "0x89ABCDEF"),
        ("pgp-fingerprint", "0123456789abcdef0123456789abcdef0123456g"),
    ],
)
def test_value_of_another_shape_is_refused(kind: str, value: str) -> None:
    with pytest.raises(ValidationError):
        contact(kind, value)


def test_record_cannot_be_changed_after_reading() -> None:
    with pytest.raises(ValidationError):
        contact("email", "help@example.org").value = "spy@evil.example"
