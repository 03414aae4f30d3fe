"""What an address of a contact may look like."""

from __future__ import annotations

import re

from amparo.model.base import plain_host


def check_web(value: str) -> None:
    """Refuse addresses that are not plain https (or old http) addresses of a plain host."""
    match = re.fullmatch(r"(https?)://([A-Za-z0-9.-]+)(/\S*)?(\?\S*)?", value)
    if not match:
        raise ValueError(f"`{value[:80]}` is not a web address", "https://example.org/page")
    check_host(match[2].lower())


def check_host(host: str) -> None:
    """Refuse hosts that are not plain names: look-alikes, bare numbers, and onion services, which are text
    and no link."""
    plain_host(host)
    if "." not in host or re.search(r"\.\.|^[-.]|[-.]$", host):
        raise ValueError(f"`{host}` is not a host", "https://example.org/page")
    if not re.search(r"\.[a-z]{2,}$", host):
        raise ValueError(f"`{host}` is a bare number, not a host", "the organisation's address in letters")
    if host.endswith(".onion"):
        raise ValueError(f"`{host}` is an onion address", "kind: onion, which pages print and never link")
