"""All kinds of page. A new kind is a line here, a module with its view and declaration, and a template."""

from __future__ import annotations

from amparo.pages import a_to_z, guidance, not_found, start
from amparo.pages.about import release, status, verify
from amparo.pages.emergency import (
    cards,
    countries,
    country,
    groups,
    languages,
    needs,
    organisation,
    organisations,
    questions,
    regions,
    services,
    without_internet,
)
from amparo.pages.emergency.incident import bodies, consent, form, sample, urgent
from amparo.pages.kind import Kind
from amparo.pages.mechanisms import compare, desk, lists, mechanism
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
    lists.KIND,
    compare.KIND,
    desk.KIND,
    without_internet.KIND,
    needs.KIND,
    cards.INDEX,
    cards.CARDS,
    cards.POSTER,
    form.KIND,
    urgent.KIND,
    bodies.KIND,
    consent.KIND,
    sample.KIND,
    questions.FIRST,
    questions.QUESTION,
    questions.END,
    questions.END_IN,
    *workshop.KINDS,
)
"""Every kind, in the order in which pages are made."""
