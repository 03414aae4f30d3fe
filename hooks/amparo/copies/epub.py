"""An EPUB of emergency, mechanisms and workshop in one language: a book that every phone can open."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from amparo.copies.archive import pack
from amparo.copies.finished import FinishedCopy, heading
from amparo.copies.xhtml import main_of

SECTIONS = ("emergency/", "mechanisms/", "workshop/")
"""What the book is made of."""

SHEETS = ("workshop/print/", "workshop/take/")
"""What is there to be printed: a book says it on other pages."""

MIMETYPE = b"application/epub+zip"


def make(source: FinishedCopy, target: Path) -> None:
    """Write the EPUB of a copy, the same bytes on every machine."""
    pages = _pages_of(source)
    titles = {name: heading(page) for name, page in pages.items()}
    answers = _answers(source, titles)
    members = {
        "mimetype": MIMETYPE,
        "META-INF/container.xml": _print(source, "epub/container.html"),
        "OEBPS/package.opf": _print(source, "epub/package.html", **answers),
        "OEBPS/nav.xhtml": _print(source, "epub/nav.html", **answers),
        # Readers made for the second edition of the format know only this table of contents.
        "OEBPS/toc.ncx": _print(source, "epub/toc.html", **answers),
        "OEBPS/style.css": source.renderer.raw("epub/style.css").encode("utf-8"),
    }
    inside = frozenset(pages)
    for name, page in pages.items():
        own = {
            "title": titles[name],
            "up": "../" * name.count("/"),
            "content": source.renderer.own(main_of(page, name, inside)),
        }
        members[f"OEBPS/{_file(name)}"] = _print(source, "epub/page.html", **answers | own)
    pack(target, members, source.day, first=("mimetype",))


def _pages_of(source: FinishedCopy) -> dict[str, str]:
    """The pages of the book, by path below the language's root."""
    return {
        name: content.decode("utf-8")
        for path, content in source.files()
        if path.endswith(".html")
        and path.startswith(source.root)
        and (name := path.removeprefix(source.root)).startswith(SECTIONS)
        and not name.startswith(SHEETS)
    }


def _answers(source: FinishedCopy, titles: dict[str, str]) -> dict[str, Any]:
    """What the templates of the book ask; pages in the order of reading."""
    order = sorted(
        titles,
        key=lambda name: (
            SECTIONS.index(name.partition("/")[0] + "/"),
            not is_chapter(name),
            name.count("/"),
            not name.endswith("/index.html"),
            name,
        ),
    )
    words = source.renderer.lines("parts/single-files.html")
    return {
        "title": source.name,
        "language": source.language,
        "direction": source.renderer.voice.direction,
        "day": source.day.isoformat(),
        "description": words["description"],
        "contents": words["contents"],
        "facts": words["facts"],
        "id": uuid.uuid5(uuid.NAMESPACE_URL, f"{source.name}/{source.language}/{source.version}"),
        "pages": [(f"p{n}", _file(name)) for n, name in enumerate(order)],
        "chapters": [(_file(name), titles[name]) for name in order if is_chapter(name)],
    }


def _file(name: str) -> str:
    """The name of a page in the book."""
    return name.removesuffix(".html") + ".xhtml"


def is_chapter(name: str) -> bool:
    """Whether a page stands in the table of contents: the hand-written ones and the doors to lists."""
    return (
        name.count("/") == 1 and not (name.startswith("mechanisms/") and not is_door(name))
    ) or name.endswith("/index.html")


def is_door(name: str) -> bool:
    """Whether a page of mechanisms leads to others."""
    return name.rpartition("/")[2].startswith(("by-", "index", "compare", "desk"))


def _print(source: FinishedCopy, template: str, **answers: object) -> bytes:
    """A part of the book."""
    return (str(source.renderer.fill(template, **answers)).strip() + "\n").encode("utf-8")
