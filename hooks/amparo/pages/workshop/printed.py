"""Sheets for programs that set paper or write documents: markup, title, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from amparo.model.curriculum.own_plan import OwnPlan
from amparo.pages.context import Context
from amparo.pages.kind import fields_of
from amparo.pages.page import Page
from amparo.pages.workshop import pack
from amparo.pages.workshop.parts.printing import Sides
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
        """Names of what is made as documents to change: sessions, and lists of helpers of regions and
        countries, where a group writes its own helpers beside ours."""
        if not self.names:
            return []
        sheets = self._site.sheets
        lists = [s.name for s in sheets.on_pages.values() if s.kind == "helpers" and s.form == "normal"]
        return [*(f"session-{id}" for id in self._site.library.curriculum.sessions), *lists]

    def paper(self, name: str, language: str) -> PrintedSheet:
        """A sheet for a program that lays out paper."""
        return self._printed(self._site.sheets.on_paper[name], language)

    def document(self, name: str, language: str) -> PrintedSheet:
        """A session and its handouts, or a list of helpers, for a program that makes documents."""
        if name in self._site.sheets.on_pages:
            return self._printed(self._site.sheets.on_pages[name], language)
        return self._printed(whole_session(name.removeprefix("session-")), language)

    def pack(self, plan: OwnPlan, sides: Sides | None = None) -> PrintedSheet:
        """A plan of one's own as one document; `sides` are known after it was laid out once."""
        language = plan.language
        view = pack.view_of(self._alone("pack", language), plan, sides)
        renderer = self._site.renderers[language]
        around = {**self._around(language), "contents": None}
        around |= {"foot": "", "licence": ""} if view.is_plain else {}
        return PrintedSheet(
            html=renderer.printed("print/pack.html", **fields_of(view)),
            title=view.title or str(renderer.fill("print/title.html", is_plain=view.is_plain).striptags()),
            language=language,
            direction=renderer.voice.direction,
            **around,
            is_large=False,
            single=False,
        )

    def _alone(self, name: str, language: str) -> Context:
        """What can be asked for a document that stands alone: what it links to is not there."""
        return Context(self._site, Page("sheet.html", "print", name), language)

    def _around(self, language: str) -> dict[str, Any]:
        """The words around a document, without those above a list of contents."""
        site, settings = self._site, self._site.settings
        around = site.renderers[language].fill(
            "print/words.html",
            site=settings.name(language),
            is_draft=language not in settings.reviewed,
            **site.layout.days(language),
        )
        foot, number, contents, licence = (
            str(line.striptags()) for line in around.split("\n") if line.strip()
        )
        return {"foot": foot, "page": number, "contents": contents, "licence": licence}

    def _printed(self, sheet: Sheet, language: str) -> PrintedSheet:
        renderer = self._site.renderers[language]
        view = view_of(self._alone(sheet.name, language), sheet)
        answers = fields_of(view)
        around = self._around(language)
        around |= {"foot": ""} if view.is_plain else {}
        around |= {} if _has_contents(sheet) else {"contents": None}
        return PrintedSheet(
            html=renderer.printed("print/paper.html", **answers),
            title=renderer.title("workshop/print", answers),
            language=language,
            direction=renderer.voice.direction,
            **around,
            is_large=sheet.form == "large",
            single=view.is_single,
        )


def _has_contents(sheet: Sheet) -> bool:
    """Whether a sheet may begin with a list of what stands in it. What is given out sheet by sheet has none:
    each counts its own sides."""
    return sheet.kind == "helpers" or (sheet.audience == "facilitator" and sheet.form in ("normal", "whole"))
