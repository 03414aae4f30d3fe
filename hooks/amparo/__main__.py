"""Commands without MkDocs: `python -m amparo check|words|grades|language|fields|paper|designations` for
editors, `release|sign|verify` for a release."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from amparo import environment
from amparo.arguments import arguments, fields_of
from amparo.building import all_sources, clashes, open_site, unready
from amparo.checks import check_all, freshness
from amparo.checks.known import Known
from amparo.library import Library
from amparo.model.loading import Loaded
from amparo.model.reference import write_all
from amparo.project import HERE, Project
from amparo.settings import Settings, read_settings
from amparo.source import Problems, Stop
from amparo.text import updating
from amparo.text.terms import write_terms


def check(project: Project, is_changed: bool = False) -> int:
    """Read all data, translations and pages; print every problem at once, and what a change does where
    `is_changed` asks for it. 1 when something must be mended."""
    # What is read here is needed to the end: to look for what could be thrown away takes a tenth of the time.
    gc.disable()
    settings = read_settings(project)
    loaded, problems = _check(project, settings)
    problems.extend(unready(project, loaded, settings, problems))
    library = None if problems.errors else Library(loaded, settings.as_of)
    if library:
        problems.extend(clashes(project, library))
        problems.extend(freshness.check(loaded, library, settings))
    for problem in problems.all:
        print(problem)
    if any("prints it below" in problem.right for problem in problems.errors):
        for blank in _later("entering").blanks(loaded, settings.as_of):
            print(f"A change record, ready to paste and to fill in:\n\n{blank}")
    places = len(loaded.places.places) if loaded.places else 0
    print(
        f"{len(loaded.organisations)} organisations, {places} places: "
        f"{len(problems.errors)} errors, {len(problems.warnings)} warnings."
    )
    if library:
        missing = library.gaps.all()
        alone = sum(not gap.has_line for gap in missing)
        print(
            f"We know nobody for {len(missing)} pairs of situation and place, "
            f"not even a line for {alone} of them: `make gaps` names them."
        )
        print(freshness.told(library), end="\n" if library.due.overdue() else "")
        if is_changed:
            _later("changed").tell(project, settings, loaded)
    return 1 if problems.errors else 0


def words(project: Project, only: str | None = None) -> int:
    """Bring all PO files, or those of one language, up to date with records, vocabularies, pages and
    templates; print what is missing."""
    settings = read_settings(project)
    loaded, problems = _check(project, settings)
    broken = [problem for problem in problems.errors if "/translations/" not in problem.file]
    if broken:
        print(*broken, sep="\n")
        print("The words were left as they are: mend the data first.")
        return 1
    languages = [code for code in settings.translated if only in (None, code)]
    broken = updating.broken(project, languages)
    if broken:
        print(*broken, sep="\n")
        print("The words were left as they are: mend these files first.")
        return 1
    for domain, sources in all_sources(project, loaded).items():
        updating.write_pot(project, domain, sources)
        for language in languages:
            done = updating.update(project, language, domain, sources)
            print(f"{language} {domain}: {done.texts} texts, {done.missing} missing, {done.stale} stale")
    for language in languages:
        write_terms(project.build("terms"), language, loaded.terms.terms if loaded.terms else ())
    print("Templates for new languages: build/pot/; the terms of the field: build/terms/")
    return 0


def grades(project: Project) -> int:
    """Print how hard each kind of English text is to read. 1 when one became harder."""
    settings = read_settings(project)
    loaded, _ = _check(project, settings)
    return int(_later("grading").report(project, all_sources(project, loaded)))


def language(project: Project, code: str) -> int:
    """Start a language: a line of the settings, files to translate, and the search's own."""
    starting = _later("starting")
    try:
        next_steps = starting.start(project, code)
    except starting.Refused as refused:
        print(refused)
        return 1
    failed = words(project, code)
    print(*next_steps, sep="\n")
    return failed


def fields(project: Project) -> int:
    """Write the reference of fields, FIELDS.md, and the schemas for editors' completion."""
    for file in write_all(project):
        print(project.name_of(file))
    return 0


