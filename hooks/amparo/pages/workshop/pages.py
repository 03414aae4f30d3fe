"""The workshop's pages: which there are, and what each says."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Callable, Iterator

from amparo.library import Library
from amparo.model.curriculum.agenda import minutes_of
from amparo.pages.address import Page
from amparo.pages.workshop import agenda, editions, handout, session
from amparo.pages.workshop.editions import Edition
from amparo.pages.workshop.words import Words
from amparo.text.voice import Voice

FOLDERS = {"sessions": "session", "handouts": "handout", "agendas": "agenda", "plans": "plan"}
"""Folders below workshop/ with a page a record, and the kind of its pages."""

SINGLE = ("glossary", "planning", "evaluation", "planner")
"""Pages that stand alone."""


def pages_of(library: Library) -> Iterator[Page]:
    """Every page of the workshop that records make. None where there is no curriculum."""
    if not library.curriculum.is_whole:
        return
    for folder, kind in FOLDERS.items():
        yield Page(f"workshop/{folder}/index.html", folder)
        for id in getattr(library.curriculum, folder):
            yield Page(f"workshop/{folder}/{id}.html", kind, id)
    for kind in SINGLE:
        yield Page(f"workshop/{kind}.html", kind)
    yield Page("workshop/print/index.html", "prints")
    for edition in editions.on_pages(library):
        yield Page(f"workshop/print/{edition.name}.html", "print", edition.name)
    for id in library.curriculum.sessions:
        yield Page(f"workshop/take/{id}.html", "take", id)


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


def home(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """What stands below the hand-written text of the workshop's start page."""
    words, up = Words(library, voice), page.up
    return {
        "agendas": [agenda.view(words, a.id, up) for a in agenda.in_order(words)],
        "plans": _plans(words, up),
        "core": next(
            (
                (words.session(s.id), f"{up}workshop/sessions/{s.id}.html")
                for s in library.curriculum.sessions.values()
                if s.content_map
            ),
            None,
        ),
    }


def sessions(words: Words, page: Page) -> dict[str, Any]:
    """All sessions in the order of the curriculum."""
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


def one_session(words: Words, page: Page) -> dict[str, Any]:
    """A session, with its editions."""
    found = session.view(words, page.key, page.up)
    regions = (
        [
            (
                words.voice.term("region", t),
                f"{page.up}workshop/print/session-{page.key}-participants-in-{t.code}.html",
            )
            for t in words.library.vocabulary("region").in_order
        ]
        if editions.HELPERS in words.curriculum.sessions[page.key].handouts
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


def handouts(words: Words, page: Page) -> dict[str, Any]:
    """All handouts, and the lists of helpers."""
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
    } | _lists(words, page.up)


def one_handout(words: Words, page: Page) -> dict[str, Any]:
    """A handout, with its editions."""
    h = words.curriculum.handouts[page.key]
    return {
        "h": handout.view(words, page.key, page.up),
        "print": f"{page.up}workshop/print/{page.key}",
        "sessions": [
            (words.session(s.id), f"{page.up}workshop/sessions/{s.id}.html")
            for s in words.curriculum.sessions.values()
            if page.key in s.handouts
        ],
        "is_helpers": page.key == editions.HELPERS,
        "lists": _lists(words, page.up) if page.key == editions.HELPERS else None,
        "pictures": bool(h.low_literacy_form),
    }


def agendas(words: Words, page: Page) -> dict[str, Any]:
    """All agendas with their clocks, and the plans by group."""
    return {
        "agendas": [agenda.view(words, a.id, page.up) for a in agenda.in_order(words)],
        "plans": _plans(words, page.up),
    }


def one_agenda(words: Words, page: Page) -> dict[str, Any]:
    """An agenda, with its packs."""
    return {
        "a": agenda.view(words, page.key, page.up),
        "print": f"{page.up}workshop/print/agenda-{page.key}",
        "plans": _plans(words, page.up),
    }


def plans(words: Words, page: Page) -> dict[str, Any]:
    """The plans by group."""
    return {
        "plans": _plans(words, page.up),
        "agendas": [agenda.view(words, a.id, page.up) for a in agenda.in_order(words)],
    }


def one_plan(words: Words, page: Page) -> dict[str, Any]:
    """How to use the agendas with one kind of group: advice, cases, and every agenda with its clock."""
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
            if library.for_group(g)
        ],
        "handouts": [(words.handout(h), f"{page.up}workshop/handouts/{h}.html") for h in plan.handouts],
        "agendas": [
            agenda.view(words, id, page.up, swaps) | {"is_changed": bool(swaps)}
            for id, swaps in swapped.items()
        ],
    }


