"""A translation says what its source says: no new number, address or markup, and no lost placeholder. It
names nobody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Problem
from amparo.source.hidden import REFUSED
from amparo.text import naming
from amparo.text.catalogue import DOMAINS
from amparo.text.language import script_of
from amparo.text.po.entry import Entry, PoFile
from amparo.text.po.reading import Broken
from amparo.text.po.soundness import sound
from amparo.text.scripts import Script

NOT_ALLOWED = re.compile(
    r"(?i)https?://|www\.|[\w.+-]+@[\w-]+\.\w|</?[a-z!]|\]:|[\u0660-\u0669\u06f0-\u06f9]"
)
"""Addresses, mailboxes, tags, definitions of links, and eastern digits."""

_WIDE = re.compile("［|］|（|）")
"""Brackets that make no link; and no script but those of East Asia has them."""

HEAD = {"Content-Type", "Language", "Plural-Forms", "MIME-Version", "Content-Transfer-Encoding"}
"""The fields of a head that say nothing about people, their tools or the time."""

_NAMES = re.compile(r"@|(?i:translat(?:or|ed by)|author|copyright)")
"""A comment that may name somebody."""

_LINK = re.compile(r"\]\(([^)]*)\)")
_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_START = re.compile(r"(?:^|[.!?:;]\s+)\W*$")
_DIGITS = re.compile(r"\d+")
_BOLD = re.compile(r"\*\*")
_BLOCK = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|>|\d+[.)]\s|```|~~~|(?:[-*_=]\s*){3,}$)|\s")
"""A beginning that makes a heading, a list or a quotation of a line."""

LAST_EUROPEAN = "\u058f"
"""The last sign of the Latin, Greek, Cyrillic and Armenian letters."""

_CLEANED = "run `make words`: it takes it out"


def check(project: Project, loaded: Loaded, site_name: str) -> Iterator[Problem]:
    """Every good translation of every language keeps to its source, and no translation writes the site's
    name."""
    for language in project.translated_languages():
        for domain in DOMAINS:
            file = project.translations(language, domain)
            if file.exists():
                yield from check_file(file, project.name_of(file), language, site_name)


def check_file(file: Path, name: str, language: str, site_name: str) -> Iterator[Problem]:
    """One PO file."""
    return iter(_problems_in(file.read_bytes(), name, language, site_name))


@lru_cache(maxsize=256)
def _problems_in(content: bytes, name: str, language: str, site_name: str) -> tuple[Problem, ...]:
    """The problems of a PO file, remembered: in a preview most files are as they were."""
    try:
        file = sound(content, name, language)
    except Broken as broken:
        return tuple(broken.problems)
    return (*_names(file, name), *_words(file, name, script_of(language), site_name))


def _names(file: PoFile, name: str) -> Iterator[Problem]:
    """Nothing tells who translated, when, and with what: in some countries that is enough for an arrest."""
    head = file.head
    for field in head.fields.keys() - HEAD:
        found = f"`{field}` can tell who translated, when, or with what"
        yield Problem(name, head.line, 1, field, found, _CLEANED)
    if any(head.notes):
        yield Problem(
            name, head.line, 1, "", f"a comment above the head: {' '.join(head.notes)[:60]}", _CLEANED
        )
    for entry in file.entries:
        place = entry.source.context or entry.source.text[:40]
        told = next((note for note in (*entry.notes, *entry.hints) if _NAMES.search(note)), None)
        if told:
            found = f"a comment that may name somebody: {told[:60]}"
            yield Problem(name, entry.line, 1, place, found, "the comment without names and mailboxes")
        if (entry.is_stale or entry.is_obsolete) and any("@" in string for string in entry.strings):
            found = "a mailbox in a translation that is not in use"
            yield Problem(name, entry.line, 1, place, found, "delete it; addresses come from records")


def _words(file: PoFile, name: str, script: Script, site_name: str) -> Iterator[Problem]:
    """Every translation that readers see says what its source says."""
    for entry in file.entries:
        if entry.is_stale or entry.is_obsolete:
            continue
        for string in entry.strings:
            if not string.strip():
                continue
            place = entry.source.context or entry.source.text[:40]
            for found, right in (*_faults(entry, string, script), *_own_name(entry, string, site_name)):
                yield Problem(name, entry.line, 1, place, found, right)


def _own_name(entry: Entry, string: str, site_name: str) -> Iterator[tuple[str, str]]:
    """The site's name, written by hand more often than in the source. At the start of a sentence it may be a
    common word, such as "Refugio"; where it stands for the placeholder there, the placeholder is missing."""
    places = [place for place in naming.written(string, site_name) if not _START.search(string[:place])]
    sources = (entry.source.text, entry.source.plural or "")
    if len(places) > max(len(list(naming.written(source, site_name))) for source in sources):
        yield (
            f"the site's name, `{site_name}`",
            f"{naming.PLACEHOLDER} where the source has it, else other words",
        )


def _faults(entry: Entry, string: str, script: Script) -> Iterator[tuple[str, str]]:
    source = entry.source.plural or entry.source.text
    for sign in _hidden(string, script):
        allowed = sign in script.signs
        yield (
            f"a hidden character, U+{ord(sign):04X}",
            "delete it; it may stand only between two letters" if allowed else "delete it",
        )
    if "\n" in string and "\n" not in source:
        yield "a line break", "one line, as in the source"
    if _has_letters(source) and not _has_letters(string):
        yield f"`{string}` has no letters", "words, or nothing at all: the text is then shown in English"
    if _BLOCK.match(string) and not _BLOCK.match(source):
        yield f"`{string[:5]}` at the start makes something else of the line", "the words alone"
    if "%(" in source and "%" in _PLACEHOLDER.sub("", string).replace("%%", ""):
        yield "a single % in a text with placeholders", "%% for the sign itself"
    rules = (NOT_ALLOWED, *(() if script.is_wide and "](" not in source else (_WIDE,)))
    added = [m[0] for rule in rules for m in rule.finditer(string) if m[0] not in source]
    if added:
        yield f"`{added[0]}` is not in the source", "words only; addresses come from records"
    yield from _counts(entry, source, string)
    if len(string) > max(2.0 * len(source), len(source) + 120):
        yield (
            f"{len(string)} characters for {len(source)} in the source",
            f"at most {int(max(2.0 * len(source), len(source) + 120))} characters",
        )


def _counts(entry: Entry, source: str, string: str) -> Iterator[tuple[str, str]]:
    """What must stand as often as in the source. A form of a plural may leave a number out: "one day"."""
    plural = entry.source.plural is not None
    for rule, what in (
        (_LINK, "link targets"),
        (_PLACEHOLDER, "placeholders"),
        (_DIGITS, "numbers"),
        (_BOLD, "marks of bold"),
    ):
        ours, theirs = sorted(rule.findall(string)), sorted(rule.findall(source))
        if ours != theirs and not (plural and rule is not _LINK and set(ours) <= set(theirs)):
            yield (
                f"the {what} are {', '.join(ours) or 'none'}; the source has {', '.join(theirs) or 'none'}",
                "the same as in the source, in any order",
            )
            return


def _hidden(string: str, script: Script) -> Iterator[str]:
    """Signs without width that are not where the script needs them: between two letters of it, one at a
    time."""
    for match in REFUSED.finditer(string):
        around = (string[match.start() - 1 : match.start()], string[match.end() : match.end() + 1])
        if match[0] not in script.signs or not all(map(_is_eastern, around)):
            yield match[0]


def _is_eastern(sign: str) -> bool:
    """Whether a sign is a letter, or a mark on one, of a script that is not European."""
    return bool(sign) and sign > LAST_EUROPEAN and unicodedata.category(sign)[0] in "LM"


def _has_letters(text: str) -> bool:
    """Whether a text says anything."""
    return any(sign.isalpha() for sign in text)
