"""Commands without MkDocs: `python -m amparo check|words|fields|paper|designations` for editors,
`release|sign|verify` for a release."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from amparo import releasing, starting
from amparo.building import all_sources, open_site, unready
from amparo.checks import check_all, register
from amparo.model.reference import write_all
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
    problems.extend(unready(ROOT, loaded, settings, problems))
    for problem in problems.all:
        print(problem)
    places = len(loaded.places.places) if loaded.places else 0
    print(
        f"{len(loaded.organisations)} organisations, {places} places: "
        f"{len(problems.errors)} errors, {len(problems.warnings)} warnings."
    )
    return 1 if problems.errors else 0


def words(only: str | None = None) -> int:
    """Bring all PO files, or those of one language, up to date with records, vocabularies, pages and
    templates; print what is missing."""
    settings = read_settings(ROOT)
    loaded, problems = check_all(ROOT, settings.as_of)
    broken = [problem for problem in problems.errors if "/translations/" not in problem.file]
    if broken:
        print(*broken, sep="\n")
        print("The words were left as they are: mend the data first.")
        return 1
    languages = [code for code in settings.translated if only in (None, code)]
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


def language(code: str) -> int:
    """Start a language: a line of the settings, files to translate, and the search's own."""
    try:
        next_steps = starting.start(ROOT, code)
    except starting.Refused as refused:
        print(refused)
        return 1
    failed = words(code)
    print(*next_steps, sep="\n")
    return failed


def fields() -> int:
    """Write the reference of fields into CONTRIBUTING.md and the schemas for editors' completion."""
    for file in write_all(ROOT):
        print(file.relative_to(ROOT))
    return 0


def paper(only: str | None = None) -> int:
    """Make the PDFs and documents beside a finished site once more; `only` holds the beginnings of their
    names."""
    try:
        settings = read_settings(ROOT)
        made = production.makeable(production.wish(), (code for code, _ in settings.languages))
        if made.told:
            print(made.told)
        site, _ = open_site(ROOT, settings, made.kinds, made.without_pdf)
    except Stop as stop:
        print(*stop.problems.all, sep="\n")
        return 1
    print(f"{production.make(ROOT, ROOT / 'site', site, print, only)} files made.")
    return 0


def designations(file: Path, only: str | None = None) -> int:
    """Print which of our bodies are in an official list. 1 when one is there that no designation (or not
    `only`) names."""
    loaded, _ = check_all(ROOT, read_settings(ROOT).as_of)
    if only and only not in loaded.designations:
        print(f"There is no data/designations/{only}.yml.")
        return 1
    lines = register.lines_of(file)
    unnamed = set()
    for find in register.finds(lines, loaded):
        is_named = only in find.named_in if only else bool(find.named_in)
        if find.is_sure and not is_named:
            unnamed.add(find.id)
        sure = "" if find.is_sure else "PERHAPS "
        told = f"named in {', '.join(find.named_in)}" if find.named_in else "NAMED NOWHERE"
        print(f"{sure}{find.id} ({find.what}), line {find.number}: {find.line[:160]}\n    {told}")
    print(
        f"{len(lines)} lines read; {len(unnamed)} of our bodies are in them and not named: {', '.join(sorted(unnamed)) or '-'}"
    )
    return 1 if unnamed else 0


def arguments() -> argparse.ArgumentParser:
    """What can be asked on the command line."""
    parser = argparse.ArgumentParser(prog="python -m amparo", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the data, the translations and the pages")
    commands.add_parser("words", help="bring the PO files up to date")
    beginning = commands.add_parser("language", help="start a language")
    beginning.add_argument("code", help="its code, such as fa")
    commands.add_parser("fields", help="write the reference of fields and the schemas")
    printing = commands.add_parser(
        "paper", help="make the PDFs and documents beside a finished site once more"
    )
    printing.add_argument(
        "only", nargs="?", help="the beginnings of the names to make, such as agenda-half-day,helpers"
    )
    comparing = commands.add_parser("designations", help="print which of our bodies are in an official list")
    comparing.add_argument("--file", type=Path, required=True, help="the list: CSV, TXT, XML, HTML or JSON")
    comparing.add_argument("--list", help="the designation that this list belongs to, such as ru-undesirable")
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
    return parser


def main() -> int:
    """Run one command."""
    given = arguments().parse_args()
    commands: dict[str, Callable[[], int]] = {
        "check": check,
        "words": words,
        "language": lambda: language(given.code),
        "fields": fields,
        "paper": lambda: paper(given.only),
        "designations": lambda: designations(given.file, given.list),
        "release": lambda: releasing.release(ROOT, given.dist.resolve(), given.previous, given.only),
        "sign": lambda: releasing.sign(given.dist, given.key, given.passwordless),
        "verify": lambda: releasing.verify(ROOT, given.dist, given.key),
    }
    return commands[given.command]()


if __name__ == "__main__":
    sys.exit(main())
