"""Settings come from the file that MkDocs was given, and mean the same in every command."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Inherited, Problems, Stop, load_inherited
from tests.conftest import PROJECT, command, copy_project

OTHER = """INHERIT: base.yml
site_name: Casa Azul
site_dir: public
plugins:
  - i18n:
      docs_structure: suffix
      fallback_to_default: true
      reconfigure_material: false
      reconfigure_search: false
      languages:
        - {locale: en, default: true, name: English, build: true}
        - {locale: es, name: Español, build: true}
extra:
  amparo:
    version: 7
    flavours:
      neutral: {names: {en: Papers}}
"""
BASE = 'INHERIT: mkdocs.yml\nextra: {amparo: {as_of: "2026-11-28", operator: ""}}\n'


def configured(project: Path) -> Path:
    """A copy of the project with a file with settings that inherits from another, which inherits from
    mkdocs.yml."""
    (project / "base.yml").write_text(BASE, "utf-8")
    (project / "other.yml").write_text(OTHER, "utf-8")
    return project / "other.yml"


def merged(file: Path) -> Inherited:
    """Our reading of a file with settings."""
    problems = Problems()
    found = load_inherited(file, lambda file: file.name, problems)
    assert found and problems.all == []
    return found


def plain(value: Any) -> Any:
    """A value as our loader keeps it: every single one as text."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_inherited_settings_are_those_that_mkdocs_reads(tmp_path: Path) -> None:
    file = configured(copy_project(tmp_path / "project"))
    with file.open("rb") as stream:
        theirs = plain(yaml_load(stream))

    ours = merged(file).values

    assert ours == theirs and list(ours["extra"]["amparo"]["flavours"]) == [
        "public",
        "mirror",
        "neutral",
        "files",
    ]


@pytest.mark.parametrize(
    "above, below",
    [
        ("a: 1", "a: 2\nb: 3"),
        ("a: {x: 1}", "a: {y: 2}"),
        ("a: {x: {z: 1}}", "a: {x: {z: 2, w: 3}, v: 4}"),
        ("a: [1]", "a: [2, 3]"),
        ("a: text", "a: {y: 2}"),
        ("a: {y: 2}", "a: text"),
        ("a:", "a: {y: 2}"),
        ("a: {y: }", "a: {y: 2, z: 3}"),
        ("b: 1", "a: 2"),
    ],
)
def test_merging_is_that_of_mkdocs(above: str, below: str, tmp_path: Path) -> None:
    (tmp_path / "below.yml").write_text(below + "\n", "utf-8")
    (tmp_path / "above.yml").write_text(f"INHERIT: below.yml\n{above}\n", "utf-8")
    with (tmp_path / "above.yml").open("rb") as stream:
        theirs = plain(yaml_load(stream))

    assert merged(tmp_path / "above.yml").values == theirs


def test_settings_of_mkdocs_and_of_a_command_are_one(tmp_path: Path) -> None:
    file = configured(copy_project(tmp_path / "project"))
    theirs = load_config(str(file))

    ours = read_settings(Project(file.parent, file), "neutral")

    assert (ours.site_name, ours.site_dir) == (theirs.site_name, Path(theirs.site_dir).name)
    assert ours.as_of.isoformat() == theirs.extra["amparo"]["as_of"] == "2026-11-28"
    assert ours.languages == tuple(
        (one.locale, one.name) for one in theirs.plugins["i18n"].config["languages"]
    )
    assert (ours.version, ours.name("en"), ours.name("es")) == (7, "Papers", "Apuntes")


