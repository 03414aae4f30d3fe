"""Evaluation: when to ask what, and what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.workshop.parts import session
from amparo.pages.workshop.parts.declaration import STYLES, if_whole
from amparo.pages.workshop.parts.links import to_session
from amparo.text.voice import Said

FORM = "h-evaluation-form"
"""The handout that asks without names."""


class Measure(NamedTuple):
    """A moment of the evaluation."""

    when: Said
    """When to ask."""

    ask: Said
    """What to ask."""

    counts: Said
    """What is counted."""


class SessionEvaluation(NamedTuple):
    """How to see whether a session worked."""

    title: Said
    """The session."""

    href: str
    """The way to it."""

    texts: list[Said]
    """How to see it."""


@dataclass(frozen=True)
class View:
    """What `workshop/evaluation.html` says."""

    limits: Said
    """What evaluation cannot do."""

    measures: list[Measure]
    """When to ask what, in order of time."""

    form: str
    """The way to the form without names."""

    sessions: list[SessionEvaluation]
    """All sessions in the order of the curriculum."""


def view(context: Context) -> View:
    """The whole evaluation."""
    words, guidance = context.words, context.words.guidance
    where = "guidance#evaluation_plan."
    return View(
        limits=words.say("guidance#evaluation_limits", guidance.evaluation_limits),
        measures=[
            Measure(
                words.say(where + "when", m.when),
                words.say(where + "ask", m.ask),
                words.say(where + "counts", m.counts),
            )
            for m in guidance.evaluation_plan
        ],
        form=context.url("handout", FORM),
        sessions=[
            SessionEvaluation(
                *to_session(context, s.id), words.every(f"sessions/{s.id}#evaluation", s.evaluation)
            )
            for s in session.in_order(words)
        ],
    )


KIND = Kind("evaluation", "workshop/evaluation", view, "workshop/evaluation.html", if_whole, styles=STYLES)
