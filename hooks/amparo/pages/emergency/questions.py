"""What guided questions say: the first page, each question, and each end with whom to call, everywhere and by region."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

from amparo.library import FOR_EVERYBODY, Library, Line
from amparo.model.triage import End, Entry
from amparo.pages.context import Context
from amparo.pages.emergency.country import line_view
from amparo.pages.entry import Entry as Found
from amparo.pages.kind import Key, Kind, not_found_by_search
from amparo.pages.parts import contact
from amparo.pages.parts.finding import of_term
from amparo.text.ordering import fold

NEAR = 4
"""Organisations of the region that stand on the page of an end there; all others are one link away."""

UNSURE = "unsure-what"
"""The entry behind "I do not know" on the first page."""


def first(context: Context) -> dict[str, Any]:
    """The first question: what happened? The most pressing entries first, "I do not know" last."""
    library, voice = context.library, context.voice
    return {
        "choices": [
            (
                voice.term("need", need),
                voice.term("need", need, "plain"),
                _href(library.entries[need.code].start),
            )
            for need in library.vocabulary("need").in_order
            if need.code != UNSURE and need.code in library.entries
        ],
        "unsure": _href(library.entries[UNSURE].start),
    }


def question(context: Context) -> dict[str, Any]:
    """One question with its answers, the way back and how far she is."""
    library, voice, page = context.library, context.voice, context.page
    entry, node = _find(library, page.key)
    here = f"triage/{entry.id}#questions.{node.id}"
    before = [path[: path.index(node.id)] for path in entry.paths() if node.id in path]
    back = min(before, key=len)
    return {
        "entry": voice.term("need", library.term("need", entry.id)),
        "ask": voice.translate(f"{here}.ask", node.ask),
        "help": voice.translate(f"{here}.help", node.help),
        "choices": [(voice.translate(f"{here}.answers.say", a.say), _href(a.to)) for a in node.answers],
        "unsure": _href(node.unsure),
        "back": _href(back[-1]) if back else "index.html",
        "step": len(back) + 2,
    }


def _to_region(context: Context, node: End, region: str) -> str:
    """Where an end leads somebody in a region: to its own page there. In copies for files, which leave those pages out, to
    those who give the first kind of help there."""
    if not context.site.settings.flavour.is_for_files:
        return context.url("end-in", node.id, region)
    found = next(
        (code for code in node.services if context.library.directory.offering_near(code, region)), None
    )
    return context.url("service-region", found, region) if found else context.url("region", region)


def end(context: Context) -> dict[str, Any]:
    """An end: what to do, whom to call anywhere in the world, what to write down, what not to do, care."""
    library, voice, page = context.library, context.voice, context.page
    entry, node = _find(library, page.key)
    here = f"triage/{entry.id}#ends.{node.id}"
    said = lambda field, texts: [voice.translate(f"{here}.{field}", text) for text in texts]  # noqa: E731
    return _calls(context, node, None) | {
        "title": voice.translate(f"{here}.title", node.title),
        "entry": voice.term("need", library.term("need", entry.id)),
        "urgency": voice.term("urgency", library.term("urgency", node.urgency), "plain"),
        "is_now": node.urgency == "now",
        "do": said("do", node.do),
        "write_down": said("write_down", node.write_down),
        "do_not": said("do_not", node.do_not),
        "care": said("care", node.care),
        "groups": [
            (
                voice.term("group", library.term("group", g.group)),
                context.url("group", g.group),
                voice.translate(f"{here}.groups.say", g.say),
            )
            for g in node.groups
        ],
        "see": [(context.written_title(path), f"{context.up}{path}.html") for path in node.see],
        "regions": [
            (voice.term("region", region), _to_region(context, node, region.code))
            for region in library.vocabulary("region").in_order
        ],
        "services": [
            (voice.term("service", library.term("service", s)), context.url("service", s))
            for s in node.services
        ],
        "start": "index.html",
    }


def end_in(context: Context) -> dict[str, Any]:
    """Whom to call for an end in one region, and the country to choose."""
    library, voice, page = context.library, context.voice, context.page
    entry, node = _find(library, page.key)
    region = library.term("region", page.second)
    near = [
        o
        for o in library.order.in_order(library.directory.near(page.second), voice.language)
        if set(o.services) & set(node.services) and page.second in o.serves.regions
    ]
    return _calls(context, node, page.second) | {
        "title": voice.translate(f"triage/{entry.id}#ends.{node.id}.title", node.title),
        "end": _href(node.id),
        "region": voice.term("region", region),
        "near": [context.card(o) for o in near[:NEAR]],
        "services": [
            (
                voice.term("service", library.term("service", s)),
                context.url("service-region", s, page.second),
                len(found),
            )
            for s in node.services
            if (found := library.directory.offering_near(s, page.second))
        ],
        "countries": sorted(
            (
                (contact.place(context, p.code), context.url("country", p.code))
                for p in library.directory.places_in(page.second)
            ),
            key=lambda way: fold(way[0]),
        ),
    }


def _calls(context: Context, node: End, region: Optional[str]) -> dict[str, Any]:
    """The lines of a case, and whether any of them is known to answer in the page's language."""
    library, voice = context.library, context.voice
    lines, others = library.helpers.case_lines(node.services, voice.language, region)
    return {
        "lines": [_call(context, line) for line in lines],
        "others": [_call(context, line) for line in others],
        "language": voice.language_name(voice.language),
        "answers_here": any(voice.language in line.languages for line in (*lines, *others)),
    }


