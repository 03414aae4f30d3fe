"""A translation says what its source says: no new number, address or markup, and no lost placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import PoFileError, read_po

from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Problem
from amparo.source.hidden import REFUSED
from amparo.text import naming
from amparo.text.catalogue import DOMAINS

NOT_ALLOWED = re.compile(
    r"(?i)https?://|www\.|[\w.+-]+@[\w-]+\.\w|</?[a-z!]|\]:|[\u0660-\u0669\u06f0-\u06f9]|［|］|（|）"
)
"""Addresses, mailboxes, tags, definitions of links, eastern digits and full-width brackets."""

_LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[[0-9]\])?)\s+)?"([^"\\]|\\.)*"\s*)?')
"""A line of a PO file. Babel takes a text without its closing quote, and drops its last letter."""

_LINK = re.compile(r"\]\(([^)]*)\)")
_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_START = re.compile(r"(?:^|[.!?:;]\s+)\W*$")
_DIGITS = re.compile(r"\d+")


def check(project: Project, loaded: Loaded, site_name: str) -> Iterator[Problem]:
    """Every good translation of every published language keeps to its source, and no translation writes the
    site's name."""
    for language in project.translated_languages():
        for domain in DOMAINS:
            file = project.translations(language, domain)
            if file.exists():
                yield from check_file(file, project.name_of(file), language, site_name)


def check_file(file: Path, name: str, language: str, site_name: str) -> Iterator[Problem]:
    """One PO file."""
    return iter(_problems_in(file.read_bytes(), name, language, site_name))


@lru_cache(maxsize=64)
def _problems_in(content: bytes, name: str, language: str, site_name: str) -> tuple[Problem, ...]:
    """The problems of a PO file, remembered: in a preview most files are as they were."""
    return tuple(_read_and_check(content, name, language, site_name))


def _read_and_check(content: bytes, name: str, language: str, site_name: str) -> Iterator[Problem]:
    try:
        lines = content.decode("utf-8").split("\n")
        for n, line in enumerate(lines):
            if not _LINE.fullmatch(line):
                raise PoFileError("no closing quote, or an unknown word", Catalog(), line, n)
        catalog = read_po(BytesIO(content), locale=language, abort_invalid=True)
    except Exception as error:  # Babel raises many kinds; the editor needs only the place.
        number = (
            content[: error.start].count(b"\n") + 1
            if isinstance(error, UnicodeDecodeError)
            else getattr(error, "lineno", 0) + 1
        )
        yield Problem(
            name,
            number,
            1,
            "",
            f"this is not a valid PO file: {error}",
            "compare the line with the entries above it",
        )
        return
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        plural = len(sources) > 1
        for string in strings:
            if string:
                faults = (*_faults(sources, string, plural), *_names(sources, string, site_name))
                for found, right in faults:
                    yield Problem(
                        name, message.lineno or 1, 1, message.context or sources[0][:40], found, right
                    )


def _names(sources: tuple[str, ...], string: str, site_name: str) -> Iterator[tuple[str, str]]:
    """The site's name, written by hand more often than in the source. At the start of a sentence it may be a
    common word, such as "Refugio"; where it stands for the placeholder there, the placeholder is missing."""
    places = [place for place in naming.written(string, site_name) if not _START.search(string[:place])]
    if len(places) > max(len(list(naming.written(source, site_name))) for source in sources):
        yield (
            f"the site's name, `{site_name}`",
            f"{naming.PLACEHOLDER} where the source has it, else other words",
        )


def _faults(sources: tuple[str, ...], string: str, plural: bool) -> Iterator[tuple[str, str]]:
    source = sources[-1]
    hidden = REFUSED.search(string)
    if hidden:
        yield f"a hidden character, U+{ord(hidden[0]):04X}", "delete it"
    if "\n" in string and "\n" not in source:
        yield "a line break", "one line, as in the source"
    if "%(" in source and "%" in _PLACEHOLDER.sub("", string).replace("%%", ""):
        yield "a single % in a text with placeholders", "%% for the sign itself"
    added = [m[0] for m in NOT_ALLOWED.finditer(string) if m[0] not in source]
    if added:
        yield f"`{added[0]}` is not in the source", "words only; addresses come from records"
    for rule, what in ((_LINK, "link targets"), (_PLACEHOLDER, "placeholders"), (_DIGITS, "numbers")):
        ours, theirs = sorted(rule.findall(string)), sorted(rule.findall(source))
        if ours != theirs and not (plural and rule is not _LINK and set(ours) <= set(theirs)):
            yield (
                f"the {what} are {', '.join(ours) or 'none'}; the source has {', '.join(theirs) or 'none'}",
                "the same as in the source, in any order",
            )
            return
    if len(string) > max(2.0 * len(source), len(source) + 120):
        yield (
            f"{len(string)} characters for {len(source)} in the source",
            f"at most {int(max(2.0 * len(source), len(source) + 120))} characters",
        )
