"""The workshop's pages: which there are, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from amparo.library import Library
from amparo.model.curriculum.agenda import minutes_of
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import ON_EVERY_PAGE, Key, Kind, by_title, not_found_by_search, nowhere
from amparo.pages.page import Page
from amparo.pages.workshop import agenda, handout, session, sheets
from amparo.pages.workshop.sheets import Sheet


def is_for_print_alone(page: Page) -> bool:
    """Whether a page belongs to the packs that a copy of one language leaves to its zip of things to print: agendas whole, careful
    editions, those of one region, and sessions as single files."""
    if page.kind == "take":
        return True
    if page.kind != "print":
        return False
    parts = page.key.split("-")
    return (
        parts[0] == "agenda"
        or parts[-1] in ("plain", "codes")
        or "-participants-in-" in page.key
        or (parts[0] == "h" and parts[-1] == "facilitator")
    )


def home(context: Context) -> dict[str, Any]:
    """What stands below the hand-written text of the workshop's start page."""
    up = context.up
    library, words, page = context.library, context.words, context.page
    up = page.up
    return {
        "agendas": [agenda.view(context, a.id) for a in agenda.in_order(words)],
        "plans": _plans(context),
        "core": next(
            (
                (words.session(s.id), f"{up}workshop/sessions/{s.id}.html")
                for s in library.curriculum.sessions.values()
                if s.content_map
            ),
            None,
        ),
    }


def sessions(context: Context) -> dict[str, Any]:
    """All sessions in the order of the curriculum."""
    words = context.words
    every = sorted(words.curriculum.sessions.values(), key=lambda s: s.number)
    return {
        "sessions": [
            {
                "title": words.session(s.id),
                "href": f"{s.id}.html",
                "aim": words.say(f"sessions/{s.id}#aim", s.aim),
                "core": s.core,
                "number": s.number,
                "minutes": s.duration_minutes,
                "short": s.short_version.minutes if s.short_version else None,
            }
            for s in every
        ]
    }


def one_session(context: Context) -> dict[str, Any]:
    """A session, with its sheets."""
    _library, _voice, words, page = context.library, context.voice, context.words, context.page
    found = session.view(context, page.key)
    regions = (
        [
            (
                words.voice.term("region", t),
                f"{page.up}workshop/print/session-{page.key}-participants-in-{t.code}.html",
            )
            for t in words.library.vocabulary("region").in_order
        ]
        if sheets.HELPERS in words.curriculum.sessions[page.key].handouts
        else []
    )
    return {
        "s": found,
        "regions": regions,
        "print": f"{page.up}workshop/print/session-{page.key}",
        "in_agendas": [
            (words.say(f"agendas/{a.id}#title", a.title), f"{page.up}workshop/agendas/{a.id}.html")
            for a in agenda.in_order(words)
            if page.key in agenda.sessions(a)
        ],
    }


def handouts(context: Context) -> dict[str, Any]:
    """All handouts, and the lists of helpers."""
    words, _page = context.words, context.page
    return {
        "handouts": [
            {
                "title": words.handout(id),
                "href": f"{id}.html",
                "audience": words.say(f"handouts/{id}#audience", h.audience),
                "pages": h.pages,
            }
            for id, h in words.curriculum.handouts.items()
        ]
    } | _lists(context)


def one_handout(context: Context) -> dict[str, Any]:
    """A handout, with its sheets."""
    words, page = context.words, context.page
    h = words.curriculum.handouts[page.key]
    return {
        "h": handout.view(context, page.key),
        "print": f"{page.up}workshop/print/{page.key}",
        "sessions": [
            (words.session(s.id), f"{page.up}workshop/sessions/{s.id}.html")
            for s in words.curriculum.sessions.values()
            if page.key in s.handouts
        ],
        "is_helpers": page.key == sheets.HELPERS,
        "lists": _lists(context) if page.key == sheets.HELPERS else None,
        "pictures": bool(h.low_literacy_form),
    }


def agendas(context: Context) -> dict[str, Any]:
    """All agendas with their clocks, and the plans by group."""
    words, _page = context.words, context.page
    return {
        "agendas": [agenda.view(context, a.id) for a in agenda.in_order(words)],
        "plans": _plans(context),
    }


def one_agenda(context: Context) -> dict[str, Any]:
    """An agenda, with its packs."""
    _words, page = context.words, context.page
    return {
        "a": agenda.view(context, page.key),
        "print": f"{page.up}workshop/print/agenda-{page.key}",
        "plans": _plans(context),
    }


