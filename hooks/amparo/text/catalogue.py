"""What is translated into which language, by domain."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from amparo.project import Project
from amparo.text.po.entry import Key
from amparo.text.po.plurals import Rule, rule_of
from amparo.text.po.reading import read

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
    "solidarity",
    "news",
    "pages",
)
"""One PO file a domain: words of templates, of closed lists, of records, of mechanisms and lists of States,
of dangers by country, of national telephone lines, of guided questions, of the incident report, of the
workshop, of solidarity and actions, of news, of hand-written pages."""


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

    rules: dict[Key, Rule] = field(default_factory=dict)
    """By key of a plural: the rule of the file that it stands in."""

    def form(self, key: Key, number: int) -> str | None:
        """A text in the form that a number takes, or None where it has no translation."""
        forms, rule = self.texts.get(key), self.rules.get(key)
        return forms[min(rule.form(number), len(forms) - 1) if rule else 0] if forms else None


def read_translations(project: Project, language: str) -> Translations:
    """All good translations of one language. A language without files has none.

    Raises `Broken` when a file cannot be read; `make check` has told the reasons by then.
    """
    found = Translations(language)
    for domain in DOMAINS:
        file = project.translations(language, domain)
        if file.exists():
            part = _part(file.read_bytes(), project.name_of(file), language)
            found.texts.update(part.texts)
            found.stale.update(part.stale)
            found.rules.update(part.rules)
    return found


@lru_cache(maxsize=256)
def _part(content: bytes, name: str, language: str) -> Translations:
    """What one PO file gives, remembered: in a preview most files are as they were. Callers change nothing
    in it."""
    part, file = Translations(language), read(content, name)
    header = file.head.fields.get("Plural-Forms")
    for entry in file.entries:
        if entry.is_obsolete:
            continue
        key = entry.source.key
        if entry.is_stale:
            part.stale.add(key)
        elif entry.is_whole:
            part.texts[key] = entry.strings
            if entry.source.plural is not None and header:
                part.rules[key] = rule_of(header)
    return part
