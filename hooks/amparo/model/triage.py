"""Guided questions: from what happened to what to do, whom to call, what to write down and what to leave."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from amparo.model.base import CodeOf, Prose, Record, Slug

PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
"""Where a hand-written page lives below `docs/`, without ending; never above it."""

MOST_QUESTIONS = 4
"""Questions of one entry on the way to an end; the first page is one more (acceptance task 3: at most
five)."""


class Choice(Record):
    """One answer to a question."""

    say: Annotated[str, Prose(70)]
    """What she would say herself."""

    to: Slug
    """Where it leads: a question or an end of the same file."""


class Question(Record):
    """One question on one page."""

    id: Slug
    """Its address, never used for something else."""

    ask: Annotated[str, Prose(110)]
    """The question."""

    help: Annotated[str, Prose(200)] | None = None
    """How to answer, or why we ask."""

    answers: tuple[Choice, ...] = Field(min_length=2, max_length=5)
    """What can be answered. "I do not know" is added to every question by itself."""

    unsure: Slug
    """Where "I do not know" leads: always to the safer side."""

    @property
    def ways(self) -> tuple[str, ...]:
        """Where its answers lead."""
        return (*(answer.to for answer in self.answers), self.unsure)


class GroupAdvice(Record):
    """What is different for one group."""

    group: Annotated[str, CodeOf("group")]
    """The group; its page lists who helps it."""

    say: Annotated[str, Prose(160)]
    """The advice."""


class End(Record):
    """An end point: what to do in order, and everything she needs with it."""

    id: Slug
    """Its address, never used for something else."""

    title: Annotated[str, Prose(80)]
    """Her situation, in one line."""

    urgency: Annotated[str, CodeOf("urgency")]
    """How fast it must go."""

    situation: Annotated[str, CodeOf("situation")]
    """The situation that decides whom the page names: a code of `situation`."""

    do: tuple[Annotated[str, Prose(160)], ...] = Field(min_length=4, max_length=8)
    """What to do, in order."""

    sign: Slug | None = None
    """The drawn sign beside the first thing to do: an id of data/signs.yml."""

    write_down: tuple[Annotated[str, Prose(140)], ...] = Field(min_length=3, max_length=6)
    """What to write down."""

    do_not: tuple[Annotated[str, Prose(140)], ...] = Field(min_length=3, max_length=5)
    """What makes it worse."""

    care: tuple[Annotated[str, Prose(140)], ...] = Field(min_length=1, max_length=3)
    """Care for herself and those with her."""

    services: tuple[Annotated[str, CodeOf("service")], ...] = Field(min_length=2, max_length=5)
    """Kinds of help that answer this, the most useful first. The page shows who gives any of them."""

    groups: tuple[GroupAdvice, ...] = Field((), max_length=5)
    """What is different for some groups."""

    see: tuple[PagePath, ...] = Field(min_length=2, max_length=4)
    """Further pages, as paths below `docs/` without ending."""


class Entry(Record):
    """One thing that may have happened, with its questions and ends. The first page lists the entries."""

    id: Annotated[str, CodeOf("need")]
    """A code of the needs; equals the file's name. Its words stand in the vocabulary."""

    start: Slug
    """The first question, or the only end."""

    questions: tuple[Question, ...]
    """The questions."""

    ends: tuple[End, ...] = Field(min_length=1)
    """The ends."""

    @cached_property
    def nodes(self) -> dict[str, Question | End]:
        """Questions and ends by id."""
        nodes: list[Question | End] = [*self.questions, *self.ends]
        return {node.id: node for node in nodes}

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Every way through the questions, as ids from the start to an end. A way that runs in a circle, or
        to nothing, stops where it does so."""

        def walk(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
            node = self.nodes.get(path[-1])
            if not isinstance(node, Question) or path[-1] in path[:-1]:
                yield path
                return
            for way in dict.fromkeys(node.ways):
                yield from walk((*path, way))

        yield from walk((self.start,))