def plans(context: Context) -> dict[str, Any]:
    """The plans by group."""
    words, _page = context.words, context.page
    return {
        "plans": _plans(context),
        "agendas": [agenda.view(context, a.id) for a in agenda.in_order(words)],
    }


def one_plan(context: Context) -> dict[str, Any]:
    """How to use the agendas with one kind of group: advice, cases, and every agenda with its clock."""
    library, voice, words, page = context.library, context.voice, context.words, context.page
    plan = words.curriculum.plans[page.key]
    here = f"plans/{plan.id}#"
    cases = []
    for s in words.curriculum.sessions.values():
        for e in s.exercises:
            for case in e.scenario_texts:
                if case.id in plan.cases:
                    where = f"sessions/{s.id}#exercises.{e.id}.scenario_texts.{case.id}.title"
                    cases.append(
                        (words.say(where, case.title), f"{page.up}workshop/sessions/{s.id}.html#{e.id}")
                    )
    swapped = {
        a.id: {swap.replace: swap.by for swap in plan.swaps if swap.agenda == a.id}
        for a in agenda.in_order(words)
    }
    library, voice = words.library, words.voice
    return {
        "title": words.say(here + "title", plan.title),
        "advice": words.every(here + "advice", plan.advice),
        "cases": cases,
        "groups": [
            (voice.term("group", library.term("group", g)), f"{page.up}emergency/groups/{g}.html")
            for g in plan.groups
            if library.directory.for_group(g)
        ],
        "handouts": [(words.handout(h), f"{page.up}workshop/handouts/{h}.html") for h in plan.handouts],
        "agendas": [
            agenda.view(context, id, swaps) | {"is_changed": bool(swaps)} for id, swaps in swapped.items()
        ],
    }


def glossary(context: Context) -> dict[str, Any]:
    """The words of the workshop: the term in this language, its meaning, the term in others."""
    _voice, words = context.voice, context.words
    language = words.voice.language
    found = []
    for entry in words.curriculum.glossary.terms:
        said = entry.term_in.get(language) or words.say("glossary#terms.term", entry.term)
        others = {"en": entry.term, **entry.term_in}
        others.pop(language, None)
        found.append((said, words.say("glossary#terms.definition", entry.definition), list(others.items())))
    return {"terms": sorted(found, key=lambda term: str(term[0]).casefold())}


def planning(context: Context) -> dict[str, Any]:
    """Before, during and after."""
    _voice, words = context.voice, context.words
    g, w = words.curriculum.guidance, words.curriculum.world
    say, every = words.say, words.every
    before = "go_or_no_go six_weeks_before three_weeks_before one_week_before day_before after".split()
    return {
        "about": {
            "for_whom": say("guidance#about.for_whom", g.about.for_whom),
            "idea": say("guidance#about.core_idea", g.about.core_idea),
            "leave_with": every(
                "guidance#about.what_participants_leave_with", g.about.what_participants_leave_with
            ),
            "is_not": every("guidance#about.what_it_is_not", g.about.what_it_is_not),
            "cycle": [
                (
                    say("guidance#about.learning_cycle.step", c.step),
                    say("guidance#about.learning_cycle.meaning", c.meaning),
                )
                for c in g.about.learning_cycle
            ],
            "cycle_source": say("guidance#about.learning_cycle_source", g.about.learning_cycle_source),
            "minutes": say("guidance#about.minutes_rule", g.about.minutes_rule),
        },
        "status": say("guidance#status", g.status),
        "rule": say("guidance#text_rule", g.text_rule),
        "written": words.voice.when(g.written),
        "principles": every("guidance#principles", g.principles),
        "team": {
            "size": say("guidance#facilitation_team.size", g.facilitation_team.size),
            "size_source": words.reading(g.facilitation_team.size_source).title,
            "roles": every("guidance#facilitation_team.roles", g.facilitation_team.roles),
            "match": every("guidance#facilitation_team.a_good_match", g.facilitation_team.a_good_match),
            "rest": say("guidance#facilitation_team.rest", g.facilitation_team.rest),
        },
        "before": [
            (name, every(f"guidance#before_you_start.{name}", getattr(g.before_you_start, name)))
            for name in before
        ],
        "distress": every("guidance#if_someone_is_in_distress", g.if_someone_is_in_distress),
        "emergency": every(
            "guidance#if_someone_discloses_a_live_emergency", g.if_someone_discloses_a_live_emergency
        ),
        "uninvited": every("guidance#if_an_uninvited_person_comes", g.if_an_uninvited_person_comes),
        "world": {
            "warning": say("world#warning", w.warning),
            **{
                part: [
                    (say(f"world#{part}.name", i.name), say(f"world#{part}.what", i.what))
                    for i in getattr(w, part)
                ]
                for part in ("places", "groups", "people")
            },
        },
        "readings_list": [session.reading(words, r.id) for r in words.curriculum.readings.readings],
    }


