"""Makes `dist/`: builds every copy, lists its files, packs what people carry. Nothing is signed here."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from amparo.copies.archive import pack, pack_folder
from amparo.copies.catalogue import write_catalogue
from amparo.copies.finished import FinishedCopy
from amparo.pages.about.turn import Turn
from amparo.pages.heard import FOLDER as SOUNDS
from amparo.pages.page import language_root, pocket
from amparo.pages.site import Site
from amparo.paper.production import FOLDER as PRINTS
from amparo.project import Project
from amparo.release import changes, contacts
from amparo.release.facts import Facts, Failed, facts_before, facts_of, write_facts
from amparo.release.finishing import normalise
from amparo.release.kit import FOLDER
from amparo.release.ledger import FILE as LEDGER
from amparo.release.ledger import Ledger, ledger_of
from amparo.release.ledger import read as read_ledger
from amparo.release.ledger import write as write_ledger
from amparo.release.manifest import LIST, hash_of, write_list
from amparo.release.news import copy_before, write_pages, write_turns
from amparo.release.packed import write_release_changes
from amparo.release.plan import FILES, PlannedCopy, planned_copies
from amparo.release.swap import put_in_place
from amparo.release.trees import build_all, cut
from amparo.release.turning import turns_between
from amparo.settings import Settings


def _empty(folder: Path) -> Path:
    """A folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def make(project: Project, site: Site, dist: Path, previous: Path | None, only: Iterable[str] = ()) -> Facts:
    """Make the release and put it at `dist` in one step. Gives what release.json says.

    `previous` is the `dist` of the release before; `only` names copies, for tests."""
    before = facts_before(previous)
    if before and before["version"] >= site.settings.version:
        raise Failed(
            f"{project.name_of(project.config)}: the version is {site.settings.version}; the release before "
            f"had {before['version']}. Right: version: {before['version'] + 1}"
        )
    codes = tuple(code for code, _ in site.settings.languages)
    wanted = [copy for copy in planned_copies(codes) if not only or copy.name in only]
    work = project.build("release")
    shutil.rmtree(work, ignore_errors=True)
    build_all(project, site.settings, wanted, work)
    stage = _empty(project.build("dist"))
    ledger, older = ledger_of(site), read_ledger(previous)
    turns = turns_between(older, ledger, site.library) if older is not None else None
    kept, was = contacts.kept_of(site.library), contacts.read(previous)
    contacts.refuse(was, kept)
    copies = {}
    for copy in wanted:
        tree = work / copy.name
        said = _finish(project, site, copy, tree, stage, previous, before, turns)
        copies[copy.name] = said | _publish(site.settings, copy, tree, stage, previous)
    for copy in wanted:
        if copy.language:
            _write_files(site, copy.language, work / copy.name, stage)
            for place, what in PACKED.items():
                _write_folder(site.settings, copy.language, work, stage, place, what)
    write_catalogue(stage.glob("*.zim"), stage)
    release = facts_of(project, site, before) | {"copies": copies}
    whole = next((copy for copy in wanted if not copy.language), wanted[0])
    _complete(stage, work / whole.name, ledger, release)
    if before and turns is not None:
        write_turns(site, turns, (before["version"], before["date"]), stage / "changes")
    contacts.write(site.library, stage, (older, was), (ledger, kept))
    _finish_whole(stage, previous)
    put_in_place(stage, dist)
    return release


def _finish_whole(stage: Path, previous: Path | None) -> None:
    """Tell what changed in the whole release, and list it."""
    if previous:
        write_release_changes(changes.files_in(previous), stage)
    write_list(stage)
    normalise(stage)


def _complete(stage: Path, tree: Path, ledger: Ledger, release: Facts) -> None:
    """Put beside the copies what belongs to all of them: programs, what records say, what the release is."""
    shutil.copytree(tree / FOLDER, stage / FOLDER, ignore=shutil.ignore_patterns("changes.*"))
    write_ledger(ledger, stage / LEDGER)
    write_facts(stage / "release.json", release)


def _finish(
    project: Project,
    site: Site,
    copy: PlannedCopy,
    tree: Path,
    stage: Path,
    previous: Path | None,
    before: Facts | None,
    turns: tuple[Turn, ...] | None,
) -> Facts:
    """Turn a built tree into a copy: cut to its language, with release pages, facts and list."""
    settings = site.settings.for_copy(copy.flavour, copy.language)
    own = site.for_copy(settings)
    old = copy_before(settings, copy, previous)
    if copy.language:
        shutil.copyfile(tree / pocket(copy.language), stage / pocket(copy.language))
        cut(own, tree, copy.language)
    phrase = write_pages(project, own, tree, old, before, turns)
    facts = facts_of(project, own, before) | {"phrase": {"words": phrase[0], "digits": phrase[1]}}
    if before and old:
        facts["previous"] = {"version": before["version"], "manifest": hash_of(old.list)}
    write_facts(tree / "release.json", facts)
    if old and old.list and copy.is_site:
        changes.write_changes(old, tree)
    text = write_list(tree)
    normalise(tree)
    return {
        "phrase": facts["phrase"],
        "manifest": hash_of(text.encode()),
        "files": text.count("\n"),
        "bytes": sum(file.stat().st_size for file in tree.rglob("*") if file.is_file()),
    }


def _publish(settings: Settings, copy: PlannedCopy, tree: Path, stage: Path, previous: Path | None) -> Facts:
    """Bring a finished copy to its place, and the changes since the release before as a small zip."""
    place = copy.place(settings.file_name)
    old = copy_before(settings, copy, previous)
    if old and old.list:
        new = changes.files_in(tree)
        lacking = {name: new.read(name) for name in changes.difference(old, new).fetched} | {LIST: new.list}
        target = stage / "changes" / f"{settings.file_name}-{copy.name}-changes.zip"
        target.parent.mkdir(exist_ok=True)
        pack(target, lacking, settings.as_of)
    if copy.is_site:
        shutil.copytree(tree, stage / place)
    else:
        pack_folder(stage / place, tree, folder_name(settings, copy), settings.as_of)
    return {"place": place}


def _write_files(site: Site, language: str, tree: Path, stage: Path) -> None:
    """Make the single files of a language from its finished copy."""
    settings = site.settings
    source = FinishedCopy(
        tree,
        language_root(language, site.default),
        site.renderers[language],
        settings.name(language),
        settings.as_of,
        settings.version,
    )
    for pattern, make_file in FILES.items():
        make_file(source, stage / pattern.format(name=settings.file_name, language=language))


PACKED = {PRINTS: "print", SOUNDS: "listen"}
"""Folders, with one a language in each, that have a zip of their own, because copies must go through a
messenger: what it is called."""


def _write_folder(settings: Settings, language: str, work: Path, stage: Path, place: str, what: str) -> None:
    """Pack what the workshop prints in a language, or what can be heard, from the first copy with it."""
    for folder in sorted(work.glob(f"*/{place}/{language}")):
        if any(folder.rglob("*.pdf")) or any(folder.rglob("*.ogg")):
            day = settings.as_of
            target = stage / f"{settings.file_name}-{language}-{what}.zip"
            pack_folder(target, folder, f"{what}-{day.isoformat()}", day)
            return


def folder_name(settings: Settings, copy: PlannedCopy) -> str:
    """The folder that a zip unpacks into: copies of different days lie beside each other, and its name tells
    nothing."""
    return f"{copy.name}-{settings.as_of.isoformat()}"
