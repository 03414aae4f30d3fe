"""Who fits this situation here: the same question for ends, country sheets, lists, cards and posters."""

from __future__ import annotations

from functools import cached_property

from amparo.library.danger import Danger
from amparo.library.directory import Directory
from amparo.library.line import Line
from amparo.library.order import Order
from amparo.library.records import Body, Records
from amparo.library.trust import Trust
from amparo.model.contact import Contact
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

CALLED = ("phone", "whatsapp", "signal")
"""Kinds of contact that one speaks or writes to at once."""

REACH = ("phone", "whatsapp", "signal", "sms", "email", "web-form", "telegram", "web")
"""Kinds of contact to name beside a body, the quickest first."""


class Fit:
    """Whom to name first."""

    FOR_ALL = FOR_ALL

    def __init__(
        self, records: Records, directory: Directory, trust: Trust, danger: Danger, order: Order
    ) -> None:
        """Each argument is the question that it is named after."""
        self._records, self._directory, self._trust = records, directory, trust
        self._danger, self._order = danger, order
        self._fitting: dict[str, tuple[Organisation, ...]] = {}
        self._ranked: dict[tuple[str, str], list[Organisation]] = {}
        self._near: dict[
            tuple[str, str], tuple[list[Organisation], list[Organisation], list[Organisation]]
        ] = {}

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
            and self.reach_of(o) is not None
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
        """All who fit in a country: those that answer now in her language, then its own, the region's, the world's."""
        own: list[Organisation] = []
        region: list[Organisation] = []
        far: list[Organisation] = []
        for o in self._in_rank(situation, language):
            if self.helps_in(o, country, situation):
                near = own if country in o.serves.countries else far if o.serves.worldwide else region
                near.append(o)
        found = [*own, *region, *far]
        return sorted(
            found, key=lambda o: (bool(self._danger.of_in(o, country)), not self.answers_now(o, language))
        )

    def anywhere(self, situation: str, language: str) -> list[Organisation]:
        """All who fit and help in any country: for pages that do not know where she is."""
        found = [o for o in self._in_rank(situation, language) if o.serves.worldwide]
        return sorted(found, key=lambda o: not self.answers_now(o, language))

    def _in_rank(self, situation: str, language: str) -> list[Organisation]:
        """Those who fit, by how surely they are open, how near their main help is to it, and how fresh they are."""
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

    def answers_now(self, o: Organisation, language: str) -> bool:
        """Whether it has a line known to answer day and night, in a language."""
        reach = self.reach_of(o)
        return (
            reach is not None
            and reach.kind in ("phone", "whatsapp", "signal")
            and reach.hours == "24/7"
            and language in (reach.languages or o.languages)
        )

    def speaks(self, o: Organisation, language: str) -> bool:
        """Whether the contact that is named answers in a language, as far as we know."""
        reach = self.reach_of(o)
        return language in ((reach.languages if reach else ()) or o.languages)

    def calls(self, language: str, country: str) -> list[Line]:
        """The lines to call first in a country: known hours, for anybody, no offence there; those that answer in her
        language first, then at any hour, then the nearest. One a body, at most three."""
        lines = [line for line in self._lines if self._may_be_called(line, country)]
        places = self._records.places[country]
        lines.sort(
            key=lambda line: (
                language not in line.languages,
                line.contact.hours != "24/7",
                _distance(line.body, country, places.regions),
                bool(self._danger.of_in(line.body, country)),
                self._trust.age(line.body.sources_by_id[line.contact.source].date),
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
            if c.kind in CALLED and c.is_urgent and (c.hours or c.hours_note) and self._may_be_named(o, c)
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

    # How to reach it

    def reach_of(self, o: Organisation) -> Contact | None:
        """The contact to name beside a body: an urgent line that may stand where somebody in danger looks, else the
        quickest that somebody answers. None where nothing may be named."""
        if o.id not in self._reaches:
            self._reaches[o.id] = self._best(o)
        return self._reaches[o.id]

    def _best(self, o: Organisation) -> Contact | None:
        usable = [c for c in o.contacts if self._may_be_named(o, c)]
        usable.sort(
            key=lambda c: (
                not c.is_urgent,
                c.hours != "24/7",
                c.purpose in ("information", "office"),
                REACH.index(c.kind),
            )
        )
        return usable[0] if usable else None

    def _may_be_named(self, o: Organisation, c: Contact) -> bool:
        source = o.sources_by_id[c.source]
        result = c.corroboration.result if c.corroboration else "not-looked"
        return (
            c.kind in REACH
            and not c.inside_only
            and not c.answered_by
            and source.kind != "memory"
            and result != "differs"
            and (not c.is_urgent or self._trust.is_on_its_own_page(o, c))
        )

    @cached_property
    def _reaches(self) -> dict[str, Contact | None]:
        return {}


def _distance(body: Body, country: str, regions: tuple[str, ...]) -> int:
    """0 for the country's own, 1 for those of its region, 2 for who helps anywhere."""
    serves = body.serves if isinstance(body, Organisation) else None
    if serves is None or country in serves.countries:
        return 0
    return 1 if set(serves.regions) & set(regions) and not serves.worldwide else 2
