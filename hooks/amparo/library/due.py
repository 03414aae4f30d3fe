"""What is due to be confirmed: how many contacts, by language and country, and which to ring first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from amparo.library.danger import Danger
from amparo.library.fit import Fit
from amparo.library.helpers import ANSWERING, Helpers
from amparo.library.line import Line
from amparo.library.national import National
from amparo.library.reach import Reach
from amparo.library.records import Body, Records
from amparo.library.trust import Trust
from amparo.model.contact import Contact
from amparo.model.proof import DIALLED

STATES = {"fresh": "fresh", "check-first": "due", "old": "overdue", "undated": "unknown"}
"""What each code of `freshness` means for whoever confirms."""

WORLD = ""
"""Stands for the whole world among the countries."""


@dataclass(frozen=True)
class ToAsk:
    """A contact that somebody should ring or write to."""

    body: Body
    """Whose it is."""

    contact: Contact
    """What to ring or to write to."""

    state: str
    """`fresh`, `due`, `overdue` or `unknown`."""

    proven: str | None
    """The day of its newest proof; None: not known."""

    sheets: int
    """On how many country sheets it is named first."""

    also: tuple[tuple[Body, Contact], ...] = ()
    """The same value in other records: one call asks for all."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which it answers."""
        return self.contact.languages or self.body.languages


class Due:
    """How fresh the contacts are, and what comes next."""

    def __init__(
        self,
        records: Records,
        trust: Trust,
        danger: Danger,
        national: National,
        reach: Reach,
        fit: Fit,
        helpers: Helpers,
    ) -> None:
        """Each argument is the question that it is named after."""
        self._records, self._trust, self._danger, self._national = records, trust, danger, national
        self._reach, self._fit, self._helpers = reach, fit, helpers

    def state(self, body: Body, contact: Contact) -> str:
        """`fresh`, `due` (seen 91 to 180 days ago), `overdue` (longer ago) or `unknown`."""
        return STATES[self._trust.freshness(self._trust.proven(body, contact))]

    def emergency(self) -> list[tuple[Line, str]]:
        """Every contact that may stand on an emergency page, with its state."""
        return [(line, self.state(line.body, line.contact)) for line in self._helpers.lines]

    def overdue(self) -> list[Line]:
        """Emergency contacts that nobody has looked at for too long, or at a day that nobody knows."""
        return [line for line, state in self.emergency() if state in ("overdue", "unknown")]

    def by_language(self) -> dict[str, Counter[str]]:
        """Contacts by the language in which they answer, by state. One that answers in three counts three
        times; the empty language: not known."""
        found: dict[str, Counter[str]] = {}
        for body, contact in self._answering():
            for language in contact.languages or body.languages or ("",):
                found.setdefault(language, Counter())[self.state(body, contact)] += 1
        return found

    def by_country(self) -> dict[str, Counter[str]]:
        """Contacts by the country for which they are, by state: of bodies that name it, and its own telephone
        lines. `WORLD`: of bodies that help anywhere."""
        found: dict[str, Counter[str]] = {WORLD: Counter()}
        for body, contact in self._answering():
            serves = getattr(body, "serves", None)
            for code in (WORLD,) if serves and serves.worldwide else serves.countries if serves else ():
                found.setdefault(code, Counter())[self.state(body, contact)] += 1
        for code in self._records.places:
            for line in self._national.shown(code):
                days = [source.date for source in self._national.sources(code, line)]
                days += [line.reached.confirmed.date] if line.reached.confirmed else []
                newest = min((day for day in days if day), key=self._trust.age, default=None)
                found.setdefault(code, Counter())[STATES[self._trust.freshness(newest)]] += 1
        return found

    def to_ask(self, languages: Iterable[str]) -> list[ToAsk]:
        """Contacts of listed bodies in the order in which to ring or write: the oldest first; among these
        those on most country sheets. `languages` are those of the sheets. Nobody whom it may be an offence to
        call is among them."""
        sheets = self._sheets(languages)
        found = [
            ToAsk(b, c, self.state(b, c), self._trust.proven(b, c), sheets[b.id, c.id])
            for b, c in self._answering()
            if not (c.answered_by or c.inside_only or c.kind == "web-form" or self._is_offence(b, c))
        ]
        order = ("unknown", "overdue", "due", "fresh")
        found.sort(
            key=lambda one: (
                order.index("overdue" if one.state == "unknown" else one.state),
                -one.sheets,
                not one.contact.is_urgent,
                -self._trust.age(one.proven),
                one.body.id,
            )
        )
        same: dict[str, ToAsk] = {}
        for one in found:
            first = same.setdefault(one.contact.plain, one)
            if first is not one:
                also = (*first.also, (one.body, one.contact))
                same[one.contact.plain] = replace(first, also=also)
        return list(same.values())

    def _answering(self) -> Iterator[tuple[Body, Contact]]:
        """Contacts of listed organisations that somebody answers."""
        for o in self._records.organisations.values():
            if o.is_listed:
                yield from ((o, c) for c in o.contacts if c.kind in (*ANSWERING, *DIALLED))

    def _is_offence(self, body: Body, contact: Contact) -> bool:
        """Whether some country punishes that somebody calls it: who rings for us may be there."""
        punished = (reach.designation.punishes for reach in self._danger.of(body))
        return self._danger.hides_contact(body, contact) or any("contact" in one for one in punished)

    def _sheets(self, languages: Iterable[str]) -> Counter[tuple[str, str]]:
        """By record and contact: how many country sheets name it in their first screen or for a situation."""
        seen: set[tuple[str, str, str]] = set()
        situations = [term.code for term in self._records.vocabulary("situation").terms]
        for language in languages:
            for code in self._records.places:
                calls = self._fit.calls(language, code)
                seen.update((line.body.id, line.contact.id, code) for line in calls)
                for situation in situations:
                    for o in self._fit.first(situation, code, language):
                        reach = self._reach.of(o)
                        seen.update([(o.id, reach.id, code)] if reach else [])
        return Counter((body, contact) for body, contact, _ in seen)
