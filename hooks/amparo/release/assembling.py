"""Makes `dist/`: builds every copy, lists its files, packs what people carry. Nothing is signed here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Iterable, Optional

from amparo import environment
from amparo.copies.archive import pack, pack_folder, unpacked
from amparo.copies.finished import FinishedCopy, heading
from amparo.pages.about.release import Notes
from amparo.pages.page import language_root, pocket
from amparo.pages.site import Site
from amparo.paper.production import FOLDER as PRINTS
from amparo.project import Project
from amparo.release import changes
from amparo.release.finishing import normalise
from amparo.release.kit import FOLDER, checker
from amparo.release.manifest import LIST, SIGNATURE, hash_of, write_list
from amparo.release.plan import FILES, PlannedCopy, planned_copies
from amparo.release.swap import put_in_place
from amparo.settings import Settings

MOST_NAMED = 200
"""Changed pages that the page "This copy" names: more would make it heavier than any other page may be."""

RECORDS = ("emergency/organisations/", "mechanisms/")
"""Where facts stand that other pages repeat."""


class Failed(Exception):
    """A release that cannot be made, and why, in words for the person who asked for it."""


def make(
    project: Project, site: Site, dist: Path, previous: Optional[Path], only: Iterable[str] = ()
) -> dict:
    """Make the release and put it at `dist` in one step. Gives what release.json says.

    `previous` is the `dist` of the release before; `only` names copies, for tests.
    """
    before = _release_of(previous)
    if before and before["version"] >= site.settings.version:
        raise Failed(
            f"{project.name_of(project.config)}: the version is {site.settings.version}; the release before had {before['version']}. "
            f"Right: version: {before['version'] + 1}"
        )
    wanted = [
        copy
        for copy in planned_copies(tuple(code for code, _ in site.settings.languages))
        if not only or copy.name in only
    ]
    work = project.build("release")
    shutil.rmtree(work, ignore_errors=True)
    _build_all(project, site.settings, wanted, work)
    stage = project.build("dist")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    copies = {}
    for copy in wanted:
        tree = work / copy.name
        copies[copy.name] = _finish(project, site, copy, tree, stage, previous, before) | _publish(
            site.settings, copy, tree, stage, previous
        )
    for copy in wanted:
        if copy.language:
            _write_files(site, copy.language, work / copy.name, stage)
            _write_prints(site.settings, copy.language, work, stage)
    shutil.copytree(
        work / (next((e.name for e in wanted if not e.language), wanted[0].name)) / FOLDER,
        stage / FOLDER,
        ignore=shutil.ignore_patterns("changes.*"),
    )
    release = _facts(project, site, before) | {"copies": copies}
    _write_json(stage / "release.json", release)
    write_list(stage)
    normalise(stage)
    put_in_place(stage, dist)
    return release


# Building


def _build_all(project: Project, settings: Settings, wanted: list[PlannedCopy], work: Path) -> None:
    """Build the copies, as many at a time as there are processors."""
    # Without a public address the copy for mirrors has the same bytes: no need to build them twice.
    same = {"mirror": "public"} if not settings.address and any(e.name == "public" for e in wanted) else {}
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for _ in pool.map(
            lambda copy: _build(project, copy, work / copy.name),
            [e for e in wanted if e.name not in same],
        ):
            pass
    for copy in wanted:
        if copy.name in same:
            shutil.copytree(work / same[copy.name], work / copy.name)


def _build(project: Project, copy: PlannedCopy, target: Path) -> None:
    """Build one copy by the command that editors use."""
    given = ("--config-file", str(project.config), "--site-dir", str(target))
    print(f"Building {copy.name} …", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *given],
        cwd=project.root,
        env=environment.for_copy(copy.flavour, copy.language),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Failed(f"The copy `{copy.name}` could not be built:\n{done.stdout}{done.stderr}")


# One copy


def _finish(
    project: Project,
    site: Site,
    copy: PlannedCopy,
    tree: Path,
    stage: Path,
    previous: Optional[Path],
    before: Optional[dict],
) -> dict:
    """Turn a built tree into a copy: cut to its language, with release pages, facts and list."""
    settings = site.settings.for_copy(copy.flavour, copy.language)
    own = site.for_copy(settings)
    old = _copy_before(settings, copy, previous)
    if copy.language:
        shutil.copyfile(tree / pocket(copy.language), stage / pocket(copy.language))
        _cut(own, tree, copy.language)
    phrase = _write_pages(project, own, settings, tree, old, before)
    facts = _facts(project, own, before) | {"phrase": {"words": phrase[0], "digits": phrase[1]}}
    if before and old:
        facts["previous"] = {"version": before["version"], "manifest": hash_of(old.list)}
    _write_json(tree / "release.json", facts)
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


def _cut(site: Site, tree: Path, language: str) -> None:
    """Leave one language of a tree, and a first page that opens it."""
    for other, _ in site.settings.languages:
        # The pocket copy is a file for messengers, beside the copies: inside of one it says everything twice.
        (tree / pocket(other)).unlink(missing_ok=True)
        if other != language:
            (tree / "assets/search" / f"{other}.js").unlink(missing_ok=True)
    # Nobody runs a server from a copy of one language.
    for part in ("servers", "update.py", "update.sh"):
        path = tree / FOLDER / part
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    kept = {"assets", FOLDER}
    if language == site.default:
        others = {code for code, _ in site.settings.languages} - {language}
        kept = {path.name for path in tree.iterdir()} - others
    for path in tree.iterdir():
        if path.name not in kept | {language}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if language != site.default:
        (tree / "index.html").write_text(site.door(language), "utf-8")


def _write_pages(
    project: Project,
    site: Site,
    settings: Settings,
    tree: Path,
    old: Optional[changes.CopyFiles],
    before: Optional[dict],
) -> tuple[str, str]:
    """Write "This copy" in every language. The phrase is made from the list without these pages, so that they can show it."""
    text = write_list(tree)
    phrase = checker(project).phrase(text.encode())
    found = changes.difference(old, changes.files_in(tree), changes.main_part) if old else None
    since = (before["version"], before["date"]) if before and found else None
    for code, _ in settings.shown:
        if (tree / language_root(code, site.default) / "release.html").is_file():
            notes = Notes(*phrase, since, *_changed_pages(site, tree, found, code))
            file = tree / language_root(code, site.default) / "release.html"
            file.write_text(site.release_page(code, notes), "utf-8")
    (tree / LIST).unlink()
    return phrase


def _changed_pages(site: Site, tree: Path, found: Optional[changes.Difference], language: str) -> tuple:
    """(title, path) of the pages of a language that changed, how many more there are, and the paths that are gone."""
    if found is None:
        return (), 0, ()
    root = language_root(language, site.default)
    others = tuple(
        f"{code}/" for code, _ in site.settings.languages if code != language and code != site.default
    )

    def own(names: Iterable[str]) -> list[str]:
        return [
            name.removeprefix(root)
            for name in names
            if name.startswith(root)
            and name.endswith(".html")
            and not name.startswith(("assets/", f"{FOLDER}/"))
            and not (not root and name.startswith(others))
            and name.removeprefix(root) not in ("release.html", "404.html")
        ]

    # Records first: many other pages only repeat what they say.
    pages = sorted(own(found.fetched), key=lambda page: (not page.startswith(RECORDS), page))
    named = [(heading((tree / root / page).read_text("utf-8")) or page, page) for page in pages[:MOST_NAMED]]
    return tuple(named), max(0, len(pages) - MOST_NAMED), tuple(own(found.gone)[:MOST_NAMED])


def _publish(
    settings: Settings, copy: PlannedCopy, tree: Path, stage: Path, previous: Optional[Path]
) -> dict:
    """Bring a finished copy to its place, and the changes since the release before as a small zip."""
    place = copy.place(settings.file_name)
    old = _copy_before(settings, copy, previous)
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


def _write_prints(settings: Settings, language: str, work: Path, stage: Path) -> None:
    """Pack what the workshop prints in a language, from the first copy that has it."""
    for folder in sorted(work.glob(f"*/{PRINTS}/{language}")):
        if any(folder.glob("*.pdf")):
            pack_folder(
                stage / f"{settings.file_name}-{language}-print.zip",
                folder,
                f"print-{settings.as_of.isoformat()}",
                settings.as_of,
            )
            return


def folder_name(settings: Settings, copy: PlannedCopy) -> str:
    """The folder that a zip unpacks into: copies of different days lie beside each other, and its name tells nothing."""
    return f"{copy.name}-{settings.as_of.isoformat()}"


# What a release says of itself


def _facts(project: Project, site: Site, before: Optional[dict]) -> dict:
    """The part of release.json that is the same in all copies."""
    settings, library = site.settings, site.library
    following = project.next_key()
    return {
        "version": settings.version,
        "date": settings.as_of.isoformat(),
        "expires": library.recheck.isoformat(),
        "previous": {"version": before["version"], "manifest": before["manifest"]}
        if before and "manifest" in before
        else None,
        "languages": [code for code, _ in settings.shown],
        "counts": {
            "organisations": len(library.organisations),
            "mechanisms": len(library.mechanisms),
            "places": len(library.places),
            "contacts": sum(len(o.contacts) for o in library.organisations.values()),
        },
        "mirrors": list(settings.mirrors),
        "keys": [key.name for key in project.keys() if key != following],
        "next_key": following.read_text("ascii").split("\n")[1] if following.is_file() else None,
    }


def _release_of(previous: Optional[Path]) -> Optional[dict]:
    """What the release before said of itself, with the hash of its list."""
    if previous is None:
        return None
    try:
        return json.loads((previous / "release.json").read_text("utf-8")) | {
            "manifest": hash_of((previous / LIST).read_bytes())
        }
    except (OSError, ValueError) as error:
        raise Failed(
            f"{previous}: no release is there ({error}). Right: PREVIOUS=the folder dist of the release before"
        ) from None


def _copy_before(
    settings: Settings, copy: PlannedCopy, previous: Optional[Path]
) -> Optional[changes.CopyFiles]:
    """The same copy in the release before."""
    place = previous / copy.place(settings.file_name) if previous else None
    if place is None or not place.exists():
        return None
    if copy.is_site:
        return changes.files_in(place)
    members = {name.partition("/")[2]: content for name, content in unpacked(place).items()}
    names = frozenset(members) - {LIST, SIGNATURE}
    return changes.CopyFiles(names, members.__getitem__, members.get(LIST, b""))


def _write_json(file: Path, facts: dict) -> None:
    """One fact a line, so that verify.sh can read it too."""
    file.write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", "utf-8")
