"""The whole form of the incident report, with its words in every language for the text made on the device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import ON_EVERY_PAGE, Kind, not_found_by_search, nowhere
from amparo.pages.parts import report
from amparo.pages.parts.report import BodyView, SectionView
from amparo.text.voice import Said


class Tongue(NamedTuple):
    """A language in which the headings of a report can stand."""

    code: str
    """Its code."""

    direction: str
    """`ltr` or `rtl`."""

    name: Said
    """Its own name."""


class Words(NamedTuple):
    """What a report says by itself, in another language."""

    code: str
    """Which language."""

    text: str
    """The words, one a line, in the order of the form."""


@dataclass(frozen=True)
class View:
    """What `emergency/incident.html` says."""

    language: str
    """The language of the page."""

    style: str
    """The style of a report that is saved for printing."""

    sections: list[SectionView]
    """All fields."""

    bodies: list[BodyView]
    """Who takes reports."""

    principles: list[Said]
    """How to write a report."""

    urgent: tuple[str, ...]
    """Fields of the short version."""

    tongues: list[Tongue]
    """A report can be written in one language and its headings printed in another."""

    words: list[Words]
    """One long attribute a language: words on every element would break the budget of 30 kB for a page."""


def view(context: Context) -> View:
    """The form in one language, and its words in the others."""
    library, voice = context.library, context.voice
    voices = [renderer.voice for renderer in context.site.renderers.values()]
    return View(
        language=context.language,
        style=context.site.style.report,
        sections=report.sections(context),
        bodies=report.bodies(context),
        principles=[
            voice.translate("incident/fields#principles", text) for text in library.incident.principles
        ],
        urgent=library.incident.urgent,
        tongues=[Tongue(one.language, one.direction, one.language_name(one.language)) for one in voices],
        words=[
            Words(code, "\n".join(_words(context.in_language(code))))
            for code in context.site.renderers
            if code != context.language
        ],
    )


def _words(context: Context) -> Iterator[str]:
    """Everything that a report says by itself, in the order of the form; the script counts on it."""
    voice = context.voice
    yield str(voice.translate(None, "Incident report"))
    yield str(voice.translate(None, "(not filled in)"))
    for body in context.library.incident.bodies:
        yield str(voice.translate(f"incident/fields#bodies.{body.id}.label", body.label))
    for section in report.sections(context):
        yield str(section.title)
        for field in section.fields:
            yield str(field.ask)
            yield from map(str, field.options)


KIND = Kind(
    "incident",
    "emergency/incident",
    view,
    written="emergency/incident/index.md",
    keys=nowhere,
    scripts=(*ON_EVERY_PAGE, "incident.js"),
    entries=not_found_by_search,
)
