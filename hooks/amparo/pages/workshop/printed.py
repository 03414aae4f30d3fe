"""Sheets for programs that set paper or write documents: markup, title, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.pages.context import Context
from amparo.pages.kind import fields_of
from amparo.pages.page import Page
from amparo.pages.workshop.sheet import view_of
from amparo.pages.workshop.sheets import Sheet, whole_session

if TYPE_CHECKING:
    from amparo.pages.site import Site


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet in one language, ready for a program that lays out paper."""

    html: str
    """Its markup."""

    title: str
    """Its title, as plain words."""

    language: str
    """Code of its language."""

    direction: str
    """`ltr` or `rtl`."""

    foot: str
    """What stands at the foot of every side."""

    page: str
    """The words around page numbers."""

    contents: str | None
    """Heading of the list of contents; None without a list."""

    licence: str
    """Under which terms it may be passed on."""

    is_large: bool
    """True for letters of 16 points or more, everywhere."""

    single: bool
    """True for one handout or list, which has no title page."""


class Printing:
    """Every sheet that becomes a file, in every language."""

    def __init__(self, site: Site) -> None:
        """`site` is the copy that the files belong to."""
        self._site = site

    @property
    def names(self) -> list[str]:
        """Names of the sheets that are made as PDFs."""
        return list(self._site.sheets.on_paper)

    @property
    def documents(self) -> list[str]:
        """Names of the sessions that are made as documents to change."""
        return [f"session-{id}" for id in self._site.library.curriculum.sessions] if self.names else []

    def paper(self, name: str, language: str) -> PrintedSheet:
        """A sheet for a program that lays out paper."""
        return self._printed(self._site.sheets.on_paper[name], language)

    def document(self, name: str, language: str) -> PrintedSheet:
        """A session and its handouts, for a program that makes documents."""
        return self._printed(whole_session(name.removeprefix("session-")), language)

    def _printed(self, sheet: Sheet, language: str) -> PrintedSheet:
        site = self._site
        renderer, settings = site.renderers[language], site.settings
        # It stands alone: what it links to is not there.
        context = Context(site, Page("sheet.html", "print", sheet.name), language)
        view = view_of(context, sheet)
        answers = fields_of(view)
        around = renderer.fill(
            "print/words.html",
            site=settings.name(language),
            is_draft=language not in settings.reviewed,
            **site.layout.days(language),
        )
        foot, number, contents, licence = (
            str(line.striptags()) for line in around.split("\n") if line.strip()
        )
        return PrintedSheet(
            html=renderer.printed("print/paper.html", **answers),
            title=renderer.title("workshop/print", answers),
            language=language,
            direction=renderer.voice.direction,
            foot="" if view.is_plain else foot,
            page=number,
            contents=contents if _has_contents(sheet) else None,
            licence=licence,
            is_large=sheet.form == "large",
            single=view.is_single,
        )


def _has_contents(sheet: Sheet) -> bool:
    """Whether a sheet may begin with a list of what stands in it. What is given out sheet by sheet has none:
    each counts its own sides."""
    return sheet.kind == "helpers" or (sheet.audience == "facilitator" and sheet.form in ("normal", "whole"))
