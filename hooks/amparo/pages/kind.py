"""A kind of page: one declaration beside its view says everything that the rest of the program must know of
it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from amparo.pages.entry import Entry
from amparo.pages.page import Page

if TYPE_CHECKING:
    from amparo.library import Library
    from amparo.pages.context import Context

ON_EVERY_PAGE = ("page.js",)
"""The script of every page that knows where it stands."""


class Key(NamedTuple):
    """What one page of a kind is about."""

    key: str = ""
    """An id or code; empty for a page that is the only one of its kind."""

    second: str = ""
    """A second id or code."""

    parts: int = 1
    """On how many pages a long list stands."""


def once(library: Library) -> Iterable[Key]:
    """A kind with one page."""
    return (Key(),)


def nowhere(library: Library) -> Iterable[Key]:
    """A kind that has no page of its own making: its pages are hand-written."""
    return ()


def never(_: Any) -> bool:
    """No page of the kind."""
    return False


def not_found_by_search(context: Context, kind: Kind) -> Iterator[Entry]:
    """Pages that stand behind other pages."""
    return iter(())


def by_title(context: Context, kind: Kind) -> Iterator[Entry]:
    """Pages that are found by their titles, and by the everyday words that editors gave them."""
    for page in context.site.pages_of(kind):
        if page.part == 1:
            words = context.synonyms.pages.get(page.address.removesuffix(".html"), ())
            yield Entry("list", page.address, context.site.title(page, context.language), words=words)


@dataclass(frozen=True)
class Kind:
    """A kind of page. To add one: a module with a view and a `KIND`, its template, and a line in
    `kinds.py`."""

    name: str
    """Its name, in links from other pages and in the class of the page's body."""

    template: str
    """Its template below `templates/`, without ending. It has a block `title` and a block `content`."""

    view: Callable[[Context], Any]
    """Gives what the template says, for one page in one language."""

    address: str = ""
    """Path below a language's root: `{key}`, `{lower}` (the key in small letters), `{second}` and `{part}`
    (nothing, `-2`, …)
    are filled in. Empty for kinds of hand-written pages. Links to it stand on paper: it never changes after a
    release."""

    keys: Callable[[Library], Iterable[Key]] = once
    """Which pages exist, in a fixed order."""

    written: str = ""
    """The hand-written page that is of this kind, below `docs/`; empty for pages that records make."""

    scripts: tuple[str, ...] = ON_EVERY_PAGE
    """Its scripts, below `assets/`."""

    styles: tuple[str, ...] = ()
    """Style sheets beside the one of all pages, below `assets/`."""

    is_styled_inside: bool = False
    """True where the style sheet stands in the page: it saves one round trip of 1.3 s at 2G
    (safety-and-mirrors, weight)."""

    has_strip: bool = True
    """Whether "In danger now?" stands on top. Pages that say it themselves do not need it."""

    knows_its_place: bool = True
    """False for the page for wrong addresses: it speaks every language and links nothing, because it may be
    shown anywhere."""

    says_unrung: bool = False
    """True for pages that say on top that nobody has rung the numbers: their foot does not say it again."""

    is_alone: bool = False
    """True for documents that carry everything inside and link nowhere."""

    repeats_worldwide: bool = False
    """True where hundreds of pages name those who help anywhere: copies for files say of them there only who
    they are."""

    in_files: bool = True
    """False for pages that copies for files leave out."""

    is_for_print: Callable[[Page], bool] = never
    """Which pages a copy of one language leaves to its zip of things to print."""

    is_unnamed: Callable[[Any], bool] = never
    """Whether a view's tab does not name the site."""

    mark: str = ""
    """Attribute of the main part that holds the page's key, for checks and scripts."""

    entries: Callable[[Context, Kind], Iterator[Entry]] = by_title
    """What the search knows of these pages in one language."""

    def address_of(self, key: str = "", second: str = "", part: int = 1) -> str:
        """Path below a language's root of one page."""
        return self.address.format(
            key=key, lower=key.lower(), second=second, part=f"-{part}" if part > 1 else ""
        )

    def pages(self, library: Library) -> Iterator[Page]:
        """Every page of this kind that records make."""
        for key, second, parts in self.keys(library):
            for part in range(1, parts + 1):
                yield Page(self.address_of(key, second, part), self.name, key, part, second)


def fields_of(view: Any) -> dict[str, Any]:
    """What a view gives its template, by name."""
    if is_dataclass(view):
        return {field.name: getattr(view, field.name) for field in fields(view)}
    return dict(view)