def evaluation(context: Context) -> dict[str, Any]:
    """When to ask what, and what evaluation cannot do."""
    words, page = context.words, context.page
    g = words.curriculum.guidance
    return {
        "measures": [
            tuple(
                words.say(f"guidance#evaluation_plan.{part}", getattr(m, part))
                for part in ("when", "ask", "counts")
            )
            for m in g.evaluation_plan
        ],
        "limits": words.say("guidance#evaluation_limits", g.evaluation_limits),
        "form": f"{page.up}workshop/handouts/h-evaluation-form.html",
        "sessions": [
            (
                words.session(s.id),
                f"{page.up}workshop/sessions/{s.id}.html",
                words.every(f"sessions/{s.id}#evaluation", s.evaluation),
            )
            for s in sorted(words.curriculum.sessions.values(), key=lambda s: s.number)
        ],
    }


def planner(context: Context) -> dict[str, Any]:
    """Every session as something to choose, with what the small script needs."""
    words, _page = context.words, context.page
    return {
        "rows": [
            session.view(context, s.id)
            for s in sorted(words.curriculum.sessions.values(), key=lambda s: s.number)
        ],
        "agendas": [agenda.view(context, a.id) for a in agenda.in_order(words)],
        "plans": _plans(context),
        "longest": minutes_of("20:00"),
    }


def prints(context: Context) -> dict[str, Any]:
    """Everything that can be printed, in one place."""
    words, _page = context.words, context.page
    found = words.curriculum
    return {
        "agendas": [(agenda.view(context, a.id), f"agenda-{a.id}") for a in agenda.in_order(words)],
        "sessions": [
            (words.session(s.id), f"session-{s.id}")
            for s in sorted(found.sessions.values(), key=lambda s: s.number)
        ],
        "handouts": [(words.handout(id), id, bool(h.low_literacy_form)) for id, h in found.handouts.items()],
    } | _lists(context)


def edition(context: Context) -> dict[str, Any]:
    """An edition to print."""
    _library, _words, page = context.library, context.words, context.page
    return sheets.view(context, by_name(context.library)[page.key])


def take(context: Context) -> dict[str, Any]:
    """A session and its handouts as one file to carry and change."""
    _words, page = context.words, context.page
    return sheets.view(context.at_root(), with_handouts(page.key))


def with_handouts(id: str) -> Sheet:
    """The edition of a session that is taken along whole."""
    return Sheet(f"session-{id}-whole", "session", id, "facilitator", "whole")


@lru_cache(maxsize=4)
def by_name(library: Library) -> dict[str, Sheet]:
    """Editions that are pages, by their names."""
    return {edition.name: edition for edition in sheets.on_pages(library)}


@lru_cache(maxsize=4)
def papers(library: Library) -> dict[str, Sheet]:
    """Editions that are made as PDFs, by their names."""
    return {edition.name: edition for edition in sheets.on_paper(library)}


def _plans(context: Context) -> list[dict[str, Any]]:
    """The ways to the plans by group."""
    words, up = context.words, context.up
    return [
        {"title": words.say(f"plans/{p.id}#title", p.title), "href": f"{up}workshop/plans/{p.id}.html"}
        for p in sorted(words.curriculum.plans.values(), key=lambda p: p.order)
    ]


def _lists(context: Context) -> dict[str, Any]:
    """The lists of helpers that are made for each region, and for countries that have enough."""
    words, up = context.words, context.up
    library, voice = words.library, words.voice
    return {
        "region_lists": [
            (voice.term("region", t), f"helpers-{t.code}") for t in library.vocabulary("region").in_order
        ],
        "country_lists": sorted(
            (
                (voice.territory(c, library.places[c].names_override), f"helpers-{c.lower()}")
                for c in sheets.countries(library)
            ),
            key=lambda found: str(found[0]),
        ),
        "print_folder": f"{up}workshop/print/",
    }


def with_files(view: Callable[[Context], dict[str, Any]]) -> Callable[[Context], dict[str, Any]]:
    """A view, with the files that are made beside its page."""
    return lambda context: view(context) | files_of(context)


