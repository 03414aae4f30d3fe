"""Status, services, contacts and successor say the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Merged and renamed bodies point on; active ones give something; no list repeats itself."""
    for id, organisation in loaded.organisations.items():
        document = loaded.document_of(id)
        if organisation.status in ("merged", "renamed") and not organisation.successor:
            yield document.problem(
                ("status",),
                f"`{organisation.status}` without a successor",
                "successor: the id of the record to go to",
            )
        if organisation.status == "active" and organisation.successor:
            yield document.problem(
                ("successor",), "an active body with a successor", "status: merged, or delete the line"
            )
        if organisation.status != "closed" and not organisation.services:
            yield document.problem(
                ("services",),
                "no services, but the body is not closed",
                "services: [referral], or status: closed",
            )
        for field in ("services", "for_groups", "languages"):
            values = getattr(organisation, field)
            for n, value in enumerate(values):
                if value in values[:n]:
                    yield document.problem(
                        (field, n), f"`{value}` stands here a second time", "delete the second one"
                    )