def test_plugins_may_be_fields_by_name(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    text = PROJECT.config.read_text("utf-8")
    file.write_text(text.replace("plugins:\n  - i18n:", "plugins:\n    i18n:"), "utf-8")

    assert read_settings(Project(tmp_path)).languages == read_settings(PROJECT).languages


WRONG = {
    "missing-file": ("INHERIT: nowhere.yml\n", "nowhere.yml:1:1", "the file is missing"),
    "circle": ("INHERIT: other.yml\n", "other.yml:1:10", "inherit from each other"),
    "no-such-setting": (
        "INHERIT: mkdocs.yml\nextra: {amparo: {as_off: 1}}\n",
        "other.yml:2:26",
        "no setting `as_off`",
    ),
    "bad-day": (
        "INHERIT: mkdocs.yml\nextra: {amparo: {as_of: soon}}\n",
        "other.yml:2:25",
        "Invalid isoformat",
    ),
    "other-docs": ("INHERIT: mkdocs.yml\ndocs_dir: pages\n", "other.yml:2:11", "`pages`"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_setting_is_told_with_its_file_and_line(name: str, tmp_path: Path) -> None:
    text, place, reason = WRONG[name]
    (tmp_path / "mkdocs.yml").write_text(PROJECT.config.read_text("utf-8"), "utf-8")
    (tmp_path / "other.yml").write_text(text, "utf-8")

    with pytest.raises(Stop) as stop:
        read_settings(Project(tmp_path, tmp_path / "other.yml"))

    told = str(stop.value.problems.all[0])
    assert told.startswith(place) and reason in told


SPANISH = "- {locale: es, name: Español, build: true}"


@pytest.mark.parametrize(
    ("language", "names", "alone"),
    [
        (SPANISH, "{en: Notes, ar: ملاحظات}", None),
        (SPANISH.replace("true", "false"), "{en: Notes, ar: ملاحظات}", "es"),
        (SPANISH, "{en: Notes, es: amparo, ar: ملاحظات}", None),
    ],
)
def test_neutral_copy_is_refused_in_a_language_without_a_name_that_tells_nothing(
    language: str, names: str, alone: str | None, tmp_path: Path
) -> None:
    """Published or only previewed: its tabs would bear the name that they must not tell."""
    text = PROJECT.config.read_text("utf-8")
    plain = "{en: Notes, es: Apuntes, ar: ملاحظات, fr: Carnet, pt: Anotações, ru: Заметки}"
    names = names.replace("}", ", fr: Carnet, pt: Anotações, ru: Заметки}")
    assert plain in text and SPANISH in text
    file = tmp_path / "mkdocs.yml"
    file.write_text(text.replace(plain, names).replace(SPANISH, language), "utf-8")

    with pytest.raises(Stop) as stop:
        read_settings(Project(tmp_path), "neutral", alone)

    assert "no plain name in `es`" in str(stop.value.problems.all[0])
    assert read_settings(Project(tmp_path), "public", alone)


# A whole build


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built with `-f` from a file that inherits."""
    project = copy_project(tmp_path_factory.mktemp("other") / "project")
    configured(project)
    done = command(project, "mkdocs", "build", "--strict", "-f", "other.yml", AMPARO_LANGUAGE="es")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_site_of_another_file_has_its_name_day_languages_and_place(other: Path) -> None:
    page = (other / "public/status.html").read_text("utf-8")
    spanish = (other / "public/es/status.html").read_text("utf-8")

    assert "Casa Azul</title>" in page and "Casa Azul</title>" in spanish
    assert "28 November 2026" in page and "28 de noviembre de 2026" in spanish
    assert re.findall(r'hreflang="([a-z]+)"', page) and 'hreflang="ar"' not in page
    assert not (other / "public/ar").exists() and not (other / "site").exists()


@pytest.mark.parametrize("place", ["before", "after"])
def test_check_reads_the_file_that_it_is_given(place: str, other: Path) -> None:
    words = ["check", "-f", "other.yml"] if place == "after" else ["-f", "other.yml", "check"]
    good = command(other, "amparo", *words)
    (other / "base.yml").write_text(BASE.replace("2026-11-28", "soon"), "utf-8")

    bad = command(other, "amparo", *words)
    (other / "base.yml").write_text(BASE, "utf-8")

    assert good.returncode == 0 and bad.returncode == 1 and bad.stdout.startswith("base.yml:2:")


def test_paper_goes_beside_the_site_of_the_file_that_it_is_given(other: Path) -> None:
    done = command(other, "amparo", "paper", "session-daily", "-f", "other.yml", PAPER="yes")

    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(
        file.parent.name for file in (other / "public").rglob("workshop/print/*/session-daily*.odt")
    ) == [
        "en",
        "es",
    ]


def test_release_builds_its_copies_with_the_file_that_it_is_given(other: Path) -> None:
    done = command(other, "amparo", "release", "--only", "neutral", "-f", "other.yml", AMPARO_LANGUAGE="en")

    assert done.returncode == 0, done.stdout + done.stderr
    assert ">Papers<" in (other / "dist/sites/neutral/index.html").read_text("utf-8")
    assert "version 7" in done.stdout and '"version": 7' in (other / "dist/release.json").read_text("utf-8")
