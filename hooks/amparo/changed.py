"""What a change does, against the last commit: contacts, pages, translations, and who helps in which
situation."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from amparo.building import all_sources, translations_of
from amparo.library import Library
from amparo.model.loading import Loaded, load_all
from amparo.pages.kinds import KINDS
from amparo.project import WRITTEN, Project
from amparo.settings import Settings
from amparo.source import Problems
from amparo.text.catalogue import Message

MOST = 12
"""Most names in one line; the rest is counted."""


class NotKnown(Exception):
    """There is no last commit to compare with, with the reason."""


@contextmanager
def last_commit(project: Project) -> Iterator[Project]:
    """The project as it was committed last, in a folder of its own. Raises `NotKnown`."""
    words = ["git", "-C", str(project.root), "archive", "HEAD", *WRITTEN]
    try:
        done = subprocess.run(words, capture_output=True, check=False)
    except OSError as error:
        raise NotKnown("git is not installed") from error
    if done.returncode:
        raise NotKnown(done.stderr.decode("utf-8", "replace").strip() or "git knows no commit")
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tree:
            tree.extractall(folder, filter="data")
        yield Project(Path(folder), project.config)


def tell(project: Project, settings: Settings, now: Loaded) -> None:
    """Print it."""
    try:
        print("Since the last commit:", *told(project, settings, now), sep="\n  ")
    except NotKnown as why:
        print(f"What has changed is not known: {why}.")


def told(project: Project, settings: Settings, now: Loaded) -> Iterator[str]:
    """Line for line what has changed since the last commit. Raises `NotKnown`."""
    with last_commit(project) as before:
        then = load_all(before, Problems())
        then.published = now.published
        lines = [*_contacts(then, now)]
        libraries = Library(then, settings.as_of), Library(now, settings.as_of)
        lines += [*_pages(*libraries, before, project), *_situations(*libraries)]
        lines += _translations(project, settings, all_sources(before, then), all_sources(project, now))
    yield from lines or ["Nothing that readers see has changed since the last commit."]


def _values(loaded: Loaded) -> dict[str, str]:
    """Every contact and line by its name, with its value."""
    found = {
        f"{document.file} {contact.id}": contact.value
        for body, document in loaded.bodies()
        for contact in body.contacts
    }
    for id, country in loaded.lines.items():
        found |= {f"data/lines/{id}.yml {line.id}": line.number for line in country.lines}
    return found


def _contacts(then: Loaded, now: Loaded) -> Iterator[str]:
    """Values that are new, gone, or others, and a ledger that does not continue the last one."""
    sums = then.lock.sums if then.lock else []
    if sums != (now.lock.sums[: len(sums)] if now.lock else []):
        yield "data/contacts.lock was written anew, and does not continue the last one: put it back"
    old, new = _values(then), _values(now)
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield f"contact {name}: {old.get(name, '(new)')} → {new.get(name, '(gone)')}"
    unproven = [f"{b.id} {c.id}" for b, _ in now.bodies() for c in b.contacts if c.is_changed]
    if unproven:
        yield f"on no emergency page until seen again: {_named(unproven)}"


def _pages(then: Library, now: Library, committed: Project, project: Project) -> Iterator[str]:
    """Pages that appear or go, and records whose own page changes."""
    addresses = [
        {page.source.removesuffix(".md") for kind in KINDS for page in kind.pages(library)} | set(of.pages())
        for library, of in ((then, committed), (now, project))
    ]
    for what, found in (("new", addresses[1] - addresses[0]), ("gone", addresses[0] - addresses[1])):
        if found:
            yield f"pages {what} ({len(found)}): {_named(sorted(found))}"
    for what, ours, theirs in (
        ("organisation", now.organisations, then.organisations),
        ("mechanism", now.mechanisms, then.mechanisms),
    ):
        changed = [id for id, body in ours.items() if id in theirs and body != theirs[id]]
        if changed:
            yield f"{what}s changed ({len(changed)}), with every page that names them: {_named(changed)}"
    for id in sorted(now.organisations.keys() & then.organisations.keys()):
        if now.organisations[id] == then.organisations[id]:
            continue
        before, after = (_countries(library, id) for library in (then, now))
        if before != after:
            yield f"{id} stands on {after} country sheets (before: {before})"


def _countries(library: Library, id: str) -> int:
    """How many countries a body is listed for."""
    o = library.organisations[id]
    return sum(o in library.directory.serving(code) for code in library.places) if o.is_listed else 0


def _situations(then: Library, now: Library) -> Iterator[str]:
    """Who is new or gone among those who fit a situation, and places that nobody is left for."""
    for term in now.vocabulary("situation").in_order:
        old, new = ({o.id for o in library.fit.fitting(term.code)} for library in (then, now))
        if new - old:
            yield f"situation {term.code} gains {_named(sorted(new - old))}"
        if old - new:
            yield f"situation {term.code} loses {_named(sorted(old - new))}"
        gaps = [{gap.country for gap in library.gaps.of(term.code)} for library in (then, now)]
        if gaps[1] - gaps[0]:
            yield f"situation {term.code}: nobody any more in {_named(sorted(gaps[1] - gaps[0]))}"
        if gaps[0] - gaps[1]:
            yield f"situation {term.code}: now somebody in {_named(sorted(gaps[0] - gaps[1]))}"


def _translations(
    project: Project, settings: Settings, then: Mapping[str, list[Message]], now: Mapping[str, list[Message]]
) -> list[str]:
    """English texts that are new, and translations that nothing asks for any more."""
    lines = []
    found = translations_of(project, settings)
    for domain, messages in now.items():
        new = {message.key for message in messages}
        old = {message.key for message in then[domain]}
        if new - old:
            missing = len(new - old)
            lines.append(f"{domain}.po: {missing} texts to translate anew; readers see them in English")
        for code, translated in found.items():
            lost = len((old - new) & translated.texts.keys())
            if lost:
                lines.append(f"{domain}.po: {lost} translations into {code} become stale")
    return [*lines, "Run `make words` now: translators then see it."] if lines else []


def _named(names: list[str]) -> str:
    """Some names, and how many more there are."""
    rest = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + rest
