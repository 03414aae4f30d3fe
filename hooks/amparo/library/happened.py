"""What happened, and what lies ahead: news by year, tag, country and body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from amparo.library.records import Records
from amparo.model.news import Ahead, News

Told = tuple[News, ...]
"""News, the newest first."""


class Happened:
    """All news, asked by what it is about."""

    def __init__(self, records: Records) -> None:
        """`records` holds the news and the day of the data."""
        self._records = records

    @cached_property
    def all(self) -> Told:
        """All news, the newest first; a month stands after its days."""
        news = self._records.solidarity.news.values()
        return tuple(sorted(news, key=lambda one: (one.date, one.id), reverse=True))

    @cached_property
    def years(self) -> dict[str, Told]:
        """News by year, the newest first."""
        return self._by(lambda one: (one.year,))

    @cached_property
    def tags(self) -> dict[str, Told]:
        """News by tag."""
        return self._by(lambda one: one.tags)

    @cached_property
    def countries(self) -> dict[str, Told]:
        """News by country."""
        return self._by(lambda one: one.countries)

    def about(self, body: str) -> Told:
        """News about an organisation or mechanism, by its id."""
        return self._bodies.get(body, ())

    @cached_property
    def ahead(self) -> tuple[tuple[Ahead, News], ...]:
        """What lies ahead of the day of the data, the next first."""
        today = self._records.as_of.isoformat()
        found = [(day, one) for one in self.all for day in one.ahead if day.date >= today[: len(day.date)]]
        return tuple(sorted(found, key=lambda pair: (pair[0].date, pair[1].id)))

    @cached_property
    def _bodies(self) -> dict[str, Told]:
        return self._by(lambda one: one.bodies)

    def _by(self, codes: Callable[[News], Iterable[str]]) -> dict[str, Told]:
        found: dict[str, list[News]] = defaultdict(list)
        for one in self.all:
            for code in codes(one):
                found[code].append(one)
        return {code: tuple(group) for code, group in found.items()}
