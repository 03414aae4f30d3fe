"""An end of the guided questions: what to do, whom to call, what to write down, what not to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from amparo.library import Library
from amparo.library.fit import MOST
from amparo.model.organisation import Organisation
from amparo.model.triage import End
from amparo.model.triage import Entry as Questions
from amparo.pages.context import Context
from amparo.pages.emergency.questions import find, said
from amparo.pages.emergency.situations import services
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind
from amparo.pages.parts.links import Link
from amparo.text.voice import Said


@dataclass(frozen=True)
class EndView:
    """What `emergency/end.html` says."""

    title: Said
    """What to do about what."""

    entry: Said
    """What happened."""

    situation: str
    """Code of `situation`."""

    sign: str | None
    """The drawn sign of the situation."""

    step_sign: str | None
    """The drawn sign of the first thing to do."""

    urgency: Said | None
    """How soon to act."""

    is_now: bool
    """Whether every minute counts."""

    do: list[Said]
    """What to do, in this order."""

    write_down: list[Said]
    """What to note."""

    do_not: list[Said]
    """What not to do."""

    care: list[Said]
    """How to take care of oneself."""

    groups: list[tuple[Said, str, Said]]
    """Advice for groups: who, the way to their helpers, what to do."""

    see: list[Link]
    """Pages to read on."""

    in_my_country: str
    """The way to this situation in every country."""

    helpers: list[Any]
    """At most three who fit and help anywhere, printed."""

    answers_here: bool
    """Whether one of them is known to answer in this language."""

    language: Said
    """The page's own language."""

    services: list[Link]
    """Everybody who gives this help."""

    start: str
    """The way to the first question."""


class Reached(NamedTuple):
    """The end that a page is about."""

    entry: Questions
    """The questions that lead there."""

    node: End
    """What stands there."""

    here: str
    """Where its translations stand."""

    helpers: tuple[Organisation, ...]
    """Who fits, from anywhere, for readers of the page's language."""


def reached(context: Context) -> Reached:
    """The end of a page. Raises `LookupError` where the page is none."""
    entry, node = find(context.library, context.page.key)
    if not isinstance(node, End):
        raise LookupError(f"{context.page.key} is no end")
    found = context.library.fit.anywhere(node.situation, context.language)[:MOST]
    return Reached(entry, node, f"triage/{entry.id}#ends.{node.id}", tuple(found))


def end(context: Context) -> EndView:
    """An end: what to do, whom to call, what to write down, what not to do, care."""
    library, voice = context.library, context.voice
    entry, node, here, found = reached(context)

    def every(field: str) -> list[Said]:
        return [voice.translate(f"{here}.{field}", text) for text in getattr(node, field)]

    return EndView(
        title=voice.translate(f"{here}.title", node.title),
        entry=voice.term("need", library.term("need", entry.id)),
        situation=node.situation,
        sign=library.term("situation", node.situation).sign,
        step_sign=node.sign,
        urgency=voice.term("urgency", library.term("urgency", node.urgency), "plain"),
        is_now=node.urgency == "now",
        do=every("do"),
        write_down=every("write_down"),
        do_not=every("do_not"),
        care=every("care"),
        groups=[
            (
                voice.term("group", library.term("group", g.group)),
                context.url("group", g.group),
                voice.translate(f"{here}.groups.say", g.say),
            )
            for g in node.groups
        ],
        see=[Link(context.written_title(path), f"{context.up}{path}.html") for path in node.see],
        in_my_country=context.url("situation", node.situation),
        helpers=[context.helper(o, None) for o in found],
        answers_here=any(library.reach.speaks(o, voice.language) for o in found),
        language=voice.language_name(voice.language),
        services=services(context, library.term("situation", node.situation)),
        start="index.html",
    )


def _ends(library: Library) -> Iterator[Key]:
    return (Key(node.id) for entry in library.entries.values() for node in entry.ends)


def _entries_of_ends(context: Context, kind: Kind) -> Iterator[Entry]:
    """Where guided questions lead, by her situation and by the answers that lead there."""
    for entry in context.library.entries.values():
        for node in entry.ends:
            if node.id != entry.start:
                title = context.voice.translate(f"triage/{entry.id}#ends.{node.id}.title", node.title)
                yield Entry(
                    "end",
                    context.url("end", node.id),
                    str(title),
                    words=context.synonyms.ends.get(node.id, ()),
                    text=said(context, entry, node.id),
                    about=(f"need/{entry.id}",),
                )


KIND = Kind(
    "end",
    "emergency/end",
    end,
    "emergency/triage/{key}.html",
    _ends,
    mark="data-end",
    says_unrung=True,
    has_strip=False,
    entries=_entries_of_ends,
)
