"""Whether a PO file says how its plurals are formed, and keeps to it; and whose language it is."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.source import Problem
from amparo.text.po.entry import PoFile
from amparo.text.po.plurals import Rule, confused, rule_of, usual
from amparo.text.po.reading import Broken, read

FORMS = "Plural-Forms"
"""The field of the head that says how plurals are formed."""


def sound(content: bytes, name: str, language: str) -> PoFile:
    """A PO file that can be used and updated. Raises `Broken`."""
    file = read(content, name)
    problems = [*_language(content, file, name, language), *_plurals(content, file, name, language)]
    if problems:
        raise Broken(problems)
    return file


def _language(content: bytes, file: PoFile, name: str, language: str) -> Iterator[Problem]:
    """The head names no other language than the folder."""
    said = file.head.fields.get("Language", "").replace("_", "-").partition("-")[0]
    if said and said != language.replace("_", "-").partition("-")[0]:
        yield _problem(
            content, file, name, "Language", f"the file is in `{said}`, its folder is `{language}`", language
        )


def _plurals(content: bytes, file: PoFile, name: str, language: str) -> Iterator[Problem]:
    """The rule works, mixes nothing that the language keeps apart, and each plural has its forms."""
    counted = [entry for entry in file.entries if entry.source.plural is not None and not entry.is_obsolete]
    header = file.head.fields.get(FORMS)
    if header is None and not any(entry.is_translated for entry in counted):
        return
    try:
        rule = rule_of(header or "")
    except ValueError as wrong:
        yield _problem(content, file, name, FORMS, f"this gives no plurals: {wrong}", usual(language).header)
        return
    mixed = confused(rule, language)
    if mixed:
        found = f"{mixed[0]} and {mixed[1]} take one form here, and two in this language"
        yield _problem(content, file, name, FORMS, found, usual(language).header)
    for entry in counted:
        if entry.is_translated and len(entry.strings) != rule.count:
            yield Problem(
                name,
                entry.line,
                1,
                entry.source.context or entry.source.text[:40],
                f"{len(entry.strings)} forms; the head says {rule.count}",
                _numbered(rule),
            )


def _numbered(rule: Rule) -> str:
    """The words for each form, as a translator writes them."""
    return f"msgstr[0] to msgstr[{rule.count - 1}]" if rule.count > 1 else "msgstr[0] alone"


def _problem(content: bytes, file: PoFile, name: str, field: str, found: str, right: str) -> Problem:
    """A problem of a field of the head, told where it stands."""
    lines = enumerate(content.split(b"\n"), 1)
    line = next((n for n, text in lines if field.encode() in text), file.head.line)
    return Problem(name, line, 1, field, found, f"{field}: {right}")
