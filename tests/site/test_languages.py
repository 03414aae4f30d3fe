"""All languages are whole but for the workshop; changed English leaves no old translation standing."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from amparo.building import count
from amparo.checks import check_all
from amparo.text.catalogue import DOMAINS, read_translations
from tests.conftest import LANGUAGES, PROJECT, ROOT, build, command, copy_project
from tests.site import facts
from tests.site.document import Node, parse
from tests.site.rules import Seen

ORGANISATION, CLOSED, SUCCESSOR = "front-line-defenders", "mama-cash", "global-fund-for-women"
NEW = {
    "docs": "Quite another sentence stands on this page now.",
    "record": "Quite another line about what it gives.",
    "vocabulary": "Quite another word",
}
"""English texts that nobody has translated."""


def old_texts() -> dict[str, tuple[str, str, str]]:
    """By kind of source: its file, the English text that is replaced, and where its translation stands."""
    page = (ROOT / "docs/emergency/first-hour.md").read_text("utf-8")
    sentence = next(
        line for line in page.split("---")[-1].split("\n") if re.fullmatch(r"[A-Z][^*\[\]#`]{20,}\.", line)
    )
    return {
        "docs": ("docs/emergency/first-hour.md", sentence, "pages/emergency/first-hour"),
        "record": (
            f"data/organisations/{ORGANISATION}.yml",
            facts.organisations()[ORGANISATION]["summary"],
            f"organisations/{ORGANISATION}#summary",
        ),
        "vocabulary": (
            "data/vocabulary/service.yml",
            facts.terms("service")["shelter"]["label"],
            "vocabulary/service#shelter.label",
        ),
    }


PLACES = {
    "docs": "emergency/first-hour.html",
    "record": f"emergency/organisations/{ORGANISATION}.html",
    "vocabulary": "emergency/services/shelter.html",
}
"""Where each change must show."""

REMOVED = "organisations/omct#summary"
"""A text whose Spanish translation is taken away."""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day's work, built: a sentence, a record and a word changed, a translation lost, a fund closed."""
    project = copy_project(tmp_path_factory.mktemp("changed") / "project")
    for kind, (file, old, _) in old_texts().items():
        replace(project / file, old, NEW[kind])
    closed = project / f"data/organisations/{CLOSED}.yml"
    replace(closed, "\nstatus: active\n", f"\nstatus: closed\nsuccessor: {SUCCESSOR}\n")
    # A closed body gives nothing any more: the check refuses words on how to ask for it.
    gone = r"(?m)^(eligibility|how_to_ask|not_for|offers):.*\n(?:[ -].*\n)*"
    closed.write_text(re.sub(gone, "", closed.read_text("utf-8")), "utf-8")
    po = project / "data/translations/es/organisations.po"
    before = po.read_text("utf-8")
    po.write_text(re.sub(rf'(msgctxt "{REMOVED}"\nmsgid .*\nmsgstr ).*', r'\1""', before), "utf-8")
    assert po.read_text("utf-8") != before
    done = build(project)
    assert done.returncode == 0, done.stderr
    return project


