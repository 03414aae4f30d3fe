"""What the pages of the incident report say: the form, the short version, who needs what, consent, and the example."""

from __future__ import annotations

from typing import Any, Iterator, Mapping

from amparo.library import Library
from amparo.model.incident import ReportField, SampleAnswer
from amparo.pages import address, contact
from amparo.pages.address import Page
from amparo.text.voice import Said, Voice

Voices = Mapping[str, Voice]
"""All languages of the site: a report can be written in one and its headings printed in another."""

ROWS = {"text": 2, "long-text": 8, "date-time": 1, "file": 2, "file-list": 3}
"""Height of a field on screen and paper, in lines."""


def form(library: Library, voice: Voice, page: Page, voices: Voices) -> dict[str, Any]:
    """The whole form, with its words in every language for the text that is made on the device."""
    return {
        "sections": _sections(library, voice),
        "bodies": _bodies(library, voice, page),
        "principles": [
            voice.prose("incident/fields#principles", text) for text in library.incident.principles
        ],
        "urgent": library.incident.urgent,
        "tongues": [(other.language, other) for other in voices.values()],
        # One long attribute a language: words on every element would break the budget of 30 kB for a page.
        "words": [
            (code, "\n".join(_words(library, other))) for code, other in voices.items() if other is not voice
        ],
    }


def _words(library: Library, voice: Voice) -> Iterator[str]:
    """Everything that a report says by itself, in the order of the form; the script counts on it."""
    yield str(voice.prose(None, "Incident report"))
    yield str(voice.prose(None, "(not filled in)"))
    for body in library.incident.bodies:
        yield str(voice.prose(f"incident/fields#bodies.{body.id}.label", body.label))
    for section in _sections(library, voice):
        yield str(section["title"])
        for field in section["fields"]:
            yield str(field["ask"])
            yield from map(str, field["options"])


def urgent(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The short version: one side of paper."""
    wanted = set(library.incident.urgent)
    return {
        "sections": [
            (section | {"fields": kept})
            for section in _sections(library, voice)
            if (kept := [field for field in section["fields"] if field["id"] in wanted])
        ]
    }


def needs(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """Who needs what: a row a field, a column a body."""
    bodies = _bodies(library, voice, page)
    sections = []
    for section in _sections(library, voice):
        rows = [
            (
                field["ask"],
                field["id"],
                [
                    (
                        body["label"],
                        "essential"
                        if body["id"] in field["essential"]
                        else "helpful"
                        if body["id"] in field["helpful"]
                        else "",
                    )
                    for body in bodies
                ],
            )
            for field in section["fields"]
            if field["essential"] or field["helpful"]
        ]
        if rows:
            sections.append((section["title"], rows))
    return {
        "bodies": bodies,
        "sections": sections,
        "sources": contact.sources(library, voice, library.incident.sources),
    }


def consent(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The questions of consent as the form asks them, and as each body's own record has them."""
    (section,) = (s for s in _sections(library, voice) if s["id"] == "consent")
    asked = []
    for body in _bodies(library, voice, page):
        mechanism = library.mechanism(body["mechanism"])
        here = f"mechanisms/{mechanism.id}#consents"
        questions = [
            (voice.prose(f"{here}.question", c.question), voice.prose(f"{here}.if_no", c.if_no))
            for c in mechanism.consents
        ]
        if questions:
            asked.append((body["label"], body["href"], questions))
    return {"section": section, "asked": asked}


def sample(library: Library, voice: Voice, page: Page) -> dict[str, Any]:
    """The form filled for an invented case."""
    answers = {answer.field: answer for answer in library.sample.answers}
    sections = []
    for section in library.incident.sections:
        here = f"incident/fields#sections.{section.id}"
        filled = [
            (
                voice.prose(f"{here}.fields.{field.id}.ask", field.ask),
                _answer(voice, f"{here}.fields.{field.id}", answers[field.id]),
            )
            for field in section.fields
            if field.id in answers
        ]
        if filled:
            sections.append((voice.prose(f"{here}.title", section.title), filled))
    return {"sections": sections}


def _answer(voice: Voice, here: str, answer: SampleAnswer) -> list[Said]:
    """What the example says: its own words, or the chosen options in the form's words."""
    return [voice.prose(f"{here}.options", option) for option in answer.chosen] or [
        voice.prose("incident/sample#answers.text", answer.text)
    ]


def _bodies(library: Library, voice: Voice, page: Page) -> list[dict[str, Any]]:
    """Who takes reports, and what is essential there."""
    return [
        {
            "id": body.id,
            "mechanism": body.mechanism,
            "href": page.up + address.mechanism(body.mechanism),
            "label": voice.prose(f"incident/fields#bodies.{body.id}.label", body.label),
            "languages": contact.languages(voice, body.languages),
            "length": voice.prose(f"incident/fields#bodies.{body.id}.length", body.length),
            "essential": sum(body.id in field.essential for field in library.incident.fields.values()),
        }
        for body in library.incident.bodies
    ]


def _sections(library: Library, voice: Voice) -> list[dict[str, Any]]:
    """All sections with their fields."""
    found = []
    for section in library.incident.sections:
        here = f"incident/fields#sections.{section.id}"
        found.append(
            {
                "id": section.id,
                "title": voice.prose(f"{here}.title", section.title),
                "intro": voice.prose(f"{here}.intro", section.intro),
                "only_if": voice.prose(f"{here}.only_if", section.only_if),
                "fields": [_field(voice, f"{here}.fields.{field.id}", field) for field in section.fields],
            }
        )
    return found


def _field(voice: Voice, here: str, field: ReportField) -> dict[str, Any]:
    """One field."""
    said = lambda part: voice.prose(f"{here}.{part}", getattr(field, part))  # noqa: E731
    return {
        "id": field.id,
        "kind": field.kind,
        "rows": ROWS.get(field.kind, 1),
        "essential": field.essential,
        "helpful": field.helpful,
        "ask": said("ask"),
        "why": said("why"),
        "caution": said("caution"),
        "only_if": said("only_if"),
        "sensitive": field.sensitive,
        "repeat": field.repeat,
        "options": [voice.prose(f"{here}.options", option) for option in field.options],
    }
