"""What editors leave behind in texts: notes to themselves, markup, tracking parts of addresses, and contacts
that belong under `contacts`, with their source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from urllib.parse import urlsplit, urlunsplit

from amparo.checks.addresses import texts_of
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.prose import prose_of
from amparo.source import Document, Path, Problem

_LEFT = re.compile(r"\b(?:TODO|FIXME|XXX|TBD|LOREM)\b|\bTo ?do:|\?\?\?|^#\s", re.IGNORECASE)
"""A note of an editor. `#` at the start is a comment that a block of text has swallowed."""

_MARKUP = re.compile(r"</?[a-z][^<>]*>|<!--|&(?:[a-z]+|#\w+);|\]\(", re.IGNORECASE)

_TRACKING = re.compile(
    r"(?i)(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|ttclid|mc_[ce]id|igshid|igsh|_ga|_gl|_hs\w+|ref_src|"
    r"mkt_tok|s_cid|wickedid|vero_id|oly_\w+_id|spm|si)(?==|$)"
)
"""Parts of an address that tell its owner who came from where."""

_NUMBER = re.compile(
    r"\+\d(?:[ ().-]{0,2}\d){6,}|(?<![\d/.,])0\d(?:[ .-]?\d){5,}(?![\d-])"
    r"|(?<![\d/.,-])\d{3,5}[ -]\d{3,4}(?:[ -]\d{2,4})*(?![\d-])"
    r"|(?<![\d/.,])\d{7,}|(?i:(?<=call )|(?<=dial )|(?<=phone )|(?<=ring )|(?<=text ))\d{3,}"
)
"""Digits that are a telephone number, or stand where one stands."""

_TRACKED = re.compile(r"https?://\S*\?")
_HINT = re.compile(r"\d\d|[@:]|www")
_NOTES = ("TODO", "FIXME", "XXX", "TBD", "LOREM", "TO DO:")

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d-\d+|(?:0\d\d|\d+)-(?:19|20)\d\d")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PAGE = re.compile(r"(?i)https?://\S+|\bwww\.\S+")

TITLES = ("title", "instruments.title")
"""Names of laws: their numbers look like telephone numbers."""

NOT_PUBLISHED = ("data/search/", "data/vocabulary/synonyms/")


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No text says what was meant for an editor, and no contact stands in a text without its source."""
    for name, document in loaded.documents.items():
        if not name.startswith(NOT_PUBLISHED) and _is_odd("\n".join(text for _, text in document.texts)):
            for path, text in texts_of(document):
                if path[-1] != "remark":
                    yield from _said(document, text, path)
    for body, document in loaded.bodies():
        yield from _unsourced(body, document)


def _is_odd(texts: str) -> bool:
    """Whether any value of a file needs a look of its own: nearly none does."""
    return bool(
        ("?" in texts and _TRACKED.search(texts))
        or any(sign in texts for sign in ("<", "&", "](", "???", "# "))
        or any(word in texts.upper() for word in _NOTES)
    )


def _said(document: Document, text: str, path: Path) -> Iterator[Problem]:
    """One value."""
    if text.startswith(("http://", "https://")):
        if "?" in text and (clean := without_tracking(text)) != text:
            yield document.problem(path, "an address that tells who came from where", clean)
        return
    left = _LEFT.search(text)
    if left:
        yield document.problem(
            path,
            f"`{left[0].strip()}` in a text that readers see",
            "delete it; notes for editors stand under editor_notes, comments in lines of their own",
        )
    markup = _MARKUP.search(text) if "<" in text or "&" in text or "](" in text else None
    if markup and (markup[0][0] != "&" or unescape(markup[0]) != markup[0]):
        yield document.problem(
            path, f"markup, `{markup[0][:40]}`", "plain words; pages have their own markup"
        )


def without_tracking(address: str) -> str:
    """An address without the parts of its query that follow people."""
    parts = urlsplit(address)
    kept = [one for one in parts.query.split("&") if one and not _TRACKING.match(one)]
    return urlunsplit(parts._replace(query="&".join(kept))) if parts.query else address


def numbers_in(text: str) -> list[str]:
    """Telephone numbers that stand in a text, or digits that look like one."""
    return list(_NUMBER.findall(_YEARS.sub("", text)))


def addresses_in(text: str) -> list[str]:
    """Mailboxes and web addresses that stand in a text."""
    return [*_MAILBOX.findall(text), *_PAGE.findall(text)]


def _unsourced(body: Organisation | Mechanism, document: Document) -> Iterator[Problem]:
    """Numbers, mailboxes and addresses in prose are those of the record's own contacts."""
    digits = [re.sub(r"\D", "", contact.value) for contact in body.contacts]
    known = {contact.value.lower() for contact in body.contacts}
    known |= {
        c.corroboration.other_value.lower()
        for c in body.contacts
        if c.corroboration and c.corroboration.other_value
    }
    for field, text in prose_of(body):
        if field in TITLES or field.endswith(".label") or not _HINT.search(text):
            continue
        found = addresses_in(text)
        wrong = next((one for one in found if one.rstrip(".,;:)").lower() not in known), None)
        for number in numbers_in(text) if wrong is None else ():
            plain = re.sub(r"\D", "", number).lstrip("0")
            if not any(one.endswith(plain) for one in digits):
                wrong = number
                break
        if wrong:
            yield document.problem(
                _place(document, field, text),
                f"`{wrong.strip()}` in a text, without a source",
                "a contact of its own, with value, purpose and source; here the words “see below”",
            )


def _place(document: Document, field: str, text: str) -> Path:
    """Where a prose field stands: its own line where it is told by its text."""
    return next((path for path, said in document.texts if said == text), (field.split(".")[0],))
