"""Whatever the site lets a reader dial, write to or import stands in the ledger of contacts: nothing goes
past it."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import phonenumbers

from amparo.model.lock import FILE, read_lock
from amparo.model.proof import DIALLED
from tests.conftest import PROJECT

FEWEST = 600
"""Numbers and mailboxes that the site has at least."""


@cache
def ledger() -> dict[tuple[str, str], dict]:
    """What was confirmed."""
    return {
        key: value for key, (value, _) in read_lock(PROJECT.find(FILE).read_text("utf-8")).values().items()
    }


def dialled(value: dict) -> str:
    """A number of the ledger as a phone dials it."""
    if value.get("inside_only") == "true":
        return re.sub(r"\D", "", value["value"])
    number = phonenumbers.parse(value["value"], value.get("region"))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@cache
def known() -> frozenset[str]:
    """Everything that may be dialled or written to."""
    found = set()
    for value in ledger().values():
        if "number" in value:
            found |= {value.get("dial", ""), re.sub(r"[^0-9*#]", "", value["number"])}
        elif value.get("kind") in DIALLED:
            found |= {dialled(value), re.sub(r"[^\d+]", "", value["value"])}
        elif "value" in value:
            found.add(value["value"])
    return frozenset(found)


def test_every_number_and_mailbox_of_every_page_stands_in_the_ledger(site: Path) -> None:
    links = {
        unescape(link).replace("%23", "#"): page.name
        for page in site.rglob("*.html")
        for link in re.findall(r'href="(?:tel|sms|mailto):([^"?]+)', page.read_text("utf-8"))
    }

    assert {link: page for link, page in links.items() if link not in known()} == {}
    assert len(links) > FEWEST


def test_every_marked_contact_shows_the_value_of_the_ledger(site: Path) -> None:
    shown = {
        (mark, unescape(value))
        for page in site.rglob("*.html")
        for mark, value in re.findall(
            r'data-contact="([^"]+)"[^>]*>(?:<a [^>]*>)?<bdi[^>]*>([^<]*)</bdi>', page.read_text("utf-8")
        )
    }
    allowed = {
        (f"{record.partition('/')[2]}/{what.removeprefix('contacts.')}", value.get("value"))
        for (record, what), value in ledger().items()
        if what.startswith("contacts.")
    }

    assert shown - allowed == set() and len(shown) > 500


def test_every_card_for_phones_stands_in_the_ledger(site: Path) -> None:
    cards = {
        re.sub(r"[ ()./-]", "", found) if found[0] in "+0123456789" and "@" not in found else found
        for file in site.rglob("*.vcf")
        for found in re.findall(r"(?m)^(?:TEL|EMAIL)[^:\n]*:(?:tel:)?(\S.*?)\r?$", file.read_text("utf-8"))
    }

    assert cards and {one for one in cards if one not in known()} == set()
