"""Telephone lines of a country itself: which there are, and which may stand first."""

from __future__ import annotations

from collections.abc import Iterable

from amparo.model.citation import CountryCitation
from amparo.model.national_line import LineSources, NationalLine, NationalLines

URGENT = ("ambulance", "general-emergency", "police", "women", "rape", "suicide", "child")
"""Kinds of line for body and life, in the order of the sheet."""


class National:
    """The lines of every country."""

    def __init__(self, lines: dict[str, NationalLines], shared: LineSources | None) -> None:
        """`lines` by the country's code in lower case; `shared` are sources that many countries' lines
        have."""
        self._lines = lines
        self._shared = {source.id: source for source in shared.sources} if shared else {}

    def of(self, country: str) -> NationalLines | None:
        """All lines of a country; None where we know none."""
        return self._lines.get(country.lower())

    def shown(self, country: str) -> tuple[NationalLine, ...]:
        """The lines that readers may see."""
        found = self.of(country)
        return found.shown if found else ()

    def first(self, country: str) -> list[NationalLine]:
        """One line of each urgent kind, of those that two sources show, else the one that was seen in one
        place.
        The police stay out where the data say so; where one number serves all, it stands for ambulance and
        police."""
        found = self.of(country)
        if found is None:
            return []
        best = [self._best(found, kind) for kind in URGENT]
        chosen = [line for line in best if line and not (line.kind == "police" and found.police_not_first)]
        numbers: dict[str, NationalLine] = {}
        for line in chosen:
            numbers.setdefault(line.dial or line.number, line)
        return list(numbers.values())

    def for_kinds(self, country: str, kinds: Iterable[str], most: int) -> list[NationalLine]:
        """The best line of each of some kinds, in their order, at most so many."""
        found = self.of(country)
        if found is None:
            return []
        best = [self._best(found, kind) for kind in kinds]
        kept = [line for line in best if line and not (line.kind == "police" and found.police_not_first)]
        return kept[:most]

    def rest(self, country: str) -> list[NationalLine]:
        """Lines that do not stand first."""
        first = {line.id for line in self.first(country)}
        return [line for line in self.shown(country) if line.id not in first]

    def sources(self, country: str, line: NationalLine) -> list[CountryCitation]:
        """Where a line was seen."""
        found = self.of(country)
        own = {source.id: source for source in found.sources} if found else {}
        return [own.get(id) or self._shared[id] for id in line.sources]

    def publishers(self, country: str, line: NationalLine) -> list[str]:
        """Who shows a line."""
        return [source.publisher for source in self.sources(country, line)]

    def _best(self, found: NationalLines, kind: str) -> NationalLine | None:
        """The line of a kind to name: whole country first, two sources first, known hours first."""
        lines = [line for line in found.shown if line.kind == kind and line.agreement != "differs"]
        lines.sort(key=lambda n: (bool(n.area), not n.has_two_sources, n.hours != "24/7", n.dial is None))
        return lines[0] if lines else None
