"""The cards of a handout in pictures, each as an image for a messenger: for calls, where nobody can hold
up paper."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amparo.pages.context import Context
from amparo.pages.page import Page
from amparo.pages.site import Site
from amparo.pages.workshop.parts import flipchart, pictures
from amparo.paper import fonts
from amparo.paper.document import file_of
from amparo.paper.typesetting import images_of

FOLDER = "cards-"
"""Beginning of the names of the archives."""

DOTS = 150
"""Dots an inch: 532 across, clear on a telephone and 10 kB each."""


def names(site: Site) -> Iterator[str]:
    """The name of each archive, without ending; its handout follows `FOLDER`."""
    handouts = site.library.curriculum.handouts if site.printing.names else {}
    yield from (f"{FOLDER}{id}" for id, h in handouts.items() if h.pictured == "cards")


def data_of(site: Site, language: str, name: str) -> dict[str, Any]:
    """The cards of one handout as plain data."""
    context = Context(site, Page("sheet.html", "print", name), language)
    sheet = next(iter(pictures.of_handout(context, name.removeprefix(FOLDER))))
    cards = [card for row in sheet.rows for card in row]
    return {
        "cards": [{"number": card.number, "sign": card.sign, "say": str(card.say)} for card in cards],
        "signs": flipchart.signs_of(context, (card.sign for card in cards)),
        "language": language,
        "direction": context.voice.direction,
        "fonts": fonts.families(language),
    }


def archive_of(template: Path, gathered: Path, data: dict[str, Any]) -> bytes:
    """All cards in one archive, each under its number."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n, image in enumerate(images_of(template, gathered, data, DOTS), 1):
            archive.writestr(file_of(f"{n:02}.png"), image, zipfile.ZIP_STORED)
    return out.getvalue()
