"""Recordings of people: each says which words and numbers it holds, and is left out when the page says
others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from amparo.listening.machine import MOST
from amparo.listening.transcript import hash_of, lines_of
from amparo.pages import heard
from amparo.pages.page import Page
from amparo.pages.site import Site
from amparo.project import Project
from amparo.source import Problem, Problems, load

FOLDER = "data/recordings"
"""Where recordings lie: `<language>/<address of the page without ending>.opus`, and a `.yml` beside each."""

BEGINS = b"OggS"
"""The first bytes of the only kind of file that is taken."""


def found(project: Project, site: Site, problems: Problems) -> dict[tuple[str, str], Path]:
    """The recordings that may be heard, by language and address of the page. All others are told to
    editors."""
    good = {}
    known = {
        (page.address.removesuffix(".html"), code): page
        for page in heard.pages(site)
        for code in site.renderers
    }
    for file in sorted(project.find(FOLDER).rglob("*.opus")):
        code, _, path = file.relative_to(project.find(FOLDER)).with_suffix("").as_posix().partition("/")
        page = known.get((path, code))
        if page is None:
            if code in site.renderers or "/" not in path:
                problems.extend(_no_page(project, file))
            continue
        wrong = list(_wrong(project, site, page, code, file, problems))
        problems.extend(iter(wrong))
        if not wrong:
            good[code, page.address] = file
    return good


def _no_page(project: Project, file: Path) -> Iterator[Problem]:
    """A recording of something that cannot be heard."""
    yield _warning(
        project.name_of(file),
        "no page that can be heard is called so: the recording is left out",
        f"{FOLDER}/es/emergency/first-hour.opus for the page emergency/first-hour in Spanish",
    )


def _wrong(
    project: Project, site: Site, page: Page, language: str, file: Path, problems: Problems
) -> Iterator[Problem]:
    """Why a recording cannot be heard."""
    name, content = project.name_of(file), file.read_bytes()
    if not content.startswith(BEGINS):
        yield _warning(
            name, "this is no Ogg file: the recording is left out", "opusenc --bitrate 12 in.wav out.opus"
        )
    elif len(content) > MOST:
        yield _warning(
            name, f"{len(content)} bytes: the recording is left out", f"at most {MOST}: opusenc --bitrate 8"
        )
    now = hash_of(lines_of(heard.markup(site, page, language), language))
    said = _words(project, file.with_suffix(".yml"), problems)
    if said != now:
        beside = project.name_of(file.with_suffix(".yml"))
        told = "the file is missing" if said is None else f"recorded from other words or numbers ({said})"
        yield _warning(
            beside,
            f"{told}: the recording is left out",
            f"words: {now}    (only after it was read again from what "
            f"`python -m amparo heard {language} {page.address.removesuffix('.html')}` prints)",
            "words",
        )


def _words(project: Project, file: Path, problems: Problems) -> str | None:
    """The words that a recording says it was read from; None where it does not say."""
    if not file.exists():
        return None
    document = load(file, project.name_of(file), problems)
    return str(document.values.get("words") or "") if document else ""


def _warning(file: str, found: str, right: str, field: str = "") -> Problem:
    return Problem(file, 1, 1, field, found, right, "warning")
