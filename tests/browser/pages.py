"""One page of each kind, and the words a visitor reads on its links."""

from __future__ import annotations

import functools
from pathlib import Path

from amparo.text.catalogue import read_translations

from ..conftest import PROJECT

TOUR = {
    "start": "index.html",
    "landing": "emergency/index.html",
    "country": "emergency/countries/hn.html",
    "service": "emergency/services/relocation-international.html",
    "service in region": "emergency/services/relocation-international-in-latin-america-caribbean.html",
    "organisation with risk": "emergency/organisations/viasna.html",
    "A to Z": "search.html",
    "without internet": "emergency/without-internet.html",
    "needs": "emergency/needs/index.html",
    "safety": "safety.html",
    "status": "status.html",
    "what happened": "emergency/triage/index.html",
    "question": "emergency/triage/taken-officials.html",
    "end": "emergency/triage/taken-held.html",
    "official ways": "emergency/countries/hn-official.html",
    "situation": "emergency/situations/held.html",
    "without internet, by country": "emergency/without-internet-latin-america-caribbean.html",
    "incident report": "emergency/incident/index.html",
    "urgent report": "emergency/incident/urgent.html",
}
"""The pages that a visitor in danger is likely to open. The page for wrong addresses stands apart: see
`WRONG`."""

KINDS = {
    **TOUR,
    "guidance": "emergency/first-hour.html",
    "list in parts": "emergency/services/advocacy.html",
    "countries": "emergency/countries/index.html",
    "services": "emergency/services/index.html",
    "languages": "emergency/languages/index.html",
    "region": "emergency/regions/latin-america-caribbean.html",
    "group": "emergency/groups/women-defenders.html",
    "language": "emergency/languages/ar.html",
    "organisations": "emergency/organisations/index.html",
    "organisation with offers": "emergency/organisations/protectdefenders-eu.html",
    "signpost": "emergency/organisations/cbddh-brasil.html",
    "mechanisms": "mechanisms/index.html",
    "mechanism": "mechanisms/un-hrc-op1.html",
    "mechanism of a State": "mechanisms/colombia-unp.html",
    "mechanisms by violation": "mechanisms/by-violation.html",
    "comparison": "mechanisms/compare.html",
    "desk": "mechanisms/desk.html",
    "who needs what": "emergency/incident/needs.html",
    "consent": "emergency/incident/consent.html",
    "filled example": "emergency/incident/sample.html",
    "workshop": "workshop/index.html",
    "sessions": "workshop/sessions/index.html",
    "session": "workshop/sessions/international-protection-mechanisms.html",
    "handouts": "workshop/handouts/index.html",
    "handout": "workshop/handouts/h-risk-matrix.html",
    "handout with helpers": "workshop/handouts/h-organisation-list.html",
    "agendas": "workshop/agendas/index.html",
    "agenda": "workshop/agendas/two-day.html",
    "plan": "workshop/plans/rural.html",
    "glossary": "workshop/glossary.html",
    "planning": "workshop/planning.html",
    "evaluation": "workshop/evaluation.html",
    "solidarity": "solidarity/index.html",
    "kind of action": "solidarity/collective-letter.html",
    "letter": "solidarity/letter-collective-letter.html",
    "actions": "solidarity/actions.html",
    "news": "news/index.html",
    "news of a year": "news/2025.html",
    "calendar": "news/calendar.html",
    "planner": "workshop/planner.html",
    "editions": "workshop/print/index.html",
    "edition": "workshop/print/agenda-half-day-facilitator.html",
    "sheet": "workshop/print/helpers-south-asia.html",
    "sheet to fill in": "workshop/print/h-actor-map.html",
    "sheet without words": "workshop/print/h-agreements-pictures.html",
}
"""One page of each kind there is: its path below the folder of a language."""

NOT_FOUND = "404.html"
"""One page in all languages, at the root only."""

WRONG = "emergency/no/such/page.html"
"""An address that is not there: a server answers it with the page above."""


def path(language: str, page: str) -> str:
    """The path of a page in a language, below the root of the site."""
    return page if language == "en" else f"{language}/{page}"


def files(site: Path, languages: tuple[str, ...]) -> list[Path]:
    """One page of each kind in these languages, and the page for wrong addresses."""
    return [site / path(language, page) for language in languages for page in KINDS.values()] + [
        site / NOT_FOUND
    ]


@functools.cache
def said(language: str, english: str) -> str:
    """What a link says in a language, from the same translations that the pages use."""
    if language == "en":
        return english
    texts = read_translations(PROJECT, language).texts
    return next((found[0] for (_, source), found in texts.items() if source == english), english)
