"""Who fits this situation here: the same question for ends, country sheets, lists, cards and posters."""

from __future__ import annotations

from functools import cached_property

from amparo.library.danger import Danger
from amparo.library.directory import Directory
from amparo.library.line import Line
from amparo.library.order import Order
from amparo.library.reach import CALLED, Reach
from amparo.library.records import Body, Records
from amparo.library.trust import Trust
from amparo.model.organisation import Organisation
from amparo.model.vocabulary import Term

MOST = 3
"""Bodies named for a situation: few enough to choose from with shaking hands (first-contact, 1)."""

FOR_ALL = frozenset({"any-defender", "women-defenders"})
"""Groups whose helpers may be named before we know who is asking."""

WALK_IN = "anyone"
"""Code of `access` of those who are open to a person who walks in."""

RUN_BY = {"state-body": "state", "un-office": "un", "intergovernmental": "intergovernmental"}
"""Whose hands a body is in where its kind says so."""


class Fit:
    """Whom to name first."""

    FOR_ALL = FOR_ALL

    def __init__(
        self,
        records: Records,
        directory: Directory,
        trust: Trust,
        danger: Danger,
        order: Order,
        reach: Reach,
    ) -> None:
        """Each argument is the question that it is named after."""
        self._records, self._directory, self._trust = records, directory, trust
        self._danger, self._order, self._reach = danger, order, reach
        self._fitting: dict[str, tuple[Organisation, ...]] = {}
        self._ranked: dict[tuple[str, str], list[Organisation]] = {}
        self._found: dict[tuple[str, str], dict[str, int]] = {}

    # Does it fit?

    def fitting(self, situation: str) -> tuple[Organisation, ...]:
        """Organisations whose main help meets a situation, wherever they help."""
        if situation not in self._fitting:
            term = self._records.term("situation", situation)
            self._fitting[situation] = tuple(o for o in self._directory.listed if self._meets(o, term))
        return self._fitting[situation]

    def _meets(self, o: Organisation, situation: Term) -> bool:
        """Whether a body is there for a situation, and open to a person who walks in."""
        never = situation.never
        main = set(o.main_services)
        run_by = o.run_by or RUN_BY.get(o.kind)
        return (
            o.is_confirmed
            and not main.isdisjoint(situation.main)
            and (not o.only_for or situation.code in o.only_for)
            and not (o.kind in never.kinds or run_by in never.run_by)
            and main.isdisjoint(never.services)
            and (not o.access or WALK_IN in o.access)
            and o.takes != ("groups",)
            and self._is_for_more_than_one_group(o, situation)
            and not (situation.exile and not o.exile)
            and self._reach.of(o) is not None
        )

    @staticmethod
    def _is_for_more_than_one_group(o: Organisation, situation: Term) -> bool:
        """Whether it is not there for one other group alone."""
        named = {*FOR_ALL, *situation.groups}
        return len(o.for_groups) != 1 or not named.isdisjoint(o.for_groups)

    def helps_in(self, o: Organisation, country: str, situation: str) -> bool:
        """Whether it helps somebody in a country with this, and contacting it from there is no offence."""
        if not self._serves(o, country, situation):
            return False
        punished = {what for reach in self._danger.of_in(o, country) for what in reach.designation.punishes}
        return not self._danger.is_offence(o, country) and not (situation == "money" and "money" in punished)

    def _serves(self, o: Organisation, country: str, situation: str) -> bool:
        serves = o.serves
        if country in serves.except_in:
            return False
        if serves.worldwide or country in serves.countries:
            return True
        if set(serves.regions) & set(self._records.places[country].regions):
            return True
        return situation == "abroad" and country in serves.abroad_from

    # Who comes first?

    def first(self, situation: str, country: str, language: str) -> list[Organisation]:
        """At most three who fit, the best first. Empty where nobody does: nobody is named to fill a place."""
        return self.all_in(situation, country, language)[:MOST]

    def all_in(self, situation: str, country: str, language: str) -> list[Organisation]:
        """All who fit in a country: those that answer now in her language, then its own, the region's, the
        world's. Those who are there for some groups alone stand behind: nobody knows yet who is asking."""
        here = self._here(situation, country)
        groups = {*FOR_ALL, *self._records.term("situation", situation).groups}
        found = [o for o in self._in_rank(situation, language) if o.id in here]
        return sorted(
            found,
            key=lambda o: (
                bool(self._danger.of_in(o, country)),
                bool(o.for_groups) and groups.isdisjoint(o.for_groups),
                not self._reach.answers_now(o, language),
                here[o.id],
            ),
        )

    def _here(self, situation: str, country: str) -> dict[str, int]:
        """Who fits in a country, and how far they are: 0 its own, 1 the region's, 2 the world's. The same in
        every language."""
        key = (situation, country)
        if key not in self._found:
            self._found[key] = {
                o.id: 0 if country in o.serves.countries else 2 if o.serves.worldwide else 1
                for o in self.fitting(situation)
                if self.helps_in(o, country, situation)
            }
        return self._found[key]

    def anywhere(self, situation: str, language: str) -> list[Organisation]:
        """All who fit and help in any country: for pages that do not know where she is."""
        found = [o for o in self._in_rank(situation, language) if o.serves.worldwide]
        return sorted(found, key=lambda o: not self._reach.answers_now(o, language))

    def _in_rank(self, situation: str, language: str) -> list[Organisation]:
        """Those who fit, by how surely they are open, how near their main help is to it, and how fresh they
        are."""
        key = (situation, language)
        if key not in self._ranked:
            wanted = list(self._records.term("situation", situation).main)
            places = {
                id: n
                for n, id in enumerate(o.id for o in self._order.in_order(self._directory.listed, language))
            }
            self._ranked[key] = sorted(
                self.fitting(situation),
                key=lambda o: (
                    not o.access,
                    min(n for n, service in enumerate(o.main_services) if service in wanted),
                    places[o.id],
                ),
            )
        return self._ranked[key]

    def calls(self, language: str, country: str) -> list[Line]:
        """The lines to call first in a country: known hours, for anybody, no offence there; those that answer
        in her
        language first, then at any hour, then the nearest. One a body, at most three."""
        lines = [line for line in self._lines if self._may_be_called(line, country)]
        places = self._records.places[country]
        lines.sort(
            key=lambda line: (
                language not in line.languages,
                line.contact.hours != "24/7",
                _distance(line.body, country, places.regions),
                bool(self._danger.of_in(line.body, country)),
                self._trust.age(self._trust.proven(line.body, line.contact)),
                line.body.id,
            )
        )
        best: dict[str, Line] = {}
        for line in lines:
            best.setdefault(line.body.id, line)
        return list(best.values())[:MOST]

    @cached_property
    def _lines(self) -> list[Line]:
        """Telephone lines with known hours, of bodies that anybody may call."""
        return [
            Line(o, c)
            for o in self._directory.listed
            if o.is_confirmed
            and (not o.access or WALK_IN in o.access)
            and not o.only_for
            and self._is_for_all(o)
            for c in o.contacts
            if c.kind in CALLED
            and c.is_urgent
            and (c.hours or c.hours_note)
            and self._reach.may_be_named(o, c)
        ]

    def _may_be_called(self, line: Line, country: str) -> bool:
        o = line.body
        return (
            isinstance(o, Organisation)
            and self._serves(o, country, "threatened")
            and not self._danger.is_offence(o, country)
        )

    @staticmethod
    def _is_for_all(o: Organisation) -> bool:
        return not o.for_groups or not FOR_ALL.isdisjoint(o.for_groups)


def _distance(body: Body, country: str, regions: tuple[str, ...]) -> int:
    """0 for the country's own, 1 for those of its region, 2 for who helps anywhere."""
    serves = body.serves if isinstance(body, Organisation) else None
    if serves is None or country in serves.countries:
        return 0
    return 1 if set(serves.regions) & set(regions) and not serves.worldwide else 2
