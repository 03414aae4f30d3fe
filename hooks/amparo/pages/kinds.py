"""All kinds of page. A new kind is a line here, a module with its view and declaration, and a template."""

from __future__ import annotations

from amparo.pages import a_to_z, guidance, not_found, start
from amparo.pages.about import release, status, verify
from amparo.pages.emergency import (
    cards,
    countries,
    country,
    country_official,
    groups,
    incident,
    languages,
    needs,
    organisation,
    organisations,
    questions,
    regions,
    services,
    situations,
    without_internet,
)
from amparo.pages.kind import Kind
from amparo.pages.mechanisms import mechanism
from amparo.pages.workshop import pages as workshop

KINDS: tuple[Kind, ...] = (
    guidance.KIND,
    start.KIND,
    start.EMERGENCY,
    guidance.MECHANISMS,
    guidance.COPIES,
    a_to_z.KIND,
    status.KIND,
    not_found.KIND,
    release.KIND,
    verify.KIND,
    organisations.KIND,
    organisation.KIND,
    countries.KIND,
    country.KIND,
    country_official.KIND,
    services.INDEX,
    services.KIND,
    services.IN_REGION,
    regions.INDEX,
    regions.KIND,
    groups.INDEX,
    groups.KIND,
    languages.INDEX,
    languages.KIND,
    mechanism.KIND,
    mechanism.LISTS,
    mechanism.COMPARE,
    mechanism.DESK,
    without_internet.KIND,
    without_internet.IN_REGION,
    needs.KIND,
    cards.INDEX,
    cards.CARDS,
    cards.POSTER,
    incident.FORM,
    incident.URGENT,
    incident.NEEDS,
    incident.CONSENT,
    incident.SAMPLE,
    questions.FIRST,
    questions.QUESTION,
    questions.END,
    situations.INDEX,
    situations.KIND,
    *workshop.KINDS,
)
"""Every kind, in the order in which pages are made."""
