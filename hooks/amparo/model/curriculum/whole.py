"""The curriculum as one thing: all its records by id."""

from __future__ import annotations

from dataclasses import dataclass, field

from amparo.model.curriculum.agenda import Agenda, Plan
from amparo.model.curriculum.demand import Supplies
from amparo.model.curriculum.guidance import Glossary, Guidance, Readings, World
from amparo.model.curriculum.handout import Handout
from amparo.model.curriculum.session import Session


@dataclass
class Curriculum:
    """All records of the workshop that could be read."""

    sessions: dict[str, Session] = field(default_factory=dict)
    """Sessions by id."""

    handouts: dict[str, Handout] = field(default_factory=dict)
    """Handouts by id."""

    agendas: dict[str, Agenda] = field(default_factory=dict)
    """Agendas by id."""

    plans: dict[str, Plan] = field(default_factory=dict)
    """Plans by id."""

    guidance: Guidance | None = None
    """What stands around the sessions; None when it could not be read."""

    glossary: Glossary | None = None
    """Words; None when they could not be read."""

    world: World | None = None
    """The invented world; None when it could not be read."""

    readings: Readings | None = None
    """Publications; None when they could not be read."""

    supplies: Supplies | None = None
    """Things to bring; None when they could not be read."""

    @property
    def is_whole(self) -> bool:
        """Whether there is anything to hold a workshop with."""
        return bool(
            self.sessions
            and self.handouts
            and self.agendas
            and self.guidance
            and self.glossary
            and self.world
            and self.readings
            and self.supplies
        )


FOLDERS = {"sessions": Session, "handouts": Handout, "agendas": Agenda, "plans": Plan}
"""Folders below data/curriculum/ with one record a file, and what the records are."""

FILES = {
    "guidance": Guidance,
    "glossary": Glossary,
    "world": World,
    "readings": Readings,
    "supplies": Supplies,
}
"""Single files below data/curriculum/."""
