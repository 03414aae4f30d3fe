"""What is known of a language: from CLDR, and from one file for what CLDR does not know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.core import get_global

from amparo.project import HERE
from amparo.source import Problems, Stop, load
from amparo.text.scripts import LATIN, SCRIPTS, Script

SOURCE_LANGUAGE = "en"
"""The language that records and templates are written in."""

FILES = HERE.find("hooks/amparo/text/languages")
"""One file a language, for languages that need one."""


@dataclass(frozen=True)
class Joint:
    """A word that changes before some sounds, as Spanish `y` does in `español e inglés`."""

    word: str
    """The word."""

    becomes: str
    """What it becomes."""

    before: tuple[str, ...]
    """Beginnings of the next word that change it."""

    unless: tuple[str, ...] = ()
    """Longer beginnings that do not."""


@dataclass(frozen=True)
class Language:
    """One language."""

    code: str
    """Its code."""

    locale: Locale
    """CLDR's words for it: of the country whose way of writing dates and lists we follow."""

    direction: str
    """`ltr` or `rtl`."""

    script: Script
    """What it is written in."""

    quotes: tuple[str, str] = ("“", "”")
    """What stands around a title."""

    articles: tuple[str, ...] = ()
    """Beginnings of a name that do not count in its order."""

    alphabet: tuple[str, ...] = ()
    """Its letters in their order, where Unicode has another one; letters that count as one stand together."""

    sorts_by_sound: bool = False
    """True for Chinese: characters stand in the order of their pinyin."""

    keeps_parts_apart: bool = False
    """True where a word has a sign without width in it, as in Persian; people leave it out when they
    search."""

    date_ends: str = ""
    """What CLDR writes after a year and our sentences do without, as the Russian short form of "year"."""

    joints: tuple[Joint, ...] = ()
    """Words that change before some sounds."""

    negations: tuple[str, ...] = ()
    """Words that say no, with `*` where more letters may stand. Empty: nobody can ask whether a translation
    has lost its "not"."""

    forbids: tuple[str, ...] = ()
    """Words that begin a "do not"."""

    before_negations: str = ""
    """Letters that may stand joined before such a word, as the Arabic "and"."""

    @property
    def own_name(self) -> str:
        """What its speakers call it; empty where CLDR does not know."""
        return str(self.locale.languages.get(self.code, ""))


@lru_cache(maxsize=256)
def language_of(code: str) -> Language:
    """A language by its code. Raises `Stop` when its file is wrong, and Babel's `UnknownLocaleError`."""
    values = _file(code)
    locale = Locale.parse(values.get("written") or code)
    opening, closing = values.get("quotes") or ("“", "”")
    return Language(
        code,
        locale,
        "rtl" if locale.character_order == "right-to-left" else "ltr",
        script_of(code),
        (opening, closing),
        tuple(values.get("articles") or ()),
        tuple((values.get("alphabet") or "").split()),
        values.get("order") == "pinyin",
        values.get("keeps_parts_apart") == "true",
        values.get("date_ends") or "",
        tuple(
            Joint(one["word"], one["becomes"], tuple(one["before"]), tuple(one.get("unless") or ()))
            for one in values.get("joints") or ()
        ),
        tuple(values.get("negations") or ()),
        tuple(values.get("forbids") or ()),
        values.get("before_negations") or "",
    )


def direction(code: str) -> str:
    """`rtl` or `ltr`, from CLDR; `ltr` for a language that it does not know."""
    try:
        return "rtl" if Locale.parse(code).character_order == "right-to-left" else "ltr"
    except (ValueError, LookupError):
        return "ltr"


@lru_cache(maxsize=256)
def script_of(code: str) -> Script:
    """The script that a language is mostly written in, from CLDR; Latin where we have no other."""
    likely = get_global("likely_subtags").get(code, "").split("_")
    return next((SCRIPTS[part] for part in likely if part in SCRIPTS), LATIN)


@lru_cache(maxsize=1)
def foreign_articles() -> tuple[tuple[Script, tuple[str, ...]], ...]:
    """The articles of all languages that have a file, with the script of each."""
    codes = sorted(file.stem for file in FILES.glob("*.yml"))
    return tuple((script_of(code), tuple(_file(code).get("articles") or ())) for code in codes)


@lru_cache(maxsize=256)
def _file(code: str) -> dict[str, Any]:
    """What a language's file says; nothing where there is none."""
    file = FILES / f"{code}.yml"
    if not file.exists():
        return {}
    problems = Problems()
    document = load(file, f"hooks/amparo/text/languages/{file.name}", problems)
    if document is None or problems.errors:
        raise Stop(problems)
    return document.values
