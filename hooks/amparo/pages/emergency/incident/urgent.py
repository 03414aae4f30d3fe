"""The short version of the incident report: one side of paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import report
from amparo.pages.parts.report import SectionView


@dataclass(frozen=True)
class View:
    """What `emergency/incident-urgent.html` says."""

    sections: list[SectionView]
    """The fields of the short version, in the sections of the whole one."""


def view(context: Context) -> View:
    """Only what must be known at once."""
    wanted = set(context.library.incident.urgent)
    return View(
        [
            replace(section, fields=kept)
            for section in report.sections(context)
            if (kept := [field for field in section.fields if field.id in wanted])
        ]
    )


KIND = Kind("incident-urgent", "emergency/incident-urgent", view, "emergency/incident/urgent.html")