def glossary(words: Words, page: Page) -> dict[str, Any]:
    """The words of the workshop: the term in this language, its meaning, the term in others."""
    language = words.voice.language
    found = []
    for entry in words.curriculum.glossary.terms:
        said = entry.term_in.get(language) or words.say("glossary#terms.term", entry.term)
        others = {"en": entry.term, **entry.term_in}
        others.pop(language, None)
        found.append((said, words.say("glossary#terms.definition", entry.definition), list(others.items())))
    return {"terms": sorted(found, key=lambda term: str(term[0]).casefold())}


def planning(words: Words, page: Page) -> dict[str, Any]:
    """Before, during and after."""
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


def evaluation(words: Words, page: Page) -> dict[str, Any]:
    """When to ask what, and what evaluation cannot do."""
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


def planner(words: Words, page: Page) -> dict[str, Any]:
    """Every session as something to choose, with what the small script needs."""
    return {
        "rows": [
            session.view(words, s.id, page.up)
            for s in sorted(words.curriculum.sessions.values(), key=lambda s: s.number)
        ],
        "agendas": [agenda.view(words, a.id, page.up) for a in agenda.in_order(words)],
        "plans": _plans(words, page.up),
        "longest": minutes_of("20:00"),
    }


def prints(words: Words, page: Page) -> dict[str, Any]:
    """Everything that can be printed, in one place."""
    found = words.curriculum
    return {
        "agendas": [(agenda.view(words, a.id, page.up), f"agenda-{a.id}") for a in agenda.in_order(words)],
        "sessions": [
            (words.session(s.id), f"session-{s.id}")
            for s in sorted(found.sessions.values(), key=lambda s: s.number)
        ],
        "handouts": [(words.handout(id), id, bool(h.low_literacy_form)) for id, h in found.handouts.items()],
    } | _lists(words, page.up)


def edition(words: Words, page: Page) -> dict[str, Any]:
    """An edition to print."""
    return editions.view(words, by_name(words.library)[page.key], page.up)


def take(words: Words, page: Page) -> dict[str, Any]:
    """A session and its handouts as one file to carry and change."""
    return sheet(words, with_handouts(page.key))


def with_handouts(id: str) -> Edition:
    """The edition of a session that is taken along whole."""
    return Edition(f"session-{id}-whole", "session", id, "facilitator", "whole")


def sheet(words: Words, found: Edition) -> dict[str, Any]:
    """An edition that stands alone: it leads nowhere."""
    return editions.view(words, found, "")


@lru_cache(maxsize=4)
def by_name(library: Library) -> dict[str, editions.Edition]:
    """Editions that are pages, by their names."""
    return {edition.name: edition for edition in editions.on_pages(library)}


@lru_cache(maxsize=4)
def papers(library: Library) -> dict[str, editions.Edition]:
    """Editions that are made as PDFs, by their names."""
    return {edition.name: edition for edition in editions.on_paper(library)}


def _plans(words: Words, up: str) -> list[dict[str, Any]]:
    """The ways to the plans by group."""
    return [
        {"title": words.say(f"plans/{p.id}#title", p.title), "href": f"{up}workshop/plans/{p.id}.html"}
        for p in sorted(words.curriculum.plans.values(), key=lambda p: p.order)
    ]


def _lists(words: Words, up: str) -> dict[str, Any]:
    """The lists of helpers that are made for each region, and for countries that have enough."""
    library, voice = words.library, words.voice
    return {
        "region_lists": [
            (voice.term("region", t), f"helpers-{t.code}") for t in library.vocabulary("region").in_order
        ],
        "country_lists": sorted(
            (
                (voice.territory(c, library.places[c].names_override), f"helpers-{c.lower()}")
                for c in editions.countries(library)
            ),
            key=lambda found: str(found[0]),
        ),
        "print_folder": f"{up}workshop/print/",
    }


VIEWS: dict[str, Callable[[Words, Page], dict[str, Any]]] = {
    "sessions": sessions,
    "session": one_session,
    "handouts": handouts,
    "handout": one_handout,
    "agendas": agendas,
    "agenda": one_agenda,
    "plans": plans,
    "plan": one_plan,
    "glossary": glossary,
    "planning": planning,
    "evaluation": evaluation,
    "planner": planner,
    "prints": prints,
    "print": edition,
    "take": take,
}
"""Kinds of page of the workshop, and who answers for each."""
