"""What list pages say: who helps with a service, in a region, for a group, in a language."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Callable, Iterable

from amparo.library import WITHOUT_INTERNET, Library
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.pages import address, contact
from amparo.pages.address import Page
from amparo.pages.catalogue import PER_PAGE
from amparo.text.ordering import alphabet, fold, letter
from amparo.text.voice import Said, Voice

Card = Callable[[Organisation], Any]
"""Prints an organisation's card for the page at hand."""


def service(library: Library, voice: Voice, page: Page, card: Card) -> dict[str, Any]:
    """A kind of help: the ways on by region, then everybody who gives it."""
    term = library.term("service", page.key)
    regions = [
        (voice.term("region", r), page.up + address.listing("services", page.key, 1, r.code), n)
        for r in library.vocabulary("region").in_order
        if (n := len(library.offering_near(page.key, r.code)))
    ]
    return _list(library, voice, page, card, "services", library.offering(page.key)) | {
        "title": voice.term("service", term),
        "plain": voice.term("service", term, "plain"),
        "urgency": voice.term("urgency", library.term("urgency", term.urgency), "plain"),
        "ways": regions,
        "up_label": "services",
        "up_href": page.up + "emergency/services/index.html",
    }


def service_in(library: Library, voice: Voice, page: Page, card: Card) -> dict[str, Any]:
    """A kind of help in a region: those of the region first."""
    term, region = library.term("service", page.key), library.term("region", page.second)
    near = {o.id for o in library.near(page.second)}
    found = library.offering_near(page.key, page.second)
    return _list(library, voice, page, card, "services", found, lambda o: o.id not in near) | {
        "title": voice.term("service", term),
        "place": voice.term("region", region),
        "plain": voice.term("service", term, "plain"),
        "urgency": None,
        "ways": [],
        "up_label": "service",
        "up_href": page.up + address.listing("services", page.key),
    }


def region(library: Library, voice: Voice, page: Page, card: Card) -> dict[str, Any]:
    """A region: its own helpers, and the way to each of its countries."""
    term = library.term("region", page.key)
    whole = {o.id for o in library.in_region(page.key)}
    countries = sorted(
        (
            (contact.place(library, voice, p.code), page.up + address.country(p.code), 0)
            for p in library.places_in(page.key)
        ),
        key=lambda way: fold(way[0]),
    )
    return _list(
        library, voice, page, card, "regions", library.near(page.key), lambda o: o.id not in whole
    ) | {
        "title": voice.term("region", term),
        "plain": voice.term("region", term, "plain"),
        "urgency": None,
        "ways": countries,
        "up_label": "regions",
        "up_href": page.up + "emergency/regions/index.html",
    }


def group(library: Library, voice: Voice, page: Page, card: Card) -> dict[str, Any]:
    """A group: those that name it as theirs."""
    term = library.term("group", page.key)
    return _list(library, voice, page, card, "groups", library.for_group(page.key)) | {
        "title": voice.term("group", term),
        "plain": voice.term("group", term, "plain"),
        "urgency": None,
        "ways": [],
        "up_label": "groups",
        "up_href": page.up + "emergency/groups/index.html",
    }


def language(library: Library, voice: Voice, page: Page, card: Card) -> dict[str, Any]:
    """A language: those that answer in it."""
    return _list(library, voice, page, card, "languages", library.answering_in(page.key)) | {
        "title": voice.language_name(page.key),
        "plain": None,
        "urgency": None,
        "ways": [],
        "up_label": "languages",
        "up_href": page.up + "emergency/languages/index.html",
    }


