"""A contact that somebody answers, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.library.records import Body
from amparo.model.contact import Contact
from amparo.model.organisation import Organisation

FOR_EVERYBODY = ("any-defender",)
"""Groups whose helpers are asked first when we do not know who is asking."""


@dataclass(frozen=True)
class Line:
    """A contact that may stand on an emergency page, and whose it is."""

    body: Body
    """Who answers."""

    contact: Contact
    """What to dial or write to."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which it answers: the contact's own, else the organisation's. Empty: not known."""
        return self.contact.languages or self.body.languages

    @property
    def services(self) -> tuple[str, ...]:
        """Kinds of help that who answers gives; a mechanism names none."""
        return self.body.services if isinstance(self.body, Organisation) else ()

    @property
    def for_groups(self) -> tuple[str, ...]:
        """Groups that who answers is for; a mechanism names none."""
        return self.body.for_groups if isinstance(self.body, Organisation) else ()

    @property
    def is_for_everybody(self) -> bool:
        """Whether it is for all defenders, not for one group only."""
        return not set(self.for_groups).isdisjoint(FOR_EVERYBODY)
