"""Each file's own rule says which form a number takes; a new file gets a rule that keeps to its language."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.project import Project
from amparo.text.catalogue import read_translations
from amparo.text.po.plurals import confused, rule_of, usual
from amparo.text.voice import Voice

ORDERS = {
    "ours": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);",  # noqa: E501
        ("zero", "one", "two", "few", "other", "many"),
    ),
    "gettext's": (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
        ("zero", "one", "two", "few", "many", "other"),
    ),
    "backwards": (
        "nplurals=6; plural=(n%100>=11 ? 0 : n%100>=3 ? 1 : n==2 ? 2 : n==1 ? 3 : n==0 ? 4 : 5);",
        ("many", "few", "two", "one", "zero", "other"),
    ),
}
ARABIC = {
    0: "zero",
    1: "one",
    2: "two",
    3: "few",
    10: "few",
    11: "many",
    99: "many",
    100: "other",
    103: "few",
    1000: "other",
}


def voice(folder: Path, language: str, header: str, forms: tuple[str, ...]) -> Voice:
    """A voice that has one plural, in `ui`, beside a file of another domain with a rule of its own."""
    head = (
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {header}\\n"\n\n'
    )
    strings = "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(forms))
    home = folder / "data/translations" / language
    home.mkdir(parents=True)
    (home / "ui.po").write_text(f'{head}msgid "one day"\nmsgid_plural "%(n)s days"\n{strings}', "utf-8")
    other = head.replace(header, "nplurals=1; plural=0;")
    (home / "pages.po").write_text(other, "utf-8")
    return Voice(language, read_translations(Project(folder), language))


@pytest.mark.parametrize("order", ORDERS)
def test_arabic_numbers_take_their_word_whatever_the_order_of_the_file(order: str, tmp_path: Path) -> None:
    arabic = voice(tmp_path, "ar", *ORDERS[order])

    assert {n: arabic.counted("one day", "%(n)s days", n) for n in ARABIC} == ARABIC


def test_spanish_with_a_form_for_millions_uses_it_only_there(tmp_path: Path) -> None:
    header = "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;"

    spanish = voice(tmp_path, "es", header, ("día", "de días", "días"))

    found = {n: spanish.counted("one day", "%(n)s days", n) for n in (0, 1, 2, 1000, 1000000)}
    assert found == {0: "días", 1: "día", 2: "días", 1000: "días", 1000000: "de días"}


LANGUAGES = [
    "ar",
    "de",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "km",
    "my",
    "ps",
    "pt",
    "ru",
    "sw",
    "th",
    "tr",
    "uk",
    "ur",
    "zh",
    "am",
    "cy",
    "ga",
    "lv",
    "mt",
    "pl",
    "sl",
    "sr",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_of_a_new_file_keeps_apart_what_the_language_keeps_apart(language: str) -> None:
    assert confused(usual(language), language) is None


def test_rules_of_new_files() -> None:
    wanted = {"zh": "00000", "th": "00000", "fa": "00111", "ru": "20122", "fr": "00111"}

    assert {code: "".join(str(usual(code).form(n)) for n in (0, 1, 2, 5, 11)) for code in wanted} == wanted
    assert [usual("ar").form(n) for n in ARABIC] == [0, 1, 2, 3, 3, 4, 4, 5, 3, 5]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=2",
        "nplurals=2; plural=",
        "nplurals=2; plural=__import__('os')",
        "nplurals=2; plural=n",
        "nplurals=2; plural=" + "(" * 500,
    ],
)
def test_what_gives_no_form_is_no_rule(header: str) -> None:
    with pytest.raises(ValueError):
        rule_of(header)
