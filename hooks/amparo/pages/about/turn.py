"""What has turned since the release before: a number, a warning, a status, a body that came or went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.text.voice import Foreign, Said

PARTS = ("contact", "warning", "status", "new", "gone")
"""The parts of the list, those first on which somebody's safety hangs at once."""

_KINDS = {"organisations": "organisation", "mechanisms": "mechanism", "lines": "country"}
"""Kinds of page by the folder of a record; the lines of a country stand on its sheet."""

Text = str | Mapping[str, str] | None
"""A value as it is printed, a text by language, or nothing."""


class Who(NamedTuple):
    """A record that says something else than before."""

    key: str
    """Folder and id, such as `organisations/omct`."""

    names: Mapping[str, str]
    """What it is called, by language."""


@dataclass(frozen=True)
class Turn:
    """One change, and every record that it touches alike."""

    part: str
    """One of `PARTS`."""

    who: tuple[Who, ...]
    """Whom it is about."""

    scheme: str | None = None
    """Vocabulary of `code`, and of the values of a status."""

    code: str | None = None
    """Which sort of contact or line it is."""

    old: Text = None
    """What stood there; None: nothing, or what may no longer be kept."""

    new: Text = None
    """What stands there now; None: nothing."""


class Name(NamedTuple):
    """A record in a list."""

    name: str
    """What it is called."""

    href: str | None
    """The way to its page; None: it has none any more."""


class Row(NamedTuple):
    """One change, in words."""

    who: list[Name]
    """Whom it is about."""

    what: Said | None
    """What sort of contact or line it is."""

    is_value: bool
    """Whether before and now are numbers or addresses, which run from left to right; those of a street run as
    they are written."""

    old: Said | None
    """Before."""

    new: Said | None
    """Now."""


class Part(NamedTuple):
    """One part of the list."""

    code: str
    """One of `PARTS`."""

    rows: list[Row]
    """Its changes."""


def parts(context: Context, turns: Iterable[Turn], has_pages: bool = True) -> list[Part]:
    """Changes as readers see them, by part; a part without any is left out. Without pages beside them names
    lead nowhere."""
    found: dict[str, list[Row]] = {part: [] for part in PARTS}
    for turn in turns:
        found[turn.part].append(_row(context, turn, has_pages))
    return [Part(code, rows) for code, rows in found.items() if rows]


def _row(context: Context, turn: Turn, has_pages: bool) -> Row:
    """One change in the language of the page."""
    is_status = turn.part == "status"
    return Row(
        who=[
            Name(_text(context, who.names), _href(context, who.key) if has_pages else None)
            for who in turn.who
        ],
        what=_term(context, turn.scheme, turn.code) if turn.code else None,
        is_value=turn.part == "contact" and turn.code not in ("post", "in-person"),
        old=_said(context, turn.scheme if is_status else None, turn.old),
        new=_said(context, turn.scheme if is_status else None, turn.new),
    )


def _said(context: Context, scheme: str | None, text: Text) -> Said | None:
    """A value, a text or a word of a vocabulary."""
    if text is None:
        return None
    if isinstance(text, str):
        return _term(context, scheme, text) if scheme else text
    if context.language in text:
        return text[context.language]
    return Foreign(_text(context, text), context.site.default, "ltr")


def _text(context: Context, by_language: Mapping[str, str]) -> str:
    """A text in the language of the page, else in the source language."""
    return by_language.get(context.language) or by_language[context.site.default]


def _term(context: Context, scheme: str | None, code: str) -> Said:
    """A word of a vocabulary; its code where the word is gone since."""
    terms = context.library.vocabulary(scheme).by_code if scheme else {}
    return context.voice.term(scheme or "", terms[code]) if code in terms else code


def _href(context: Context, key: str) -> str | None:
    """The way to a record's page, where it has one."""
    folder, _, id = key.partition("/")
    kind = context.site.kinds[_KINDS[folder]]
    address = kind.address_of(id.upper() if folder == "lines" else id)
    is_there = address.removesuffix(".html") + ".md" in context.site.pages
    return context.up + address if is_there else None
