"""PO files are read as programs of translators write them; what could lose a translation is refused with
its line."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from amparo.checks.words import check_file
from amparo.project import Project
from amparo.text.catalogue import read_translations
from amparo.text.po.entry import Entry, Source
from amparo.text.po.reading import read

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n'
FORMS = HEAD + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
ONE = '\nmsgctxt "a"\nmsgid "Call \\"now\\"."\nmsgstr "Llame \\"ya\\"."\n'
WHOLE = FORMS + ONE
PLAIN = Entry(Source("a", 'Call "now".'), ('Llame "ya".',))

SAME = {
    "lines of Windows": WHOLE.replace("\n", "\r\n"),
    "lines of old Macs": WHOLE.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + WHOLE,
    "a wrapped text": FORMS
    + '\nmsgctxt "a"\nmsgid ""\n"Call "\n"\\"now\\"."\nmsgstr ""\n"Llame "\n"\\"ya\\"."\n',
    "spaces at ends": WHOLE.replace('\\"."\n', '\\"."  \n'),
    "a head in another order": 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    '"Language: es\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n' + ONE,
    "a stale head": "#, fuzzy\n" + WHOLE,
    "no empty line between entries": FORMS + ONE.lstrip("\n"),
    "no line end at the end": WHOLE.rstrip("\n"),
}


@pytest.mark.parametrize("what", SAME)
def test_what_a_program_may_choose_changes_nothing(what: str) -> None:
    (entry,) = read(SAME[what].encode(), "x.po").entries

    assert (entry.source, entry.strings) == (PLAIN.source, PLAIN.strings)
    assert list(check_of(SAME[what])) == []


def check_of(text: str | bytes) -> list[str]:
    """What `make check` says about a file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.po"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return [f"{problem.line}: {problem.found}" for problem in check_file(file, "x.po", "es", "")]


def test_everything_about_an_entry_is_kept() -> None:
    text = HEAD + (
        '\n# Ask again.\n#. A button.\n#: a.html b.html\n#, fuzzy, python-format\n#| msgctxt "a"\n#| msgid "Old %(n)s"\n'  # noqa: E501
        'msgctxt "a"\nmsgid "New %(n)s"\nmsgstr "Viejo %(n)s"\n'
        '\n# Gone.\n#, fuzzy\n#~| msgid "Older"\n#~ msgctxt "b"\n#~ msgid "Old"\n#~ msgstr ""\n#~ "Vie"\n#~ "jo"\n'  # noqa: E501
    )

    first, second = read(text.encode(), "x.po").entries

    assert first == Entry(
        Source("a", "New %(n)s"),
        ("Viejo %(n)s",),
        frozenset({"fuzzy", "python-format"}),
        ("Ask again.",),
        ("A button.",),
        ("a.html", "b.html"),
        Source("a", "Old %(n)s"),
        line=13,
    )
    assert second == Entry(
        Source("b", "Old"),
        ("Viejo",),
        frozenset({"fuzzy"}),
        ("Gone.",),
        before=Source(None, "Older"),
        is_obsolete=True,
        line=20,
    )


