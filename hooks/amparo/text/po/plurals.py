"""Which form of a word a number takes: each file's own rule, or the language's from CLDR where a file is
new."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural
from babel.plural import PluralRule, to_gettext

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?)\s*;?\s*", re.DOTALL)

TRIED = range(2001)
"""Numbers that every rule must give a form for."""

COUNTED = range(1, 200)
"""Numbers that a rule must keep apart where its language does. Nothing and millions may share a form with
others: good rules in use do so."""


@dataclass(frozen=True)
class Rule:
    """How a file forms plurals."""

    header: str
    """As it stands behind `Plural-Forms`, without spaces around it."""

    count: int
    """How many forms a text has."""

    form: Callable[[int], int]
    """The form that a number takes, counted from 0."""


@lru_cache(maxsize=256)
def rule_of(header: str) -> Rule:
    """The rule that a head states. Raises `ValueError` with a reason when some number has no form."""
    match = _HEADER.fullmatch(header)
    if not match:
        raise ValueError("it does not say `nplurals=…; plural=…;`")
    count = int(match[1])
    try:
        form = gettext.c2py(match[2])
        wrong = next((n for n in TRIED if not 0 <= int(form(n)) < count), None)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"`{match[2]}` is no rule: {error}") from error
    if wrong is not None:
        raise ValueError(f"it gives {wrong} the form {int(form(wrong))}, and there are {count}")
    return Rule(header.strip(), count, lambda n: int(form(n)))


@lru_cache(maxsize=64)
def usual(language: str) -> Rule:
    """The rule that a new file of a language gets: the one in use, where it keeps to what CLDR knows, else
    CLDR's own."""
    known = get_plural(language)
    rule = rule_of(f"nplurals={known.num_plurals}; plural={known.plural_expr};")
    return rule if confused(rule, language) is None and _is_in_order(rule, language) else _from_cldr(language)


def confused(rule: Rule, language: str) -> tuple[int, int] | None:
    """Two numbers that take one form here and differ in the language, or None."""
    category = _categories(language)
    first: dict[int, int] = {}
    for n in COUNTED:
        other = first.setdefault(rule.form(n), n)
        if category and category(other) != category(n):
            return other, n
    return None


def _is_in_order(rule: Rule, language: str) -> bool:
    """Whether forms stand in CLDR's order, which most programs of translators expect."""
    category = _categories(language)
    order = ("zero", "one", "two", "few", "many", "other")
    forms = {rule.form(n): order.index(category(n)) for n in COUNTED} if category else {}
    ranks = [rank for _, rank in sorted(forms.items())]
    return ranks == sorted(ranks)


def _from_cldr(language: str) -> Rule:
    """A rule made of CLDR's categories that whole numbers take."""
    category = _categories(language)
    assert category is not None, "without categories no rule confuses any"
    reached = {category(n) for n in TRIED}
    kept = PluralRule({tag: text for tag, text in category.rules.items() if tag in reached})
    return rule_of(to_gettext(kept))


def _categories(language: str) -> PluralRule | None:
    """CLDR's categories of a language's numbers; None for a language that it does not know."""
    try:
        return Locale.parse(language).plural_form
    except (UnknownLocaleError, ValueError):
        return None
