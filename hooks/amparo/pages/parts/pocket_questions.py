"""The guided questions inside one file: links between their parts instead of pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from amparo.library.fit import MOST
from amparo.model.triage import End, Entry, Question
from amparo.pages.parts.pocket_names import Name, to_name
from amparo.text.voice import Said, Voice

if TYPE_CHECKING:
    from amparo.pages.context import Context


class ChoiceView(NamedTuple):
    """One answer."""

    said: Said
    """What she would say herself."""

    to: str
    """Id of the question or end that follows."""


@dataclass(frozen=True)
class QuestionView:
    """One question."""

    id: str
    """Where others lead to it."""

    ask: Said
    """The question."""

    unsure: str
    """Id of what follows from "I do not know"."""

    choices: list[ChoiceView]
    """What can be answered."""


class ServiceLink(NamedTuple):
    """A kind of help."""

    said: Said
    """Its name."""

    code: str
    """Its code, in the way to it."""


@dataclass(frozen=True)
class EndView:
    """An end: what to do, and what not."""

    id: str
    """Where questions lead to it."""

    title: Said
    """Her situation, in one line."""

    do: list[Said]
    """What to do, in order."""

    write_down: list[Said]
    """What to write down."""

    do_not: list[Said]
    """What makes it worse."""

    care: list[Said]
    """Care for herself and those with her."""

    services: list[ServiceLink]
    """Kinds of help that answer this, the most useful first."""

    helpers: list[Name]
    """Who helps from anywhere, the best first."""


@dataclass(frozen=True)
class EntryView:
    """One thing that may have happened, with everything that follows from it."""

    said: Said
    """What happened, in her words."""

    plain: Said | None
    """The same in plain words."""

    start: str
    """Id of the first question, or of the only end."""

    questions: list[QuestionView]
    """The questions."""

    ends: list[EndView]
    """The ends."""


def entries(context: Context) -> list[EntryView]:
    """Everything that may have happened, in the order of needs."""
    library = context.library
    needs = library.vocabulary("need").in_order
    return [_entry(context, library.entries[need.code]) for need in needs if need.code in library.entries]


def _entry(context: Context, entry: Entry) -> EntryView:
    voice, term = context.voice, context.library.term("need", entry.id)
    return EntryView(
        said=voice.term("need", term),
        plain=voice.term("need", term, "plain"),
        start=entry.start,
        questions=[_question(voice, entry, question) for question in entry.questions],
        ends=[_end(context, entry, end) for end in entry.ends],
    )


def _question(voice: Voice, entry: Entry, question: Question) -> QuestionView:
    here = f"triage/{entry.id}#questions.{question.id}"
    return QuestionView(
        id=question.id,
        ask=voice.translate(f"{here}.ask", question.ask),
        unsure=question.unsure,
        choices=[ChoiceView(voice.translate(f"{here}.answers.say", a.say), a.to) for a in question.answers],
    )


def _end(context: Context, entry: Entry, end: End) -> EndView:
    library, voice = context.library, context.voice
    here = f"triage/{entry.id}#ends.{end.id}"
    return EndView(
        id=end.id,
        title=voice.translate(f"{here}.title", end.title),
        do=_each(voice, f"{here}.do", end.do),
        write_down=_each(voice, f"{here}.write_down", end.write_down),
        do_not=_each(voice, f"{here}.do_not", end.do_not),
        care=_each(voice, f"{here}.care", end.care),
        services=[ServiceLink(voice.term("service", library.term("service", s)), s) for s in end.services],
        helpers=[to_name(context, o) for o in library.fit.anywhere(end.situation, voice.language)[:MOST]],
    )


def _each(voice: Voice, here: str, texts: Iterable[str]) -> list[Said]:
    return [voice.translate(here, text) for text in texts]
