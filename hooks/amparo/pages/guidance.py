"""Hand-written pages, and what stands around the text of some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Kind, not_found_by_search, nowhere
from amparo.pages.page import pocket
from amparo.text import lines

HINTING = 1.1
"""Weight in the search: one page of guidance often answers a whole question."""


@dataclass(frozen=True)
class NothingMore:
    """A page that is its text."""


@dataclass(frozen=True)
class CopiesView:
    """What `about/copies.html` adds."""

    pockets: list[tuple[str, str, str]]
    """Pocket editions as language, its own name, address; none in a copy of one language."""


def plain(context: Context) -> NothingMore:
    """Nothing but the text."""
    return NothingMore()


def copies(context: Context) -> CopiesView:
    """The ways to the pocket editions."""
    settings = context.site.settings
    if settings.alone is not None:
        return CopiesView([])
    return CopiesView([(code, name, context.root + pocket(code)) for code, name in settings.shown])


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """All hand-written pages by title, description and headings."""
    for name, text in context.site.written.items():
        said = lines.translated(name, text, context.voice, str, context.site_name)
        yield Entry(
            "guidance",
            f"{name}.html",
            context.written_title(name),
            lines.titled(name, text, "description", context.voice, context.site_name) or "",
            words=context.synonyms.pages.get(name, ()),
            text=tuple(line.lstrip("# ") for line in said.split("\n") if line.startswith("#")),
            weight=HINTING,
        )


KIND = Kind("guidance", "guidance", plain, keys=nowhere, entries=_entries)

MECHANISMS = Kind(
    "mechanisms",
    "mechanisms/mechanisms",
    plain,
    written="mechanisms/index.md",
    keys=nowhere,
    entries=not_found_by_search,
)

COPIES = Kind(
    "copies", "about/copies", copies, written="about/copies.md", keys=nowhere, entries=not_found_by_search
)
