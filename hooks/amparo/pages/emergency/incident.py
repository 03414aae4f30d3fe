"""What the pages of the incident report say: the form, the short version, who needs what, consent, and the example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amparo.model.incident import ReportField, SampleAnswer
from amparo.pages.context import Context
from amparo.pages.kind import ON_EVERY_PAGE, Kind, not_found_by_search, nowhere
from amparo.pages.parts import contact
from amparo.text.voice import Said, Voice

ROWS = {"text": 2, "long-text": 8, "date-time": 1, "file": 2, "file-list": 3}
"""Height of a field on screen and paper, in lines."""


def form(context: Context) -> dict[str, Any]:
    """The whole form, with its words in every language for the text that is made on the device."""
    library, voice, _page = context.library, context.voice, context.page
    # A report can be written in one language and its headings printed in another.
    others = [renderer.voice for renderer in context.site.renderers.values()]
    return {
        "language": context.language,
        "style": context.site.style.report,
        "sections": _sections(context),
        "bodies": _bodies(context),
        "principles": [
            voice.translate("incident/fields#principles", text) for text in library.incident.principles
        ],
        "urgent": library.incident.urgent,
        "tongues": [(other.language, other) for other in others],
        # One long attribute a language: words on every element would break the budget of 30 kB for a page.
        "words": [
            (code, "\n".join(_words(context.in_language(code))))
            for code in context.site.renderers
            if code != context.language
        ],
    }


def _words(context: Context) -> Iterator[str]:
    """Everything that a report says by itself, in the order of the form; the script counts on it."""
    library, voice = context.library, context.voice
    yield str(voice.translate(None, "Incident report"))
    yield str(voice.translate(None, "(not filled in)"))
    for body in library.incident.bodies:
        yield str(voice.translate(f"incident/fields#bodies.{body.id}.label", body.label))
    for section in _sections(context):
        yield str(section["title"])
        for field in section["fields"]:
            yield str(field["ask"])
            yield from map(str, field["options"])


def urgent(context: Context) -> dict[str, Any]:
    """The short version: one side of paper."""
    library = context.library
    wanted = set(library.incident.urgent)
    return {
        "sections": [
            (section | {"fields": kept})
            for section in _sections(context)
            if (kept := [field for field in section["fields"] if field["id"] in wanted])
        ]
    }


def needs(context: Context) -> dict[str, Any]:
    """Who needs what: a row a field, a column a body."""
    library = context.library
    bodies = _bodies(context)
    sections = []
    for section in _sections(context):
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
        "sources": contact.sources(context, library.incident.sources),
    }


def consent(context: Context) -> dict[str, Any]:
    """The questions of consent as the form asks them, and as each body's own record has them."""
    library, voice = context.library, context.voice
    (section,) = (s for s in _sections(context) if s["id"] == "consent")
    asked = []
    for body in _bodies(context):
        mechanism = library.mechanism(body["mechanism"])
        here = f"mechanisms/{mechanism.id}#consents"
        questions = [
            (voice.translate(f"{here}.question", c.question), voice.translate(f"{here}.if_no", c.if_no))
            for c in mechanism.consents
        ]
        if questions:
            asked.append((body["label"], body["href"], questions))
    return {"section": section, "asked": asked}


def sample(context: Context) -> dict[str, Any]:
    """The form filled for an invented case."""
    library, voice = context.library, context.voice
    answers = {answer.field: answer for answer in library.sample.answers}
    sections = []
    for section in library.incident.sections:
        here = f"incident/fields#sections.{section.id}"
        filled = [
            (
                voice.translate(f"{here}.fields.{field.id}.ask", field.ask),
                _answer(voice, f"{here}.fields.{field.id}", answers[field.id]),
            )
            for field in section.fields
            if field.id in answers
        ]
        if filled:
            sections.append((voice.translate(f"{here}.title", section.title), filled))
    return {"sections": sections}


def _answer(voice: Voice, here: str, answer: SampleAnswer) -> list[Said]:
    """What the example says: its own words, or the chosen options in the form's words."""
    return [voice.translate(f"{here}.options", option) for option in answer.chosen] or [
        voice.translate("incident/sample#answers.text", answer.text)
    ]


def _bodies(context: Context) -> list[dict[str, Any]]:
    """Who takes reports, and what is essential there."""
    library, voice = context.library, context.voice
    return [
        {
            "id": body.id,
            "mechanism": body.mechanism,
            "href": context.url("mechanism", body.mechanism),
            "label": voice.translate(f"incident/fields#bodies.{body.id}.label", body.label),
            "languages": contact.languages(voice, body.languages),
            "length": voice.translate(f"incident/fields#bodies.{body.id}.length", body.length),
            "essential": sum(body.id in field.essential for field in library.incident.fields.values()),
        }
        for body in library.incident.bodies
    ]


def _sections(context: Context) -> list[dict[str, Any]]:
    """All sections with their fields."""
    library, voice = context.library, context.voice
    found = []
    for section in library.incident.sections:
        here = f"incident/fields#sections.{section.id}"
        found.append(
            {
                "id": section.id,
                "title": voice.translate(f"{here}.title", section.title),
                "intro": voice.translate(f"{here}.intro", section.intro),
                "only_if": voice.translate(f"{here}.only_if", section.only_if),
                "fields": [_field(voice, f"{here}.fields.{field.id}", field) for field in section.fields],
            }
        )
    return found


def _field(voice: Voice, here: str, field: ReportField) -> dict[str, Any]:
    """One field."""
    said = lambda part: voice.translate(f"{here}.{part}", getattr(field, part))  # noqa: E731
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
        "options": [voice.translate(f"{here}.options", option) for option in field.options],
    }


FORM = Kind(
    "incident",
    "emergency/incident",
    form,
    written="emergency/incident/index.md",
    keys=nowhere,
    scripts=("quiet.js", *ON_EVERY_PAGE, "incident.js"),
    entries=not_found_by_search,
)

URGENT = Kind("incident-urgent", "emergency/incident-urgent", urgent, "emergency/incident/urgent.html")

NEEDS = Kind("incident-needs", "emergency/incident-needs", needs, "emergency/incident/needs.html")

CONSENT = Kind("incident-consent", "emergency/incident-consent", consent, "emergency/incident/consent.html")

SAMPLE = Kind("incident-sample", "emergency/incident-sample", sample, "emergency/incident/sample.html")
