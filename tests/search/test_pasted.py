"""Somebody pastes a number, a mailbox or an address: the search says whether it stands in this copy, and no
more."""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import pytest

from amparo.model.proof import DIALLED
from amparo.search.contacts import known, mark, script
from tests.browser.serving import Served
from tests.conftest import LANGUAGES, ROOT
from tests.search.conftest import drive, root, the_site
from tests.search.test_index import entries

FLD = "emergency/organisations/front-line-defenders.html"


def standing(*pasted: str) -> list[list[str] | None]:
    """What the browser's part finds for each; None where it takes the text for words."""
    code = (ROOT / "hooks/theme/search/pasted.js").read_text("utf-8")
    lines = (
        code,
        f"const known = {json.dumps(known(the_site()))};",
        "const found = (mark) => (mark.text ? standing(mark, known) : null);",
        f"console.log(JSON.stringify({json.dumps(pasted)}.map(markOf).map(found)));",
    )
    done = subprocess.run(["node", "-"], input="\n".join(lines), capture_output=True, text=True, check=True)
    found: list[list[str] | None] = json.loads(done.stdout)
    return found


def test_every_contact_that_may_be_kept_is_found_as_it_is_printed() -> None:
    library = the_site().library
    pairs = [
        (contact.value, f"emergency/organisations/{o.id}.html")
        for o in library.directory.listed
        for contact in o.contacts
        if contact.kind in (*DIALLED, "email", "web", "web-form", "onion", "pgp-fingerprint")
        and not library.danger.hides_contact(o, contact)
        and (contact.kind not in DIALLED or len(re.sub(r"\D", "", contact.value)) > 2)
    ]
    found = standing(*(value for value, _ in pairs))

    assert len(pairs) > 200
    assert [pair for pair, pages in zip(pairs, found, strict=True) if not pages or pair[1] not in pages] == []


@pytest.mark.parametrize(
    ("pasted", "stands"),
    [
        ("+353 1 210 0489", True),
        ("00353 1 2100489", True),
        ("01 210 0489", True),
        ("‏+٣٥٣ ١ ٢١٠ ٠٤٨٩", True),
        ("tel:+35312100489", True),
        ("+353 (0)1 210 0489", True),
        ("+३५३ १ २१० ०४८९", True),
        ("＋３５３ １ ２１０ ０４８９", True),
        ("+353‑1‑210‑0489", True),
        ("whose number is +353 1 210 0489?", True),
        ("https://wa.me/35312100489", True),
        ("who is https://www.frontlinedefenders.org/en/about, please", True),
        ("who is +353 1 210 0488?", False),
        ("+353 1 210 0488", False),
        ("+44 1 210 0489", False),
        ("https://www.frontlinedefenders.org/", True),
        ("frontlinedefenders.org/en/anything", True),
        ("frontline-defenders.org", False),
        ("frontlinedefenders.org.example.com", False),
        ("help@frontlinedefenders.example.org", False),
        ("frontlinedefenders.org@example.com", False),
    ],
)
def test_only_the_same_number_or_host_stands_here(pasted: str, stands: bool) -> None:
    found = standing(pasted)[0]

    assert found is not None and (FLD in found) == stands


def test_words_are_words() -> None:
    assert standing("lawyer in mexico", "women's line", "النساء", "24 hours") == [None] * 4


def test_no_host_that_may_not_be_kept_is_in_the_list() -> None:
    library, text = the_site().library, script(the_site())
    hidden = [
        contact
        for o in library.directory.listed
        for contact in o.contacts
        if library.danger.hides_contact(o, contact) and contact.kind not in ("post", "in-person")
    ]

    assert hidden and [contact.value for contact in hidden if f'"{mark(contact)}":' in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_a_country_are_found_by_what_they_are_for(language: str) -> None:
    kinds = [entry for entry in entries(language) if entry.kind == "line"]
    mexico = next(entry for entry in entries(language) if entry.key == "place/MX")

    assert len(kinds) == 7 and all(entry.words for entry in kinds)
    assert "911" in mexico.line


def test_the_box_says_whether_it_stands_here(served: Served) -> None:
    """In a browser, in every language: the page of the number, and a sentence; else one that does not call it
    false."""
    asked: list[dict[str, Any]] = [
        {"page": root(served.url, language) + "emergency/is-it-really-them.html", "type": [text]}
        for language in LANGUAGES
        for text in ("+353 1 210 0489", "+353 1 210 0488")
    ]
    seen = [visit["typed"][-1] for visit in drive(visits=asked)["visits"]]

    for language, here, not_here in zip(LANGUAGES, seen[::2], seen[1::2], strict=True):
        assert [url for url in here["results"] if url.endswith(FLD)], language
        assert here["status"] and not_here["status"] and here["status"] != not_here["status"]
        assert FLD not in " ".join(not_here["results"])
