"""A site can be renamed by one setting, and a neutral copy names it nowhere.

Two whole builds, because a name may hide in any file: in a page, a script, an index, a title or the name of a
file.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from amparo.settings import read_settings
from amparo.text.naming import PLACEHOLDER, filled, written
from amparo.text.voice import Foreign
from tests.conftest import LANGUAGES, PROJECT, command, copy_project, search_of

NEW = "Refugio"
OLD = read_settings(PROJECT).site_name
RENAMED = f"INHERIT: mkdocs.yml\nsite_name: {NEW}\n"
WRIT = re.compile(r"(?:Writ(?:\s|\+)of\s|ordonnance\sd['’]|ordonnance\sd&#39;)Amparo|(?<![A-Z])amparo")
"""A protection by courts that is called so in law; and the name of the program, which says nothing about a
site."""


REMEDY = re.compile(r"(?<=\\t)amparo(?=\\t)")
"""The same protection as a word that the search of the pocket edition knows, alone between others."""


def built(folder: Path, flavour: str) -> Path:
    """A renamed site in a flavour, built with `-f`."""
    project = copy_project(folder / "project")
    (project / "renamed.yml").write_text(RENAMED, "utf-8")
    done = command(project, "mkdocs", "build", "--strict", "-f", "renamed.yml", AMPARO_FLAVOUR=flavour)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of the renamed public site."""
    return texts(built(tmp_path_factory.mktemp("public"), "public"))


@pytest.fixture(scope="module")
def neutral(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of the renamed neutral site."""
    return texts(built(tmp_path_factory.mktemp("neutral"), "neutral"))


@pytest.fixture(scope="module")
def usual(site: Path) -> dict[str, str]:
    """Every file of the site as it is."""
    return texts(site)


def texts(tree: Path) -> dict[str, str]:
    """The text of every file by its path, of a workbook that of all its parts; PDFs and documents are left
    out."""
    return {
        file.relative_to(tree).as_posix(): workbook(file)
        if file.suffix in (".xlsx", ".odp", ".zip")
        else search_of(file.read_text("utf-8"))
        for file in tree.rglob("*")
        if file.is_file() and file.suffix not in (".pdf", ".odt", ".png")
    }


def workbook(file: Path) -> str:
    """The text of every part of a workbook, each after its name."""
    with zipfile.ZipFile(file) as parts:
        return "\n".join(
            f"{name}\n{parts.read(name).decode('utf-8', 'replace')}" for name in parts.namelist()
        )


def naming_old(files: dict[str, str]) -> dict[str, str]:
    """Files that still say the old name, with what stands around it."""
    found = {}
    for name, text in files.items():
        place = WRIT.sub(lambda match: "·" * len(match[0]), text).find(OLD)
        if place >= 0:
            found[name] = text[max(place - 40, 0) : place + 40]
    return found


def test_renamed_site_says_its_old_name_nowhere(public: dict[str, str]) -> None:
    assert len(public) > 5500 and naming_old(public) == {}


def test_neutral_site_says_its_old_name_nowhere(neutral: dict[str, str]) -> None:
    assert len(neutral) > 5500 and naming_old(neutral) == {}


def test_neutral_files_hold_no_sign_of_the_program_but_the_writ(neutral: dict[str, str]) -> None:
    """In a neutral copy even small letters would tell."""
    found = {name for name, text in neutral.items() if "amparo" in (name + REMEDY.sub("", text)).lower()}

    assert all("writ" in neutral[name].lower() or "mechanisms/" in name or "search" in name for name in found)
    assert {name for name in found if name.endswith((".css", ".js"))} <= {
        f"assets/search/{language}.js" for language in LANGUAGES
    }


def test_neutral_site_says_its_new_name_only_where_it_is_a_common_word(
    neutral: dict[str, str], usual: dict[str, str]
) -> None:
    """In Spanish the name is also the word for a shelter: it stands as often in the site that is not called
    so."""
    wrong = [name for name, text in neutral.items() if text.count(NEW) > usual.get(name, "").count(NEW)]

    assert wrong == []


def test_renamed_site_says_its_new_name_wherever_it_said_the_old_one(
    public: dict[str, str], usual: dict[str, str]
) -> None:
    pages = {name: text for name, text in usual.items() if name.endswith(".html")}
    changed = {
        name: WRIT.sub("", text).count(OLD) + text.count(NEW)
        for name, text in pages.items()
        # The list of shelters has the same title: then the tab says the word once.
        if f"<title>{NEW} – {OLD}</title>" not in text
    }

    assert (
        len(pages) > 4000
        and {
            name: (public[name].count(NEW), count)
            for name, count in changed.items()
            if public[name].count(NEW) != count
        }
        == {}
    )


@pytest.mark.parametrize("copy", ["public", "neutral"])
def test_no_placeholder_is_left(copy: str, request: pytest.FixtureRequest) -> None:
    files = request.getfixturevalue(copy)

    assert [name for name, text in files.items() if PLACEHOLDER in text] == []


def test_a_name_of_two_words_makes_plain_names_of_files() -> None:
    settings = read_settings(PROJECT)
    other = type(settings)(**{**vars(settings), "site_name": "Casa Ñandú / Sur"})

    assert (settings.file_name, other.file_name) == (OLD.lower(), "casa-ñandú-sur")


# The rule by itself


@pytest.mark.parametrize(
    "text, places",
    [
        ("Amparo is free.", [0]),
        ("On Amparo's way", [3]),
        ("نحن وAmparo", [5]),
        ("the writ of amparo", []),
        ("Amparos", []),
        ("DeAmparo", []),
        ("", []),
    ],
)
def test_name_is_found_as_a_word_of_its_own(text: str, places: list[int]) -> None:
    assert list(written(text, "Amparo")) == places


def test_placeholder_is_filled_in_text_and_in_foreign_text() -> None:
    foreign = Foreign("%(site)s is 5 %% done.", "en", "ltr")

    assert filled("About %(site)s", NEW) == f"About {NEW}" and filled("5% done", NEW) == "5% done"
    assert filled(foreign, NEW) == Foreign(f"{NEW} is 5 % done.", "en", "ltr")


@pytest.mark.parametrize("name", ["<b>", "A*B", "A_B", "[A]", "A%B", "`A`", "A" * 31, ""])
def test_name_that_markup_would_read_is_refused(name: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "renamed.yml").write_text(f"INHERIT: mkdocs.yml\nsite_name: {name!r}\n", "utf-8")

    done = command(project, "amparo", "check", "-f", "renamed.yml")

    assert done.returncode == 1 and done.stdout.startswith("renamed.yml:2:12: error: site_name: the name")