def files_of(context: Context) -> dict[str, Any]:
    """Where the files are that are made beside pages; None where they are not made."""
    site, page = context.site, context.page
    folder = f"{context.root}workshop/print/{context.language}/"
    return {
        "pdf": folder if "pdf" in site.made else None,
        "odt": folder if "odt" in site.made else None,
        "pdf_name": page.key if page.key in papers(context.library) else None,
        "is_small": site.settings.alone is not None,
    } | site.layout.days(context.language)


LATER = 0.6
"""Weight in the search of pages for facilitators: whoever is in danger comes first."""

Line = Callable[[Context, Page], str]
"""One line about a page, for the search."""


def _no_line(context: Context, page: Page) -> str:
    return ""


def _aim(context: Context, page: Page) -> str:
    """What a session is for."""
    found = context.library.curriculum.sessions[page.key]
    return str(context.words.say(f"sessions/{page.key}#aim", found.aim))


def _named(word: str, line: Line = _no_line) -> Callable[[Context, Kind], Iterator[Entry]]:
    """Records for facilitators, found by their titles and by the word by which one is asked for."""

    def entries(context: Context, kind: Kind) -> Iterator[Entry]:
        text = (str(context.voice.translate(None, word)),)
        for page in context.site.pages_of(kind):
            title = context.site.title(page, context.language)
            words = context.synonyms.pages.get(page.address.removesuffix(".html"), ())
            yield Entry(
                "workshop", page.address, title, line(context, page), weight=LATER, words=words, text=text
            )

    return entries


def _glossary_entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """The glossary is found by the words that it explains."""
    language, say = context.language, context.words.say
    terms = context.library.curriculum.glossary.terms
    text = tuple(t.term_in.get(language) or str(say("glossary#terms.term", t.term)) for t in terms)
    return (replace(entry, text=text) for entry in by_title(context, kind))


def _records(folder: str) -> Callable[[Library], Iterable[Key]]:
    """A page for each record of a folder of the curriculum."""
    return lambda library: (
        Key(id) for id in getattr(library.curriculum, folder) if library.curriculum.is_whole
    )


def _if_whole(library: Library) -> Iterable[Key]:
    """One page, where there is a curriculum."""
    return (Key(),) if library.curriculum.is_whole else ()


def _kind(
    name: str,
    view: Callable[[Context], dict[str, Any]],
    address: str,
    keys: Callable[[Library], Iterable[Key]] = _if_whole,
    **more: Any,
) -> Kind:
    """A kind of page of the workshop: all have its style sheet."""
    return Kind(
        name,
        f"workshop/{name}",
        with_files(view),
        f"workshop/{address}.html",
        keys,
        styles=("workshop.css",),
        **more,
    )


HOME = Kind(
    "workshop",
    "workshop/workshop",
    home,
    written="workshop/index.md",
    keys=nowhere,
    styles=("workshop.css",),
    entries=not_found_by_search,
)

KINDS = (
    HOME,
    _kind("sessions", sessions, "sessions/index"),
    _kind("session", one_session, "sessions/{key}", _records("sessions"), entries=_named("Session", _aim)),
    _kind("handouts", handouts, "handouts/index"),
    _kind("handout", one_handout, "handouts/{key}", _records("handouts"), entries=_named("Handouts")),
    _kind("agendas", agendas, "agendas/index"),
    _kind("agenda", one_agenda, "agendas/{key}", _records("agendas"), entries=_named("Agendas")),
    _kind("plans", plans, "plans/index"),
    _kind("plan", one_plan, "plans/{key}", _records("plans"), entries=_named("Agendas")),
    _kind("glossary", glossary, "glossary", entries=_glossary_entries),
    _kind("planning", planning, "planning"),
    _kind("evaluation", evaluation, "evaluation"),
    _kind("planner", planner, "planner", scripts=("quiet.js", "planner.js", *ON_EVERY_PAGE)),
    _kind("prints", prints, "print/index"),
    _kind(
        "print",
        edition,
        "print/{key}",
        lambda library: (Key(sheet.name) for sheet in sheets.on_pages(library)),
        is_for_print=is_for_print_alone,
        is_unnamed=lambda answers: bool(answers.get("plain")),
        entries=not_found_by_search,
    ),
    _kind(
        "take",
        take,
        "take/{key}",
        _records("sessions"),
        is_for_print=lambda page: True,
        is_alone=True,
        entries=not_found_by_search,
    ),
)
"""Kinds of page of the workshop."""
