"""Translations in gettext PO files: read, brought up to date, written back."""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import read_po, write_po

from amparo.project import Project

DOMAINS = (
    "ui",
    "vocabulary",
    "organisations",
    "mechanisms",
    "designations",
    "lines",
    "triage",
    "incident",
    "curriculum",
    "pages",
)
"""One PO file a domain: words of templates, of closed lists, of records, of mechanisms and lists of States,
of dangers by
country, of national telephone lines, of guided questions, of the incident report, of the workshop, of
hand-written pages."""

Key = tuple[str | None, str]
"""Context (None in `ui`) and source text. For plurals the source text is the singular."""


@dataclass(frozen=True)
class Message:
    """A text to translate, in the source language."""

    context: str | None
    """Where it stands, e.g. `organisations/front-line-defenders#how_to_ask`; None in `ui`."""

    text: str
    """The English text."""

    plural: str | None = None
    """The English plural, where a number is said."""

    comment: str = ""
    """What a translator should know, e.g. the longest length."""

    file: str = ""
    """File it comes from, below the project's root."""

    @property
    def key(self) -> Key:
        """Context and text."""
        return (self.context, self.text)


@dataclass
class Translations:
    """Everything that is translated into one language."""

    language: str
    """Language code."""

    texts: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    """Good translations: one text, or one a plural form. Stale and empty ones are left out."""

    stale: set[Key] = field(default_factory=set)
    """Keys whose translation was made from an older source text."""

    plural_form: Callable[[int], int] = lambda n: 0
    """Which plural form a number takes."""


def read_translations(project: Project, language: str) -> Translations:
    """All good translations of one language. A language without files has none."""
    found = Translations(language)
    for domain in DOMAINS:
        file = project.translations(language, domain)
        if not file.exists():
            continue
        part = _read_part(file.read_text("utf-8"), language)
        found.texts.update(part.texts)
        found.stale.update(part.stale)
        found.plural_form = part.plural_form
    return found


@lru_cache(maxsize=64)
def _read_part(text: str, language: str) -> Translations:
    """What one PO file gives, remembered: in a preview most files are as they were. Callers change nothing in
    it."""
    catalog = _catalogue_of(text, language)
    part = Translations(language, plural_form=gettext.c2py(catalog.plural_expr))
    for message in catalog:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.fuzzy:
            part.stale.add(_key(message))
        elif all(strings):
            part.texts[_key(message)] = tuple(strings)
    return part


def read_catalogue(file: Path, language: str) -> Catalog:
    """One PO file, with the older source texts beside stale translations, which Babel writes but does not
    read."""
    return _catalogue_of(file.read_text("utf-8"), language)


def _catalogue_of(text: str, language: str) -> Catalog:
    """The catalogue in the text of a PO file."""
    catalog = _parsed(text, language)
    for entry in text.split("\n\n"):
        before = "\n".join(line[3:] for line in entry.split("\n") if line.startswith("#| "))
        if before:
            older = next(message for message in _parsed(before + '\nmsgstr ""', language) if message.id)
            context, text_now = _key(next(message for message in _parsed(entry, language) if message.id))
            catalog.get(text_now, context).previous_id = (
                [older.id] if isinstance(older.id, str) else list(older.id)
            )
    return catalog


def _parsed(text: str, language: str) -> Catalog:
    """What Babel reads in a PO text."""
    return read_po(io.BytesIO(text.encode()), locale=language)


def write_pot(project: Project, domain: str, sources: Iterable[Message]) -> None:
    """Write the template of a domain, for translation tools that start from it."""
    _write(project.build(f"pot/{domain}.pot"), _fresh(None, sources))


def update(project: Project, language: str, domain: str, sources: list[Message]) -> tuple[int, int]:
    """Bring one PO file up to date with the sources. Returns (missing, stale).

    A translation stays with its context when the source text changes, marked fuzzy with the old text beside
    it, so that
    nothing is lost and nothing stale is shown. Files are written the same way on every machine and name no
    translator.
    """
    file = project.translations(language, domain)
    old = read_catalogue(file, language) if file.exists() else Catalog(locale=language)
    by_key = {_key(message): message for message in old if message.id}
    wanted = {source.key for source in sources}
    changed = {
        key[0]: message for key, message in by_key.items() if key not in wanted and key[0] and message.string
    }
    fresh = _fresh(language, sources)
    missing = stale = 0
    for message in fresh:
        if not message.id:
            continue
        key = _key(message)
        if key in by_key:
            message.string = by_key[key].string
            message.flags |= set(by_key[key].flags) & {"fuzzy"}
            message.previous_id = by_key[key].previous_id
        elif key[0] in changed:
            before = changed.pop(key[0])
            message.string = before.string
            message.flags |= {"fuzzy"}
            message.previous_id = [before.id] if isinstance(before.id, str) else list(before.id)
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        missing += not all(strings)
        stale += bool(message.fuzzy)
    _write(file, fresh)
    return missing, stale


def _fresh(language: str | None, sources: Iterable[Message]) -> Catalog:
    """An empty catalogue of the sources, sorted by context and text, without dates and names."""
    catalog = Catalog(locale=language, fuzzy=False)
    for source in sorted(sources, key=lambda s: (s.context or "", s.text)):
        message = catalog.add(
            (source.text, source.plural) if source.plural else source.text,
            context=source.context,
            auto_comments=[source.comment] if source.comment else [],
            locations=[(source.file, None)] if source.file else [],
        )
        # Babel also takes "10% of" for a placeholder, and then tools refuse its translation.
        message.flags = {"python-format"} if "%(" in source.text else set()
    return catalog


def _write(file: Path, catalog: Catalog) -> None:
    """Write a catalogue with the three header lines that tools need and nothing that changes by itself.

    The width is only large: at 0 Babel still breaks comments after 76 signs, and a broken `#| msgid` is no
    valid PO.
    """
    body = io.BytesIO()
    write_po(body, catalog, width=100_000, omit_header=True, include_previous=True)
    head = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"']
    if catalog.locale:
        head += [f'"Language: {catalog.locale}\\n"', f'"Plural-Forms: {catalog.plural_forms}\\n"']
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(("\n".join(head) + "\n\n").encode() + body.getvalue())


def _key(message: BabelMessage) -> Key:
    """Context and source text of a message."""
    return (message.context, message.id if isinstance(message.id, str) else message.id[0])


def direction(language: str) -> str:
    """`rtl` or `ltr`, from CLDR."""
    return "rtl" if Locale.parse(language).character_order == "right-to-left" else "ltr"
