"""All kinds of page. A new kind is a line here, a module with its view and declaration, and a template."""

from __future__ import annotations

from amparo.pages import a_to_z, guidance, not_found, start
from amparo.pages.about import release, status, verify
from amparo.pages.emergency import (
    cards,
    countries,
    country,
    country_official,
    end,
    groups,
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
from amparo.pages.emergency.incident import bodies, consent, form, sample, urgent
from amparo.pages.kind import Kind
from amparo.pages.mechanisms import compare, desk, lists, mechanism
from amparo.pages.news import archive, calendar
from amparo.pages.news import home as news_home
from amparo.pages.news import mechanism as eu_mechanism
from amparo.pages.solidarity import actions, letter
from amparo.pages.solidarity import home as solidarity_home
from amparo.pages.solidarity import kind as action_kind
from amparo.pages.workshop import (
    agendas,
    evaluation,
    glossary,
    handouts,
    home,
    planner,
    planning,
    plans,
    prints,
    sessions,
    sheet,
)

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
    lists.KIND,
    compare.KIND,
    desk.KIND,
    without_internet.KIND,
    without_internet.IN_REGION,
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
    end.KIND,
    situations.INDEX,
    situations.KIND,
    solidarity_home.KIND,
    action_kind.KIND,
    letter.KIND,
    actions.KIND,
    news_home.KIND,
    archive.YEAR,
    archive.TAG,
    archive.COUNTRY,
    calendar.KIND,
    eu_mechanism.KIND,
    home.KIND,
    sessions.INDEX,
    sessions.KIND,
    handouts.INDEX,
    handouts.KIND,
    agendas.INDEX,
    agendas.KIND,
    plans.INDEX,
    plans.KIND,
    glossary.KIND,
    planning.KIND,
    evaluation.KIND,
    planner.KIND,
    prints.KIND,
    sheet.KIND,
    sheet.TAKE,
)
"""Every kind, in the order in which pages are made."""
