"""What guided questions say: the first page, each question, and each end with whom to call, everywhere and by region."""

from __future__ import annotations

from typing import Any, Callable, Optional

from amparo.library import FOR_EVERYBODY, Library, Line
from amparo.model.triage import End, Entry
from amparo.pages import address, contact
from amparo.pages.address import Page
from amparo.pages.country import line_view
from amparo.text.ordering import fold
from amparo.text.voice import Voice

Titled = Callable[[str], Any]
"""Gives the title of a hand-written page, by its path below docs without ending, in the language of the page at hand."""

NEAR = 4
"""Organisations of the region that stand on the page of an end there; all others are one link away."""

UNSURE = "unsure-what"
"""The entry behind "I do not know" on the first page."""


def first(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The first question: what happened? The most pressing entries first, "I do not know" last."""
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


def question(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """One question with its answers, the way back and how far she is."""
    entry, node = _find(library, page.key)
    here = f"triage/{entry.id}#questions.{node.id}"
    before = [path[: path.index(node.id)] for path in entry.paths() if node.id in path]
    back = min(before, key=len)
    return {
        "entry": voice.term("need", library.term("need", entry.id)),
        "ask": voice.prose(f"{here}.ask", node.ask),
        "help": voice.prose(f"{here}.help", node.help),
        "choices": [(voice.prose(f"{here}.answers.say", a.say), _href(a.to)) for a in node.answers],
        "unsure": _href(node.unsure),
        "back": _href(back[-1]) if back else "index.html",
        "step": len(back) + 2,
    }


def to_region(library: Library, node: End, region: str) -> str:
    """Where an end leads somebody in a region: to its own page there."""
    return address.node(node.id, region)


def to_list(library: Library, node: End, region: str) -> str:
    """The same in copies for files, which leave those pages out: to those who give the first kind of help there."""
    found = next((service for service in node.services if library.offering_near(service, region)), None)
    return address.listing("services", found, 1, region) if found else address.listing("regions", region)


def end(
    library: Library,
    voice: Voice,
    page: Page,
    titled: Titled,
    way: Callable[[Library, End, str], str] = to_region,
) -> dict[str, Any]:
    """An end: what to do, whom to call anywhere in the world, what to write down, what not to do, care."""
    entry, node = _find(library, page.key)
    here = f"triage/{entry.id}#ends.{node.id}"
    said = lambda field, texts: [voice.prose(f"{here}.{field}", text) for text in texts]  # noqa: E731
    return _calls(library, voice, page, node, None) | {
        "title": voice.prose(f"{here}.title", node.title),
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
                page.up + address.listing("groups", g.group),
                voice.prose(f"{here}.groups.say", g.say),
            )
            for g in node.groups
        ],
        "see": [(titled(path), f"{page.up}{path}.html") for path in node.see],
        "regions": [
            (voice.term("region", region), page.up + way(library, node, region.code))
            for region in library.vocabulary("region").in_order
        ],
        "services": [
            (voice.term("service", library.term("service", s)), page.up + address.listing("services", s))
            for s in node.services
        ],
        "start": "index.html",
    }


def end_in(library: Library, voice: Voice, page: Page, card: Callable) -> dict[str, Any]:
    """Whom to call for an end in one region, and the country to choose."""
    entry, node = _find(library, page.key)
    region = library.term("region", page.second)
    near = [
        o
        for o in library.in_order(library.near(page.second), voice.language)
        if set(o.services) & set(node.services) and page.second in o.serves.regions
    ]
    return _calls(library, voice, page, node, page.second) | {
        "title": voice.prose(f"triage/{entry.id}#ends.{node.id}.title", node.title),
        "end": _href(node.id),
        "region": voice.term("region", region),
        "near": [card(o) for o in near[:NEAR]],
        "services": [
            (
                voice.term("service", library.term("service", s)),
                page.up + address.listing("services", s, 1, page.second),
                len(found),
            )
            for s in node.services
            if (found := library.offering_near(s, page.second))
        ],
        "countries": sorted(
            (
                (contact.place(library, voice, p.code), page.up + address.country(p.code))
                for p in library.places_in(page.second)
            ),
            key=lambda way: fold(way[0]),
        ),
    }


def _calls(library: Library, voice: Voice, page: Page, node: End, region: Optional[str]) -> dict[str, Any]:
    """The lines of a case, and whether any of them is known to answer in the page's language."""
    lines, others = library.case_lines(node.services, voice.language, region)
    return {
        "lines": [_call(library, voice, page, line) for line in lines],
        "others": [_call(library, voice, page, line) for line in others],
        "language": voice.language_name(voice.language),
        "answers_here": any(voice.language in line.languages for line in (*lines, *others)),
    }


def _call(library: Library, voice: Voice, page: Page, line: Line) -> dict[str, Any]:
    """A line, and for whom it is when not for all."""
    groups = line.body.for_groups
    return line_view(library, voice, page, line) | {
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
