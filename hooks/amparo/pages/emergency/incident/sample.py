"""The incident report filled for an invented case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.incident import SampleAnswer
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.text.voice import Said, Voice


class Filled(NamedTuple):
    """A filled field."""

    ask: Said
    """The question."""

    parts: list[Said]
    """The answer, or what was chosen."""


class FilledSection(NamedTuple):
    """A section with what is filled."""

    title: Said
    """Its heading."""

    answers: list[Filled]
    """Its filled fields, in the order of the form."""


@dataclass(frozen=True)
class View:
    """What `emergency/incident-sample.html` says."""

    sections: list[FilledSection]
    """The sections in which something is filled."""


def view(context: Context) -> View:
    """The questions of the form with the answers of the example."""
    library, voice = context.library, context.voice
    answers = {answer.field: answer for answer in library.sample.answers}
    sections = []
    for section in library.incident.sections:
        here = f"incident/fields#sections.{section.id}"
        filled = [
            Filled(
                voice.translate(f"{here}.fields.{field.id}.ask", field.ask),
                _answer(voice, f"{here}.fields.{field.id}", answers[field.id]),
            )
            for field in section.fields
            if field.id in answers
        ]
        if filled:
            sections.append(FilledSection(voice.translate(f"{here}.title", section.title), filled))
    return View(sections)


def _answer(voice: Voice, here: str, answer: SampleAnswer) -> list[Said]:
    """What the example says: the chosen options in the form's words, or its own words."""
    if answer.text is not None and not answer.chosen:
        return [voice.translate("incident/sample#answers.text", answer.text)]
    return [voice.translate(f"{here}.options", option) for option in answer.chosen]


KIND = Kind("incident-sample", "emergency/incident-sample", view, "emergency/incident/sample.html")
