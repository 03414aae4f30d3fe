"""The document around a page: the head, top line and foot that all pages of a copy share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from amparo.pages.kind import Kind, fields_of
from amparo.pages.lighter import Lighter
from amparo.pages.page import Page, language_root
from amparo.pages.renderer import Renderer
from amparo.pages.style import Style, needed_by, policy_of
from amparo.settings import Flavour, Settings

_HEADING = re.compile(r"<(h1)\b[^>]*>(.*?)</\1>", re.S)
_FOLDED = re.compile(r"<details(?!\W+class\W+screen)")
_CUT = re.compile(r" [|/\\>»-] |: ")
"""Where a reader view believes that a title ends, and leaves the rest of it away."""


class Tongue(NamedTuple):
    """A language in which the same page exists."""

    code: str
    """Its code."""

    name: str
    """Its own name."""

    direction: str
    """`ltr` or `rtl`."""

    href: str
    """The way to the page in it."""


@dataclass(frozen=True)
class Around:
    """What stands around every page, also of a document that is alone."""

    kind: Kind
    """The kind of the page."""

    title: str
    """Its title, as plain text."""

    content: Any
    """What the page says, as markup."""

    language: str
    """Its language."""

    direction: str
    """`ltr` or `rtl`."""

    site: str
    """What the site is called in this copy."""

    is_draft: bool
    """Whether no native speaker has reviewed the language's words."""

    as_of: str
    """The day of the facts."""

    recheck: str
    """The day after which they should be checked again."""


@dataclass(frozen=True)
class Frame:
    """What `layouts/document.html` says of a page's place in a copy."""

    page: Page
    """The page."""

    tab: str
    """What the tab and the history show."""

    heading: str | None
    """The heading, for programs that would take another one from the tab; None where they take the same."""

    description: str | None
    """What a search engine may show of it; None where nothing outside the text may tell."""

    canonical: str | None
    """Its address on the public site; None: it is not named."""

    up: str
    """The way to the language's root."""

    root: str
    """The way to the site's root."""

    has_folds: bool
    """Whether something on it is folded that paper shows."""

    style: str | None
    """The style that stands inside the page; None: it is a file of its own."""

    style_policy: str | None
    """What allows exactly this style."""

    style_file: str
    """Name of the file that holds the style."""

    languages: list[Tongue]
    """The languages of this copy."""

    has_untranslated: bool
    """Whether something on it is not translated."""

    is_short: bool
    """Whether the menu is only a way to the start page: on each of two thousand pages it is a fifth of a copy
    for files."""

    exit_is_local: bool
    """Whether the exit stays in the copy."""

    exit_url: str
    """Where "Leave this page" leads."""


class Layout:
    """Puts what a page says into the document of one copy."""

    def __init__(
        self,
        settings: Settings,
        style: Style,
        renderers: Mapping[str, Renderer],
        recheck: str,
        signs: Iterable[str],
    ) -> None:
        """`renderers` by language; `recheck` is the day (ISO) after which the facts need another check;
        `signs` are the names of all that can be drawn."""
        self.settings, self._style, self._renderers, self._recheck = settings, style, renderers, recheck
        self._default, self._lighter = settings.languages[0][0], Lighter(renderers, signs)

    def root(self, page: Page, language: str) -> str:
        """The way from a page to the site's root, above all languages."""
        return page.up + ("../" if language != self._default else "")

    def days(self, language: str) -> dict[str, str]:
        """The day of the facts, and the day after which they should be checked again, in words."""
        when = self._renderers[language].voice.when
        return {"as_of": when(self.settings.as_of.isoformat()), "recheck": when(self._recheck)}

    def document(
        self,
        kind: Kind,
        page: Page,
        language: str,
        title: str,
        description: str | None,
        content: Any,
        is_unnamed: bool = False,
    ) -> str:
        """The whole document. `is_unnamed`: its tab does not name the site."""
        around = self._around(kind, language, title, content)
        frame = self._frame(around, page, description, is_unnamed)
        answers = fields_of(around) | fields_of(frame)
        document = self._renderers[language].fill("layouts/document.html", **answers)
        if not self.settings.flavour.is_for_files:
            return document
        return self._lighter.lighter(document, language, frame.root)

    def alone(self, kind: Kind, language: str, title: str, content: Any) -> str:
        """A document that needs no other file: its style is inside, it links nowhere."""
        style, around = self._style.alone, self._around(kind, language, title, content)
        return self._renderers[language].fill(
            "layouts/alone.html",
            style=style.text,
            style_policy=style.policy,
            heading=None if self.settings.flavour.is_neutral else _heading(around),
            **fields_of(around),
        )

    def _around(self, kind: Kind, language: str, title: str, content: Any) -> Around:
        return Around(
            kind=kind,
            title=title,
            content=content,
            language=language,
            direction=self._renderers[language].voice.direction,
            site=self.settings.name(language),
            is_draft=language not in self.settings.reviewed,
            **self.days(language),
        )

    def _frame(self, around: Around, page: Page, description: str | None, is_unnamed: bool) -> Frame:
        """Where the page stands, and what this copy shows of it."""
        settings, flavour, kind = self.settings, self.settings.flavour, around.kind
        address = language_root(around.language, self._default) + page.address
        root = self.root(page, around.language)
        is_inside = kind.is_styled_inside and not flavour.is_for_files
        style = needed_by(self._style.inside, str(around.content)) if is_inside else None
        return Frame(
            page=page,
            tab=self._tab(around.title, around.site, address, is_unnamed),
            heading=None if flavour.is_neutral else _heading(around),
            description=None if flavour.is_neutral or flavour.is_for_files else description,
            canonical=settings.address + address if flavour.has_canonical and settings.address else None,
            up=page.up,
            root=root,
            has_folds=bool(_FOLDED.search(str(around.content))),
            style=style,
            style_policy=policy_of(style) if style is not None else None,
            style_file=style_name(flavour),
            languages=self._tongues(kind, page, root),
            has_untranslated="untranslated" in around.content,
            is_short=flavour.is_for_files and kind.name != "start",
            exit_is_local=flavour.is_for_files,
            exit_url=root + "assets/1-10.html" if flavour.is_for_files else settings.exit_url,
        )

    def _tongues(self, kind: Kind, page: Page, above: str) -> list[Tongue]:
        """The same page in all languages of this copy; a page that speaks them all has them as its parts."""
        return [
            Tongue(
                code,
                name,
                self._renderers[code].voice.direction,
                above + language_root(code, self._default) + page.address
                if kind.knows_its_place
                else f"#{code}",
            )
            for code, name in self.settings.shown
        ]

    def _tab(self, title: str, site: str, place: str, is_unnamed: bool) -> str:
        """What the tab and the history show. In a neutral copy a number that tells pages apart and stays when
        others come and go."""
        if self.settings.flavour.is_neutral:
            return f"{site} {1000 + int(hashlib.sha256(place.encode()).hexdigest(), 16) % 9000}"
        return title if is_unnamed or title == site else f"{title} – {site}"


def _heading(around: Around) -> str | None:
    """The heading of a page, where a reader view would cut its title or show another one."""
    found = _HEADING.search(str(around.content))
    heading = str(Renderer.own(found[2]).striptags()) if found else around.title
    return heading if heading != around.title or _CUT.search(heading) else None


def style_name(flavour: Flavour) -> str:
    """Name of the style sheet's file: the browser shows it beside a saved page."""
    return "style.css" if flavour.is_neutral else "amparo.css"
