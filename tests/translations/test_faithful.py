"""A translation that says something else than its source is refused, however it is disguised; honest ones
pass. A PO file that tells who translated is refused."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from amparo.checks.translation import Pair, faults
from amparo.checks.words import check_file
from amparo.project import Project
from amparo.text.catalogue import Message
from amparo.text.updating import update
from tests.conftest import check, copy_project

HERE = Path(__file__).resolve().parent
ATTEMPTS = yaml.safe_load((HERE / "attempts.yml").read_text("utf-8"))
HONEST = yaml.safe_load((HERE / "honest.yml").read_text("utf-8"))

FEWEST_ATTEMPTS, FEWEST_HONEST = 120, 60


def test_tables_are_long_and_have_nothing_twice() -> None:
    attempts, honest = {tuple(row) for row in ATTEMPTS}, {tuple(row) for row in HONEST}

    assert len(attempts) == len(ATTEMPTS) >= FEWEST_ATTEMPTS
    assert len(honest) == len(HONEST) >= FEWEST_HONEST


@pytest.mark.parametrize("row", ATTEMPTS, ids=lambda row: f"{row[0]} {row[3]}")
def test_translation_that_says_something_else_is_refused(row: list[str]) -> None:
    language, source, string, _ = row

    assert list(faults(Pair(source, string, language)))


@pytest.mark.parametrize("row", HONEST, ids=lambda row: f"{row[0]} {row[2][:30]}")
def test_honest_translation_passes(row: list[str]) -> None:
    language, source, string = row

    assert list(faults(Pair(source, string, language))) == []


def test_placeholders_may_change_places_where_a_translator_says_so() -> None:
    turned = Pair("%(a)s of %(b)s", "%(b)s içinde %(a)s", "tr")

    assert [len(list(faults(pair))) for pair in (turned, Pair(*_fields(turned), may_reorder=True))] == [1, 0]


def _fields(pair: Pair) -> tuple[str, str, str]:
    return pair.source, pair.string, pair.language


def test_form_of_a_plural_may_leave_the_number_out_but_adds_none() -> None:
    one, other = Pair("%(n)s days", "يوم واحد", "ar", True), Pair("%(n)s days", "3 أيام", "ar", True)

    assert [len(list(faults(pair))) for pair in (one, other)] == [0, 1]


# In files

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def entry(source: str, string: str, above: str = "") -> str:
    """An entry of a file."""
    return "".join(
        (
            f'\n{above}msgctxt "x"\nmsgid {json.dumps(source, ensure_ascii=False)}\n',
            f"msgstr {json.dumps(string, ensure_ascii=False)}\n",
        )
    )


@pytest.mark.slow("checks a whole copy of the project")
def test_no_attempt_reaches_a_page(tmp_path: Path) -> None:
    """All at once, in the files of every language: each is told with its line, and nothing is built."""
    project = copy_project(tmp_path / "project")
    wanted = set()
    files: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for number, row in enumerate(ATTEMPTS):
        files[row[0]].append((number, row))
    for language, rows in files.items():
        file = project / f"data/translations/{language}/pages.po"
        text = HEAD
        for number, (_, source, string, _trick) in rows:
            line = text.count("\n") + 3
            text += entry(source, string).replace('"x"', f'"pages/x{number}"')
            wanted.add(f"data/translations/{language}/pages.po:{line}:")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    done = check(project)

    assert done.returncode == 1
    assert [place for place in sorted(wanted) if f"{place}1: error" not in done.stdout] == []


# Nobody is named

NAMELESS = {
    "comment": "# Say it softly.\n",
    "comment about a name": "# “Front Line” is a name: leave it.\n",
    "comment that begins large": "# Ask again before the next round.\n",
    "place": "#: docs/safety.md:3\n",
    "flag": "#, no-wrap\n",
}
NAMES = {
    "name": "# Ana García\n",
    "first name": "# Ana\n",
    "name in a sentence": "# I asked Ana García about this.\n",
    "name after by": "# by Ana\n",
    "name after por": "# hecho por ana\n",
    "translator": "# translator: a.g.\n",
    "traductora": "# traductora: a.g.\n",
    "author": "# author a.g.\n",
    "Arabic translator": "# ترجمة: منى\n",
    "Russian translator": "# перевёл: и. п.\n",
    "mailbox": "# ana@example.org\n",
    "mailbox in disguise": "# ana (at) example org\n",
    "wide mailbox": "# ana＠example\n",
    "handle": "# @ana\n",
    "page": "# https://example.org/ana\n",
    "number": "# +34 600 000 000\n",
    "year": "# 2026\n",
    "copyright": "# © a.g.\n",
    "reviewed": "# revisado ayer\n",
    "messenger": "# telegram ana\n",
    "mailbox in a hint": "#. ana@example.org\n",
    "name in a place": "#: ana\n",
    "name in a flag": "#, Ana García\n",
}
HEADS = {
    "Last-Translator": "Last-Translator: Ana <ana@example.org>",
    "Language-Team": "Language-Team: Spanish <l@example.org>",
    "X-Generator": "X-Generator: Poedit 3.4",
    "PO-Revision-Date": "PO-Revision-Date: 2026-11-30 10:00+0100",
    "Report-Msgid-Bugs-To": "Report-Msgid-Bugs-To: ana@example.org",
    "another field": "Ana: García",
    "name in a known field": "MIME-Version: Ana García",
    "name in the language": "Language: es (Ana)",
    "name behind the encoding": "Content-Transfer-Encoding: 8bit Ana",
}


def told(tmp_path: Path, text: str) -> list[str]:
    """What the check says about a file."""
    file = tmp_path / "x.po"
    file.write_text(text, "utf-8")
    return [problem.found for problem in check_file(file, "x.po", "es", "")]


@pytest.mark.parametrize("what", NAMES)
def test_comment_that_may_name_somebody_is_refused(what: str, tmp_path: Path) -> None:
    assert told(tmp_path, HEAD + entry("Call.", "Llame.", NAMES[what]))


@pytest.mark.parametrize("what", NAMELESS)
def test_comment_about_the_words_is_welcome(what: str, tmp_path: Path) -> None:
    assert told(tmp_path, HEAD + entry("Call.", "Llame.", NAMELESS[what])) == []


@pytest.mark.parametrize("what", HEADS)
def test_head_that_tells_who_or_when_is_refused_and_cleaned_by_make_words(what: str, tmp_path: Path) -> None:
    file = Project(tmp_path).translations("es", "pages")
    file.parent.mkdir(parents=True)
    file.write_text(HEAD + f'"{HEADS[what]}\\n"\n' + entry("Call.", "Llame."), "utf-8")

    before = list(check_file(file, "x.po", "es", ""))
    if "language" not in what and "encoding" not in what:
        update(Project(tmp_path), "es", "pages", [Message("x", "Call.")])

        assert list(check_file(file, "x.po", "es", "")) == []
    assert before


@pytest.mark.parametrize(
    "above", ["# Ana García, ana@example.org, 2026.\n\n", "# SOME DESCRIPTIVE TITLE.\n", "#\n# Ana\n"]
)
def test_comment_above_the_head_is_refused(above: str, tmp_path: Path) -> None:
    assert told(tmp_path, above + HEAD + entry("Call.", "Llame."))


@pytest.mark.parametrize("mark", ["#, fuzzy\n", ""])
def test_mailbox_in_a_translation_out_of_use_is_refused(mark: str, tmp_path: Path) -> None:
    old = entry("Call.", "ana@example.org", mark)
    text = old if mark else "\n" + "".join(f"#~ {line}\n" for line in old.strip().split("\n"))

    assert told(tmp_path, HEAD + text)
