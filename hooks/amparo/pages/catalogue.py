"""The list of all pages that records make."""

from __future__ import annotations

from typing import Iterator

from amparo.library import Library
from amparo.pages import address
from amparo.pages.address import Page
from amparo.pages.workshop import pages as workshop

PER_PAGE = 100
"""Organisations on one list page: more would break the budget of 30 kB for a page on a slow line."""


def pages_of(library: Library) -> Iterator[Page]:
    """Every page that is made from records, in a fixed order."""
    yield Page("search.html", "a-to-z")
    yield Page("status.html", "status")
    yield Page("404.html", "not-found")
    yield Page("release.html", "release")
    yield Page("verify.html", "verify")
    yield Page("emergency/organisations/index.html", "organisations")
    for id in library.organisations:
        yield Page(address.organisation(id), "organisation", id)
    yield Page("emergency/countries/index.html", "countries")
    for code in library.places:
        yield Page(address.country(code), "country", code)
    yield Page("emergency/services/index.html", "services")
    regions = [term.code for term in library.vocabulary("region").in_order]
    for term in library.vocabulary("service").in_order:
        yield from _parts("services", "service", term.code, len(library.offering(term.code)))
        for region in regions:
            count = len(library.offering_near(term.code, region))
            if count:
                yield from _parts("services", "service-region", term.code, count, region)
    yield Page("emergency/regions/index.html", "regions")
    for region in regions:
        yield from _parts("regions", "region", region, len(library.near(region)))
    yield Page("emergency/groups/index.html", "groups")
    for term in library.vocabulary("group").in_order:
        yield from _parts("groups", "group", term.code, len(library.for_group(term.code)))
    yield Page("emergency/languages/index.html", "languages")
    for code in library.languages_answered():
        yield from _parts("languages", "language", code, len(library.answering_in(code)))
    for id in library.mechanisms:
        yield Page(address.mechanism(id), "mechanism", id)
    for scheme in ("urgency", "level", "submitter", "violation"):
        yield Page(f"mechanisms/by-{scheme}.html", "mechanisms-by", scheme)
    yield Page("mechanisms/compare.html", "compare")
    yield Page("mechanisms/desk.html", "desk")
    yield Page("emergency/without-internet.html", "without-internet")
    yield Page("emergency/needs/index.html", "needs")
    for region in regions:
        yield Page(address.card(region), "cards", region)
        yield Page(address.poster(region), "poster", region)
    for kind in ("urgent", "needs", "consent", "sample"):
        yield Page(f"emergency/incident/{kind}.html", f"incident-{kind}")
    yield Page("emergency/triage/index.html", "triage")
    for entry in library.entries.values():
        for question in entry.questions:
            yield Page(address.node(question.id), "question", question.id)
        for end in entry.ends:
            yield Page(address.node(end.id), "end", end.id)
            for region in regions:
                yield Page(address.node(end.id, region), "end-in", end.id, second=region)
    yield from workshop.pages_of(library)


def _parts(folder: str, kind: str, code: str, count: int, second: str = "") -> Iterator[Page]:
    """The pages of one list. A list of nobody is an error of the data, never an empty page."""
    if count == 0:
        raise LookupError(f"nobody is listed for {folder}/{code}: its page would be empty")
    for part in range(1, -(-count // PER_PAGE) + 1):
        yield Page(address.listing(folder, code, part, second), kind, code, part, second)
