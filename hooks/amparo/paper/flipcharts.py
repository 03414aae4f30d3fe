"""Flipcharts as one PDF, and as one presentation (OpenDocument) to change, to show or to print large."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from amparo.pages.context import Context
from amparo.pages.page import Page
from amparo.pages.site import Site
from amparo.pages.workshop.parts import flipchart
from amparo.paper import fonts
from amparo.paper.document import PRESENTATION, document_of

NAME = "flipcharts"
"""Their name, without ending."""

LARGE = 594 / 210
"""How many times larger than A4 the pages of the presentation are: a sheet of A1."""


def data_of(site: Site, language: str) -> dict[str, Any]:
    """All flipcharts of a language as plain data."""
    context = Context(site, Page("sheet.html", "print", NAME), language)
    found = flipchart.slides(context)
    shapes = [[shape._asdict() for shape in slide.shapes] for slide in found]
    return {
        "slides": [{**asdict(slide), "shapes": drawn} for slide, drawn in zip(found, shapes, strict=True)],
        "signs": flipchart.signs(context, found),
        "title": str(context.renderer.fill("print/flipcharts.html").striptags()).strip(),
        "language": language,
        "direction": context.voice.direction,
        "fonts": fonts.families(language),
    }


def presentation_of(site: Site, language: str) -> bytes:
    """The presentation."""
    data = data_of(site, language)
    pictures = {f"Pictures/{name}.svg": drawn for name, drawn in data["signs"].items()}
    return document_of(site.renderers[language].fill, {**data, "large": LARGE}, PRESENTATION, pictures)
