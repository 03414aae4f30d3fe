"""A PO file tells nobody who translated, when, and with what: in some countries that is enough for an
arrest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from amparo.source import Problem
from amparo.text.po.entry import KNOWN_FLAG, Entry, PoFile

HEAD = {"Content-Type", "Language", "Plural-Forms", "MIME-Version", "Content-Transfer-Encoding"}
"""The fields of a head that say nothing about people, their tools or the time."""

VALUES = re.compile(
    r"text/plain\s*;\s*charset=[\w-]+|[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*|1\.0|8[- ]?bit|"
    r"\s*nplurals\s*=[\s\w=!<>&|?:;%().+-]*",
    re.IGNORECASE,
)
"""What these fields may say."""

_TELLS = re.compile(
    r"@|\((?:at|arroba)\)|\barroba\b|https?:|www\.|\+?\d[\d ().-]{6,}|©|\b(?:19|20)\d\d\b"
    r"|\b(?:translat(?:or|ed|ion by)|tradu[cz]\w*|tradut\w*|author\w*|autor\w*|copyright|reviewed"
    r"|revis(?:ado|ada|ed|or|ora)"
    r"|corrected|corregid\w*|written by|made by|hecho por|firmad\w*|signed|contact|contacto"
    r"|telegram|signal|whatsapp)\b"
    r"|مترجم|ترجم[ةه]|المراجع|راجعه|راجعته|перев[её]л|переводчи|автор|翻译者|译者|譯者|翻訳者",
    re.IGNORECASE,
)
"""What a comment says that may tell who wrote it, or when."""

_BY = re.compile(r"(?:^|[\s(:—-])(?:by|por|par|von|di|da|from|de|—|-)\s+[^\W\d_a-z]\w+")
"""A name after "by"."""

_CAPITAL = re.compile(r"[^\W\d_][\w'’.-]*")

_PLACE = re.compile(r"(?:data|docs|hooks)/[\w./-]+(?::\d+)?")

_CLEANED = "run `make words`: it takes it out"


def check(file: PoFile, name: str) -> Iterator[Problem]:
    """No field of the head, comment, flag or place, and no translation that is out of use, names a person."""
    head = file.head
    for field, value in head.fields.items():
        if field not in HEAD:
            found = f"`{field}` can tell who translated, when, or with what"
            yield Problem(name, head.line, 1, field, found, _CLEANED)
        elif not VALUES.fullmatch(value):
            yield Problem(name, head.line, 1, field, f"`{value[:60]}` says more than it must", _CLEANED)
    if any(head.notes):
        found = f"a comment above the head: {' '.join(head.notes)[:60]}"
        yield Problem(name, head.line, 1, "", found, _CLEANED)
    for entry in file.entries:
        if entry.notes or entry.hints or entry.flags or entry.places:
            yield from _around(entry, name)
        if (entry.is_stale or entry.is_obsolete) and any("@" in string for string in entry.strings):
            found = "a mailbox in a translation that is not in use"
            yield Problem(name, entry.line, 1, _place(entry), found, "delete it; addresses come from records")


def _around(entry: Entry, name: str) -> Iterator[Problem]:
    """What stands above an entry tells nothing about people."""
    for note in entry.notes:
        if _may_name(note, entry):
            found = f"a comment that may name somebody: {note[:60]}"
            yield Problem(
                name,
                entry.line,
                1,
                _place(entry),
                found,
                "the comment without names, mailboxes and dates; words with capitals in quotes",
            )
    for hint in entry.hints:
        if "@" in hint or (_TELLS.search(hint) and not entry.places):
            found = f"a comment that may name somebody: {hint[:60]}"
            yield Problem(name, entry.line, 1, _place(entry), found, _CLEANED)
    odd = [flag for flag in entry.flags if not KNOWN_FLAG.fullmatch(flag)]
    odd += [place for place in entry.places if not _PLACE.fullmatch(place)]
    if odd:
        found = f"`{odd[0][:60]}`, which may name somebody"
        yield Problem(name, entry.line, 1, _place(entry), found, _CLEANED)


def _may_name(note: str, entry: Entry) -> bool:
    """Whether a comment may say whose it is. Words in quotes, and words of the entry itself, are about the
    text."""
    said = re.sub(r"[“«\"‘`'][^”»\"’`']*[”»\"’`']", "", note)
    if _TELLS.search(unicodedata.normalize("NFKC", said)) or _BY.search(said):
        return True
    known = " ".join((entry.source.text, entry.source.plural or "", *entry.strings)).casefold()
    words = _CAPITAL.findall(said)
    large = [word[0].isupper() and word.casefold() not in known for word in words]
    # One large word begins a sentence; two in a row, or one alone, are how people write their names.
    return any(map(all, pairwise(large))) or (large[:1] == [True] and len(words) == 1)


def _place(entry: Entry) -> str:
    return entry.source.context or entry.source.text[:40]
