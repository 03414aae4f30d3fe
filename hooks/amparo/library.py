"""The questions that pages ask of the records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Callable, Iterable, Optional, Sequence, Union

from amparo.model.contact import DIALLED, Contact
from amparo.model.coverage import Answer
from amparo.model.curriculum.handout import Block
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.place import Place
from amparo.model.vocabulary import Term, Vocabulary

FRESH_DAYS, CHECK_FIRST_DAYS = 90, 180
"""Ages in days up to which a contact counts as fresh, and as worth checking first (data model, Contact.checked)."""

ANSWERING = ("phone", "sms", "email", "web-form", "signal", "whatsapp", "telegram")
"""Kinds of contact that somebody answers: only these can be an emergency line."""

WITHOUT_INTERNET = ("phone", "sms", "fax", "post", "in-person", "radio-relay")
"""Kinds of contact that work without a data connection; a test holds them against the vocabulary."""

ON_PAPER = ("phone", "email", "web-form", "web")
"""Kinds of contact that stand on printed lists, the most useful first."""

SOURCE = "en"
"""The language by which printed lists are ordered, so that a list names the same helpers in every language."""

RECHECK_DAYS = 180
"""Days after `as_of` by which facts should be checked again (data model, `checked.next`)."""

CASE_LINES, FALL_BACKS = 3, 2
"""Lines at the end of guided questions, and what to try when they do not answer (acceptance task 3)."""

FOR_EVERYBODY = ("any-defender",)
"""Groups whose helpers are asked first when we do not know who is asking."""

Body = Union[Organisation, Mechanism]
"""Whoever can be contacted."""


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


class Library:
    """All records, arranged for reading. Everything in it is whole and frozen."""

    def __init__(self, loaded: Loaded, as_of: date) -> None:
        """`as_of` is the day all ages are counted from: the date of the newest reviewed change, never today."""
        self.as_of = as_of
        self.vocabularies = loaded.vocabularies
        self.places: dict[str, Place] = {place.code: place for place in loaded.places.places}
        self.organisations = loaded.organisations
        self.mechanisms = loaded.mechanisms
        self.coverage = loaded.coverage
        self.letters, self.analyses, self.synonyms = loaded.letters, loaded.analyses, loaded.synonyms
        self.entries = loaded.triage
        self.incident = loaded.incident
        self.sample = loaded.sample
        self.curriculum = loaded.curriculum
        self._on_paper: dict[tuple, list[tuple[Organisation, Contact]]] = {}
        self._ranks: dict[str, dict[str, tuple[tuple, int]]] = {}
        self._worldwide_in_order: dict[str, tuple[Organisation, ...]] = {}
        self._reachable_in_order: dict[str, tuple[Organisation, ...]] = {}
        self._best_lines: dict[tuple[str, Optional[str]], list[Line]] = {}

    @property
    def recheck(self) -> date:
        """The day by which the facts should be checked again."""
        return self.as_of + timedelta(days=RECHECK_DAYS)

    # Vocabularies

    def vocabulary(self, scheme: str) -> Vocabulary:
        """A closed list by its name."""
        return self.vocabularies[scheme]

    def term(self, scheme: str, code: str) -> Term:
        """One term of a closed list."""
        return self.vocabularies[scheme].by_code[code]

    # Organisations

    def organisation(self, id: str) -> Organisation:
        """One organisation."""
        return self.organisations[id]

    @cached_property
    def listed(self) -> tuple[Organisation, ...]:
        """The organisations that may stand in lists of whom to contact."""
        return tuple(o for o in self.organisations.values() if o.is_listed)

    @cached_property
    def signposts(self) -> tuple[Organisation, ...]:
        """Closed, merged, renamed, paused and unknown bodies: pages that point elsewhere, never in lists."""
        return tuple(o for o in self.organisations.values() if not o.is_listed)

    def offering(self, service: str) -> tuple[Organisation, ...]:
        """Listed organisations that give a service."""
        return self._index("services").get(service, ())

    def for_group(self, group: str) -> tuple[Organisation, ...]:
        """Listed organisations that name a group as theirs."""
        return self._index("for_groups").get(group, ())

    def answering_in(self, language: str) -> tuple[Organisation, ...]:
        """Listed organisations that answer in a language, on any of their lines."""
        return self._by_language.get(language, ())

    def languages_answered(self) -> tuple[str, ...]:
        """All languages in which somebody answers, as codes in alphabetical order."""
        return tuple(sorted(self._by_language))

    @cached_property
    def worldwide(self) -> tuple[Organisation, ...]:
        """Listed organisations that help in any country."""
        return tuple(o for o in self.listed if o.serves.worldwide)

    def in_country(self, country: str) -> tuple[Organisation, ...]:
        """Listed organisations that name a country as theirs."""
        return self._by_country.get(country, ())

    def in_region(self, region: str) -> tuple[Organisation, ...]:
        """Listed organisations that name a region as theirs."""
        return self._by_region.get(region, ())

    def near(self, region: str) -> tuple[Organisation, ...]:
        """Listed organisations that name a region, or a country in it, as theirs."""
        return tuple(self._near[region].values())

    def offering_near(self, service: str, region: str) -> tuple[Organisation, ...]:
        """Listed organisations that give a service to somebody in a region: its own, and those that help anywhere."""
        return self._offering_near[service, region]

    def serving(self, country: str) -> tuple[Organisation, ...]:
        """Every listed organisation that can help in a country: national, regional and worldwide."""
        found = {o.id: o for o in self.in_country(country)}
        for region in self.places[country].regions:
            found.update((o.id, o) for o in self.in_region(region))
        found.update((o.id, o) for o in self.worldwide)
        return tuple(o for o in found.values() if country not in o.serves.except_in)

    def signposts_in(self, country: str) -> tuple[Organisation, ...]:
        """Bodies of a country that may no longer work."""
        return tuple(sorted((o for o in self.signposts if country in o.serves.countries), key=lambda o: o.id))

    def risky_in(self, country: str) -> tuple[Organisation, ...]:
        """Organisations whose contact is itself dangerous from a country."""
        return tuple(o for o in self.listed if o.risk and country in o.risk.countries)

    def successor_of(self, organisation: Organisation) -> Optional[Organisation]:
        """Where to go instead."""
        return self.organisations.get(organisation.successor) if organisation.successor else None

    # Places

    def places_in(self, region: str) -> tuple[Place, ...]:
        """Countries and territories of a region."""
        return self._places_by_region.get(region, ())

    # Mechanisms

    def mechanism(self, id: str) -> Mechanism:
        """One protection mechanism."""
        return self.mechanisms[id]

    @cached_property
    def mechanisms_in_order(self) -> tuple[Mechanism, ...]:
        """All mechanisms, nearest level first, then the urgent ones, then by title."""
        levels = {term.code: term.order or 0 for term in self.vocabulary("level").terms}
        return tuple(
            sorted(
                self.mechanisms.values(), key=lambda m: (levels[m.level], not m.top, not m.is_urgent, m.title)
            )
        )

    def answer(self, mechanism: Mechanism, country: str) -> Answer:
        """Whether a mechanism is open to people in a country.

        "no" needs a whole list, a body that does not exist or rules that work only abroad; what rests on memory is
        "unconfirmed".
        """
        where = mechanism.applies_to
        if mechanism.status in ("none", "draft") or (where.not_in_own and mechanism.state == country):
            return "no"
        if all(procedure.type == "none" for procedure in mechanism.procedures):
            return "no"
        if where.coverage:
            found = self.coverage[where.coverage]
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

    def doors(self, country: str) -> list[tuple[Mechanism, Answer]]:
        """Every mechanism and whether it is open to people in a country, nearest first."""
        return [(mechanism, self.answer(mechanism, country)) for mechanism in self.mechanisms_in_order]

    # Emergency

    def is_safe_in_emergency(self, body: Body, contact: Contact) -> bool:
        """Whether a contact may stand on the emergency page, cards, posters and pocket edition.

        Two sources must agree, or it stands on an official body's own page and the record has high confidence; never a
        low-confidence record, never a contact from memory, never one that differs between sources.
        """
        source = body.sources_by_id[contact.source]
        if not (body.is_listed and body.is_confirmed and contact.is_urgent) or source.kind == "memory":
            return False
        result = contact.corroboration.result if contact.corroboration else "not-looked"
        if result == "two-sources":
            return True
        return (
            result != "differs"
            and source.kind == "official"
            and body.confidence == "high"
            and body.is_official
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every contact that somebody answers and that may stand on an emergency page, as the line of the body that
        answers. Of mechanisms only those of a State: the others take reports, not calls."""
        bodies: list[Body] = sorted(self.listed, key=lambda o: (not o.serves.worldwide, o.id))
        bodies += [m for m in self.mechanisms_in_order if m.level == "national"]
        return tuple(
            Line(body, contact)
            for body in bodies
            for contact in body.contacts
            if contact.kind in ANSWERING
            and not contact.answered_by
            and self.is_safe_in_emergency(body, contact)
        )

    def lines_for(self, language: str, country: Optional[str] = None) -> list[Line]:
        """Emergency lines in the order to try them: those that answer the language first, then by phone, then at any
        hour; `country` adds its own and its regions' lines, nearest first among equals. One entry a number."""
        wanted = [line for line in self.lines if self._reaches(line.body, country)]
        return self._in_order_of_use(wanted, language, lambda body: self._distance(body, country))

    def lines_in(self, language: str, region: Optional[str] = None) -> list[Line]:
        """Emergency lines for anybody in a whole region, in the order to try them; without a region those that help
        everywhere. Lines of single countries stand on the countries' sheets."""
        wanted = [
            line
            for line in self.lines
            if isinstance(line.body, Organisation)
            and (line.body.serves.worldwide or region in line.body.serves.regions)
        ]
        return self._in_order_of_use(wanted, language, lambda body: int(body.serves.worldwide))

    def case_lines(
        self, services: Sequence[str], language: str, region: Optional[str] = None
    ) -> tuple[list[Line], list[Line]]:
        """Whom to call in a case that needs some of `services`: at most `CASE_LINES` lines, one a body, of those who give
        any of them, and at most `FALL_BACKS` others to try then. Bodies for one group only come after those for all."""
        ordered = self._one_line_each(language, region)
        first = [line for line in ordered if set(services) & set(line.body.services)][:CASE_LINES]
        chosen = {line.body.id for line in first}
        return first, [line for line in ordered if line.body.id not in chosen][:FALL_BACKS]

    def _one_line_each(self, language: str, region: Optional[str]) -> list[Line]:
        """The best line of each body in a region, of those for all defenders first: asked for at every end, sorted once."""
        if (language, region) not in self._best_lines:
            best: dict[str, Line] = {}
            for line in self.lines_in(language, region):
                best.setdefault(line.body.id, line)
            self._best_lines[language, region] = sorted(
                best.values(), key=lambda line: not set(line.body.for_groups) & set(FOR_EVERYBODY)
            )
        return self._best_lines[language, region]

    def card_lines(self, language: str, region: str) -> list[Line]:
        """The lines of a wallet card or a poster: one a body, for every defender, telephones first."""
        best: dict[str, Line] = {}
        for line in self.lines_in(language, region):
            if set(line.body.for_groups) & set(FOR_EVERYBODY):
                best.setdefault(line.body.id, line)
        return sorted(best.values(), key=lambda line: line.contact.kind != "phone")[:CASE_LINES]

    def _in_order_of_use(
        self, lines: list[Line], language: str, distance: Callable[[Body], int]
    ) -> list[Line]:
        """Lines that answer the language first, then by phone, then at any hour, then the nearest. One entry a number."""
        ordered = sorted(
            lines,
            key=lambda line: (
                language not in line.languages,
                line.contact.kind != "phone",
                line.contact.hours != "24/7",
                distance(line.body),
                self.age(line.body.sources_by_id[line.contact.source].date),
            ),
        )
        unique: dict[str, Line] = {}
        for line in ordered:
            unique.setdefault(
                line.contact.dialled if line.contact.kind in DIALLED else line.contact.value, line
            )
        return list(unique.values())

    def _reaches(self, body: Body, country: Optional[str]) -> bool:
        if isinstance(body, Mechanism):
            return country is not None and self.answer(body, country) == "yes"
        serves = body.serves
        if serves.worldwide:
            return country not in serves.except_in
        if country is None:
            return False
        return country in serves.countries or any(r in serves.regions for r in self.places[country].regions)

    @staticmethod
    def _distance(body: Body, country: Optional[str]) -> int:
        if isinstance(body, Mechanism):
            return 0
        return 0 if country and country in body.serves.countries else 1 if body.serves.regions else 2

    # The workshop

    def paper_contact(self, organisation: Organisation) -> Optional[Contact]:
        """The contact to print beside a name on a list that people carry away: an urgent line only when it may stand on an
        emergency page, else the first that somebody answers. None where a warning must stand before it, where the
        record is not confirmed or undated, or where sources differ."""
        if organisation.risk or not organisation.is_confirmed or not organisation.is_listed:
            return None
        usable = [
            c
            for c in organisation.contacts
            if c.kind in ON_PAPER
            and not c.warning
            and not c.inside_only
            and not c.answered_by
            and organisation.sources_by_id[c.source].kind != "memory"
            and organisation.sources_by_id[c.source].date
            and not (c.corroboration and c.corroboration.result == "differs")
            and (not c.is_urgent or self.is_safe_in_emergency(organisation, c))
        ]
        usable.sort(
            key=lambda c: (not c.is_urgent, c.purpose in ("information", "office"), ON_PAPER.index(c.kind))
        )
        return usable[0] if usable else None

    def on_paper(
        self, block: Block, region: Optional[str] = None, country: Optional[str] = None
    ) -> list[tuple[Organisation, Contact]]:
        """Who stands in a part of a printed list, and with which contact: those of the country or region first, then those that
        help anywhere. Without region and country: only the latter."""
        key = (block, region, country)
        if key not in self._on_paper:
            self._on_paper[key] = self._listed_on_paper(block, region, country)
        return self._on_paper[key]

    def _listed_on_paper(
        self, block: Block, region: Optional[str], country: Optional[str]
    ) -> list[tuple[Organisation, Contact]]:
        if country:
            near: Iterable[Organisation] = self.serving(country)
            own = {o.id for o in self.in_country(country)}
        else:
            near = (*(self.near(region) if region else ()), *self.worldwide)
            own = {o.id for o in self.in_region(region)} if region else set()
        found = {o.id: o for o in near if self._is_of(o, block)}
        ordered = self.in_order(found.values(), SOURCE)
        ordered.sort(key=lambda o: (o.id not in own, o.serves.worldwide))
        entries = [
            (o, contact)
            for o in ordered
            if (contact := self.paper_contact(o)) and (contact.is_urgent or not block.emergency)
        ]
        # Half of a list is near, half helps anywhere, so that no line of help is missing where few are near.
        close, far = (
            [e for e in entries if not e[0].serves.worldwide],
            [e for e in entries if e[0].serves.worldwide],
        )
        half = max(block.most - len(far), (block.most + 1) // 2)
        return (close[:half] + far)[: block.most]

    @staticmethod
    def _is_of(o: Organisation, block: Block) -> bool:
        return (
            (not block.services or bool(set(block.services) & set(o.services)))
            and (not block.kinds or o.kind in block.kinds)
            and (not block.groups or bool(set(block.groups) & set(o.for_groups)))
        )

    # Order and age

    def age(self, partial: Optional[str]) -> int:
        """Days between a date and `as_of`. A year counts from 1 January, a month from its first day, so that old facts
        look old; an unknown date is older than all."""
        if partial is None:
            return 100_000
        parts = [int(part) for part in partial.split("-")]
        return (self.as_of - date(*(parts + [1, 1])[:3])).days

    def freshness(self, partial: Optional[str]) -> str:
        """The code of `freshness` for a date."""
        if partial is None:
            return "undated"
        age = self.age(partial)
        return "fresh" if age <= FRESH_DAYS else "check-first" if age <= CHECK_FIRST_DAYS else "old"

    def in_order(
        self,
        organisations: Iterable[Organisation],
        language: str,
        near: Optional[Callable[[Organisation], int]] = None,
    ) -> list[Organisation]:
        """The order of every list: those that can be reached and are confirmed first, then by urgency, language of the
        page, nearness, freshness and name. Nothing is dropped."""
        ranks = self._ranks_in(language)
        if near is None:
            return sorted(organisations, key=lambda o: ranks[o.id][1])
        return sorted(organisations, key=lambda o: (ranks[o.id][0], near(o), ranks[o.id][1]))

    def worldwide_in_order(self, language: str) -> tuple[Organisation, ...]:
        """`worldwide` in the order of lists: asked for on every sheet, sorted once."""
        if language not in self._worldwide_in_order:
            self._worldwide_in_order[language] = tuple(self.in_order(self.worldwide, language))
        return self._worldwide_in_order[language]

    def reachable_in_order(self, language: str) -> tuple[Organisation, ...]:
        """Listed organisations that can be reached and are confirmed, in the order of lists, sorted once."""
        if language not in self._reachable_in_order:
            found = (o for o in self.listed if o.contacts and o.is_confirmed)
            self._reachable_in_order[language] = tuple(self.in_order(found, language))
        return self._reachable_in_order[language]

    def _ranks_in(self, language: str) -> dict[str, tuple]:
        """What `in_order` sorts by, once a language: the part before nearness, and the place among all when it does not
        count. Whole numbers, because lists are sorted thousands of times."""
        if language not in self._ranks:
            urgency = {term.code: term.order or 0 for term in self.vocabulary("urgency").terms}
            service = {term.code: urgency[term.urgency] for term in self.vocabulary("service").terms}
            answers = {o.id for o in self.answering_in(language)}
            ranks = {
                o.id: (
                    not o.contacts,
                    not o.is_confirmed,
                    0
                    if any(self.is_safe_in_emergency(o, c) for c in o.contacts)
                    else min((service[s] for s in o.services), default=9),
                    o.id not in answers,
                    self.age(o.checked.date),
                    o.name(language)[0].casefold(),
                )
                for o in self.organisations.values()
            }
            self._ranks[language] = {
                id: (ranks[id][:4], place) for place, id in enumerate(sorted(ranks, key=ranks.__getitem__))
            }
        return self._ranks[language]

    # Indexes

    def _index(self, field: str) -> dict[str, tuple[Organisation, ...]]:
        """Listed organisations by the codes of a list field."""
        if field not in self._indexes:
            found: dict[str, list[Organisation]] = defaultdict(list)
            for organisation in self.listed:
                for code in getattr(organisation, field):
                    found[code].append(organisation)
            self._indexes[field] = {code: tuple(group) for code, group in found.items()}
        return self._indexes[field]

    @cached_property
    def _indexes(self) -> dict[str, dict[str, tuple[Organisation, ...]]]:
        return {}

    @cached_property
    def _near(self) -> dict[str, dict[str, Organisation]]:
        found: dict[str, dict[str, Organisation]] = {}
        for term in self.vocabulary("region").terms:
            found[term.code] = {o.id: o for o in self.in_region(term.code)}
            for place in self.places_in(term.code):
                found[term.code].update((o.id, o) for o in self.in_country(place.code))
        return found

    @cached_property
    def _offering_near(self) -> dict[tuple[str, str], tuple[Organisation, ...]]:
        return {
            (term.code, region): tuple(
                o for o in self.offering(term.code) if o.serves.worldwide or o.id in near
            )
            for term in self.vocabulary("service").terms
            for region, near in self._near.items()
        }

    @cached_property
    def _by_language(self) -> dict[str, tuple[Organisation, ...]]:
        found: dict[str, dict[str, Organisation]] = defaultdict(dict)
        for o in self.listed:
            for code in (*o.languages, *(code for c in o.contacts for code in c.languages)):
                found[code][o.id] = o
        return {code: tuple(group.values()) for code, group in found.items()}

    @cached_property
    def _by_country(self) -> dict[str, tuple[Organisation, ...]]:
        return self._by_place("countries")

    @cached_property
    def _by_region(self) -> dict[str, tuple[Organisation, ...]]:
        return self._by_place("regions")

    def _by_place(self, kind: str) -> dict[str, tuple[Organisation, ...]]:
        found: dict[str, list[Organisation]] = defaultdict(list)
        for organisation in self.listed:
            for code in getattr(organisation.serves, kind):
                found[code].append(organisation)
        return {code: tuple(group) for code, group in found.items()}

    @cached_property
    def _places_by_region(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            for region in place.regions:
                found[region].append(place)
        return {code: tuple(group) for code, group in found.items()}
