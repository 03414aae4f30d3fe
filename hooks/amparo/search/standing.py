"""The file that tells whether a number, a mailbox or an address that somebody pastes stands in this copy.

Loaded only when what is typed looks like one. It holds every contact in the form in which the browser
compares, and no name: titles come from the index. An address that it is an offence to keep or to share is
not in it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from amparo.model.contact import Contact
from amparo.pages.parts.contact import NUMBERS
from amparo.pages.site import Site

PATH = "assets/search/standing.js"
"""Where the file stands below the site's root."""


def write_standing(site: Site, tree: Path) -> None:
    """Write the file into a built site: one for all languages."""
    file = tree / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script(site), "utf-8")


def script(site: Site) -> str:
    """The whole script: the contacts of each page."""
    data = json.dumps(contacts(site), ensure_ascii=False, separators=(",", ":"))
    return f'"use strict";window.siteStanding={data};\n'


def contacts(site: Site) -> dict[str, list[str]]:
    """By address of a page: its contacts as they are compared."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for address, key in _contacts_of_bodies(site):
        found[address].add(key)
    for page in site.pages.values():
        if page.kind == "country":
            for line in site.library.national.shown(page.key):
                found[page.address] |= {digits(line.number), digits(line.dial or "")} - {""}
    return {address: sorted(keys) for address, keys in sorted(found.items())}


def _contacts_of_bodies(site: Site) -> Iterator[tuple[str, str]]:
    """What may stand in every copy of the contacts of helpers and official bodies."""
    library = site.library
    bodies = {"organisation": library.organisations, "mechanism": library.mechanisms}
    for kind, records in bodies.items():
        for id, body in records.items():
            for contact in body.contacts:
                if not library.danger.hides_contact(body, contact):
                    for key in compared(contact):
                        yield site.page_of(kind, id).address, key


def compared(contact: Contact) -> set[str]:
    """The forms in which a contact may be typed, as the browser compares them (`theme/search/results.js`)."""
    if contact.kind in NUMBERS:
        return {digits(contact.value), digits(contact.dialled or "")} - {""}
    value = contact.value.strip().lower()
    if re.search(r"\s", value) or not re.search("[@.]", value):
        return set()
    return {value if "@" in value else re.sub(r"^([a-z]+://)?(www\.)?", "", value).split("#")[0].rstrip("/")}


def digits(number: str) -> str:
    """The digits of a number without the sign for calls abroad."""
    return re.sub(r"^00", "", re.sub(r"[^0-9*]", "", number))
