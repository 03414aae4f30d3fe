"""The file that says whether a pasted number, mailbox or address stands in this copy, and with whom.

A file of its own, because few people paste one: the searches stay light. It is the same in every language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from amparo.model.contact import Contact
from amparo.model.proof import DIALLED
from amparo.pages.site import Site

FILE = "assets/search/contacts.js"
"""Its place below the site's root."""


def write_contacts(site: Site, tree: Path) -> None:
    """Write the file into a built site."""
    file = tree / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script(site), "utf-8", newline="\n")


def script(site: Site) -> str:
    """The whole script: by what is compared, the pages where it stands, below a language's root."""
    data = json.dumps(known(site), ensure_ascii=False, separators=(",", ":"))
    return f'"use strict";window.siteContacts={data};\n'


def known(site: Site) -> dict[str, list[str]]:
    """Pages by mark. What may not be kept in some country is not in it: the same file travels with every
    copy."""
    found: dict[str, list[str]] = {}
    for mark, address in _all(site):
        pages = found.setdefault(mark, [])
        if address not in pages:
            pages.append(address)
    return dict(sorted(found.items()))


def mark(contact: Contact) -> str:
    """What is compared: the digits of a number, anything else in small letters without spaces, scheme and
    `www.`. `theme/search/pasted.js` does the same with what somebody pastes."""
    if contact.kind in DIALLED:
        return re.sub(r"\D", "", contact.dialled)
    text = re.sub(r"\s", "", contact.value.lower())
    return re.sub(r"^https?://(www\.)?", "", text).rstrip("/")


def _all(site: Site) -> Iterator[tuple[str, str]]:
    """Every mark with a page on which it stands."""
    library, context = site.library, site.at_root(site.default)
    for o in library.directory.listed:
        for contact in o.contacts:
            # A number that was changed without a proof, or found out of use, is not vouched for.
            if (
                contact.kind in ("post", "in-person")
                or contact.is_held_back
                or library.danger.hides_contact(o, contact)
            ):
                continue
            yield mark(contact), context.url("organisation", o.id)
    for code in library.places:
        for line in library.national.shown(code):
            yield re.sub(r"\D", "", line.dial or line.number), context.url("country", code)
