"""Can it be trusted: how old a fact is, and whether a contact may stand where somebody in danger looks
first."""

from __future__ import annotations

from datetime import date

from amparo.library.records import Body, Records
from amparo.model.contact import Contact

FRESH_DAYS, CHECK_FIRST_DAYS = 90, 180
"""Ages in days up to which a contact counts as fresh, and as worth checking first (data model,
Contact.checked)."""

UNDATED_DAYS = 100_000
"""The age of what has no date: older than all."""


class Trust:
    """How much a fact can be trusted on the day of the data."""

    def __init__(self, records: Records) -> None:
        """`records` says from which day ages are counted."""
        self._as_of = records.as_of
        self._waiting = records.waiting

    def waits(self, body: Body, contact: Contact) -> str | None:
        """The day since which a change of the contact waits to be confirmed: what is shown is the old value.
        None: nothing waits."""
        return self._waiting.get((f"{body.folder}/{body.id}", f"contacts.{contact.id}"))

    def age(self, partial: str | None) -> int:
        """Days between a date and `as_of`. A year counts from 1 January, a month from its first day, so that
        old facts look old; an unknown date is older than all."""
        if partial is None:
            return UNDATED_DAYS
        year, month, day = (*(int(part) for part in partial.split("-")), 1, 1)[:3]
        return (self._as_of - date(year, month, day)).days

    def freshness(self, partial: str | None) -> str:
        """The code of `freshness` for a date."""
        if partial is None:
            return "undated"
        age = self.age(partial)
        return "fresh" if age <= FRESH_DAYS else "check-first" if age <= CHECK_FIRST_DAYS else "old"

    def proven(self, body: Body, contact: Contact) -> str | None:
        """The day of the newest proof of a contact: that of its source, or of a call or message that
        confirmed its value. None: not known."""
        confirmed = contact.reached.confirmed
        days = (body.sources_by_id[contact.source].date, confirmed and confirmed.date)
        return min((day for day in days if day), key=self.age, default=None)

    def is_safe_in_emergency(self, body: Body, contact: Contact) -> bool:
        """Whether a contact may stand on the emergency page, cards, posters and the pocket edition.

        It must be the value that was seen. Two sources must agree, or it stands on an official body's own
        page and the record has high confidence; never a low-confidence record, never a contact from memory,
        never one that differs between sources.
        """
        source = body.sources_by_id[contact.source]
        if not (body.is_listed and body.is_confirmed and contact.is_urgent) or source.kind == "memory":
            return False
        result = contact.verdict.result if contact.verdict else "not-looked"
        if not contact.is_as_seen:
            return False
        if result == "two-sources":
            return True
        return bool(
            result != "differs"
            and source.kind == "official"
            and body.confidence == "high"
            and body.is_official
        )

    def is_on_its_own_page(self, body: Body, contact: Contact) -> bool:
        """Whether a contact may be named first on a country's own sheet: two sources agree, or it stands on
        the
        body's own page. Cards, posters and pages for everybody ask more: `is_safe_in_emergency`."""
        source = body.sources_by_id[contact.source]
        result = contact.verdict.result if contact.verdict else "not-looked"
        if source.kind == "memory" or result == "differs" or not body.is_confirmed or not contact.is_as_seen:
            return False
        return result == "two-sources" or source.kind == "official"
