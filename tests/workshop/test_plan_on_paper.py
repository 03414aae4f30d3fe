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
from tests.workshop.test_paper import TELLING

pytestmark = pytest.mark.slow("makes packs with the command, as a facilitator does")

EXAMPLE = (ROOT / "data/curriculum/example-plan.yml").read_text("utf-8")
SESSIONS = re.findall(r"session: (\S+)", EXAMPLE)
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

    assert len(sheets) > 14 and sheets[-1][1] + sheets[-1][2] - 1 == last
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


def test_what_is_cut_is_in_the_pack_with_its_copies(made: tuple[str, Path]) -> None:
    language, text = made[0], " ".join("".join(document(made).itertext()).split())
    said = facts.said(language, "Cut along the dashed lines.")
    titles = {
        facts.said(language, e["title"], f"curriculum/sessions/{id}#exercises.{e['id']}.title")
        for id in SESSIONS
        for e in curriculum.session(id).get("exercises", [])
        if "cut" in e
    }

    assert len(titles) > 1 and text.count(said) >= len(titles)
    assert [title for title in titles if text.count(title) < 2] == []


def printed(folder: Path, *changes: tuple[str, str]) -> tuple[str, Path]:
    """What the command says of a plan in English, and its file without ending."""
    file, text = folder / "plan.yml", EXAMPLE.replace("language: es", "language: en")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    done = command(ROOT, "amparo", "paper", str(file), PAPER="")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, folder / "plan"


def test_careful_pack_says_nowhere_what_it_is(tmp_path: Path) -> None:
    """Its margins hold no date, its properties no title, and what is left out is told on the screen alone."""
    # A day's name and a song are the group's own words.
    told, file = printed(tmp_path, ("form: normal", "form: plain"))
    text = " ".join(pages(("en", file)))
    with zipfile.ZipFile(file.with_suffix(".odt")) as archive:
        document = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith("t.xml")
        )
    with pikepdf.open(file.with_suffix(".pdf")) as pdf:
        title, sides = str(pdf.docinfo["/Title"]), len(pdf.pages)

    assert title == "Notes" and sides > 4 and "`h-mechanism-comparison`" in told
    assert re.findall(TELLING["en"], text, re.IGNORECASE) == []
    assert re.findall(TELLING["en"], re.sub(r"<[^>]*>", " ", document), re.IGNORECASE) == []
    assert "Imara" not in text and "Encuentro" not in text


def test_pack_in_pictures_has_drawings_where_participants_would_read(tmp_path: Path) -> None:
    told, file = printed(
        tmp_path,
        ("form: normal", "form: pictures"),
        ("session: first-line-internal", "session: safer-contact"),
        ("        variant: short\n      - pause", "      - pause"),
    )
    text = " ".join(" ".join(pages(("en", file))).split())
    tree = curriculum.records("handouts")["h-protection-plan"]

    with zipfile.ZipFile(file.with_suffix(".odt")) as archive:
        shown = [name for name in archive.namelist() if name.startswith("Pictures/")]
        named = archive.read("content.xml").decode()
        for name in shown:
            ElementTree.fromstring(archive.read(name))

    assert len(shown) > 20 and all(f'"{name}"' in named for name in shown)
    assert "it has no pictures of" in told and "`h-safer-contact`" in told
    assert all(picture["say"] in text for picture in tree["pictures"])
    assert "Casa de la esquina" in text and "These sheets have no pictures" in text
    assert (
        curriculum.session("daily-circle")["key_points"][0]["text"] in text
    )  # The facilitator's part stays.
    assert text.count(curriculum.session("daily-circle")["debrief_questions"][0]) == 1


def test_calls_hold_the_parts_of_a_session_on_their_own_clocks(tmp_path: Path) -> None:
    file = tmp_path / "plan.yml"
    core = "      - session: international-protection-mechanisms\n        variant: part-"
    head = "language: en\ncalls: true\neditions: [facilitator]\ndays:\n"
    call = '  - start: "{}:00"\n    items:\n'
    file.write_text(f"{head}{call.format(10)}{core}1\n{call.format(18)}{core}2\n", "utf-8")
    done = command(ROOT, "amparo", "paper", str(file), PAPER="")
    text = " ".join(" ".join(pages(("en", tmp_path / "plan"))).split())

    assert done.returncode == 0, done.stdout + done.stderr
    for clock, part in (("10:00–10:50", "In calls, part 1"), ("18:00–18:50", "In calls, part 2")):
        assert clock in text and part in text
    assert "10:30–10:50" in text and re.search(r"18:\d\d–18:50", text) and " 0:00–" not in text


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
