"""Contacts stay on the hosts that the record names: a swapped address must show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every web address and mailbox is on a host of the record; every named host is used."""
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
