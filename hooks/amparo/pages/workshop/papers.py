"""Sheets of the workshop for programs that set paper or write documents: markup, title, and the words around it."""

from __future__ import annotations

from typing import Any, Mapping

from amparo.library import Library
from amparo.pages.address import Page
from amparo.pages.frame import Frame
from amparo.pages.markup import Press
from amparo.pages.workshop import pages as workshop
from amparo.pages.workshop.words import Words

WITH_CONTENTS = ("agenda", "session", "helpers")
"""Kinds of sheet that begin with a list of what stands in them."""


class Papers:
    """Every sheet that becomes a file, in every language."""

    def __init__(
        self, library: Library, frame: Frame, presses: Mapping[str, Press], words: Mapping[str, Words]
    ) -> None:
        """`presses` and `words` by language."""
        self._library, self._frame, self.presses, self._words = library, frame, presses, words

    @property
    def names(self) -> list[str]:
        """Names of the sheets that are made as PDFs."""
        return list(workshop.papers(self._library))

    @property
    def documents(self) -> list[str]:
        """Names of the sessions that are made as documents to change."""
        return [f"session-{id}" for id in self._library.curriculum.sessions] if self.names else []

    def paper(self, name: str, language: str) -> dict[str, Any]:
        """A sheet for a program that lays out paper."""
        return self._sheet(workshop.papers(self._library)[name], language)

    def document(self, name: str, language: str) -> dict[str, Any]:
        """A session and its handouts, for a program that makes documents."""
        return self._sheet(workshop.with_handouts(name.removeprefix("session-")), language)

    def _sheet(self, edition: workshop.Edition, language: str) -> dict[str, Any]:
        """`html`, `title`, `language`, `direction`, `foot`, `page`, `contents` (None without a list), `licence`, `single`."""
        press, settings = self.presses[language], self._frame.settings
        answers = workshop.sheet(self._words[language], edition) | self._frame.days(language)
        page = Page(f"workshop/print/{edition.name}.html", "print", edition.name)
        title = press.print("titles.html", page=page, **answers).striptags()
        around = press.print(
            "print/words.html",
            site=settings.name(language),
            is_draft=language not in settings.reviewed,
            **answers,
        )
        foot, number, contents, licence = (line.striptags() for line in around.split("\n") if line.strip())
        return {
            "title": " ".join(title.split()),
            "language": language,
            "direction": press.voice.direction,
            "foot": foot,
            "page": number,
            "contents": contents if edition.kind in WITH_CONTENTS else None,
            "licence": licence,
            "single": answers["is_single"],
            "html": str(press.print("print/paper.html", **answers)),
        }
