"""The page "This copy": the release phrase, and which pages changed since the release before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from amparo.copies.archive import unpacked
from amparo.copies.finished import heading
from amparo.pages.about.release import Notes
from amparo.pages.page import language_root
from amparo.pages.site import Site
from amparo.project import Project
from amparo.release import changes
from amparo.release.facts import Facts
from amparo.release.kit import FOLDER, checker
from amparo.release.manifest import LIST, SIGNATURE, write_list
from amparo.release.plan import PlannedCopy
from amparo.settings import Settings

MOST_NAMED = 200
"""Changed pages that the page "This copy" names: more would make it heavier than any other page may be."""

RECORDS = ("emergency/organisations/", "mechanisms/")
"""Where facts stand that other pages repeat."""


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
    settings: Settings,
    tree: Path,
    old: changes.CopyFiles | None,
    before: Facts | None,
) -> tuple[str, str]:
    """Write "This copy" in every language; gives the six words and the 24 digits of the release phrase.

    The phrase is made from the list without these pages, so that they can show it.
    """
    text = write_list(tree)
    words, digits = checker(project).phrase(text.encode())
    found = changes.difference(old, changes.files_in(tree), changes.main_part) if old else None
    since = (before["version"], before["date"]) if before and found else None
    for code, _ in settings.shown:
        if (tree / language_root(code, site.default) / "release.html").is_file():
            named, more, gone = _changed_pages(site, tree, found, code)
            notes = Notes(words, digits, since, named, more, gone)
            file = tree / language_root(code, site.default) / "release.html"
            file.write_text(site.release_page(code, notes), "utf-8", newline="\n")
    (tree / LIST).unlink()
    return words, digits


def _changed_pages(
    site: Site, tree: Path, found: changes.Difference | None, language: str
) -> tuple[tuple[tuple[str, str], ...], int, tuple[str, ...]]:
    """(title, path) of the pages of a language that changed, how many more there are, and the paths that are
    gone."""
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
