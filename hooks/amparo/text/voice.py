"""Says things in one language: our words from PO files, names and dates from CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, overload

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from amparo.text.catalogue import Translations
from amparo.text.language import SOURCE_LANGUAGE, language_of
from amparo.text.ordering import Ordering

_SHORT_YEAR = re.compile(r"\s[гр]\.$")
"""The word for "year", cut short, that Russian, Ukrainian, Bulgarian and others write behind it: in our
sentences a full stop would follow its own."""


@dataclass(frozen=True)
class Foreign:
    """Text that is not in the page's language: it is shown in its own, and marked so."""

    text: str
    """The text."""

    language: str
    """Its language code."""

    direction: str
    """`ltr` or `rtl`."""

    missing: bool = True
    """True where a translation should stand; False for names, which nobody translates."""

    def __str__(self) -> str:
        return self.text


Said = str | Foreign
"""What a voice answers: plain text in its own language, or foreign text."""


class Voice:
    """One language."""

    def __init__(self, language: str, translations: Translations | None) -> None:
        self.language = language
        self.about = language_of(language)
        self.direction, self.locale, self.quotes = (
            self.about.direction,
            self.about.locale,
            self.about.quotes,
        )
        self.ordering = Ordering(self.about)
        self.is_source = language == SOURCE_LANGUAGE
        self._translations = translations or Translations(language)

    # Our own words

    @overload
    def translate(self, context: str | None, text: str) -> Said: ...

    @overload
    def translate(self, context: str | None, text: str | None) -> Said | None: ...

    def translate(self, context: str | None, text: str | None) -> Said | None:
        """A text in this language; the source text, marked, when its translation is missing or stale. None
        stays None."""
        if text is None or self.is_source:
            return text
        found = self._translations.texts.get((context, text))
        if found:
            return found[0]
        return Foreign(text, SOURCE_LANGUAGE, "ltr")

    def counted(self, one: str, many: str, number: int) -> Said:
        """The words for a number of things; the number itself stays a placeholder."""
        if self.is_source:
            return one if number == 1 else many
        found = self._translations.form((None, one), number)
        if found:
            return found
        return Foreign(one if number == 1 else many, SOURCE_LANGUAGE, "ltr")

    @overload
    def term(self, scheme: str, term: Any, part: Literal["label"] = "label") -> Said: ...

    @overload
    def term(self, scheme: str, term: Any, part: str) -> Said | None: ...

    def term(self, scheme: str, term: Any, part: str = "label") -> Said | None:
        """A word of a vocabulary: its `label`, `plain` words or what it `exposes`."""
        text: str | None = getattr(term, part)
        return self.translate(f"vocabulary/{scheme}#{term.code}.{part}", text)

    # What CLDR knows

    def territory(self, code: str, overrides: dict[str, str] | None = None) -> Said:
        """A country's name."""
        return (overrides or {}).get(self.language) or self._named("territories", code)

    def language_name(self, code: str) -> Said:
        """A language's name in this language."""
        return self._named("languages", code)

    def _named(self, kind: str, code: str) -> Said:
        name: str | None = getattr(self.locale, kind).get(code)
        if name:
            return name
        english: str = getattr(Locale.parse(SOURCE_LANGUAGE), kind).get(code, code)
        if self.is_source:
            return english
        return Foreign(english, SOURCE_LANGUAGE, "ltr")

    @overload
    def when(self, partial: str) -> str: ...

    @overload
    def when(self, partial: str | None) -> str | None: ...

    def when(self, partial: str | None) -> str | None:
        """A date as precise as it is known: `2026`, `March 2026`, `14 March 2026`. None stays None."""
        if partial is None:
            return None
        parts = [int(part) for part in partial.split("-")]
        if len(parts) == 1:
            return str(parts[0])
        day = date(*[*parts, 1][:3])
        if len(parts) == 2:
            return _SHORT_YEAR.sub("", format_skeleton("yMMMM", day, locale=self.locale))
        return _SHORT_YEAR.sub("", format_date(day, "long", locale=self.locale))

    def together(self, words: Iterable[Said]) -> str:
        """A list of words as one phrase: `Arabic, English and Spanish`."""
        said = [str(word) for word in words]
        return self._joined(format_list(said, locale=self.locale), said)

    def _joined(self, phrase: str, words: list[str]) -> str:
        """A phrase with the word before its last one as that asks for: `español e inglés`."""
        for joint in self.about.joints if len(words) > 1 else ():
            last = words[-1].casefold()
            head = phrase.removesuffix(words[-1])
            if (
                head.endswith(f" {joint.word} ")
                and last.startswith(joint.before)
                and not last.startswith(joint.unless)
            ):
                return f"{head[: -len(joint.word) - 1]}{joint.becomes} {words[-1]}"
        return phrase

    def number(self, value: int) -> str:
        """A whole number, with the language's separators and western digits."""
        return format_decimal(value, locale=self.locale, numbering_system="latn")

    def money(self, value: int, currency: str | None) -> str:
        """An amount of money in whole units, with the currency's code, which no country shares."""
        if currency is None:
            return self.number(value)
        return format_currency(
            value, currency, "#,##0\xa0¤¤", locale=self.locale, currency_digits=False, numbering_system="latn"
        )
