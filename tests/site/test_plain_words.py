"""What readers read is plain and true: no metaphors that hide what is meant, no promise that somebody
answers, and each page says once that nobody has rung the numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.conftest import LANGUAGES, ROOT
from tests.site.document import parse

DOMAINS = ("ui", "vocabulary", "triage", "pages", "incident", "mechanisms")
UNRUNG = "Nobody has rung these numbers. Each says where it was seen."

BANNED = (
    r"\bsignposts?\b",
    r"\b[Ss]omebody answers now\b|\bSee who answers\b|\bwho answers now\b|\bSomebody answers\.",
    r"\bof at most (5|five)\b",
    r"\bNobody knows (whether|if|which)\b",
    r"\bnot yet confirmed by us\b",
    # A door that opens is a door; a way to an official body is none.
    r"\b(official|urgent|regional|direct|fast|slow|more|other|another) doors?\b",
    r"\b(which|no|every|each|these|this|own|one|many) doors?\b",
    r"\bdoors? (open|of the|go|and helpers|to protection|close)\b",
    r"^Doors?$",
)
ON_PAPER = r"^Seen, not yet confirmed\."
"""Cards and posters have room for one short sentence."""


def texts(domain: str) -> list[str]:
    """The English texts that translators get."""
    with (ROOT / f"data/translations/es/{domain}.po").open("rb") as file:
        catalogue = read_po(file)
    return [
        text
        for message in catalogue
        if message.id
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
    ]


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_holds_a_word_that_hides_or_promises(domain: str) -> None:
    read = texts(domain)

    assert read and [text for text in read if any(re.search(b, text, re.IGNORECASE) for b in BANNED)] == []


def test_old_words_would_be_noticed() -> None:
    old = (
        "question %(n)s of at most 5",
        "This page stays as a signpost.",
        "Somebody answers now",
        "See who answers",
        "Nobody knows whether it works",
        "Urgent doors open in %(country)s",
        "More official doors",
        "Which doors go together",
        "Rules to rely on, without a door of their own, and no door",
    )
    plain = ("If you drive, lock the doors and keep to busy roads.", "a locked door, somebody with you")

    assert [text for text in old if not any(re.search(b, text, re.IGNORECASE) for b in BANNED)] == []
    assert [text for text in plain if any(re.search(b, text, re.IGNORECASE) for b in BANNED)] == []


def test_only_cards_and_posters_say_that_something_is_not_yet_confirmed() -> None:
    said = [text for domain in DOMAINS for text in texts(domain) if "not yet confirmed" in text.lower()]
    said.remove("Changed, not yet confirmed.")

    assert len(said) == 2 and all(re.search(ON_PAPER, text) for text in said)


def test_no_page_says_twice_that_nobody_has_rung(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if page.relative_to(site).parts[0] not in LANGUAGES]
    said = {page: parse(page.read_text("utf-8")).text.count(UNRUNG) for page in pages}

    assert {page.relative_to(site).as_posix(): n for page, n in said.items() if n > 1} == {}
    assert 1 in said.values()
