"""What the page and the sheets of a session say."""

from __future__ import annotations

from typing import Any

from amparo.model.curriculum.session import Exercise, Point, Session
from amparo.pages.context import Context
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


def view(context: Context, id: str) -> dict[str, Any]:
    """Everything that a session's page or sheet may say."""
    words = context.words
    library, voice = words.library, words.voice
    s = words.curriculum.sessions[id]
    here = f"sessions/{id}#"
    say = lambda field: words.say(here + field, getattr(s, field))  # noqa: E731
    every = lambda field: words.every(here + field, getattr(s, field))  # noqa: E731
    size, short = s.group_size, s.short_version
    return {
        "id": id,
        "number": s.number,
        "core": s.core,
        "title": say("title"),
        "subtitle": say("subtitle"),
        "aim": say("aim"),
        "minutes": s.duration_minutes,
        "short_minutes": short.minutes if short else None,
        "size": {
            "min": size.min,
            "ideal": size.ideal,
            "max": size.max,
            "sub": words.say(here + "group_size.sub_groups", size.sub_groups),
        },
        "method": every("method"),
        "materials": every("materials"),
        "preparation": every("preparation"),
        "cautions": every("safety_and_wellbeing"),
        "outcomes": every("learning_outcomes"),
        "steps": steps(words, s),
        "short": _clocked(
            [
                (step.minutes, {"do": words.say(here + "short_version.steps.do", step.do)})
                for step in short.steps
            ]
        )
        if short
        else [],
        "points": [_point(words, here + "key_points", p) for p in s.key_points],
        "points_sources": [words.reading(r).title for r in s.key_points_sources],
        "notes": [_point(words, here + "facilitation_notes", p) for p in s.facilitation_notes],
        "exercises": [_exercise(words, here, e) for e in s.exercises],
        "debrief": every("debrief_questions"),
        "evaluation": every("evaluation"),
        "adaptation": [
            (name, words.say(f"{here}adaptation.{name}", text))
            for name in ADAPTATIONS
            if (text := getattr(s.adaptation, name))
        ],
        "handouts": handouts(context, s),
        "handout_pages": sum(words.curriculum.handouts[h].pages for h in s.handouts),
        "services": [
            (voice.term("service", library.term("service", c)), context.url("service", c))
            for c in s.links.services
            if library.directory.offering(c)
        ],
        "groups": [
            (voice.term("group", library.term("group", c)), context.url("group", c))
            for c in s.links.groups
            if library.directory.for_group(c)
        ],
        "mechanisms": [
            (
                voice.translate(f"mechanisms/{m}#title", library.mechanism(m).title),
                context.url("mechanism", m),
            )
            for m in s.links.mechanisms
        ],
        "national": s.links.national_mechanisms,
        "filters": [
            (words.say(here + "links.organisation_filters.label", f.label), _filter_href(context, f))
            for f in s.links.organisation_filters
        ],
        "readings": [reading(words, r) for r in s.also_see],
    }


def steps(words: Words, s: Session) -> list[dict[str, Any]]:
    """The steps with a running clock."""
    here = f"sessions/{s.id}#steps."
    return _clocked(
        [
            (
                step.minutes,
                {name: words.say(here + name, getattr(step, name)) for name in ("title", "do", "say")},
            )
            for step in s.steps
        ]
    )


def _clocked(steps: list[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Steps with the minutes at which they begin and end."""
    now, found = 0, []
    for minutes, step in steps:
        found.append({**step, "minutes": minutes, "from": _clock(now), "to": _clock(now + minutes)})
        now += minutes
    return found


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _point(words: Words, where: str, p: Point) -> dict[str, Any]:
    """A key point or note."""
    return {
        "title": words.say(f"{where}.title", p.title),
        "text": words.say(f"{where}.text", p.text),
        "sources": [words.reading(r).title for r in p.sources],
    }


def _exercise(words: Words, here: str, e: Exercise) -> dict[str, Any]:
    """A group exercise."""
    where = f"{here}exercises.{e.id}"
    cases = [
        {
            "title": words.say(f"{where}.scenario_texts.{case.id}.title", case.title) if case.id else None,
            "text": words.say(
                f"{where}.scenario_texts.{case.id}.text" if case.id else f"{where}.scenario_texts.text",
                case.text,
            ),
        }
        for case in e.scenario_texts
    ]
    return {
        "id": e.id,
        "title": words.say(f"{where}.title", e.title),
        "minutes": e.minutes,
        "grouping": words.say(f"{where}.grouping", e.grouping),
        "instructions": words.say(f"{where}.instructions", e.instructions),
        "cases": cases,
        "questions": words.every(f"{where}.questions", e.questions),
        "reach": words.every(f"{where}.points_to_reach", e.points_to_reach),
    }


def handouts(context: Context, s: Session) -> list[tuple[Said, str, int]]:
    """The handouts of a session: title, address, sides of paper."""
    words, up = context.words, context.up
    return [
        (words.handout(h), f"{up}workshop/handouts/{h}.html", words.curriculum.handouts[h].pages)
        for h in s.handouts
    ]


def _filter_href(context: Context, f: Any) -> str:
    """The live list that is nearest to a filter."""
    if f.services:
        return context.url("service", f.services[0])
    return context.url("group", f.groups[0]) if f.groups else context.url("organisations")


def reading(words: Words, id: str) -> dict[str, Any]:
    """A publication as lists of sources name it."""
    r = words.reading(id)
    return {
        "title": r.title,
        "author": r.author,
        "year": r.year,
        "url": r.url if r.link else None,
        "seen": r.verified,
    }
