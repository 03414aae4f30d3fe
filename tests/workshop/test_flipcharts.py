"""Drawings of handouts are flipcharts too, as PDF and as presentation whose shapes can be moved; cards are
images that go through a messenger."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.conftest import LANGUAGES
from tests.site import facts
from tests.workshop import curriculum
from tests.workshop.test_paper import letters, pages

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
SHEET = (594, 840)
"""Size of a page of the presentation in millimetres."""


def charts() -> dict[str, dict]:
    """Handouts that are flipcharts."""
    return {id: h for id, h in curriculum.records("handouts").items() if h.get("flipchart") == "true"}


def folder(site: Path, language: str) -> Path:
    """Where the files of a language are."""
    return site / "workshop/print" / language


def content(site: Path, language: str) -> ElementTree.Element:
    """The pages of the presentation."""
    with zipfile.ZipFile(folder(site, language) / "flipcharts.odp") as archive:
        return ElementTree.fromstring(archive.read("content.xml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_has_a_page_for_each_drawing_with_all_its_words(language: str, site: Path) -> None:
    file = folder(site, language) / "flipcharts.pdf"
    found = pages(file)
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang) == language and "/StructTreeRoot" in pdf.Root

    assert 6 <= len(found) == len(charts()) <= 8
    for text, (id, h) in zip(found, charts().items(), strict=True):
        where = f"curriculum/handouts/{id}#"
        drawn = h["pictures"][:4] if h["pictured"] == "map" else h["pictures"]
        said = [facts.said(language, p["say"], f"{where}pictures.say") for p in drawn]
        title = facts.said(language, h["title"], f"{where}title")
        assert letters(" ".join([title, *said])) - letters(text) == {}, id


@pytest.mark.parametrize("language", LANGUAGES)
def test_presentation_opens_with_its_pictures_and_nothing_beyond_its_pages(language: str, site: Path) -> None:
    with zipfile.ZipFile(folder(site, language) / "flipcharts.odp") as archive:
        names = archive.namelist()
        assert names[0] == "mimetype" and archive.read("mimetype").endswith(b"opendocument.presentation")
        for name in names[1:]:
            ElementTree.fromstring(archive.read(name))
    root = content(site, language)
    images = {image.get(LINK) for image in root.iter(f"{DRAW}image")}
    size = lambda part, name: float(part.get(f"{SVG}{name}").removesuffix("mm"))  # noqa: E731
    placed = [part for part in root.iter() if part.get(f"{SVG}width")]

    assert len(list(root.iter(f"{DRAW}page"))) == len(charts()) and images and images <= set(names)
    for part in placed:
        for start, length, most in (("x", "width", SHEET[0]), ("y", "height", SHEET[1])):
            assert size(part, start) >= 0 and size(part, start) + size(part, length) <= most


def test_pages_are_the_other_way_round_where_people_read_from_right_to_left(site: Path) -> None:
    def first(language: str) -> list[float]:
        page = next(content(site, language).iter(f"{DRAW}page"))
        return [float(part.get(f"{SVG}x").removesuffix("mm")) for part in page.iter(f"{DRAW}rect")]

    assert min(first("ar")) < min(first("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_flipcharts_are_linked_from_everything_to_print(language: str, site: Path) -> None:
    prefix = "" if language == "en" else f"{language}/"
    page = (site / prefix / "workshop/print/index.html").read_text("utf-8")

    assert f"{language}/flipcharts.pdf" in page and f"{language}/flipcharts.odp" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_are_small_images_without_properties(language: str, site: Path) -> None:
    """A messenger takes them, and they tell nothing of who made them: PNG with no text, no time, no place."""
    handouts = curriculum.records("handouts")
    sets = {id: h for id, h in handouts.items() if h.get("pictured") == "cards"}
    for id, h in sets.items():
        with zipfile.ZipFile(folder(site, language) / f"cards-{id}.zip") as archive:
            images = [archive.read(name) for name in archive.namelist()]
        assert len(images) == len(h["pictures"]), id
        for image in images:
            assert image.startswith(b"\x89PNG") and len(image) < 60_000
            assert not any(mark in image for mark in (b"tEXt", b"iTXt", b"zTXt", b"tIME", b"eXIf"))

    assert len(sets) >= 5
