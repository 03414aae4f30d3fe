"""Makes a plan of one's own into one PDF and one document, beside the file that holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from amparo.pages.site import Site
from amparo.pages.workshop.parts.printing import Sides
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
        sides = pages_of(template, gathered, production.data_of(first, language))
        made.append(file.with_suffix(".pdf"))
        made[-1].write_bytes(pdf_of(template, gathered, production.data_of(printed(sides), language)))
    made.append(file.with_suffix(".odt"))
    data = production.data_of(printed(sides), language)
    made[-1].write_bytes(document_of(site.renderers[language].fill, data))
    return made