def replace(file: Path, old: str, new: str) -> None:
    """Change a text in a file, once."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} no longer holds: {old}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def page_of(project: Path, language: str, place: str) -> Node:
    """A page of a changed project."""
    return parse((project / "site" / dict(facts.in_every_language(place))[language]).read_text("utf-8"))


# Whole


PARTLY = {(code, "curriculum") for code in ("ar", "fr", "pt", "ru")}
"""Languages and domains in which only a part must be whole: tests/workshop says which."""


def test_every_text_is_translated() -> None:
    loaded, _ = check_all(PROJECT, date.fromisoformat(facts.settings()["as_of"]))
    counts = count(
        PROJECT, loaded, {language: read_translations(PROJECT, language) for language in LANGUAGES[1:]}
    )

    assert {language: set(domains) for language, domains in counts.items()} == {
        language: set(DOMAINS) for language in LANGUAGES[1:]
    }
    assert [
        (language, domain, done, total)
        for language, domains in counts.items()
        for domain, (done, total) in domains.items()
        if not done == total > 0 and (language, domain) not in PARTLY
    ] == []


def test_no_page_falls_back_to_english(pages: dict[str, Seen]) -> None:
    """Pages of the workshop wait in some languages; other pages may name one of its parts in English."""
    workshops = tuple(f"{code}/workshop/" for code, _ in PARTLY)
    wanted = [page for page in pages.values() if not page.address.startswith(workshops)]

    assert (
        len(wanted) > 4500 and {page.address: page.untranslated for page in wanted if page.untranslated} == {}
    )


# Changed


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_changed_text_stands_in_english_marked_and_the_old_translation_is_gone(
    kind: str, language: str, changed: Path
) -> None:
    """Acceptance task 14."""
    _, old, context = old_texts()[kind]
    page, note = (
        page_of(changed, language, PLACES[kind]),
        "Some parts of this page are not translated yet. They are in English.",
    )
    marked = [
        node.text
        for node in page.all()
        if node["lang"] == "en" and node["dir"] == "ltr" and "untranslated" in node.classes
    ]

    assert NEW[kind] in marked
    assert facts.said(language, note) in [node.text for node in page.first("main").all(".mark")]
    assert facts.said(language, old, context) != old
    assert [
        node.text
        for node in page.first("main").all()
        if node.text in (old, facts.said(language, old, context))
    ] == []


@pytest.mark.parametrize("kind", NEW)
def test_changed_text_stands_unmarked_on_the_english_page(kind: str, changed: Path) -> None:
    page = page_of(changed, "en", PLACES[kind])

    assert NEW[kind] in page.text and page.first(".untranslated") is None


def test_removed_translation_falls_back_in_its_language_alone(changed: Path) -> None:
    english = facts.organisations()["omct"]["summary"]
    texts = {
        language: page_of(changed, language, "emergency/organisations/omct.html").first(".lead")
        for language in LANGUAGES
    }

    assert texts["es"].text == english and texts["es"]["lang"] == "en"
    assert texts["ar"].text == facts.said("ar", english, REMOVED) != english


# Closed


@pytest.mark.parametrize("language", LANGUAGES)
def test_closed_fund_leaves_all_lists_and_its_page_points_on(language: str, changed: Path) -> None:
    """Acceptance task 17."""
    folder = changed / "site" if language == "en" else changed / "site" / language
    warning = page_of(changed, language, f"emergency/organisations/{CLOSED}.html").first(".warn")
    lists = [
        file
        for kind in ("services", "regions", "groups", "languages", "countries")
        for file in (folder / "emergency" / kind).glob("*.html")
        if f'class="card"><a href="../../emergency/organisations/{CLOSED}.' in file.read_text("utf-8")
    ]

    assert [Path(link["href"]).stem for link in warning.all("a")] == [SUCCESSOR]
    assert lists == []


# The files that translators get


def po_files(project: Path) -> dict[str, bytes]:
    """Every PO file of a project."""
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in sorted((project / "data/translations").rglob("*.po"))
    }


@pytest.mark.slow("gathers all words of the site anew")
def test_updating_words_without_a_change_changes_nothing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    before = po_files(project)

    done = command(project, "amparo", "words")

    assert done.returncode == 0, done.stderr
    assert {file for file, text in po_files(project).items() if before.get(file) != text} == set()


@pytest.fixture(scope="module")
def updated(changed: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """The changed project after two updates of its words, and its PO files after the first."""
    project = tmp_path_factory.mktemp("updated") / "project"
    shutil.copytree(changed, project, ignore=shutil.ignore_patterns("site", "build"))
    command(project, "amparo", "words")
    once = po_files(project)
    command(project, "amparo", "words")
    return project, once


@pytest.mark.parametrize("kind", ["record", "vocabulary"])
def test_updating_words_keeps_the_old_translation_fuzzy_with_the_old_text(
    kind: str, updated: tuple[Path, dict[str, bytes]]
) -> None:
    project, once = updated
    _, old, context = old_texts()[kind]

    entry = next(
        entry
        for entry in once[f"data/translations/ar/{context.partition('/')[0]}.po"].decode().split("\n\n")
        if f'\nmsgid "{NEW[kind]}"' in entry
    ).split("\n")
    assert {"#, fuzzy", f'#| msgid "{old}"', f'msgstr "{facts.said("ar", old, context)}"'} <= set(entry)
    assert {file for file, text in po_files(project).items() if once[file] != text} == set(), (
        "the second time nothing changes"
    )
