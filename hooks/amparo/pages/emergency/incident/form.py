"""The whole form of the incident report; its words in the other languages stand in `words`."""

from __future__ import annotations

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

    assets: str
    """The way to the site's files, for the words of those languages."""


def view(context: Context) -> View:
    """The form in one language."""
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
        assets=context.root + "assets/",
    )


KIND = Kind(
    "incident",
    "emergency/incident",
    view,
    written="emergency/incident/index.md",
    keys=nowhere,
    scripts=(*ON_EVERY_PAGE, "incident.js"),
    entries=not_found_by_search,
)
