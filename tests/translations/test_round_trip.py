"""A PO file that went through another program comes back from `make words` byte for byte as it was."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest
from translate.storage.pypo import pofile

from amparo.building import all_sources
from amparo.checks import check_all
from amparo.project import Project
from amparo.text.catalogue import DOMAINS, Message
from amparo.text.updating import update
from tests.conftest import LANGUAGES, PROJECT, ROOT
from tests.site import facts

USED = """# Somebody asked about this.
#. At most 20 letters.
#: hooks/templates/a.html
#, fuzzy, python-format
#| msgctxt "x"
#| msgid "Wait %(n)s days for an answer from the body that you wrote to, and then write to the next one."
msgctxt "x"
msgid "Wait %(n)s days for an answer."
msgstr "Espere %(n)s días a que el organismo al que escribió le responda; después, escriba al siguiente."

#, fuzzy
#~| msgid "Older \\"words\\" with a \\\\ and a long rest so that programs break the line somewhere"
#~ msgctxt "y"
#~ msgid "Old \\"words\\" with a \\\\ and a long rest so that programs break the line somewhere"
#~ msgstr "Palabras «viejas» con un resto largo, para que los programas partan la línea en algún punto"

"""
"""What files hold after a year: a comment, a stale text, and one that nothing asks for any more."""

LEFT_OVER = [
    Message(
        "x", "Wait %(n)s days for an answer.", comment="At most 20 letters.", file="hooks/templates/a.html"
    )
]


def with_msgcat(*options: str) -> Callable[[Path], None]:
    """gettext's own program, with options."""

    def run(file: Path) -> None:
        done = subprocess.run(
            ["msgcat", *options, str(file), "-o", str(file)], check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr

    return run


def with_polib(file: Path) -> None:
    """polib, as scripts of translators use it."""
    catalogue = polib.pofile(str(file))
    catalogue.metadata["Last-Translator"] = "Somebody <somebody@example.org>"
    catalogue.metadata["X-Generator"] = "polib"
    catalogue.save()


def with_toolkit(file: Path) -> None:
    """The storage of translate-toolkit, on which Weblate and Pootle stand."""
    store = pofile.parsefile(str(file))
    store.updateheader(add=True, PO_Revision_Date="2026-01-01 10:00+0000", Last_Translator="Somebody")
    store.save()


def with_windows(file: Path) -> None:
    """An editor of Windows."""
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))


PROGRAMS = {
    "msgcat": with_msgcat(),
    "msgcat-narrow": with_msgcat("--width=30"),
    "msgcat-sorted": with_msgcat("--sort-output", "--no-wrap"),
    "polib": with_polib,
    "translate-toolkit": with_toolkit,
    "windows": with_windows,
}


@pytest.fixture(scope="module")
def sources() -> dict[str, list[Message]]:
    """All texts to translate, and one that only the used file has."""
    loaded, _ = check_all(PROJECT, date.fromisoformat(facts.settings()["as_of"]))
    found = all_sources(PROJECT, loaded)
    return {**found, "designations": found["designations"] + LEFT_OVER}


@pytest.fixture
def project(tmp_path: Path, sources: dict[str, list[Message]]) -> Path:
    """A folder with all PO files, one of which has been in use for long."""
    for language in LANGUAGES[1:]:
        # Those that are published: a waiting language is brought up to date by whoever works on it.
        shutil.copytree(ROOT / "data/translations" / language, tmp_path / "data/translations" / language)
        with (tmp_path / f"data/translations/{language}/designations.po").open("a", encoding="utf-8") as file:
            file.write(USED)
        for domain in DOMAINS:
            update(Project(tmp_path), language, domain, sources[domain])
    return tmp_path


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_went_through_a_program_comes_back_as_it_was(
    program: str, project: Path, sources: dict[str, list[Message]]
) -> None:
    files = {file: file.read_bytes() for file in sorted((project / "data/translations").rglob("*.po"))}
    for file in files:
        PROGRAMS[program](file)
    changed = [file for file, before in files.items() if file.read_bytes() != before]

    for language in LANGUAGES[1:]:
        for domain in DOMAINS:
            update(Project(project), language, domain, sources[domain])

    used = (project / "data/translations/es/designations.po").read_text("utf-8")
    assert changed and all(line in used for line in USED.split("\n\n")[0].split("\n"))
    assert [file.name for file, before in files.items() if file.read_bytes() != before] == []
