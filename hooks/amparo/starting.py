"""Starts a language: a line of the settings, and the files that the search needs. Nothing of it is
published yet."""

from __future__ import annotations

import re
from pathlib import Path

from amparo.model.languages import LANGUAGE_CODES
from amparo.project import Project
from amparo.settings import read_settings
from amparo.text.language import language_of
from amparo.text.scripts import LATIN

SEARCH = """# How {english} words are compared in the search. Write them folded, as `make check` says:
# small letters, no accents.
language: {code}
# Words that say nothing about what is looked for, such as "the" and "who".
ignored: []
# Forms of one word that no rule finds, such as [woman, women].
same: []
# Letters taken off the start and the end of a word; the first rule that fits is done.
beginnings: []
endings: []
"""

SYNONYMS = """# Everyday words in {english} for what the site calls otherwise. en.yml shows how.
language: {code}
"""


class Refused(Exception):
    """A language that cannot be started, with the reason."""


def start(project: Project, code: str) -> list[str]:
    """Write what a language needs before anything is translated; return what to do next. Raises `Refused`."""
    settings = read_settings(project)
    if code not in LANGUAGE_CODES:
        raise Refused(f"CLDR knows no language `{code}`. Give its code of two or three letters, such as fa.")
    if code in (settings.languages[0][0], *settings.translated):
        raise Refused(f"`{code}` has been started already: it stands in mkdocs.yml.")
    language = language_of(code)
    english = language_of(settings.languages[0][0]).locale.languages[code]
    name = language.own_name or english
    _into_settings(project.config, code, name[0].upper() + name[1:])
    for file, text in (
        (project.find(f"data/search/{code}.yml"), SEARCH),
        (project.find(f"data/vocabulary/synonyms/{code}.yml"), SYNONYMS),
    ):
        if not file.exists():
            file.write_bytes(text.format(code=code, english=english).encode())
    return [
        f"{english} ({code}) has been started. It is built only by AMPARO_LANGUAGE={code} make site, and by",
        f"LANGUAGE_CODE={code} make serve, until `build: true` stands behind it in mkdocs.yml.",
        f"Translate data/translations/{code}/ui.po first, then vocabulary.po, triage.po: see TRANSLATING.md.",
        f"A neutral copy needs a plain name in it: `names` in mkdocs.yml, `{code}: …`.",
        *(
            [f"Its PDFs need {language.script.family}: apt-get install {language.script.package}."]
            if language.script is not LATIN
            else []
        ),
    ]


def _into_settings(file: Path, code: str, name: str) -> None:
    """A line behind those of the other languages."""
    text = file.read_text("utf-8")
    lines = list(re.finditer(r"^( +- )\{locale: .*\}\n", text, re.M))
    if not lines:
        raise Refused(
            "mkdocs.yml has no line like `- {locale: es, name: Español, build: true}` to stand behind."
        )
    last = lines[-1]
    line = f"{last[1]}{{locale: {code}, name: {name}, build: false}}\n"
    file.write_bytes((text[: last.end()] + line + text[last.end() :]).encode())