BROKEN = {
    "a text without its end": (FORMS + '\nmsgid "a\nmsgstr "b"\n', 7, "not a valid PO file"),
    "a quote inside": (FORMS + '\nmsgid "a" b"\nmsgstr "b"\n', 7, "not a valid PO file"),
    "an unknown word": (FORMS + '\nmsgtxt "a"\nmsgstr "b"\n', 7, "not a valid PO file"),
    "a mark of a merge": (FORMS + '\n<<<<<<< ours\nmsgid "a"\nmsgstr "b"\n', 7, "two versions of this file"),
    "an unknown sign after a backslash": (FORMS + '\nmsgid "a"\nmsgstr "\\q"\n', 8, "`\\q` means nothing"),
    "two translations": (FORMS + '\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n', 9, "`msgstr` where another word"),
    "no translation": (FORMS + '\nmsgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 9, "`msgid` where another word"),
    "a translation of nothing": (FORMS + '\nmsgstr "c"\n', 7, "`msgstr` where another word"),
    "a text of nothing": (FORMS + '\n"c"\n', 7, "a text that belongs to nothing"),
    "a form too far": (
        FORMS + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
        10,
        "`msgstr[2]` where another word",
    ),
    "a form without a plural": (FORMS + '\nmsgid "a"\nmsgstr[0] "c"\n', 8, "`msgstr[0]` where another word"),
    "the same text twice": (WHOLE + ONE, 12, "a second time; the first is in line 8"),
    "another encoding": (WHOLE.encode("latin-1") + b'\nmsgid "n\xff"\nmsgstr "n"\n', 11, "not UTF-8"),
    "a head with another encoding": (WHOLE.replace("UTF-8", "ISO-8859-1"), 3, "charset `ISO-8859-1`"),
    "a head that was never filled in": (WHOLE.replace("UTF-8", "CHARSET"), 3, "charset `CHARSET`"),
    "a head without an encoding": (WHOLE.replace("; charset=UTF-8", ""), 3, "charset `nothing`"),
    "no head": (ONE, 1, "it has no head"),
    "another language": (WHOLE.replace("Language: es", "Language: ar"), 4, "the file is in `ar`"),
    "a rule that is no C": (WHOLE.replace("(n != 1)", "n != eins"), 5, "gives no plurals"),
    "a rule that divides by nothing": (WHOLE.replace("(n != 1)", "n % 0"), 5, "gives no plurals"),
    "a rule with more forms than it says": (WHOLE.replace("(n != 1)", "n"), 5, "and there are 2"),
    "a rule that was never filled in": (
        WHOLE.replace("2; plural=(n != 1)", "INTEGER; plural=EXPRESSION"),
        5,
        "gives no",
    ),
    "a rule of another language": (
        WHOLE.replace("2; plural=(n != 1)", "1; plural=0"),
        5,
        "1 and 2 take one form here",
    ),
    "plurals without a rule": (
        HEAD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
        1,
        "no plurals",
    ),
    "too many forms": (
        FORMS + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n',
        7,
        "3 forms; the head says 2",
    ),
    "too few forms": (
        FORMS + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
        7,
        "1 forms; the head says 2",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_broken_file_is_told_with_its_line(what: str) -> None:
    text, line, words = BROKEN[what]

    told = check_of(text)

    assert [one for one in told if one.startswith(f"{line}: ") and words in one], told


NAMING = {
    "last translator": WHOLE.replace('"Language', '"Last-Translator: A <a@example.org>\\n"\n"Language'),
    "team": WHOLE.replace('"Language', '"Language-Team: Team\\n"\n"Language'),
    "time": WHOLE.replace('"Language', '"PO-Revision-Date: 2026-01-01 10:00+0100\\n"\n"Language'),
    "program": WHOLE.replace('"Language', '"X-Generator: Poedit 3\\n"\n"Language'),
    "comment above the head": "# Somebody, 2026.\n" + WHOLE,
    "mailbox in a comment": WHOLE.replace("\nmsgctxt", "\n# a@example.org knows\nmsgctxt"),
    "translator in a comment": WHOLE.replace("\nmsgctxt", "\n# Translated by somebody\nmsgctxt"),
    "mailbox in an obsolete text": WHOLE + '\n#~ msgid "x"\n#~ msgstr "a@example.org"\n',
    "mailbox in a stale text": WHOLE + '\n#, fuzzy\nmsgid "x"\nmsgstr "a@example.org"\n',
}


@pytest.mark.parametrize("what", NAMING)
def test_no_name_no_mailbox_and_no_time_of_a_translator_is_accepted(what: str) -> None:
    assert len(check_of(NAMING[what])) == 1


BLANK = ("", " ", "\u00a0", "\u2003")


@pytest.mark.parametrize("blank", BLANK)
def test_blank_translation_is_missing_and_no_fault(blank: str, tmp_path: Path) -> None:
    file = tmp_path / "data/translations/es/ui.po"
    file.parent.mkdir(parents=True)
    file.write_text(f'{FORMS}\nmsgid "Call."\nmsgstr "{blank}"\n', "utf-8")

    assert check_of(file.read_bytes()) == [] and read_translations(Project(tmp_path), "es").texts == {}


@pytest.mark.parametrize(
    "said", [".", "—", "**", "# Llame", "- Llame", "> Llame", "1. Llame", "**Llame", "    Llame"]
)
def test_translation_that_says_nothing_or_makes_another_block_is_refused(said: str) -> None:
    assert check_of(f'{FORMS}\nmsgid "Call."\nmsgstr "{said}"\n') != []


def test_good_translations_have_no_fault() -> None:
    texts = [("**Call** now.", "**Llame** ya."), ("1. One", "1. Uno"), ("2026", "2026"), ("A – B", "A: B")]

    assert check_of(FORMS + "".join(f'\nmsgid "{a}"\nmsgstr "{b}"\n' for a, b in texts)) == []
