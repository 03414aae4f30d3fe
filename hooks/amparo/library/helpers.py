"""Who answers here: emergency lines in the order to try them, for a page, a case or a card."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from amparo.library.danger import Danger
from amparo.library.directory import Directory
from amparo.library.line import Line
from amparo.library.official import Official
from amparo.library.records import Body, Records
from amparo.library.trust import Trust
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.proof import DIALLED

ANSWERING = ("phone", "sms", "email", "web-form", "signal", "whatsapp", "telegram")
"""Kinds of contact that somebody answers: only these can be an emergency line."""

WITHOUT_INTERNET = ("phone", "sms", "fax", "post", "in-person", "radio-relay")
"""Kinds of contact that work without a data connection; a test holds them against the vocabulary."""

CARD_LINES = 3
"""Lines on a card or poster."""


class Helpers:
    """The lines that somebody answers."""

    def __init__(
        self, records: Records, directory: Directory, trust: Trust, danger: Danger, official: Official
    ) -> None:
        """`records` knows the places, `directory` who is listed, `trust` what may be an emergency line,
        `danger` whom it is dangerous to call,
        `official` which mechanisms are open."""
        self._records, self._directory, self._trust = records, directory, trust
        self._danger, self._official = danger, official

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every contact that somebody answers and that may stand on an emergency page, as the line of the
        body that answers. Of mechanisms only those of a State: the others take reports, not calls."""
        bodies: list[Body] = [*sorted(self._directory.listed, key=lambda o: (not o.serves.worldwide, o.id))]
        bodies += [m for m in self._official.mechanisms_in_order if m.level == "national"]
        return tuple(
            Line(body, contact)
            for body in bodies
            for contact in body.contacts
            if contact.kind in ANSWERING
            and not contact.answered_by
            and self._trust.is_safe_in_emergency(body, contact)
        )

    def lines_for(self, language: str, country: str | None = None) -> list[Line]:
        """Emergency lines in the order to try them: those that answer the language first, then by phone, then
        at any hour; `country` adds its own and its regions' lines, nearest first among equals. One entry a
        number."""
        wanted = [line for line in self.lines if self._reaches(line.body, country)]
        return self._in_order_of_use(wanted, language, country)

    def lines_in(self, language: str, region: str | None = None) -> list[Line]:
        """Emergency lines for anybody in a whole region, in the order to try them; without a region those
        that help everywhere. Lines of single countries stand on the countries' sheets."""
        wanted = [
            line
            for line in self.lines
            if isinstance(line.body, Organisation)
            and (line.body.serves.worldwide or region in line.body.serves.regions)
        ]
        return self._in_order_of_use(wanted, language, None)

    def card_lines(self, language: str, region: str) -> list[Line]:
        """The lines of a wallet card or a poster: one a body, for every defender, telephones first."""
        places = [place.code for place in self._directory.places_in(region)]
        safe = (
            line
            for line in self.lines_in(language, region)
            if line.is_for_everybody and not self._danger.of_any_in(line.body, places)
        )
        best = _first_of_each(safe)
        return sorted(best, key=lambda line: line.contact.kind != "phone")[:CARD_LINES]

    def _in_order_of_use(self, lines: list[Line], language: str, country: str | None) -> list[Line]:
        """Lines that answer the language first, then by phone, then at any hour, then the nearest. One entry
        a number."""
        ordered = sorted(
            lines,
            key=lambda line: (
                language not in line.languages,
                line.contact.kind != "phone",
                line.contact.hours != "24/7",
                _distance(line.body, country),
                self._trust.age(self._trust.proven(line.body, line.contact)),
            ),
        )
        unique: dict[str, Line] = {}
        for line in ordered:
            unique.setdefault(
                line.contact.dialled if line.contact.kind in DIALLED else line.contact.value, line
            )
        return list(unique.values())

    def _reaches(self, body: Body, country: str | None) -> bool:
        """Whether somebody in a country may call; without a country: from anywhere."""
        if isinstance(body, Mechanism):
            return country is not None and self._official.answer(body, country) == "yes"
        serves = body.serves
        if serves.worldwide:
            return country not in serves.except_in
        if country is None:
            return False
        regions = self._records.places[country].regions
        return country in serves.countries or any(region in serves.regions for region in regions)


def _first_of_each(lines: Iterable[Line]) -> list[Line]:
    """The first line of each body, in the order given."""
    best: dict[str, Line] = {}
    for line in lines:
        best.setdefault(line.body.id, line)
    return list(best.values())


def _distance(body: Body, country: str | None) -> int:
    """0 for the country's own, 1 for those of a region, 2 for who helps anywhere."""
    if isinstance(body, Mechanism):
        return 0
    return 0 if country and country in body.serves.countries else 1 if body.serves.regions else 2
