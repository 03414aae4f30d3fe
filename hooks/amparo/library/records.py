"""All records, as they were read: what every question begins with."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from amparo.model.incident import IncidentForm, Sample
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.place import Place
from amparo.model.search import Letters
from amparo.model.vocabulary import Term, Vocabulary

RECHECK_DAYS = 180
"""Days after `as_of` by which facts should be checked again (data model, `checked.next`)."""

Body = Organisation | Mechanism
"""Whoever can be contacted."""

T = TypeVar("T")


class Records:
    """All records by their ids. Everything in it is whole and frozen."""

    def __init__(self, loaded: Loaded, as_of: date) -> None:
        """`as_of` is the day all ages are counted from."""
        self.as_of = as_of
        self.vocabularies = loaded.vocabularies
        self.places: dict[str, Place] = {p.code: p for p in loaded.places.places} if loaded.places else {}
        self.organisations = loaded.organisations
        self.mechanisms = loaded.mechanisms
        self.coverage = loaded.coverage
        self.analyses, self.synonyms = loaded.analyses, loaded.synonyms
        self.entries = loaded.triage
        self.terms = loaded.terms.terms if loaded.terms else ()
        self.curriculum, self.solidarity = loaded.curriculum, loaded.solidarity
        self.lock, self.changes, self.waiting = loaded.lock, loaded.changes, loaded.waiting
        self._letters, self._incident, self._sample = loaded.letters, loaded.incident, loaded.sample

    @property
    def recheck(self) -> date:
        """The day by which the facts should be checked again."""
        return self.as_of + timedelta(days=RECHECK_DAYS)

    def vocabulary(self, scheme: str) -> Vocabulary:
        """A closed list by its name."""
        return self.vocabularies[scheme]

    def term(self, scheme: str, code: str) -> Term:
        """One term of a closed list."""
        return self.vocabularies[scheme].by_code[code]

    def organisation(self, id: str) -> Organisation:
        """One organisation."""
        return self.organisations[id]

    def mechanism(self, id: str) -> Mechanism:
        """One protection mechanism."""
        return self.mechanisms[id]

    @cached_property
    def letters(self) -> Letters:
        """Letters that count as others in the search. Raises `LookupError` when they could not be read."""
        return _read(self._letters, "letters of the search")

    @cached_property
    def incident(self) -> IncidentForm:
        """What an incident report asks. Raises `LookupError` when it could not be read."""
        return _read(self._incident, "fields of the incident report")

    @cached_property
    def sample(self) -> Sample:
        """The filled example of a report. Raises `LookupError` when it could not be read."""
        return _read(self._sample, "example of a report")


def _read(record: T | None, name: str) -> T:
    """A record that there is once: only a check may go on without it, a page may not."""
    if record is None:
        raise LookupError(f"the {name} could not be read")
    return record
