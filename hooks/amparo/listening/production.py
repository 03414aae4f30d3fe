"""Finds or makes the sound of every page that can be heard, before pages are printed: no player leads
nowhere."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from amparo.listening import machine, recordings
from amparo.listening.transcript import lines_of
from amparo.pages import heard
from amparo.pages.page import Page
from amparo.pages.site import Site
from amparo.project import Project
from amparo.source import Problems

STORE = "listening"
"""Folder below `build/` that keeps sounds: only what changed is spoken again."""


@dataclass(frozen=True)
class Job:
    """One sound that a machine makes."""

    page: Page
    """The page."""

    language: str
    """Its language."""

    ssml: str
    """What is said."""

    key: str
    """Changes when anything changes that the sound depends on."""


def prepare(project: Project, site: Site, wish: str | None, say: Callable[[str], None]) -> None:
    """Give the site its sounds: recordings of people, and where `wish` is `yes` a machine's voice for the
    rest. `no` asks for none at all."""
    if wish == "no" or site.settings.flavour.is_for_files:
        # Copies for files stay small enough for a messenger: what is heard has a zip of its own.
        return
    problems = Problems()
    files = recordings.found(project, site, problems)
    for problem in problems.all:
        say(str(problem))
    sounds = {key: heard.Sound(False) for key in files}
    if wish == "yes":
        lacking = machine.missing()
        if lacking:
            packages = " ".join(lacking)
            say(f"No machine reads pages aloud: `apt-get install {packages}` brings one; then build again.")
        else:
            made = _made(project, site, files.keys(), say)
            files |= made
            sounds |= {key: heard.Sound(True) for key in made}
    site.sounds, site.sound_files = sounds, files


def _made(
    project: Project, site: Site, recorded: Collection[tuple[str, str]], say: Callable[[str], None]
) -> dict[tuple[str, str], Path]:
    """The sounds that a machine makes, by language and address."""
    state = machine.versions() + f"{machine.SPEEDS} {machine.RATES} {machine.MOST} {machine.OPUS}"
    jobs = [job for job in _jobs(site, state) if (job.language, job.page.address) not in recorded]
    store = project.build(STORE)
    due = [job for job in jobs if not _is_made(store, job)]
    say(f"Listening: {len(jobs)} pages, {len(jobs) - len(due)} of them unchanged, {len(due)} to speak")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda job: _make(store, job), due))
    made = {}
    for job in jobs:
        file = store / heard.place(job.page, job.language)
        if file.stat().st_size:
            made[job.language, job.page.address] = file
        else:
            say(f"Listening: {job.language}/{job.page.address} has no sound: more than {machine.MOST} bytes")
    return made


def _jobs(site: Site, state: str) -> Iterator[Job]:
    """What a machine may say: nothing about dying or sexual violence, nothing in a language without a
    voice."""
    for language, renderer in site.renderers.items():
        if language in machine.VOICES:
            for page in heard.pages(site):
                if not heard.needs_people(site, page):
                    lines = lines_of(heard.markup(site, page, language, is_machine=True), language)
                    ssml = machine.spoken(lines, language, renderer.fill)
                    key = hashlib.sha256((ssml + language + state).encode()).hexdigest()
                    yield Job(page, language, ssml, key)


def _is_made(store: Path, job: Job) -> bool:
    """Whether the stored sound was made from exactly this."""
    file = store / heard.place(job.page, job.language)
    mark = file.with_suffix(".key")
    return file.exists() and mark.exists() and mark.read_text("utf-8") == job.key


def _make(store: Path, job: Job) -> None:
    """Make one sound; an empty file says that it would be too large."""
    file = store / heard.place(job.page, job.language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.with_suffix(".key").unlink(missing_ok=True)
    file.write_bytes(machine.sound(job.ssml, job.language) or b"")
    file.with_suffix(".key").write_text(job.key, "utf-8", newline="\n")


def copy_in(tree: Path, site: Site) -> None:
    """Put the sounds into a tree."""
    pages = {page.address: page for page in heard.pages(site)} if site.sound_files else {}
    for (language, address), file in site.sound_files.items():
        target = tree / heard.FOLDER / heard.place(pages[address], language)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
