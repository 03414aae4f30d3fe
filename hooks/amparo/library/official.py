"""Which official ways are open: protection mechanisms, nearest first, and whether people in a country may use
them."""

from __future__ import annotations

from functools import cached_property

from amparo.library.records import Records
from amparo.model.coverage import Answer
from amparo.model.mechanism import Mechanism


class Official:
    """The protection mechanisms, and to whom each is open."""

    def __init__(self, records: Records) -> None:
        """`records` holds the mechanisms and the lists of States."""
        self._records = records

    @cached_property
    def mechanisms_in_order(self) -> tuple[Mechanism, ...]:
        """All mechanisms, nearest level first, then the urgent ones, then by title."""
        levels = {term.code: term.order or 0 for term in self._records.vocabulary("level").terms}
        return tuple(
            sorted(
                self._records.mechanisms.values(),
                key=lambda m: (levels[m.level], not m.top, not m.is_urgent, m.title),
            )
        )

    def ways(self, country: str) -> list[tuple[Mechanism, Answer]]:
        """Every mechanism and whether it is open to people in a country, nearest first."""
        return [(mechanism, self.answer(mechanism, country)) for mechanism in self.mechanisms_in_order]

    def answer(self, mechanism: Mechanism, country: str) -> Answer:
        """Whether a mechanism is open to people in a country.

        "no" needs a whole list, a body that does not exist or rules that work only abroad; what rests on
        memory is "unconfirmed".
        """
        where = mechanism.applies_to
        if mechanism.status in ("none", "draft") or (where.not_in_own and mechanism.state == country):
            return "no"
        if all(procedure.type == "none" for procedure in mechanism.procedures):
            return "no"
        if where.coverage:
            found = self._records.coverage[where.coverage]
            if where.not_opted_out and country in found.opted_out_of_inquiry:
                return "no"
            if where.not_opted_out and country in found.opted_out_unconfirmed and country in found.states:
                return "unconfirmed"
            return found.answer(country)
        if where.countries:
            if country not in where.countries:
                return "no" if where.is_confirmed else "unconfirmed"
            return "yes" if where.is_confirmed and mechanism.status != "unknown" else "unconfirmed"
        return "yes" if mechanism.confidence != "low" and mechanism.status != "unknown" else "unconfirmed"
