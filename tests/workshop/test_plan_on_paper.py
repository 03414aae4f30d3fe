"""A plan of one's own becomes one PDF and one document: in order, on the real clock, with sides that are
true."""

from __future__ import annotations

import re
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.conftest import ROOT, command
from tests.site import facts
from tests.workshop import curriculum

pytestmark = pytest.mark.slow("makes packs with the command, as a facilitator does")

EXAMPLE = (ROOT / "data/curriculum/example-plan.yml").read_text("utf-8")
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@pytest.fixture(scope="module", params=["es", "ar"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The language of a pack, and its file without ending."""
    folder = tmp_path_factory.mktemp(request.param)
    file = folder / "plan.yml"
    file.write_text(EXAMPLE.replace("language: es", f"language: {request.param}"), "utf-8")
    done = command(ROOT, "amparo", "paper", str(file), PAPER="")
    assert done.returncode == 0 and "warning" in done.stdout, done.stdout + done.stderr
    return request.param, folder / "plan"


def pages(made: tuple[str, Path]) -> list[str]:
    """The text of each page of the PDF."""
    file = made[1].with_suffix(".pdf")
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\f")[:-1]


def document(made: tuple[str, Path], name: str = "content.xml") -> ElementTree.Element:
    """A part of the document."""
    with zipfile.ZipFile(made[1].with_suffix(".odt")) as archive:
        return ElementTree.fromstring(archive.read(name))


def test_clock_of_the_day_stands_on_the_first_side_alone(made: tuple[str, Path]) -> None:
    first, second = pages(made)[:2]

    assert re.findall(r"\d\d:\d\d", first)[:2] == ["10:00", "14:00"]
    assert "13:10" in first and "13:10" not in second


def test_told_sides_and_pages_are_those_of_the_pdf(made: tuple[str, Path]) -> None:
    with pikepdf.open(made[1].with_suffix(".pdf")) as pdf:
        last = len(pdf.pages)
        begins = {
            str(item.title): next(
                n for n, page in enumerate(pdf.pages, 1) if page.objgen == item.destination[0].objgen
            )
            for root in [pdf.open_outline().root]
            for top in root
            for item in (top, *top.children)
            if item.destination is not None
        }
    tables = document(made).iter(f"{TABLE}table")
    rows = [["".join(cell.itertext()) for cell in row] for t in tables for row in t.iter(f"{TABLE}table-row")]
    lines = [row for row in rows if len(row) == 5 and row[4].strip().isdigit()]
    sheets = [(row[0].strip(), int(row[2]), int(row[3]), int(row[4])) for row in lines]

    assert len(sheets) > 15 and sheets[-1][1] + sheets[-1][2] - 1 == last
    assert all(a[1] + a[2] == b[1] for a, b in pairwise(sheets))
    assert any(begins.get(title) == page for title, page, *_ in sheets)
    total = sum(sides * copies for _, _, sides, copies in sheets)
    assert str(total) in " ".join(" ".join(document(made).itertext()).split())


def test_pdf_is_tagged_in_its_language_and_says_nothing_else(made: tuple[str, Path]) -> None:
    language, file = made
    with pikepdf.open(file.with_suffix(".pdf")) as pdf:
        told = set(pdf.docinfo.keys())

        assert told == {"/Title"} and str(pdf.Root.Lang) == language and bool(pdf.Root.MarkInfo.Marked)


def test_document_has_the_local_helpers_beside_those_of_the_country(made: tuple[str, Path]) -> None:
    text = " ".join("".join(document(made).itertext()).split())

    assert "Casa de la esquina: preguntar a la vecina" in text
    assert facts.said(made[0], "Added by the group") in text


def test_document_is_one_that_somebody_can_edit(made: tuple[str, Path]) -> None:
    content, styles = document(made), document(made, "styles.xml")
    body = content.find(".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text")
    row = {
        style.get(f"{STYLE}name"): style
        for style in content.iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "table-row"
    }

    # The first page begins with the title, and nothing sends the reader to the next one before the clock.
    assert body[0].tag == f"{TEXT}h" and body[1].get(f"{TEXT}style-name") == "Standard"
    assert len(list(styles.iter(f"{TEXT}page-number"))) == len(list(styles.iter(f"{TEXT}page-count"))) == 1
    assert all(
        style[0].get("{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}keep-together") == "always"
        for style in row.values()
    )
    used = {one.get(f"{TABLE}style-name") for one in content.iter(f"{TABLE}table-row")}
    assert {"Row", "Card", "Line"} <= used <= row.keys()
    cards = [row for row in content.iter(f"{TABLE}table-row") if row.get(f"{TABLE}style-name") == "Card"]
    assert len(cards) * 2 >= len(curriculum.records("handouts")["h-card-sort"]["contents"])


def test_every_edition_and_form_can_be_set_for_any_country(tmp_path: Path) -> None:
    file = tmp_path / "plan.yml"
    plan = EXAMPLE.replace("country: MX", "country: TN").replace("form: normal", "form: pictures")
    plan = plan.replace("[facilitator, participants, handouts]", "[handouts, team]")
    file.write_text(plan.replace("language: es", "language: ar"), "utf-8")
    done = command(ROOT, "amparo", "paper", str(file), PAPER="")

    assert done.returncode == 0, done.stdout + done.stderr
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert len(pdf.pages) > 15


def test_plan_with_an_error_makes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(EXAMPLE.replace("session: daily-circle", "session: dayly-circle"), "utf-8")
    done = command(ROOT, "amparo", "paper", str(file), PAPER="")

    assert done.returncode == 1 and "there is no session `dayly-circle`" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.yml"]
