"""What guided questions say: the first page, each question, and each end with whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.library import Library
from amparo.model.triage import End, Entry, Question
from amparo.pages.context import Context
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

    choices: list[tuple[Said, Said | None, str, str | None]]
    """What a person says, plainer words, the way to the first question, the drawn sign."""

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


def first(context: Context) -> FirstView:
    """The first question: what happened? The most pressing entries first, "I do not know" last."""
    library, voice = context.library, context.voice
    return FirstView(
        [
            (
                voice.term("need", need),
                voice.term("need", need, "plain"),
                _href(library.entries[need.code].start),
                need.sign,
            )
            for need in library.vocabulary("need").in_order
            if need.code != UNSURE and need.code in library.entries
        ],
        _href(library.entries[UNSURE].start),
    )


def question(context: Context) -> QuestionView:
    """One question with its answers, the way back and how far she is."""
    library, voice, key = context.library, context.voice, context.page.key
    entry, node = find(library, key)
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


def find(library: Library, id: str) -> tuple[Entry, Question | End]:
    """The node with an id, and its entry."""
    return next((entry, entry.nodes[id]) for entry in library.entries.values() if id in entry.nodes)


def _href(id: str) -> str:
    """The page of a node, from another one: they share a folder."""
    return f"{id}.html"


def _questions(library: Library) -> Iterator[Key]:
    return (Key(node.id) for entry in library.entries.values() for node in entry.questions)


def said(context: Context, entry: Entry, id: str) -> tuple[str, ...]:
    """The answers of a first question, or those that lead to an end."""
    return tuple(
        str(context.voice.translate(f"triage/{entry.id}#questions.{question.id}.answers.say", answer.say))
        for question in entry.questions
        for answer in question.answers
        if id in (question.id, answer.to)
    )


def _entries_of_needs(context: Context, kind: Kind) -> Iterator[Found]:
    """What happened, in a person's own words, leads to its first question; the kinds of help that answer it
    belong to it."""
    library = context.library
    for term in library.vocabulary("need").in_order:
        entry = library.entries[term.code]
        words = context.synonyms.needs.get(term.code, ())
        urgent = context.synonyms.urgent.get(term.code, ())
        address, words_said = context.url("question", entry.start), said(context, entry, entry.start)
        yield of_term(context, "need", term, address, words, text=words_said, urgent=urgent)


FIRST = Kind("triage", "emergency/triage", first, "emergency/triage/index.html")

QUESTION = Kind(
    "question",
    "emergency/question",
    question,
    "emergency/triage/{key}.html",
    _questions,
    entries=_entries_of_needs,
)
