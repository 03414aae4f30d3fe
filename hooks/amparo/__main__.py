"""Commands without MkDocs: `python -m amparo check|words|fields|paper` for editors, `release|sign|verify` for a release."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Optional

from amparo import releasing
from amparo.building import all_sources, open_site
from amparo.checks import check_all
from amparo.paper import production
from amparo.settings import read_settings
from amparo.source import Stop
from amparo.text import updating

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
    print(
        f"{len(loaded.organisations)} organisations, {len(loaded.places.places) if loaded.places else 0} places: "
        f"{len(problems.errors)} errors, {len(problems.warnings)} warnings."
    )
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
    languages = [language for language, _ in settings.languages[1:]]
    broken = updating.broken(ROOT, languages)
    if broken:
        print(*broken, sep="\n")
        print("The words were left as they are: mend these files first.")
        return 1
    for domain, sources in all_sources(ROOT, loaded).items():
        updating.write_pot(ROOT, domain, sources)
        for language in languages:
            done = updating.update(ROOT, language, domain, sources)
            print(f"{language} {domain}: {done.texts} texts, {done.missing} missing, {done.stale} stale")
    print("Templates for new languages: build/pot/")
    return 0


def fields() -> int:
    """Write the reference of fields into CONTRIBUTING.md and the schemas for editors' completion."""
    from amparo.model.reference import write_all

    for file in write_all(ROOT):
        print(file.relative_to(ROOT))
    return 0


def paper(only: Optional[str] = None) -> int:
    """Make the PDFs and documents beside a finished site once more; `only` holds the beginnings of their names."""
    made, left_out = production.kinds(production.wish())
    if left_out:
        print(left_out)
    try:
        site, _ = open_site(ROOT, read_settings(ROOT), made)
    except Stop as stop:
        print(*stop.problems.all, sep="\n")
        return 1
    print(f"{production.make(ROOT, ROOT / 'site', site, print, only)} files made.")
    return 0


def main() -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m amparo", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the data, the translations and the pages")
    commands.add_parser("words", help="bring the PO files up to date")
    commands.add_parser("fields", help="write the reference of fields and the schemas")
    printing = commands.add_parser(
        "paper", help="make the PDFs and documents beside a finished site once more"
    )
    printing.add_argument(
        "only", nargs="?", help="the beginnings of the names to make, such as agenda-half-day,helpers"
    )
    releasing_ = commands.add_parser("release", help="make dist/, unsigned")
    releasing_.add_argument(
        "--previous", type=Path, help="the dist of the release before: its changes are told"
    )
    releasing_.add_argument(
        "--only", action="append", default=[], help="one of the copies, for trying out; may be repeated"
    )
    signing = commands.add_parser("sign", help="sign dist/")
    signing.add_argument(
        "--key", type=Path, required=True, help="a secret key of minisign, outside of this project"
    )
    signing.add_argument("--passwordless", action="store_true", help="the key has no password: for tests")
    checking = commands.add_parser("verify", help="check dist/ as its receivers do")
    checking.add_argument(
        "--key", action="append", default=[], help="a public key; without one those in data/keys"
    )
    for one in (releasing_, signing, checking):
        one.add_argument("--dist", type=Path, default=ROOT / "dist", help="another place than dist/")
    given = parser.parse_args()
    return {
        "check": check,
        "words": words,
        "fields": fields,
        "paper": lambda: paper(given.only),
        "release": lambda: releasing.release(ROOT, given.dist.resolve(), given.previous, given.only),
        "sign": lambda: releasing.sign(given.dist, given.key, given.passwordless),
        "verify": lambda: releasing.verify(ROOT, given.dist, given.key),
    }[given.command]()


if __name__ == "__main__":
    sys.exit(main())
