"""A country sheet, in the order of use: whom to call, what to know before, who helps with what, who is
near."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amparo.library import Line
from amparo.library.fit import MOST
from amparo.model.organisation import Organisation
from amparo.model.vocabulary import Term
from amparo.pages.context import Context
from amparo.pages.emergency import country_search
from amparo.pages.kind import Key, Kind
from amparo.pages.parts import contact, danger, helper, national, official, signpost
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.helper import HelperView
from amparo.pages.parts.links import Link
from amparo.pages.parts.national import LineView
from amparo.pages.parts.official import DoorView
from amparo.pages.parts.signpost import SignpostView
from amparo.text.voice import Said

OWN, REGIONAL = 7, 2
"""Most names in "who is here": the page must fit on one slow round trip; all others are one link away."""

LINES_WITH, RULES = 2, 2
"""Lines of the country beside a situation, and rules of the country on top."""

CANNOT_WAIT = ("sexual-violence",)
"""Situations whose first step is said always: some medicine works only in the first three days."""

ON_THE_FRONT = 5
"""Bodies near that fit on the printed front."""


@dataclass(frozen=True)
class SituationView:
    """Who helps with one situation here."""

    code: str
    """Code of `situation`: the heading's id is `with-<code>`."""

    label: Said
    """The situation."""

    lines: list[LineView]
    """Lines of the country that help."""

    police: list[LineView]
    """The police where they can help: they stand behind the helpers."""

    rules: list[DangerView]
    """What must be read before asking for money."""

    helpers: list[Any]
    """At most three, printed."""

    is_empty: bool
    """True where we know nobody who fits, and no line."""

    step: Said | None
    """What to do where nobody fits."""

    urge: Said | None
    """What to do whoever helps, because it cannot wait."""

    more: str
    """The way to all who help with this."""


@dataclass(frozen=True)
class View:
    """What `emergency/country.html` says."""

    name: Said
    """The country's name."""

    root: str
    """The way to the site's root, for signs."""

    calls: list[HelperView]
    """At most three lines that answer now, nearest first."""

    lines: list[LineView]
    """The country's own lines for body and life."""

    police: Said | None
    """Why the police are not among them, where that is so."""

    rest: list[LineView]
    """All other lines of the country."""

    rules: list[DangerView]
    """Rules that touch everybody here."""

    punishes: frozenset[str]
    """What these punish."""

    banned: int
    """How many helpers they name."""

    situations: list[SituationView]
    """Who helps with what."""

    own: list[Any]
    """Bodies of the country, printed."""

    own_more: int
    """How many more there are."""

    regional: list[Any]
    """Bodies of the region that help here."""

    regions: list[Link]
    """The region's pages."""

    worldwide_count: int
    """How many help anywhere."""

    front: list[HelperView]
    """Bodies for the printed front."""

    urgent: list[DoorView]
    """Official ways that can act within days."""

    official: str
    """The way to all official ways."""

    text: str | None
    """The way to the same as text to send; None in copies for files."""

    signposts: list[SignpostView]
    """Bodies that may no longer work, those with a warning first."""

    answers_here: bool
    """Whether one of the first lines is known to answer in the page's language."""

    language: Said
    """The page's own language."""


def view(context: Context) -> View:
    """The sheet of the page's country."""
    library, voice, code = context.library, context.voice, context.page.key
    place = library.places[code]
    own = library.order.in_order(library.directory.in_country(code), voice.language)
    ids = {o.id for o in own}
    regional = _regional(context, ids)
    lines = library.national.of(code)
    return View(
        name=contact.place(context, code),
        root=context.root,
        calls=[helper.of_line(context, line, code) for line in calls(context, code)],
        lines=national.views(context, code, library.national.first(code)),
        police=voice.translate(f"lines/{code.lower()}#police_not_first", lines.police_not_first)
        if lines
        else None,
        rest=national.views(context, code, library.national.rest(code)),
        rules=danger.of_country(context, code)[:RULES],
        punishes=danger.punished(context, code),
        banned=len(library.danger.risky_names_in(code)),
        situations=[_situation(context, term) for term in library.vocabulary("situation").in_order],
        own=[context.helper(o, code) for o in own[:OWN]],
        own_more=max(0, len(own) - OWN),
        regional=[context.helper(o, code) for o in regional[:REGIONAL]],
        regions=[
            Link(voice.term("region", library.term("region", r)), context.url("region", r))
            for r in place.regions
        ],
        worldwide_count=sum(code not in o.serves.except_in for o in library.directory.worldwide),
        front=[helper.view(context, o, code) for o in _front(context, own, regional)],
        urgent=official.urgent(context, code),
        official=context.url("country-official", code),
        text=None if context.is_file else context.url("country-text", code),
        signposts=signpost.views(context, code),
        answers_here=any(context.language in line.languages for line in calls(context, code)),
        language=voice.language_name(context.language),
    )


def calls(context: Context, country: str) -> list[Line]:
    """The lines to call first: known to answer now, fit for anybody who is threatened, no offence to call
    from there."""
    return context.library.fit.calls(context.language, country)


def _regional(context: Context, ids: set[str]) -> list[Organisation]:
    """Bodies of the region that really help in the country and are not its own. Those whom it is dangerous to
    contact from here come last: others of the region are nearer to help."""
    library, code = context.library, context.page.key
    found = {
        o.id: o
        for region in library.places[code].regions
        for o in library.directory.in_region(region)
        if o.id not in ids and code not in o.serves.except_in
    }
    ordered = library.order.in_order(found.values(), context.language)
    return sorted(ordered, key=lambda o: bool(library.danger.of_in(o, code)))


def _front(context: Context, own: list[Organisation], regional: list[Organisation]) -> list[Organisation]:
    """Who stands on the printed front: near, with a contact that may be printed, nobody who is dangerous to
    hold."""
    library, code = context.library, context.page.key
    found = [o for o in (*own, *regional) if library.on_paper.contact(o, country=code)]
    return found[:ON_THE_FRONT]


def _situation(context: Context, term: Term) -> SituationView:
    """One section: lines of the country, at most three who fit, or the honest sentence that we know none."""
    library, voice, code = context.library, context.voice, context.page.key
    found = library.fit.first(term.code, code, context.language)
    lines = library.national.for_kinds(code, term.lines, LINES_WITH)
    # Who is threatened for what she defends may have the police to fear: helpers stand before them.
    police = [line for line in lines if line.kind == "police"]
    rules = library.danger.money_rules_in(code) if term.code == "money" else ()
    return SituationView(
        code=term.code,
        label=voice.term("situation", term),
        lines=national.views(context, code, (line for line in lines if line.kind != "police")),
        police=national.views(context, code, police),
        rules=danger.rules(context, rules),
        helpers=[context.helper(o, code) for o in found[:MOST]],
        is_empty=not found,
        step=voice.term("situation", term, "step") if not found else None,
        urge=voice.term("situation", term, "step") if term.code in CANNOT_WAIT else None,
        more=context.url("situation", term.code),
    )


def _keys(library: Any) -> Iterator[Key]:
    return (Key(code) for code in library.places)


KIND = Kind(
    "country",
    "emergency/country",
    view,
    "emergency/countries/{lower}.html",
    _keys,
    is_styled_inside=True,
    repeats_worldwide=True,
    says_unrung=True,
    has_strip=False,
    entries=country_search.entries,
)
