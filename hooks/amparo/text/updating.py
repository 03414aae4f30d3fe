"""`make words`: brings PO files up to date, and writes the templates that tools start from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from amparo.project import Project
from amparo.source import Problem
from amparo.text.catalogue import DOMAINS, Message
from amparo.text.po.entry import Entry, PoFile, Source
from amparo.text.po.merging import merged
from amparo.text.po.plurals import Rule, rule_of, usual
from amparo.text.po.reading import Broken
from amparo.text.po.soundness import sound
from amparo.text.po.writing import written


@dataclass(frozen=True)
class Counted:
    """What a file holds after it was brought up to date."""

    texts: int
    """How many texts there are to translate."""

    missing: int
    """How many have no translation, or not in every form."""

    stale: int
    """How many have the translation of an older text."""


def broken(project: Project, languages: Iterable[str]) -> list[Problem]:
    """Every reason why files of these languages cannot be brought up to date without losing something."""
    found = []
    for language, domain in product(languages, DOMAINS):
        file = project.translations(language, domain)
        try:
            if file.exists():
                _opened(project, file, language)
        except Broken as wrong:
            found += wrong.problems
    return found


def write_pot(project: Project, domain: str, sources: Iterable[Message]) -> None:
    """Write the template of a domain, for translation tools that start from it."""
    _write(project.build(f"pot/{domain}.pot"), written(None, "", _fresh(sources, 2)))


def update(project: Project, language: str, domain: str, sources: list[Message]) -> Counted:
    """Bring one PO file up to date with the sources. A file keeps its own rule of plurals.

    Raises `Broken` and leaves the file as it is when it cannot be read without losing something.
    """
    file = project.translations(language, domain)
    old = _opened(project, file, language) if file.exists() else None
    rule = _rule(old.head.fields.get("Plural-Forms") if old else None, language)
    entries = merged(old.entries if old else (), _fresh(sources, rule.count))
    _write(file, written(language, rule.header, entries))
    asked = [entry for entry in entries if not entry.is_obsolete]
    return Counted(
        len(asked), sum(not entry.is_whole for entry in asked), sum(entry.is_stale for entry in asked)
    )


def _opened(project: Project, file: Path, language: str) -> PoFile:
    """A file that can be brought up to date. Raises `Broken`."""
    return sound(file.read_bytes(), project.name_of(file), language)


def _rule(header: str | None, language: str) -> Rule:
    """The file's own rule, or the language's where it has none."""
    return rule_of(header) if header else usual(language)


def _fresh(sources: Iterable[Message], forms: int) -> list[Entry]:
    """Entries without translations, sorted by context and text. A plural has `forms` forms."""
    return [
        Entry(
            Source(source.context, source.text, source.plural),
            ("",) * (forms if source.plural else 1),
            # Only what stands in our templates: tools take "10% of" for a placeholder, and then refuse its
            # translation.
            frozenset({"python-format"} if "%(" in source.text else ()),
            hints=(source.comment,) if source.comment else (),
            places=(source.file,) if source.file else (),
        )
        for source in sorted(sources, key=lambda one: (one.context or "", one.text))
    ]


def _write(file: Path, text: str) -> None:
    """Write a file with the same line ends everywhere."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
