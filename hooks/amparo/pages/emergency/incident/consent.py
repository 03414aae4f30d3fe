"""The questions of consent as the form asks them, and as each body's own record has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import consents, report
from amparo.pages.parts.consents import ConsentView
from amparo.pages.parts.report import SectionView
from amparo.text.voice import Said


class Asked(NamedTuple):
    """What one body asks."""

    label: Said
    """The body."""

    href: str
    """The way to its page."""

    questions: list[ConsentView]
    """Its questions."""


@dataclass(frozen=True)
class View:
    """What `emergency/incident-consent.html` says."""

    section: SectionView
    """The section of the form."""

    asked: list[Asked]
    """The bodies that ask something."""


def view(context: Context) -> View:
    """The form's questions, then those of the bodies."""
    (section,) = (section for section in report.sections(context) if section.id == "consent")
    asked = []
    for body in report.bodies(context):
        questions = consents.asked_by(context.voice, context.library.mechanism(body.mechanism))
        if questions:
            asked.append(Asked(body.label, body.href, questions))
    return View(section, asked)


KIND = Kind("incident-consent", "emergency/incident-consent", view, "emergency/incident/consent.html")
