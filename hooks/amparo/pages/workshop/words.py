"""The curriculum's texts in one language, with the titles of what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar, overload

from amparo.library import Library
from amparo.model.curriculum.guidance import Glossary, Guidance, Reading, World
from amparo.model.curriculum.whole import Curriculum
from amparo.text.voice import Foreign, Said, Voice

T = TypeVar("T")


class Words:
    """Says what stands in records of the curriculum. Records name each other by id; readers see titles."""

    def __init__(self, library: Library, voice: Voice) -> None:
        """`library` holds the records, `voice` the language."""
        self.library, self.voice = library, voice
        self.curriculum: Curriculum = library.curriculum

    # Texts

    @overload
    def say(self, where: str, text: str) -> Said: ...

    @overload
    def say(self, where: str, text: str | None) -> Said | None: ...

    def say(self, where: str, text: str | None) -> Said | None:
        """A text of the record `where` (`sessions/daily-circle#aim`); None stays None."""
        said = self.voice.translate(f"curriculum/{where}", text)
        if isinstance(said, Foreign):
            return replace(said, text=self._titled(said.text))
        return None if said is None else self._titled(said)

    def every(self, where: str, texts: Iterable[str]) -> list[Said]:
        """Several texts of one field."""
        return [self.say(where, text) for text in texts]

    # Titles

    def session(self, id: str) -> Said:
        """Title of a session."""
        return self._title_of(f"sessions/{id}", self.curriculum.sessions[id].title)

    def handout(self, id: str) -> Said:
        """Title of a handout."""
        return self._title_of(f"handouts/{id}", self.curriculum.handouts[id].title)

    def agenda(self, id: str) -> Said:
        """Title of an agenda."""
        return self._title_of(f"agendas/{id}", self.curriculum.agendas[id].title)

    def _title_of(self, record: str, title: str) -> Said:
        return self.voice.translate(f"curriculum/{record}#title", title)

    def titles(self, ids: Iterable[str]) -> list[str]:
        """Titles of publications, in no language of ours: they are names."""
        return [self.reading(id).title for id in ids]

    # Records that there are once. Each raises `LookupError` where it could not be read.

    def reading(self, id: str) -> Reading:
        """A publication."""
        return next(reading for reading in self.readings if reading.id == id)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All publications."""
        return _read(self.curriculum.readings, "publications").readings

    @property
    def guidance(self) -> Guidance:
        """What stands around the sessions."""
        return _read(self.curriculum.guidance, "guidance for facilitators")

    @property
    def glossary(self) -> Glossary:
        """The words of the workshop."""
        return _read(self.curriculum.glossary, "words of the workshop")

    @property
    def world(self) -> World:
        """The invented world of the exercises."""
        return _read(self.curriculum.world, "invented world")

    # Ids in texts

    def _titled(self, text: str) -> str:
        """A text with titles where it names other records."""
        return self._ids.sub(self._title, text) if "-" in text else text

    def _title(self, match: re.Match[str]) -> str:
        opening, closing = self.voice.quotes
        return f"{opening}{self.voice.translate(*self._named[match[0]])}{closing}"

    @cached_property
    def _named(self) -> dict[str, tuple[str, str]]:
        """Everything that a text may name, by id: where its title stands for translators, and the title."""
        found: dict[str, tuple[str, str]] = {}
        for id, handout in self.curriculum.handouts.items():
            found[id] = (f"curriculum/handouts/{id}#title", handout.title)
        for id, session in self.curriculum.sessions.items():
            found.setdefault(id, (f"curriculum/sessions/{id}#title", session.title))
        for id, session in self.curriculum.sessions.items():
            for exercise in session.exercises:
                where = f"curriculum/sessions/{id}#exercises.{exercise.id}"
                found.setdefault(exercise.id, (f"{where}.title", exercise.title))
                for case in exercise.scenario_texts:
                    if case.id and case.title:
                        found.setdefault(case.id, (f"{where}.scenario_texts.{case.id}.title", case.title))
        return found

    @cached_property
    def _ids(self) -> re.Pattern[str]:
        """Matches every id that a text may name, the longest first."""
        ids = sorted(self._named, key=len, reverse=True)
        return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ids)) + r")(?![\w-])")


def _read(record: T | None, name: str) -> T:
    """A record that there is once: only a check may go on without it, a page may not."""
    if record is None:
        raise LookupError(f"the {name} could not be read")
    return record
