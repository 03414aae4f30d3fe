"""A translation uses the field's own words: what the list of terms refuses is refused in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.checks import terms
from amparo.checks.words import check_file
from amparo.model.loading import Loaded, load_all
from amparo.model.term import Terms
from amparo.project import Project
from amparo.source import Problems
from amparo.text.terms import write_terms
from tests.conftest import LANGUAGES, ROOT
from tests.site.document import parse

ATTEMPTS = [
    ("es", "Use an encrypted call.", "Use una llamada encriptado."),
    ("es", "Healing justice is slow.", "La justicia restaurativa es lenta."),
    ("fr", "Write in an encrypted chat.", "Écrivez dans une messagerie crypté."),
    ("fr", "Digital security first.", "La sécurité digitale d'abord."),
    ("pt", "Keep an encrypted copy.", "Guarde uma cópia encriptado."),
    ("pt", "Ask for sign language interpretation.", "Peça interpretação em linguagem de sinais."),
    ("ru", "Ask for sign language interpretation.", "Попросите перевод на язык глухонемых."),
    ("ru", "The case was found to meet admissibility rules.", "Дело прошло допустимость."),
    ("ar", "A non-State actor threatened her.", "هددتها جهة غير حكومية."),
]
HONEST = [
    ("es", "A false number was sent.", "Se envió un número falso."),
    ("fr", "Ask a free group first.", "Demandez d'abord à un groupe libre."),
    ("pt", "Learn one number by heart.", "Aprenda um número de cor."),
    ("ru", "Armed guards", "Вооружённая охрана"),
    ("es", "Use an encrypted call.", "Use una llamada cifrada."),
]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """All records."""
    return load_all(Project(ROOT), Problems())


def said_of(loaded: Loaded, language: str, source: str, string: str) -> list[tuple[str, str]]:
    """What is wrong with a translation."""
    return list(terms.faults(source, string, terms.refused_in(loaded.terms, language)))


@pytest.mark.parametrize("language, source, string", ATTEMPTS)
def test_word_that_the_list_refuses_is_refused_and_the_right_one_told(
    loaded: Loaded, language: str, source: str, string: str
) -> None:
    (found,) = said_of(loaded, language, source, string)

    assert "data/glossary.yml" in found[0] and found[1] != "one of: "


@pytest.mark.parametrize("language, source, string", HONEST)
def test_same_word_for_something_else_passes(loaded: Loaded, language: str, source: str, string: str) -> None:
    assert said_of(loaded, language, source, string) == []


def test_check_tells_file_and_line(loaded: Loaded, tmp_path: Path) -> None:
    file = tmp_path / "ui.po"
    head = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    forms = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    entry = 'msgid "Use an encrypted call."\nmsgstr "Use una llamada encriptado."\n'
    file.write_text(f"{head}{forms}\n{entry}", "utf-8")

    problems = list(check_file(file, "ui.po", "es", "", terms.refused_in(loaded.terms, "es")))

    assert [(one.file, one.line) for one in problems] == [("ui.po", 7)]
    assert "encriptado" in problems[0].found


def test_every_term_has_a_word_in_every_published_language(loaded: Loaded) -> None:
    assert loaded.terms and len(loaded.terms.terms) > 300
    assert [t.id for t in loaded.terms.terms if {*LANGUAGES} - {*t.said}] == []


def test_terms_have_one_name_each(loaded: Loaded) -> None:
    names = [term.id for term in (loaded.terms or Terms(terms=())).terms]

    assert len(names) == len({*names})


def test_translators_get_the_terms_as_a_file(loaded: Loaded, tmp_path: Path) -> None:
    assert loaded.terms
    write_terms(tmp_path, "fr", loaded.terms.terms)
    head, *rows = (tmp_path / "terms-fr.csv").read_text("utf-8").splitlines()

    assert head == "source,target,note,forbidden" and len(rows) == len(loaded.terms.terms)
    assert any("crypté" in row for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_shows_every_term_in_its_language(loaded: Loaded, site: Path, language: str) -> None:
    assert loaded.terms
    page = parse((site / ("" if language == "en" else language) / "about/terms.html").read_text("utf-8"))
    shown = {node.text for node in page.first("main").all("b")}

    assert {term.said[language] for term in loaded.terms.terms} - shown == set()
