"""A session: what its page and its sheets say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.curriculum.session import Point, Session
from amparo.pages.context import Context
from amparo.pages.workshop.parts.exercise import ExerciseText, PointText, exercise_text, point_text
from amparo.pages.workshop.parts.steps import Held, held
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said

ADAPTATIONS = (
    "online",
    "low_literacy",
    "mixed_languages",
    "short_time",
    "high_surveillance",
    "individuals_without_group",
)
"""Other conditions, in the order of the page."""

VARIANTS = ("full", "short", "part-1", "part-2")
"""How a session may be held: see `Slot.variant`."""


class Adapted(NamedTuple):
    """What to do otherwise under other conditions."""

    name: str
    """The conditions: one of `ADAPTATIONS`."""

    text: Said
    """What to do."""


@dataclass(frozen=True)
class GroupSize:
    """How many people a session is made for."""

    least: int
    """Fewest people."""

    ideal: int
    """Best number."""

    most: int
    """Most people."""

    sub_groups: Said
    """How they work: in pairs, in threes …"""


@dataclass(frozen=True)
class SessionText:
    """Everything that a session's page or sheet may say."""

    id: str
    """Its id."""

    held: list[Held]
    """How it is held: in an agenda as it stands there, else whole."""

    others: list[Held]
    """How else it can be held; empty in an agenda."""

    title: Said
    """Its title."""

    subtitle: Said | None
    """The question it answers."""

    aim: Said
    """What it is for."""

    minutes: int
    """Minutes of the whole."""

    short_minutes: int | None
    """Minutes of the short version; None without one."""

    size: GroupSize
    """How many people."""

    method: list[Said]
    """How people work."""

    materials: list[Said]
    """What to bring."""

    preparation: list[Said]
    """What to do before."""

    cautions: list[Said]
    """What could hurt somebody, and how to prevent it."""

    outcomes: list[Said]
    """What participants can do afterwards."""

    points: list[PointText]
    """What should stay. Participants get them too."""

    points_sources: list[str]
    """Titles of the publications behind all key points together."""

    points_from: list[str]
    """The same with those behind single points, each once: on paper they stand together."""

    notes: list[PointText]
    """For the facilitator only."""

    notes_from: list[str]
    """Titles of the publications behind her notes, each once."""

    exercises: list[ExerciseText]
    """Exercises of its steps."""

    debrief: list[Said]
    """Questions at the end."""

    evaluation: list[Said]
    """How to see whether it worked."""

    adaptation: list[Adapted]
    """Under other conditions."""


def in_order(words: Words) -> list[Session]:
    """All sessions in the order of the curriculum."""
    return sorted(words.curriculum.sessions.values(), key=lambda s: s.number)


def text(context: Context, id: str, variants: Iterable[str] | None = None) -> SessionText:
    """What a session says. `variants` is how an agenda holds it; None: it stands alone."""
    words = context.words
    s, here, say, every = words.curriculum.sessions[id], f"sessions/{id}#", words.say, words.every
    found = {v: h for v in VARIANTS if (h := held(words, here, s, v))}
    return SessionText(
        id=id,
        held=[found[v] for v in variants or ("full",)],
        others=[h for v, h in found.items() if v != "full"] if variants is None else [],
        title=say(here + "title", s.title),
        subtitle=say(here + "subtitle", s.subtitle),
        aim=say(here + "aim", s.aim),
        minutes=s.duration_minutes,
        short_minutes=s.short_version.minutes if s.short_version else None,
        size=_size(words, here, s),
        method=every(here + "method", s.method),
        materials=every(here + "materials", s.materials),
        preparation=every(here + "preparation", s.preparation),
        cautions=every(here + "safety_and_wellbeing", s.safety_and_wellbeing),
        outcomes=every(here + "learning_outcomes", s.learning_outcomes),
        points=[point_text(words, here + "key_points", point) for point in s.key_points],
        points_sources=words.titles(s.key_points_sources),
        points_from=_from(words, s.key_points, s.key_points_sources),
        notes_from=_from(words, s.facilitation_notes),
        notes=[point_text(words, here + "facilitation_notes", point) for point in s.facilitation_notes],
        exercises=[exercise_text(words, here, exercise) for exercise in s.exercises],
        debrief=every(here + "debrief_questions", s.debrief_questions),
        evaluation=every(here + "evaluation", s.evaluation),
        adaptation=[
            Adapted(name, say(f"{here}adaptation.{name}", text))
            for name in ADAPTATIONS
            if (text := getattr(s.adaptation, name))
        ],
    )


def _from(words: Words, points: Iterable[Point], others: Iterable[str] = ()) -> list[str]:
    """Titles of all publications behind some points, each once."""
    ids = [*(id for point in points for id in point.sources), *others]
    return words.titles(dict.fromkeys(ids))


def _size(words: Words, here: str, s: Session) -> GroupSize:
    """How many people."""
    size = s.group_size
    return GroupSize(
        size.min, size.ideal, size.max, words.say(here + "group_size.sub_groups", size.sub_groups)
    )
