"""Commands for editors, without MkDocs: `python -m amparo check|words|fields|editions`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Optional

from amparo.building import all_sources, open_book
from amparo.checks import check_all
from amparo.editions import making
from amparo.settings import read_settings
from amparo.source import Stop
from amparo.text import catalogue

ROOT = Path(__file__).resolve().parent.parent.parent


def check() -> int:
    """Read all data, translations and pages; print every problem at once. 1 when something must be mended."""
    try:
        settings = read_settings(ROOT)
    except Stop as stop:
        print(*stop.problems.all, sep="\n")
        return 1
    loaded, problems = check_all(ROOT, settings.as_of)
    for problem in problems.all:
        print(problem)
    print(f"{len(loaded.organisations)} organisations, {len(loaded.places.places) if loaded.places else 0} places: "
          f"{len(problems.errors)} errors, {len(problems.warnings)} warnings.")
    return 1 if problems.errors else 0


def words() -> int:
    """Bring all PO files up to date with records, vocabularies, pages and templates; print what is missing."""
    settings = read_settings(ROOT)
    loaded, problems = check_all(ROOT, settings.as_of)
    broken = [problem for problem in problems.errors if "/translations/" not in problem.file]
    if broken:
        print(*broken, sep="\n")
        print("The words were left as they are: mend the data first.")
        return 1
    for domain, sources in all_sources(ROOT, loaded).items():
        catalogue.write_pot(ROOT, domain, sources)
        for language, _ in settings.languages[1:]:
            missing, stale = catalogue.update(ROOT, language, domain, sources)
            print(f"{language} {domain}: {len(sources)} texts, {missing} missing, {stale} stale")
    print("Templates for new languages: build/pot/")
    return 0


def fields() -> int:
    """Write the reference of fields into CONTRIBUTING.md and the schemas for editors' completion."""
    from amparo.model.reference import write_all

    for file in write_all(ROOT):
        print(file.relative_to(ROOT))
    return 0


def editions(only: Optional[str] = None) -> int:
    """Make the PDFs and documents beside a finished site once more; `only` holds the beginnings of their names."""
    made, left_out = making.kinds(os.environ.get("EDITIONS"))
    if left_out:
        print(left_out)
    try:
        book, _ = open_book(ROOT, read_settings(ROOT), made)
    except Stop as stop:
        print(*stop.problems.all, sep="\n")
        return 1
    print(f"{making.make(ROOT, ROOT / 'site', book, print, only)} files made.")
    return 0


def main() -> int:
    """Run one command."""
    commands = {"check": check, "words": words, "fields": fields, "editions": editions}
    parser = argparse.ArgumentParser(prog="python -m amparo", description=__doc__)
    parser.add_argument("command", choices=commands, help="check the data, update the PO files, write the field reference, make the PDFs")
    parser.add_argument("only", nargs="?", help="editions: the beginnings of the names to make, such as agenda-half-day,helpers")
    asked = parser.parse_args()
    return editions(asked.only) if asked.command == "editions" else commands[asked.command]()


if __name__ == "__main__":
    sys.exit(main())
