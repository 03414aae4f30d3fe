"""Conditions belong to a service that the organisation gives, and their numbers make sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.model.offer import Amounts, Span
from amparo.source import Document, Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Offers name services of the record, once each; the smaller number is the smaller one."""
    for id, organisation in loaded.organisations.items():
        document = loaded.document_of(id)
        seen = set()
        for n, offer in enumerate(organisation.offers):
            if offer.service not in organisation.services and organisation.status != "closed":
                yield document.problem(
                    ("offers", n, "service"),
                    f"`{offer.service}` is not among the services",
                    f"add it: services: [{', '.join((*organisation.services, offer.service))}]",
                )
            if offer.service in seen:
                yield document.problem(
                    ("offers", n, "service"), f"a second offer for `{offer.service}`", "one offer a service"
                )
            seen.add(offer.service)
            for field in ("amounts", "duration"):
                yield from _in_order(document, ("offers", n, field), getattr(offer, field))
            if (
                offer.amounts
                and not offer.amounts.currency
                and (offer.amounts.min, offer.amounts.max) != (None, None)
            ):
                yield document.problem(
                    ("offers", n, "amounts"), "an amount without a currency", "currency: EUR"
                )
        yield from _in_order(document, ("response_time",), organisation.response_time)


def _in_order(document: Document, path: Path, span: Amounts | Span | None) -> Iterator[Problem]:
    """The smaller end of a length or an amount is the smaller number."""
    if span and span.min is not None and span.max is not None and span.min > span.max:
        yield document.problem(
            (*path, "min"),
            f"min {span.min} is more than max {span.max}",
            f"the smaller number as min: {span.max}, the larger one as max: {span.min}",
        )
