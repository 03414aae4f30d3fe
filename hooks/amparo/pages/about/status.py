"""What the status page says: how old the facts are, and how much is translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.about import due
from amparo.pages.about.due import Answer, DueRow
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact
from amparo.text.voice import Said

Counts = Mapping[str, Mapping[str, tuple[int, int]]]
"""By language and domain: (translated, all)."""


class Count(NamedTuple):
    """How many organisations there are of a sort."""

    label: Said
    """The sort."""

    number: int
    """How many."""


class Age(NamedTuple):
    """How many contacts are of an age."""

    label: Said
    """The age in a word."""

    plain: Said | None
    """The same in plain words."""

    number: int
    """How many."""


class DueLine(NamedTuple):
    """An emergency contact that somebody should confirm."""

    who: Said
    """Whose it is."""

    href: str
    """The way to their page."""

    value: str
    """The number or address."""

    when: str | None
    """When it was seen; None: not known."""


class Missing(NamedTuple):
    """In how many places we know nobody for a situation."""

    label: Said
    """The situation."""

    places: int
    """Countries and territories where no body fits."""

    alone: int
    """Those of them where not even a line of the country answers it."""


class Domain(NamedTuple):
    """How much of one sort of words is translated."""

    name: str
    """Name of the file of translations."""

    done: int
    """Translated texts."""

    total: int
    """All texts."""


class Progress(NamedTuple):
    """How much is translated into a language."""

    label: Said
    """The language."""

    domains: list[Domain]
    """By sort of words."""


@dataclass(frozen=True)
class View:
    """What `about/status.html` says."""

    gaps: list[Missing]
    """Situations for which we know nobody somewhere."""

    organisations: int
    """All organisations."""

    listed: int
    """Those in lists."""

    contacts: int
    """Contacts of all organisations."""

    withheld: int
    """Contacts that are left out for safety."""

    statuses: list[Count]
    """Organisations by status."""

    confidences: list[Count]
    """Organisations by how sure we are."""

    ages: list[Age]
    """Contacts in lists by age."""

    due: list[DueLine]
    """Emergency contacts, the oldest first."""

    confirmed: int
    """Contacts that somebody confirmed by a call or a message."""

    by_language: list[DueRow]
    """Contacts by language and freshness."""

    by_country: list[DueRow]
    """Contacts by country and freshness; empty in copies for files."""

    answers: list[Answer]
    """What hosts answered when they were asked for our addresses."""

    asked_until: str | None
    """When they were last asked; None: never."""

    languages: list[Progress]
    """What is translated."""


def view(context: Context) -> View:
    """The numbers of the day."""
    library, voice = context.library, context.voice
    organisations = library.organisations.values()
    return View(
        gaps=_gaps(context),
        organisations=len(organisations),
        listed=len(library.directory.listed),
        contacts=sum(len(o.contacts) for o in organisations),
        withheld=sum(len(o.withheld) for o in organisations),
        statuses=_counts(context, "status", (o.status for o in organisations)),
        confidences=_counts(context, "confidence", (o.confidence for o in organisations)),
        ages=_ages(context),
        due=_due(context),
        confirmed=sum(c.reached.confirmed is not None for o in organisations for c in o.contacts),
        by_language=due.by_language(context),
        by_country=due.by_country(context),
        answers=due.answers(context),
        asked_until=due.asked_until(context),
        languages=[
            Progress(
                voice.language_name(language), [Domain(name, *counts) for name, counts in domains.items()]
            )
            for language, domains in context.site.translated.items()
        ],
    )


def _gaps(context: Context) -> list[Missing]:
    """Situations in order of need."""
    library, found = context.library, []
    for term in library.vocabulary("situation").in_order:
        missing = library.gaps.of(term.code)
        alone = sum(not gap.has_line for gap in missing)
        found.append(Missing(context.voice.term("situation", term), len(missing), alone))
    return [one for one in found if one.places]


def _counts(context: Context, scheme: str, codes: Iterable[str]) -> list[Count]:
    """How often each term of a closed list occurs; terms that nobody has are left out."""
    found = Counter(codes)
    terms = context.library.vocabulary(scheme).terms
    return [Count(context.voice.term(scheme, t), found[t.code]) for t in terms if found[t.code]]


def _ages(context: Context) -> list[Age]:
    library, voice = context.library, context.voice
    ages = Counter(
        library.trust.freshness(library.trust.proven(o, c))
        for o in library.directory.listed
        for c in o.contacts
    )
    return [
        Age(voice.term("freshness", t), voice.term("freshness", t, "plain"), ages[t.code])
        for t in library.vocabulary("freshness").in_order
    ]


def _due(context: Context) -> list[DueLine]:
    """Emergency contacts in the order in which somebody should confirm them."""
    library, voice = context.library, context.voice
    dated = [
        (line, library.trust.proven(line.body, line.contact))
        for line in library.helpers.lines
        if contact.may_stand(context, line.body, line.contact)
    ]
    return [
        DueLine(
            contact.name(voice, line.body), context.body_url(line.body), line.contact.value, voice.when(day)
        )
        for line, day in sorted(dated, key=lambda pair: -library.trust.age(pair[1]))
    ]


KIND = Kind("status", "about/status", view, "status.html")
