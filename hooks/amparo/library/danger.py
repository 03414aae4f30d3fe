"""Is it dangerous from here: lists and laws that make a contact, an address or money an offence."""

from __future__ import annotations

from collections.abc import Iterable

from amparo.library.directory import Directory, Found
from amparo.library.records import Body
from amparo.model.citation import Citation
from amparo.model.contact import Contact
from amparo.model.danger import Danger as Reach
from amparo.model.danger import Dangers
from amparo.model.designation import Designation

ABOUT_MONEY = frozenset({"money", "help"})
"""What a rule punishes when it is about who pays or helps: it stands before lists of grants."""


class Danger:
    """Who must not be shown without a warning before the contact, and whose address may not be kept at
    all."""

    def __init__(self, directory: Directory, dangers: Dangers) -> None:
        """`directory` knows the listed organisations; `dangers` all lists and laws."""
        self._directory, self._dangers = directory, dangers
        self._by_body: dict[str, tuple[Reach, ...]] = {}
        self._risky: dict[str, Found] = {}

    @property
    def every(self) -> tuple[Designation, ...]:
        """All lists, laws and practices, the most dangerous first."""
        return self._dangers.designations

    def of(self, body: Body) -> tuple[Reach, ...]:
        """Every danger of contacting a body, from anywhere, the worst first. Bills and what was lifted do not
        count."""
        if body.id not in self._by_body:
            found = self._dangers.about(body.id)
            self._by_body[body.id] = tuple(reach for reach in found if reach.designation.is_certain)
        return self._by_body[body.id]

    def of_any_in(self, body: Body, countries: Iterable[str]) -> tuple[Reach, ...]:
        """The dangers of contacting a body from any of some countries."""
        wanted = set(countries)
        return tuple(reach for reach in self.of(body) if wanted & set(reach.designation.countries))

    def of_in(self, body: Body, country: str | None) -> tuple[Reach, ...]:
        """The dangers of contacting a body from a country; without a country all of them."""
        found = self.of(body)
        if country is None or not found:
            return found
        return tuple(reach for reach in found if country in reach.designation.countries)

    def rules_in(self, country: str) -> tuple[Designation, ...]:
        """Rules and practices that touch everybody in a country, the gravest first."""
        return tuple(rule for rule in self._dangers.rules_in(country) if rule.is_certain)

    def money_rules_in(self, country: str) -> tuple[Designation, ...]:
        """Rules of a country about who may pay or help: they stand before lists of grants."""
        return tuple(rule for rule in self.rules_in(country) if ABOUT_MONEY & set(rule.punishes))

    def risky_in(self, country: str) -> Found:
        """Listed organisations that it is dangerous to contact from a country."""
        if country not in self._risky:
            self._risky[country] = tuple(o for o in self._directory.listed if self.of_in(o, country))
        return self._risky[country]

    def risky_names_in(self, country: str) -> Found:
        """The same, with names of the country that somebody there may still hear."""
        heard = (o for o in self._directory.signposts_in(country) if self.of_in(o, country))
        return (*self.risky_in(country), *heard)

    def is_offence(self, body: Body, country: str) -> bool:
        """Whether writing to a body, calling it or keeping its address is itself an offence there."""
        found = self.of_in(body, country)
        return any("contact" in reach.designation.punishes or reach.forbids_address for reach in found)

    # Addresses

    def hides_all(self, body: Body) -> bool:
        """Whether files hold nothing of a body but its name and the warning: where keeping its address or
        calling it is
        the offence. Where only spreading an address is one, telephone numbers stay."""
        grave = {"keeping", "contact"}
        return any(r.forbids_address and grave & set(r.designation.punishes) for r in self.of(body))

    def hides_contact(self, body: Body, contact: Contact) -> bool:
        """Whether a contact is text alone on the web, and stands nowhere in files, prints and codes."""
        return self.hides_all(body) or self.forbids(contact.value)

    def forbids(self, text: str) -> bool:
        """Whether a text names a host that may be neither linked nor kept."""
        return self._dangers.forbids(text) is not None

    def hides_source(self, source: Citation) -> bool:
        """Whether the address of a source may be neither linked nor kept."""
        return bool(source.url) and self.forbids(source.url or "")
