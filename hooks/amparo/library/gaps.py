"""For which situation and country we know nobody: the work order for researchers, in order of need."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.library.danger import Danger
from amparo.library.fit import Fit
from amparo.library.national import National
from amparo.library.records import Records


@dataclass(frozen=True)
class Gap:
    """One situation in one country."""

    situation: str
    """Code of `situation`."""

    country: str
    """The country."""

    has_line: bool
    """Whether a line of the country helps at least."""


class Gaps:
    """Where nobody fits."""

    def __init__(self, records: Records, danger: Danger, national: National, fit: Fit) -> None:
        """Each argument is the question that it is named after."""
        self._records, self._danger, self._national, self._fit = records, danger, national, fit

    def all(self) -> list[Gap]:
        """Every gap: the most pressing situation first; in it, those without any line, then where lists and
        laws make
        help from abroad dangerous, because near help counts most there."""
        return [gap for term in self._records.vocabulary("situation").in_order for gap in self.of(term.code)]

    def of(self, situation: str) -> list[Gap]:
        """The countries in which nobody fits a situation."""
        term = self._records.term("situation", situation)
        bodies = self._fit.fitting(situation)
        found = [
            Gap(situation, country, bool(self._national.for_kinds(country, term.lines, 1)))
            for country in self._records.places
            if not any(self._fit.helps_in(o, country, situation) for o in bodies)
        ]
        return sorted(found, key=lambda gap: (gap.has_line, -self._pressure(gap.country), gap.country))

    def _pressure(self, country: str) -> int:
        """How many lists, laws and listed helpers a country has."""
        return len(self._danger.rules_in(country)) + len(self._danger.risky_in(country))
