"""The curriculum's texts in one language, with the titles of what they name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Iterable, Optional

from amparo.library import Library
from amparo.model.curriculum.guidance import Reading
from amparo.model.curriculum.whole import Curriculum
from amparo.text.voice import Foreign, Said, Voice


class Words:
    """Says what stands in records of the curriculum. Records name each other by id; readers see titles."""

    def __init__(self, library: Library, voice: Voice) -> None:
        """`library` holds the records, `voice` the language."""
        self.library, self.voice = library, voice
        self.curriculum: Curriculum = library.curriculum

    def say(self, where: str, text: Optional[str]) -> Optional[Said]:
        """A text of the record `where` (`sessions/daily-circle#aim`); None stays None."""
        said = self.voice.translate(f"curriculum/{where}", text)
        if isinstance(said, Foreign):
            return replace(said, text=self._titled(said.text))
        return None if said is None else self._titled(said)

    def every(self, where: str, texts: Iterable[str]) -> list[Said]:
        """Several texts of one field."""
        return [self.say(where, text) for text in texts]

    def session(self, id: str) -> Said:
        """Title of a session."""
        return self.voice.translate(f"curriculum/sessions/{id}#title", self.curriculum.sessions[id].title)

    def handout(self, id: str) -> Said:
        """Title of a handout."""
        return self.voice.translate(f"curriculum/handouts/{id}#title", self.curriculum.handouts[id].title)

    def reading(self, id: str) -> Reading:
        """A publication."""
        return next(reading for reading in self.curriculum.readings.readings if reading.id == id)

    def _titled(self, text: str) -> str:
        return self._ids.sub(self._title, text) if "-" in text else text

    def _title(self, match: re.Match) -> str:
        id = match[0]
        if id in self.curriculum.handouts:
            return f"“{self.handout(id)}”"
        if id in self.curriculum.sessions:
            return f"“{self.session(id)}”"
        for session in self.curriculum.sessions.values():
            for exercise in session.exercises:
                if exercise.id == id:
                    return f"“{self.voice.translate(f'curriculum/sessions/{session.id}#exercises.{id}.title', exercise.title)}”"
                for case in exercise.scenario_texts:
                    if case.id == id:
                        where = f"curriculum/sessions/{session.id}#exercises.{exercise.id}.scenario_texts.{id}.title"
                        return f"“{self.voice.translate(where, case.title)}”"
        return id

    @cached_property
    def _ids(self) -> re.Pattern:
        """Matches every id that a text may name."""
        exercises = [e for s in self.curriculum.sessions.values() for e in s.exercises]
        cases = [case.id for e in exercises for case in e.scenario_texts if case.id]
        ids = {*self.curriculum.sessions, *self.curriculum.handouts, *(e.id for e in exercises), *cases}
        return re.compile(
            r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(ids, key=len, reverse=True))) + r")(?![\w-])"
        )