def _call(context: Context, line: Line) -> dict[str, Any]:
    """A line, and for whom it is when not for all."""
    library, voice = context.library, context.voice
    groups = line.for_groups
    return line_view(context, line) | {
        "for_whom": None
        if set(groups) & set(FOR_EVERYBODY)
        else voice.together(voice.term("group", library.term("group", code)) for code in groups)
    }


def _find(library: Library, id: str) -> tuple[Entry, Any]:
    """The node with an id, and its entry."""
    return next((entry, entry.nodes[id]) for entry in library.entries.values() if id in entry.nodes)


def _href(id: str) -> str:
    """The page of a node, from another one: they share a folder."""
    return f"{id}.html"


def _questions(library: Library) -> Iterator[Key]:
    return (Key(node.id) for entry in library.entries.values() for node in entry.questions)


def _ends(library: Library) -> Iterator[Key]:
    return (Key(node.id) for entry in library.entries.values() for node in entry.ends)


def _ends_in_regions(library: Library) -> Iterator[Key]:
    regions = library.vocabulary("region").in_order
    return (Key(key.key, region.code) for key in _ends(library) for region in regions)


def _said(context: Context, entry: Entry, id: str) -> tuple[str, ...]:
    """The answers of a first question, or those that lead to an end."""
    return tuple(
        str(context.voice.translate(f"triage/{entry.id}#questions.{question.id}.answers.say", answer.say))
        for question in entry.questions
        for answer in question.answers
        if id in (question.id, answer.to)
    )


def _entries_of_needs(context: Context, kind: Kind) -> Iterator[Found]:
    """What happened, in a person's own words, leads to its first question; the kinds of help that answer it belong to it."""
    library = context.library
    for term in library.vocabulary("need").in_order:
        entry = library.entries[term.code]
        words = context.synonyms.needs.get(term.code, ())
        said = _said(context, entry, entry.start)
        yield of_term(context, "need", term, context.url("question", entry.start), words, text=said)


def _entries_of_ends(context: Context, kind: Kind) -> Iterator[Found]:
    """Where guided questions lead, by her situation and by the answers that lead there."""
    for entry in context.library.entries.values():
        for node in entry.ends:
            if node.id != entry.start:
                title = context.voice.translate(f"triage/{entry.id}#ends.{node.id}.title", node.title)
                yield Found(
                    "end",
                    context.url("end", node.id),
                    str(title),
                    words=context.synonyms.ends.get(node.id, ()),
                    text=_said(context, entry, node.id),
                    about=(f"need/{entry.id}",),
                )


FIRST = Kind("triage", "emergency/triage", first, "emergency/triage/index.html")

QUESTION = Kind(
    "question",
    "emergency/question",
    question,
    "emergency/triage/{key}.html",
    _questions,
    entries=_entries_of_needs,
)

END = Kind(
    "end",
    "emergency/end",
    end,
    "emergency/triage/{key}.html",
    _ends,
    mark="data-end",
    entries=_entries_of_ends,
)

END_IN = Kind(
    "end-in",
    "emergency/end-in",
    end_in,
    "emergency/triage/{key}-in-{second}.html",
    _ends_in_regions,
    in_files=False,
    entries=not_found_by_search,
)
