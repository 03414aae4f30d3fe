"""Makes all files to carry away, beside a finished tree: only those that changed, on all cores."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from amparo.pages.site import Site
from amparo.pages.workshop.printed import PrintedSheet
from amparo.paper import cards, flipcharts, fonts
from amparo.paper.document import document_of
from amparo.paper.tree import tree_of
from amparo.paper.typesetting import pdf_of, versions
from amparo.project import Project
from amparo.settings import Settings
from amparo.text.language import script_of

FOLDER = "workshop/print"
"""Folder of the files below the tree, with a folder for each language."""

TEMPLATES = ("paper.typ", "flipchart.typ", "card.typ")
"""What sets sheets, flipcharts and cards."""

TOLD_EVERY = 40
"""Files between two lines of progress."""


@dataclass(frozen=True)
class Job:
    """One file to make: a PDF, or an archive of images."""

    path: str
    """Where it goes, below `FOLDER`."""

    data: dict[str, Any]
    """What it says."""

    key: str
    """Changes when anything changes that the file depends on."""

    template: str = "paper.typ"
    """What sets it."""


@dataclass(frozen=True)
class Makeable:
    """What can be made on this machine."""

    kinds: frozenset[str] = frozenset()
    """The kinds of file (`pdf`, `odt`) that are made beside pages."""

    without_pdf: frozenset[str] = frozenset()
    """Languages whose PDFs are left out, for want of a font."""

    told: str | None = None
    """What is left out, and how to get it; None where nothing is."""


def makeable(wish: str | None, languages: Iterable[str]) -> Makeable:
    """What can be made here in these languages. `wish` is `no` to make nothing."""
    if wish == "no":
        return Makeable()
    languages = list(languages)
    found = fonts.find(fonts.names_of(languages))
    lacking = {code: needed for code in languages if (needed := fonts.missing(code, found))}
    if not lacking:
        return Makeable(frozenset({"pdf", "odt"}))
    scripts = list(dict.fromkeys(script for needed in lacking.values() for script in needed))
    packages = " ".join(dict.fromkeys(script.package for script in scripts))
    families = " and ".join(script.family for script in scripts)
    whose = "" if len(lacking) == len(languages) else f" in {', '.join(f'`{code}`' for code in lacking)}"
    return Makeable(
        frozenset({"odt"} if not whose else {"pdf", "odt"}),
        frozenset(lacking),
        f"The PDFs{whose} are left out: the fonts {families} are missing. Get them with "
        f"`apt-get install {packages}`, or name their folder in AMPARO_FONTS; then build again.",
    )


def make(
    project: Project, tree: Path, site: Site, say: Callable[[str], None], only: str | None = None
) -> int:
    """Make every file that `site` promises and put it into `site`. Returns how many were new.

    What was made before and has not changed is taken from the store. `only` holds the beginnings of the names
    to make, with commas between."""
    store, target = store_of(project, site.settings), tree / FOLDER
    new = _documents(target, site, only)
    languages = [code for code in site.renderers if "pdf" in site.made_in(code)]
    if not languages:
        return new
    gathered = store / "fonts"
    templates = project.find("templates/print/paper.typ").parent
    prints = fonts.gather(fonts.find(fonts.names_of(languages)), gathered)
    state = versions() + "".join((templates / name).read_text("utf-8") for name in TEMPLATES)
    jobs = [job for code in languages for job in _jobs(site, code, state, prints, only)]
    due = [job for job in jobs if not _is_made(store, job)]
    say(f"Paper: {len(jobs)} files, {len(jobs) - len(due)} of them unchanged, {len(due)} to make")
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        waiting = {pool.submit(_one, templates, gathered, store, job): job for job in due}
        for n, done in enumerate(as_completed(waiting), 1):
            done.result()
            if n % TOLD_EVERY == 0 or n == len(due):
                say(f"Paper: {n} of {len(due)} made")
    if not only:
        _forget(store, target, {job.path for job in jobs})
    for job in jobs:
        _put(target / job.path, (store / job.path).read_bytes())
    return new + len(due)


def store_of(project: Project, settings: Settings) -> Path:
    """Where finished files are kept. Those of a neutral copy bear another name, so they are others."""
    return project.build("paper-neutral" if settings.flavour.is_neutral else "paper")


def copy_in(project: Project, tree: Path, settings: Settings) -> None:
    """Put the files of the last time into a new tree before it is shown, so that no link leads nowhere
    meanwhile."""
    store = store_of(project, settings)
    for file in _files(store):
        _put(tree / FOLDER / file.relative_to(store), file.read_bytes())


def _files(folder: Path) -> list[Path]:
    """Everything in a store, or beside pages, that jobs made."""
    return sorted(file for file in folder.glob("*/*") if file.suffix in (".pdf", ".zip"))


def _forget(store: Path, target: Path, paths: set[str]) -> None:
    """Remove what no longer exists, in the store and on the site."""
    for folder in (store, target):
        for file in _files(folder):
            if file.relative_to(folder).as_posix() not in paths:
                file.unlink()
                file.with_suffix(".key").unlink(missing_ok=True)


def _jobs(
    site: Site, language: str, state: str, prints: Mapping[str, str], only: str | None
) -> Iterator[Job]:
    """All files in a language. `prints` are the fonts that there are, and what each is."""
    used = "".join(prints[name] for name in fonts.names_of([language]))
    for path, template, data in _told(site, language, only):
        whole = json.dumps(data, ensure_ascii=False, sort_keys=True) + used + state
        yield Job(f"{language}/{path}", data, hashlib.sha256(whole.encode()).hexdigest(), template)


def _told(site: Site, language: str, only: str | None) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each file with its template and what it says."""
    for name in site.printing.names:
        if _is_asked(name, only):
            yield f"{name}.pdf", TEMPLATES[0], data_of(site.printing.paper(name, language), language)
    if site.printing.names and _is_asked(flipcharts.NAME, only):
        yield f"{flipcharts.NAME}.pdf", TEMPLATES[1], flipcharts.data_of(site, language)
    for name in cards.names(site):
        if _is_asked(name, only):
            yield f"{name}.zip", TEMPLATES[2], cards.data_of(site, language, name)