def _list(
    library: Library,
    voice: Voice,
    page: Page,
    card: Card,
    folder: str,
    found: Iterable[Organisation],
    near: Callable[[Organisation], int] | None = None,
) -> dict[str, Any]:
    """The entries of this part of a list, and the links to its other parts."""
    ordered = library.in_order(found, voice.language, near)
    parts = -(-len(ordered) // PER_PAGE)
    start = (page.part - 1) * PER_PAGE
    return {
        "place": None,
        "kind": page.kind,
        "count": len(ordered),
        "part": page.part,
        "parts": parts,
        "cards": [card(o) for o in ordered[start : start + PER_PAGE]],
        "part_links": [
            (n, page.up + address.listing(folder, page.key, n, page.second)) for n in range(1, parts + 1)
        ],
    }


def index(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The doors to one kind of list: services, regions, groups or languages."""
    entries: list[tuple[Said, str, Said | None, int]]
    if page.kind == "services":
        entries = [
            (
                voice.term("service", t),
                address.listing("services", t.code),
                voice.term("service", t, "plain"),
                len(library.offering(t.code)),
            )
            for t in library.vocabulary("service").in_order
        ]
    elif page.kind == "regions":
        entries = [
            (voice.term("region", t), address.listing("regions", t.code), None, len(library.near(t.code)))
            for t in library.vocabulary("region").in_order
        ]
    elif page.kind == "groups":
        entries = [
            (
                voice.term("group", t),
                address.listing("groups", t.code),
                voice.term("group", t, "plain"),
                len(library.for_group(t.code)),
            )
            for t in library.vocabulary("group").in_order
        ]
    else:
        entries = [
            (voice.language_name(c), address.listing("languages", c), None, len(library.answering_in(c)))
            for c in library.languages_answered()
        ]
        entries.sort(key=lambda entry: fold(entry[0]))
    return {
        "kind": page.kind,
        "entries": [(label, page.up + href, plain, n) for label, href, plain, n in entries],
    }


def needs(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """What happened, in a person's own words, and the kinds of help that answer it."""
    return {
        "needs": [
            (
                voice.term("need", need),
                need.code,
                voice.term("need", need, "plain") if need.plain else None,
                [
                    (
                        voice.term("service", library.term("service", s)),
                        page.up + address.listing("services", s),
                    )
                    for s in need.services
                ],
            )
            for need in library.vocabulary("need").in_order
        ]
    }


def countries(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """All countries and territories by their first letters, and the number of helpers that name each as theirs."""
    named = sorted(
        (
            (
                contact.place(library, voice, code),
                page.up + address.country(code),
                len(library.in_country(code)),
            )
            for code in library.places
        ),
        key=lambda entry: fold(entry[0]),
    )
    return {
        "letters": [
            (initial, list(group)) for initial, group in groupby(named, key=lambda entry: letter(entry[0]))
        ]
    }


def a_to_z(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """Every organisation and mechanism by name, acronym and old name, an alphabet after the other; closed ones are marked.
    Before them the ways by need and by place, for those who know no name."""
    entries: list[tuple[str, Any, str, str]] = []
    for body in (*library.organisations.values(), *library.mechanisms.values()):
        href, title = page.up + address.body(body), contact.name(voice, body)
        mark = "mechanism" if isinstance(body, Mechanism) else "" if body.is_listed else "signpost"
        others = (
            ()
            if isinstance(body, Mechanism)
            else (body.acronym, *body.names.values(), *(f.name for f in body.former_names))
        )
        entries.append((str(title), title, href, mark))
        entries += [
            (other, other, href, mark) for other in dict.fromkeys(others) if other and other != str(title)
        ]
    entries.sort(
        key=lambda entry: (
            alphabet(entry[0]) != alphabet(voice.language_name(voice.language)),
            fold(entry[0]),
            entry[2],
        )
    )
    letters = [
        (initial, alphabet(initial), [entry[1:] for entry in group])
        for initial, group in groupby(entries, key=lambda e: letter(e[0]))
    ]
    numbered = list(enumerate(letters, 1))
    return {
        "alphabets": [
            [(n, initial) for n, (initial, _, _) in group]
            for _, group in groupby(numbered, key=lambda item: item[1][1])
        ],
        "letters": [(n, initial, found) for n, (initial, _, found) in numbered],
        "count": len(library.organisations),
        "mechanisms": len(library.mechanisms),
        "needs": [
            (voice.term("need", need), f"{page.up}emergency/needs/index.html#{need.code}")
            for need in library.vocabulary("need").in_order
        ],
        "regions": [
            (voice.term("region", region), page.up + address.listing("regions", region.code))
            for region in library.vocabulary("region").in_order
        ],
    }


def organisations(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """Everybody who may be contacted, by where they help."""
    blocks = [(None, page.up + address.listing("services", "hotline-24h"), library.worldwide)]
    blocks += [
        (voice.term("region", t), page.up + address.listing("regions", t.code), library.near(t.code))
        for t in library.vocabulary("region").in_order
    ]
    return {
        "blocks": [
            (
                label,
                href,
                [
                    (contact.name(voice, o), page.up + address.organisation(o.id))
                    for o in library.in_order(found, voice.language)
                ],
            )
            for label, href, found in blocks
        ],
        "count": len(library.listed),
    }


def without_internet(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """Everybody who can be reached without a data connection, with the numbers, by where they help."""

    def rows(found: Iterable[Organisation]) -> list[tuple[Any, str, list[dict[str, Any]]]]:
        out = []
        for o in library.in_order(found, voice.language):
            reach = [contact.view(library, voice, o, c) for c in o.contacts if c.kind in WITHOUT_INTERNET]
            if reach and o.is_confirmed:
                out.append((contact.name(voice, o), page.up + address.organisation(o.id), reach))
        return out

    blocks = [(None, rows(library.worldwide))]
    blocks += [
        (voice.term("region", t), rows(library.near(t.code))) for t in library.vocabulary("region").in_order
    ]
    return {"blocks": [(label, found) for label, found in blocks if found]}
