"""Is it dangerous from here: bodies whose contact can hurt the one who asks for help."""

from __future__ import annotations

from amparo.library.directory import Directory, Found
from amparo.model.organisation import Organisation, Risk


class Danger:
    """Who must not be shown without a warning before the contact."""

    def __init__(self, directory: Directory) -> None:
        """`directory` knows the listed organisations."""
        self._directory = directory

    def risk_of(self, organisation: Organisation) -> Risk | None:
        """The danger of contacting it, and from which countries. None: none is known."""
        return organisation.risk

    def risky_in(self, country: str) -> Found:
        """Organisations whose contact is itself dangerous from a country."""
        return tuple(
            o for o in self._directory.listed if (risk := self.risk_of(o)) and country in risk.countries
        )
