"""Makes a plan of one's own into one PDF and one document, beside the file that holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from amparo.pages.site import Site
from amparo.pages.workshop.pack import Sides
from amparo.pages.workshop.printed import PrintedSheet
from amparo.paper import fonts, production
from amparo.paper.document import document_of
from amparo.paper.typesetting import pages_of, pdf_of
from amparo.project import Project

Printed = Callable[[Sides | None], PrintedSheet]
"""Gives a pack, with the sides that its sheets take where they are known."""


def make(project: Project, site: Site, printed: Printed, file: Path) -> list[Path]:
    """Write `file` with the endings `.pdf` and `.odt`. Returns what was written: where a font is missing,
    the document alone."""
    made, sides, first = [], None, printed(None)
    language = first.language
    if "pdf" in site.made_in(language):
        gathered = production.store_of(project, site.settings) / "fonts"
        fonts.gather(fonts.find(fonts.names_of(list(site.renderers))), gathered)
        template = project.find("templates/print/paper.typ")
        # Laid out twice: only then it is known how many sides each sheet takes.
        sides = pages_of(template, gathered, _data(first))
        made.append(file.with_suffix(".pdf"))
        made[-1].write_bytes(pdf_of(template, gathered, _data(printed(sides))))
    made.append(file.with_suffix(".odt"))
    data = _data(printed(sides))
    made[-1].write_bytes(document_of(site.renderers[language].fill, data))
    return made


def _data(sheet: PrintedSheet) -> dict[str, Any]:
    """A pack as plain data."""
    data = production.data_of(sheet, sheet.language)
    return {**data, "parts": [_drawable(part) for part in data["parts"]]}


def _drawable(part: Any) -> Any:
    """A part without signs of a font, which no PDF for people who listen may hold: where they stood is a box
    to draw in."""
    if isinstance(part, str):
        return part
    tag, attributes, parts = part
    if attributes.get("class") == "frame":
        return [tag, attributes, []]
    is_grid = tag == "ul" and attributes.get("class") == "pictures"
    return [
        tag,
        {**attributes, "class": "boxes"} if is_grid else attributes,
        [_drawable(one) for one in parts],
    ]
