"""What guided questions say: the first page, each question, and each end with whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amparo.library import Library
from amparo.library.fit import MOST
from amparo.model.triage import End, Entry, Question
from amparo.pages.context import Context
from amparo.pages.emergency.situations import services
from amparo.pages.entry import Entry as Found
from amparo.pages.kind import Key, Kind
from amparo.pages.parts.finding import of_term
from amparo.pages.parts.links import Link
from amparo.text.voice import Said

UNSURE = "unsure-what"
"""The entry behind "I do not know" on the first page."""


@dataclass(frozen=True)
class FirstView:
    """What `emergency/triage.html` says."""

    choices: list[tuple[Said, Said | None, str]]
    """What a person says, plainer words, the way to the first question."""

    unsure: str
    """The way for those who do not know."""


@dataclass(frozen=True)
class QuestionView:
    """What `emergency/question.html` says."""

    entry: Said
    """What happened."""

    ask: Said
    """The question."""

    help: Said | None
    """What helps to answer it."""

    choices: list[Link]
    """Answers, and where they lead."""

    unsure: str
    """Where "I do not know" leads."""

    back: str
    """The question before."""

    step: int
    """Which question this is."""


@dataclass(frozen=True)
class EndView:
    """What `emergency/end.html` says."""

    title: Said
    """What to do about what."""

    entry: Said
    """What happened."""

    situation: str
    """Code of `situation`."""

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


def first(context: Context) -> FirstView:
    """The first question: what happened? The most pressing entries first, "I do not know" last."""
    library, voice = context.library, context.voice
    return FirstView(
        [
            (
                voice.term("need", need),
                voice.term("need", need, "plain"),
                _href(library.entries[need.code].start),
            )
            for need in library.vocabulary("need").in_order
            if need.code != UNSURE and need.code in library.entries
        ],
        _href(library.entries[UNSURE].start),
    )


def question(context: Context) -> QuestionView:
    """One question with its answers, the way back and how far she is."""
    library, voice, key = context.library, context.voice, context.page.key
    entry, node = _find(library, key)
    if not isinstance(node, Question):
        raise LookupError(f"{key} is no question")
    here = f"triage/{entry.id}#questions.{node.id}"
    before = [path[: path.index(node.id)] for path in entry.paths() if node.id in path]
    back = min(before, key=len)
    return QuestionView(
        entry=voice.term("need", library.term("need", entry.id)),
        ask=voice.translate(f"{here}.ask", node.ask),
        help=voice.translate(f"{here}.help", node.help),
        choices=[Link(voice.translate(f"{here}.answers.say", a.say), _href(a.to)) for a in node.answers],
        unsure=_href(node.unsure),
        back=_href(back[-1]) if back else "index.html",
        step=len(back) + 2,
    )


def end(context: Context) -> EndView:
    """An end: what to do, whom to call, what to write down, what not to do, care."""
    library, voice, key = context.library, context.voice, context.page.key
    entry, node = _find(library, key)
    if not isinstance(node, End):
        raise LookupError(f"{key} is no end")
    here = f"triage/{entry.id}#ends.{node.id}"
    found = library.fit.anywhere(node.situation, voice.language)[:MOST]

    def said(field: str) -> list[Said]:
        return [voice.translate(f"{here}.{field}", text) for text in getattr(node, field)]

    return EndView(
        title=voice.translate(f"{here}.title", node.title),
        entry=voice.term("need", library.term("need", entry.id)),
        situation=node.situation,
        urgency=voice.term("urgency", library.term("urgency", node.urgency), "plain"),
        is_now=node.urgency == "now",
        do=said("do"),
        write_down=said("write_down"),
        do_not=said("do_not"),
        care=said("care"),
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
        answers_here=any(library.fit.speaks(o, voice.language) for o in found),
        language=voice.language_name(voice.language),
        services=services(context, library.term("situation", node.situation)),
        start="index.html",
    )


def _find(library: Library, id: str) -> tuple[Entry, Question | End]:
    """The node with an id, and its entry."""
    return next((entry, entry.nodes[id]) for entry in library.entries.values() if id in entry.nodes)


def _href(id: str) -> str:
    """The page of a node, from another one: they share a folder."""
    return f"{id}.html"


def _questions(library: Library) -> Iterator[Key]:
    return (Key(node.id) for entry in library.entries.values() for node in entry.questions)


def _ends(library: Library) -> Iterator[Key]:
    return (Key(node.id) for entry in library.entries.values() for node in entry.ends)


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
    says_unrung=True,
    has_strip=False,
    entries=_entries_of_ends,
)