def data_of(sheet: PrintedSheet, language: str) -> dict[str, Any]:
    """A sheet as plain data, with its markup as a tree, and what its language is set in."""
    data = asdict(sheet)
    around = {"fonts": fonts.families(language), "is_tall": script_of(language).is_tall}
    return {**data, **around, "parts": tree_of(data.pop("html"))}


def _is_asked(name: str, only: str | None) -> bool:
    """Whether a name is among those to make."""
    return not only or name.startswith(tuple(only.split(",")))


def _is_made(store: Path, job: Job) -> bool:
    """Whether the stored file was made from exactly this."""
    mark = (store / job.path).with_suffix(".key")
    return mark.exists() and (store / job.path).exists() and mark.read_text("utf-8") == job.key


def _one(templates: Path, gathered: Path, store: Path, job: Job) -> None:
    """Make one file and store it with its key."""
    file = store / job.path
    set_by = cards.archive_of if file.suffix == ".zip" else pdf_of
    _put(file, set_by(templates / job.template, gathered, job.data))
    file.with_suffix(".key").write_text(job.key, "utf-8", newline="\n")


def _documents(target: Path, site: Site, only: str | None) -> int:
    """Make the editable documents: they take a moment each and are always made."""
    count = 0
    for language, renderer in site.renderers.items() if "odt" in site.made else ():
        for name in site.printing.documents:
            if _is_asked(name, only):
                data = data_of(site.printing.document(name, language), language)
                _put(target / language / f"{name}.odt", document_of(renderer.fill, data))
                count += 1
        if site.printing.names and _is_asked(flipcharts.NAME, only):
            _put(target / language / f"{flipcharts.NAME}.odp", flipcharts.presentation_of(site, language))
            count += 1
    return count


def _put(file: Path, content: bytes) -> None:
    """Write a file in one step, with the mode of all files of the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Copies of a release are made at the same time and share a store.
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    beside.write_bytes(content)
    beside.chmod(0o644)
    beside.replace(file)
