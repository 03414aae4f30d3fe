"""The page "This copy": the release phrase, and what changed since the release before."""

from __future__ import annotations

from pathlib import Path

from amparo.copies.archive import unpacked
from amparo.copies.finished import heading
from amparo.pages.about.release import Notes
from amparo.pages.about.turn import Turn, parts
from amparo.pages.page import language_root
from amparo.pages.site import Site
from amparo.pages.style import policy_of
from amparo.project import Project
from amparo.release import changes
from amparo.release.facts import Facts
from amparo.release.kit import checker
from amparo.release.manifest import LIST, SIGNATURE, write_list
from amparo.release.plan import PlannedCopy
from amparo.settings import Settings


def copy_before(settings: Settings, copy: PlannedCopy, previous: Path | None) -> changes.CopyFiles | None:
    """The same copy in the release before."""
    place = previous / copy.place(settings.file_name) if previous else None
    if place is None or not place.exists():
        return None
    if copy.is_site:
        return changes.files_in(place)
    members = {name.partition("/")[2]: content for name, content in unpacked(place).items()}
    names = frozenset(members) - {LIST, SIGNATURE}
    return changes.CopyFiles(names, members.__getitem__, members.get(LIST, b""))


def write_pages(
    project: Project,
    site: Site,
    tree: Path,
    old: changes.CopyFiles | None,
    before: Facts | None,
    turns: tuple[Turn, ...] | None,
) -> tuple[str, str]:
    """Write "This copy" in every language; gives the six words and the 24 digits of the release phrase.

    The phrase is made from the list without these pages, so that they can show it. `turns` is what records
    say otherwise than in the release before; None: nobody knows.
    """
    text = write_list(tree)
    words, digits = checker(project).phrase(text.encode())
    found = changes.difference(old, changes.files_in(tree), changes.main_part) if old else None
    since = (before["version"], before["date"]) if before and found else None
    for code, _ in site.settings.shown:
        file = tree / language_root(code, site.default) / "release.html"
        if file.is_file():
            notes = Notes(words, digits, since, turns, _guidance(site, tree, found, code))
            file.write_text(site.release_page(code, notes), "utf-8", newline="\n")
    (tree / LIST).unlink()
    return words, digits


def _guidance(
    site: Site, tree: Path, found: changes.Difference | None, language: str
) -> tuple[tuple[str, str], ...]:
    """(title, path) of the hand-written pages of a language that are new or say something else."""
    home = tree / language_root(language, site.default)
    files = {page: home / f"{page}.html" for page in site.written}
    touched = found.fetched if found else ()
    return tuple(
        (heading(file.read_text("utf-8")) or page, f"{page}.html")
        for page, file in files.items()
        if file.is_file() and file.relative_to(tree).as_posix() in touched
    )


def write_turns(site: Site, turns: tuple[Turn, ...], since: tuple[int, str], folder: Path) -> None:
    """Write the whole list of changes for people, a page a language, beside the copies of a release."""
    folder.mkdir(exist_ok=True)
    for code, _ in site.settings.languages:
        context = site.at_root(code)
        style = context.renderer.raw("layouts/changes.css").strip()
        document = context.renderer.fill(
            "layouts/changes.html",
            language=code,
            style=context.renderer.own(style),
            policy=context.renderer.own(policy_of(style)),
            direction=context.voice.direction,
            site=context.site_name,
            version=since[0],
            day=context.voice.when(since[1]),
            parts=parts(context, turns, has_pages=False),
        )
        (folder / f"changes-{code}.html").write_text(document.strip() + "\n", "utf-8", newline="\n")
