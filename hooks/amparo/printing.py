"""Prints the pages that records make into a folder, in as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from amparo.exports.writing import write_exports
from amparo.feeds.writing import write_feeds
from amparo.pages.about.data import has_files
from amparo.pages.emergency.incident.words import write_words
from amparo.pages.page import Page, language_root
from amparo.pages.site import Site
from amparo.paper.pieces import write_pieces
from amparo.search import carried
from amparo.search.contacts import write_contacts
from amparo.search.writing import write_search

CHUNK = 60
"""Pages handed to a process at a time, each in all languages: what is the same in every language is then
worked out once."""

TOLD_EVERY = 5.0
"""Seconds between two lines of progress."""

_job: tuple[Site, Path, Sequence[str]]
"""What is printed where, in which languages. Processes are forked, so that nothing has to be sent to them."""


def print_site(
    site: Site,
    tree: Path,
    languages: Sequence[str],
    say: Callable[[str], None],
    processes: int | None = None,
) -> int:
    """Print every page, search and pocket edition of `languages` into `tree`. Returns the number of pages.

    `processes` defaults to the number of processors. The result is the same with any number.
    """
    global _job
    _job = (site, tree, languages)
    pages = list(site.pages.values())
    _make_folders(tree, pages, site, languages)
    tasks: list[list[Page] | str] = [*languages, *_chunks(pages)]
    total, done, told = len(pages) * len(languages), 0, time.monotonic()
    for printed in _in_processes(tasks, processes or os.cpu_count() or 1):
        done += printed
        if time.monotonic() - told > TOLD_EVERY:
            told = time.monotonic()
            say(f"Pages: {done} of {total} in {len(languages)} languages")
    return done


def _chunks(pages: Sequence[Page]) -> Iterator[list[Page]]:
    """Pages in groups, in their order."""
    for start in range(0, len(pages), CHUNK):
        yield list(pages[start : start + CHUNK])


def _in_processes(tasks: list[list[Page] | str], processes: int) -> Iterable[int]:
    """Do all tasks. Where processes cannot be forked, one after the other."""
    if processes == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(_do, tasks)
        return
    # What is there already is shared by all processes as long as nobody counts its references again.
    gc.collect()
    gc.freeze()
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        yield from pool.imap_unordered(_do, tasks)
    gc.unfreeze()


def _do(task: list[Page] | str) -> int:
    """Print some pages in all languages, or what a language has once. Returns the number of pages."""
    site, tree, languages = _job
    if isinstance(task, str):
        file, text = site.pocket(task, lambda view: carried.script(site, task, view))
        (tree / file).write_text(text, "utf-8", newline="\n")
        write_search(site, task, tree)
        write_words(site, task, tree)
        if has_files(site.settings):
            write_exports(site, tree, task)
        write_feeds(site, task, tree)
        write_pieces(site, task, tree)
        if task == site.default:
            write_contacts(site, tree)
        return 0
    count = 0
    for page in task:
        for language in _languages_of(site, page, languages):
            place = tree / language_root(language, site.default) / page.address
            place.write_text(site.page(page, language), "utf-8", newline="\n")
            count += 1
    return count


def _languages_of(site: Site, page: Page, languages: Sequence[str]) -> Iterable[str]:
    """In which languages a page exists: one that speaks all of them exists once."""
    return languages if site.kinds[page.kind].knows_its_place else (site.default,)


def _make_folders(tree: Path, pages: Sequence[Page], site: Site, languages: Sequence[str]) -> None:
    """Every folder, before processes write into them."""
    folders = {page.address.rpartition("/")[0] for page in pages}
    for language in languages:
        for folder in folders:
            (tree / language_root(language, site.default) / folder).mkdir(parents=True, exist_ok=True)
