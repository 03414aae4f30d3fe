"""Every translation says what its source says in the field's own words, names nobody, and does not write the
site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from amparo.checks import terms, translators
from amparo.checks.known import Known
from amparo.checks.translation import REORDERED, Pair, faults
from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Problem
from amparo.text import naming
from amparo.text.catalogue import DOMAINS
from amparo.text.po.entry import Entry, PoFile
from amparo.text.po.reading import Broken
from amparo.text.po.soundness import sound

_START = re.compile(r"(?:^|[.!?:;]\s+)\W*$")


def check(project: Project, loaded: Loaded, site_name: str, known: Known | None = None) -> Iterator[Problem]:
    """Every good translation of every language keeps to its source, and no translation writes the site's
    name."""
    for language in project.translated_languages():
        for domain in DOMAINS:
            file = project.translations(language, domain)
            if file.exists():
                refused = terms.refused_in(loaded.terms, language)
                yield from check_file(file, project.name_of(file), language, site_name, refused, known)


def check_file(
    file: Path,
    name: str,
    language: str,
    site_name: str,
    refused: str = "",
    known: Known | None = None,
) -> Iterator[Problem]:
    """One PO file. What is wrong with it depends on nothing else of the project but `refused`, the words that
    the language must not use for some English ones."""
    content = file.read_bytes()

    def find() -> Iterator[Problem]:
        return iter(_problems_in(content, name, language, site_name, refused))

    parts = (content, name.encode(), language.encode(), site_name.encode(), refused.encode())
    return known.problems("words", parts, find) if known else find()


@lru_cache(maxsize=256)
def _problems_in(
    content: bytes, name: str, language: str, site_name: str, refused: str
) -> tuple[Problem, ...]:
    """The problems of a PO file, remembered: in a preview most files are as they were."""
    try:
        file = sound(content, name, language)
    except Broken as broken:
        return tuple(broken.problems)
    return (*translators.check(file, name), *_words(file, name, language, site_name, refused))


def _words(file: PoFile, name: str, language: str, site_name: str, refused: str) -> Iterator[Problem]:
    """Every translation that readers see says what its source says."""
    for entry in file.entries:
        if entry.is_stale or entry.is_obsolete:
            continue
        is_form = entry.source.plural is not None
        may_reorder = REORDERED in entry.notes
        for string in entry.strings:
            if not string.strip():
                continue
            pair = Pair(entry.source.plural or entry.source.text, string, language, is_form, may_reorder)
            for found, right in (
                *faults(pair),
                *_own_name(entry, string, site_name),
                *terms.faults(pair.source, string, refused),
            ):
                place = entry.source.context or entry.source.text[:40]
                yield Problem(name, entry.line, 1, place, found, right)


def _own_name(entry: Entry, string: str, site_name: str) -> Iterator[tuple[str, str]]:
    """The site's name, written by hand more often than in the source. At the start of a sentence it may be a
    common word, such as "Refugio"; where it stands for the placeholder there, the placeholder is missing."""
    if not site_name or site_name not in string:
        return
    places = [place for place in naming.written(string, site_name) if not _START.search(string[:place])]
    sources = (entry.source.text, entry.source.plural or "")
    if len(places) > max(len(list(naming.written(source, site_name))) for source in sources):
        yield (
            f"the site's name, `{site_name}`",
            f"{naming.PLACEHOLDER} where the source has it, else other words",
        )
