"""Pages that can be heard: which they are, what is read aloud of each, and the player on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from amparo.model.triage import End
from amparo.pages.context import Context
from amparo.pages.emergency.end import reached
from amparo.pages.emergency.questions import find
from amparo.pages.kind import fields_of
from amparo.pages.page import Page
from amparo.pages.parts import helper
from amparo.text import lines
from amparo.text.voice import Foreign, Said

if TYPE_CHECKING:
    from amparo.pages.site import Site

FOLDER = "heard"
"""Folder of the sounds below the site's root, with a folder for each language."""

WRITTEN = (
    "emergency/first-hour",
    "emergency/before-you-contact",
)
"""Hand-written pages that are read aloud beside the ends of the guided questions."""

BY_PEOPLE = frozenset(("crisis", "sexual-violence"))
"""Situations (codes of `situation`) on whose ends no machine speaks: thoughts of dying, sexual violence."""

ENDS_BY_PEOPLE = frozenset(("unsure-talk", "arrested-care", "smeared-gender"))
"""Ends of other situations that name dying or sexual violence too."""

SECTIONS_BY_PEOPLE = frozenset(("Sexual violence",))
"""English headings of parts of hand-written pages that no machine says: it says that more is there."""

_HEADING = re.compile(r"</h1\b[^>]*>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^\s*(?:#{1,6} |[-*] |\d+\. |> )|[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}")


class Sound(NamedTuple):
    """What is known of the sound of a page."""

    is_machine: bool
    """Whether a machine speaks."""


class Number(NamedTuple):
    """Somebody who can be called."""

    name: Said
    """The name, with the language that it is in."""

    value: str
    """The number."""

    is_always: bool
    """Whether somebody answers day and night."""

    hours: Said | None
    """When somebody answers; None: not known."""


@dataclass(frozen=True)
class HeardEnd:
    """What `heard/end.html` says."""

    title: Said
    """What to do about what."""

    urgency: Said | None
    """How soon to act."""

    do: list[Said]
    """What to do, in this order."""

    do_not: list[Said]
    """What not to do."""

    numbers: list[Number]
    """Who can be called from anywhere."""

    as_of: str
    """The day of the facts: a sound is carried away and grows old."""

    recheck: str
    """The day after which they should be checked again."""


def pages(site: Site) -> Iterator[Page]:
    """Every page that can be heard."""
    yield from site.pages_of(site.kinds["end"])
    yield from (site.written_page(f"{path}.md") for path in WRITTEN if path in site.written)


def needs_people(site: Site, page: Page) -> bool:
    """Whether only a person may read a page aloud."""
    if page.kind != "end":
        return False
    node = find(site.library, page.key)[1]
    return page.key in ENDS_BY_PEOPLE or (isinstance(node, End) and node.situation in BY_PEOPLE)


def markup(site: Site, page: Page, language: str, is_machine: bool = False) -> str:
    """What is read aloud of a page, as markup of its lines."""
    context = Context(site, page, language)
    fill = context.renderer.fill
    if page.kind == "end":
        return str(fill("heard/end.html", **fields_of(_end(context))))
    path = page.address.removesuffix(".html")
    source = site.written[path]
    text = lines.translated(path, source, context.voice, context.renderer.foreign, context.site_name)
    # A translation has the lines of its source: what no machine says is found by the English heading.
    kept = _without(SECTIONS_BY_PEOPLE if is_machine else frozenset(), lines.body(source).split("\n"))
    told = text.split("\n")
    said = (_MARKS.sub("", _LINK.sub(r"\1", told[n])) for n in kept if told[n].strip())
    return str(
        fill(
            "heard/written.html",
            title=context.written_title(path),
            told=[context.renderer.own(line) for line in said],
            is_cut=len(kept) < len(told),
            **site.layout.days(language),
        )
    )


def _without(headings: frozenset[str], source: list[str]) -> list[int]:
    """The numbers of the lines that stand under none of these headings."""
    kept, is_left_out = [], False
    for n, line in enumerate(source):
        if line.startswith("#"):
            is_left_out = line.lstrip("# ") in headings
        if not is_left_out:
            kept.append(n)
    return kept


def _end(context: Context) -> HeardEnd:
    """An end of the guided questions."""
    library, voice = context.library, context.voice
    _, node, here, found = reached(context)
    return HeardEnd(
        title=voice.translate(f"{here}.title", node.title),
        urgency=voice.term("urgency", library.term("urgency", node.urgency), "plain"),
        do=[voice.translate(f"{here}.do", text) for text in node.do],
        do_not=[voice.translate(f"{here}.do_not", text) for text in node.do_not],
        numbers=[number for o in found for number in _number(context, helper.view(context, o))],
        **context.site.layout.days(context.language),
    )


def _number(context: Context, h: helper.HelperView) -> Iterator[Number]:
    """The number of somebody who helps, where a telephone reaches them. What needs a warning is left to the
    page: nobody listens to the end before she dials."""
    if not h.reach or not h.reach.is_number or h.dangers or h.reach.warning:
        return
    text, language = context.library.organisations[h.id].name(context.language)
    isolated = language and language != context.language
    name = Foreign(text, str(language), context.voice.direction, missing=False) if isolated else text
    yield Number(name, h.reach.value, h.reach.hours_code == "24/7", h.reach.hours)


def href(site: Site, page: Page, language: str) -> str:
    """The way from a page to its sound."""
    return f"{site.root(page, language)}{FOLDER}/{place(page, language)}"


def place(page: Page, language: str) -> str:
    """Where the sound of a page lies below `FOLDER`. Servers of any age know what `.ogg` is."""
    return f"{language}/{page.address.removesuffix('.html')}.ogg"


def with_player(site: Site, page: Page, language: str, content: Any) -> Any:
    """The content of a page with its player behind the heading, where it has a sound; else not one byte
    more."""
    sound = site.sounds.get((language, page.address))
    if sound is None:
        return content
    renderer = site.renderers[language]
    player = renderer.fill("heard/player.html", href=href(site, page, language), is_machine=sound.is_machine)
    told = str(content)
    ended = _HEADING.search(told)
    at = ended.end() if ended else 0
    return renderer.own(f"{told[:at]}\n{str(player).strip()}{told[at:]}")
