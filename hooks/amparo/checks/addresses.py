"""The address of a listed body stands only where the program can keep it out of links, files and prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from amparo.checks.known import Known
from amparo.model.danger import Dangers
from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Document, Path, Problem

FOR_EDITORS = frozenset({"editor_notes", "editor_note", "remark", "form_checked", "hidden_because"})
"""Fields that no reader sees."""

BODIES = ("data/organisations/", "data/mechanisms/")
"""Records that have contacts and hosts."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No text of a record names a host that may be neither linked nor kept; a source on such a host says
    `link: false`."""
    dangers = loaded.dangers()
    if not dangers.forbidden_hosts:
        return
    for name, document in loaded.documents.items():
        if name.startswith("data/designations/"):
            yield from _own_sources(document, dangers)
            continue
        if not any(map(dangers.forbids, dangers.lines_to_ask("\n".join(text for _, text in document.texts)))):
            continue
        for path, text in texts_of(document):
            host = dangers.forbids(text)
            if host:
                yield from _told(loaded, document, path, host, dangers)


def texts_of(document: Document) -> Iterator[tuple[Path, str]]:
    """Every value of a file that readers may see, with its place."""
    return ((path, text) for path, text in document.texts if FOR_EDITORS.isdisjoint(path))


def _told(loaded: Loaded, document: Document, path: Path, host: str, dangers: Dangers) -> Iterator[Problem]:
    """An address that stands where it must not."""
    part = path[0]
    is_body = document.file.startswith(BODIES)
    if path[-1] == "url":
        if not _is_cited_only(document, path):
            yield document.problem(
                path,
                f"`{host}` may be neither linked nor kept in some country",
                "link: false, and cite: its name",
            )
    elif is_body and part in ("hosts", "contacts"):
        id = document.file.rsplit("/", 1)[1].removesuffix(".yml")
        if not any(danger.forbids_address for danger in dangers.about(id)):
            yield document.problem(
                path,
                f"`{host}` may be neither linked nor kept in some country, and `{id}` is on no list",
                f"- record: {id} in the designation that names the host",
            )
    else:
        yield document.problem(
            path,
            f"`{host}` may be neither linked nor kept in some country, and a text goes everywhere",
            "the name of the body instead of its address",
        )


def _is_cited_only(document: Document, path: Path) -> bool:
    """Whether the part that an address stands in says `link: false`."""
    part: Any = document.values
    for step in path[:-1]:
        part = part[step]
    return bool(part.get("link") == "false")


def _own_sources(document: Document, dangers: Dangers) -> Iterator[Problem]:
    """The pages of listed bodies are cited in designations by name and date, and no warning carries an
    address."""
    for path, text in texts_of(document):
        host = dangers.forbids(text)
        if not host or path[-2:-1] in (("hosts",), ("shared_hosts",)) or "printed" in path:
            continue
        if path[-1] == "url" and _is_cited_only(document, path):
            continue
        yield document.problem(
            path,
            f"`{host}` may be neither linked nor kept in some country",
            "link: false, or the name of the body",
        )


_MARKED = re.compile(r"^.*[\\*_`<].*$", re.MULTILINE)
"""A line with such signs."""

_MARKUP = re.compile(r"<[^<>]*>|[\\*_`]")
"""What Markdown takes away: an address may not hide between its signs."""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers; those that a translation file has cut in two come as one."""
    number, found = 0, ""
    for next_number, line in enumerate(text.split("\n"), 1):
        if found.endswith('"') and line.startswith('"'):
            found = found[:-1] + line[1:]
        else:
            yield from [(number, found)] if number else ()
            number, found = next_number, line
    yield number, found


def _may_name(text: str, dangers: Dangers) -> bool:
    """Whether any line of a file could name such a host: a quick look at the whole before each line."""
    joined = text.replace('"\n"', "")
    marked = _MARKUP.sub("", "\n".join(_MARKED.findall(joined)))
    return any(dangers.forbids(line) for whole in (joined, marked) for line in dangers.lines_to_ask(whole))


def check_texts(project: Project, loaded: Loaded, known: Known | None = None) -> Iterator[Problem]:
    """No hand-written page, no translation and no setting names such a host."""
    dangers = loaded.dangers()
    files = (*project.pages().values(), *project.files("data/translations", "*/*.po"), project.config)
    hosts = " ".join(sorted(dangers.forbidden_hosts)).encode()
    for file in files if hosts else ():
        content = file.read_bytes()
        find = partial(_hosts_in, content, project.name_of(file), dangers)
        yield from known.problems("addresses", (content, hosts), find) if known else find()


def _hosts_in(content: bytes, name: str, dangers: Dangers) -> Iterator[Problem]:
    """Every line of one file that names such a host."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return  # `pages` and `words` tell it.
    for number, line in _lines(text) if _may_name(text, dangers) else ():
        host = dangers.forbids(line) or dangers.forbids(_MARKUP.sub("", line))
        if host:
            yield Problem(
                name,
                number,
                1,
                "",
                f"`{host}` may be neither linked nor kept in some country",
                "the name of the body instead of its address",
            )