def paper(project: Project, only: str | None = None) -> int:
    """Make the PDFs and documents beside a finished site once more; `only` holds the beginnings of their
    names, or is the file of a plan of one's own."""
    planning, production = _later("planning"), _later("paper.production")
    if only and only.endswith(planning.ENDINGS):
        return int(planning.make(project, Path(only)))
    settings = read_settings(project, environment.flavour())
    made = production.makeable(environment.paper(), (code for code, _ in settings.languages))
    if made.told:
        print(made.told)
    site, _ = open_site(project, settings, made.kinds, made.without_pdf, _known(project))
    print(f"{production.make(project, project.site(settings.site_dir), site, print, only)} files made.")
    return 0


def designations(project: Project, file: Path, only: str | None = None) -> int:
    """Print which of our bodies are in an official list. 1 when one is there that no designation (or not
    `only`) names."""
    register = _later("checks.register")
    settings = read_settings(project)
    loaded, _ = _check(project, settings)
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
        f"{len(lines)} lines read; {len(unnamed)} of our bodies are in them and not named: "
        f"{', '.join(sorted(unnamed)) or '-'}"
    )
    return 1 if unnamed else 0


def gaps(project: Project) -> int:
    """Print for which situation and country we know nobody: the work order for researchers, in order of
    need."""
    settings = read_settings(project)
    loaded, _ = _check(project, settings)
    found = Library(loaded, settings.as_of).gaps.all()
    for situation, group in groupby(found, key=lambda gap: gap.situation):
        rows = list(group)
        without = [gap.country for gap in rows if not gap.has_line]
        print(f"{situation}: nobody in {len(rows)} places; not even a line in {len(without)}")
        print("    " + " ".join(gap.country if gap.has_line else f"{gap.country}!" for gap in rows))
    return 0


def _check(project: Project, settings: Settings) -> tuple[Loaded, Problems]:
    """All records and all problems. Long texts that were right the last time are not looked at again."""
    return check_all(project, settings.as_of, settings.site_name, known=_known(project))


def _known(project: Project) -> Known | None:
    """What the last check found right; None where everything is to be looked at."""
    return Known(project) if environment.keeps() else None


def _later(name: str) -> Any:
    """A module of ours that only some commands need. Loaded when one is given: `check` is run after every
    change, and waits for nothing that it does not use."""
    return import_module(f"amparo.{name}")


def main() -> int:
    """Run one command."""
    environment.let_output_pass()
    given = arguments(__doc__).parse_args()
    config = getattr(given, "config_file", None)
    project = Project(HERE.root, config.absolute() if config else None)
    commands: dict[str, Callable[[], int]] = {
        "check": lambda: check(project, given.changed),
        "new": lambda: _later("record").command(project, given.kind, given.id),
        "enter": lambda: _later("entering").command(project, given.first),
        "words": lambda: words(project),
        "grades": lambda: grades(project),
        "language": lambda: language(project, given.code),
        "fields": lambda: fields(project),
        "paper": lambda: paper(project, given.only),
        "designations": lambda: designations(project, given.file, given.list),
        "heard": lambda: _later("aloud").command(project, given.language, given.page),
        "gaps": lambda: gaps(project),
        "links": lambda: _later("confirming.links").links(project, given.host, given.all),
        "calls": lambda: _later("confirming.commands").calls(project, given.language),
        "confirm": lambda: _later("confirming.commands").confirm(project, given.what, fields_of(given)),
        "release": lambda: _later("releasing").release(
            project, given.dist.resolve(), given.previous, given.only
        ),
        "contacts": lambda: _later("release.contacts").compare(given.previous, given.dist),
        "sign": lambda: _later("releasing").sign(given.dist, given.key, given.passwordless),
        "verify": lambda: _later("releasing").verify(project, given.dist, given.key),
    }
    try:
        return commands[given.command]()
    except Stop as stop:
        print(*stop.problems.all, sep="\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
