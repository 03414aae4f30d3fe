"""Contacts stay on the hosts that the record names: a swapped or look-alike address must show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.source import Problem

_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("1", "l"), ("0", "o"), ("5", "s"), ("i", "l"), ("-", ""))
"""Letters and digits that look alike in small print."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every web address and mailbox is on a host of the record; every named host is used; none looks like
    that of another body."""
    first: dict[str, tuple[str, str]] = {}
    for body, document in loaded.bodies():
        used = set()
        for n, contact in enumerate(body.contacts):
            host = contact.host
            if host is None:
                continue
            used.add(host)
            if host not in body.hosts:
                yield document.problem(
                    ("contacts", n, "value"),
                    f"the host `{host}` is not among the record's hosts",
                    f"if two sources show it: hosts: [{', '.join(sorted({*body.hosts, host}))}]; "
                    "else the old address",
                )
        for n, host in enumerate(body.hosts):
            if host not in used:
                yield document.problem(("hosts", n), f"no contact uses the host `{host}`", "delete it")
            other, whose = first.setdefault(_looks(host), (host, body.id))
            if other != host:
                yield document.problem(
                    ("hosts", n),
                    f"`{host}` looks like `{other}` of `{whose}`, and is another host",
                    f"{other}, if one of the two is a slip; compare both with their sources",
                )


def _looks(host: str) -> str:
    """A host as a tired reader sees it."""
    for sign, other in _ALIKE:
        host = host.replace(sign, other)
    return host
