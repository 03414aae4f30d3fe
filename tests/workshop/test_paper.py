"""The PDFs and documents beside the site: tagged, whole, without traces, the same everywhere, made again only
when they change."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.conftest import LANGUAGES, build, command, copy_project
from tests.site import facts
from tests.site.document import parse
from tests.site.trees import copy_backwards, tree_of
from tests.workshop import curriculum

INK = 250
"""Darker than this (of 255) is ink, also a thin line at 18 dots an inch."""

TELLING = {
    "en": r"defend|human right|\brights\b|activis|mechanism|\bUN\b|rapporteur|embass|donor|funder|workshop"
    r"|amparo|protection|20\d\d",
    "es": r"defens|derechos|activis|mecanismo|\bONU\b|relator|embajad|donante|financi|taller"
    r"|amparo|protecci|20\d\d",
}
"""Words and dates that would say what a sheet is."""

FOOT = 785
"""Points from the upper edge at which the foot of a page begins."""

ALLOWED = {
    "http://purl.org/dc/elements/1.1/": {"title", "language"},
    "http://www.aiim.org/pdfua/ns/id/": {"part"},
}
"""What a PDF may say about itself: title, language, and that it is made for people who listen."""


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    """Where the files are."""
    found = site / "workshop/print"
    assert (found / "en").is_dir(), "the site was built without editions: AMPARO_SITE must name one with them"
    return found


def pdfs(folder: Path) -> list[Path]:
    """Every PDF."""
    return sorted(folder.glob("*/*.pdf"))


@cache
def pages(file: Path) -> tuple[str, ...]:
    """The text of each page, in the order in which it is read."""
    text = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    return tuple(text.split("\f")[:-1])


def area(file: Path, top: int, height: int) -> list[str]:
    """The text of a part of each page, line by line as it stands on paper."""
    words = [
        "pdftotext",
        "-layout",
        "-x",
        "0",
        "-y",
        str(top),
        "-W",
        "595",
        "-H",
        str(height),
        str(file),
        "-",
    ]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]


def letters(text: str) -> Counter:
    """Letters and digits without marks and forms: extraction may change the order in ligatures, never the
    letters."""
    return Counter(
        sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] in "LN"
    )


def careful(id: str) -> str:
    """The name of a careful PDF, which says nothing."""
    return f"notes-{hashlib.sha256(id.encode()).hexdigest()[:4]}.pdf"


def has_cut(session: dict) -> bool:
    """Whether a session has anything that not everybody gets from the beginning."""
    handouts = curriculum.records("handouts")
    return any("cut" in exercise for exercise in session.get("exercises", [])) or any(
        handouts[h].get("copies", "person") != "person" for h in session.get("handouts", [])
    )


def promised(folder: Path) -> set[str]:
    """The name of every file that a language has. Which countries have a list of their own is seen from their
    pages in `folder`."""
    sessions, handouts, agendas, plans = (
        curriculum.records(kind) for kind in ("sessions", "handouts", "agendas", "plans")
    )
    packs = ("facilitator", "participants", "cut")
    wanted = {f"session-{id}-{who}.pdf" for id in sessions for who in packs[:2]}
    wanted |= {f"session-{id}-cut.pdf" for id, session in sessions.items() if has_cut(session)}
    wanted |= {f"session-{id}.odt" for id in sessions}
    wanted |= {f"{id}{large}.pdf" for id in handouts for large in ("", "-large")}
    wanted |= {
        f"agenda-{id}-{who}.pdf" for id in agendas for who in (*packs, "participants-large", "pictures")
    }
    wanted |= {f"plan-{plan}-{id}-{who}.pdf" for plan in plans for id in agendas for who in packs}
    wanted |= {f"helpers-{region}{large}.pdf" for region in facts.terms("region") for large in ("", "-large")}
    wanted |= {f"cards-{id}.zip" for id, h in handouts.items() if h.get("pictured") == "cards"}
    wanted |= {careful(id) for id in agendas} | {"flipcharts.pdf", "flipcharts.odp"}
    wanted |= {careful(id) for id, record in handouts.items() if record.get("careful") == "true"}
    lists = {page.stem for page in folder.glob("helpers-*.html")}
    return wanted | {f"{name}.odt" for name in lists if not name.endswith(("-two", "-codes", "-pictures"))}


def test_every_file_that_is_promised_is_there_in_every_language(folder: Path) -> None:
    wanted = promised(folder)

    assert {
        language: {file.name for file in (folder / language).iterdir()} for language in LANGUAGES
    } == dict.fromkeys(LANGUAGES, wanted)


def test_every_pdf_is_tagged_and_says_only_its_title_and_language(folder: Path) -> None:
    wrong = {}
    for file in pdfs(folder):
        with pikepdf.open(file) as pdf:
            said = {}
            for name in pdf.open_metadata():
                space, _, local = name[1:].partition("}")
                said.setdefault(space, set()).add(local)
            facts_of = {
                "title": bool(str(pdf.docinfo.get("/Title", ""))),
                "other": sorted(set(pdf.docinfo.keys()) - {"/Title"}),
                "language": str(pdf.Root.get("/Lang", "")) == file.parent.name,
                "marked": bool(pdf.Root.MarkInfo.Marked),
                "tree": "/StructTreeRoot" in pdf.Root,
                "metadata": all(names <= ALLOWED.get(space, set()) for space, names in said.items()),
                "attachments": len(pdf.attachments),
                "a4": {tuple(round(float(x)) for x in page.mediabox[2:]) for page in pdf.pages}
                == {(595, 842)},
            }
            if facts_of != {
                "title": True,
                "other": [],
                "language": True,
                "marked": True,
                "tree": True,
                "metadata": True,
                "attachments": 0,
                "a4": True,
            }:
                wrong[file.name] = facts_of

    assert len(pdfs(folder)) > 600 and wrong == {}


def test_every_font_is_embedded_with_its_letters(folder: Path) -> None:
    wrong = []
    for language in LANGUAGES:
        for name in (
            "agenda-two-day-facilitator",
            "agenda-half-day-participants",
            "helpers-south-asia",
            "h-card-sort",
        ):
            lines = subprocess.run(
                ["pdffonts", str(folder / language / f"{name}.pdf")],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split("\n")[2:]
            wrong += [line for line in lines if line and line.split()[-5:-2] != ["yes", "yes", "yes"]]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_says_every_letter_that_the_page_says(language: str, folder: Path, site: Path) -> None:
    checked = 0
    for file in sorted((site if language == "en" else site / language).glob("workshop/print/*.html")):
        pdf = folder / language / f"{file.stem}.pdf"
        if not pdf.exists():
            continue
        edition = parse(file.read_text("utf-8")).first(".edition")
        wanted = letters(
            " ".join(
                part.text
                for part in edition.all("h1", "h2", "h3", "p", "li", "td", "th", "dd")
                if "screen" not in part.classes
                and not part.within(".screen")
                and not part.within("li")
                and not part.within("td")
            )
        )
        text = "".join(pages(pdf))
        checked += 1

        assert wanted - letters(text) == Counter(), pdf.name
        assert "\ufffd" not in text and "\u25a1" not in text, pdf.name
    assert checked >= 50


def lowest(file: Path) -> list[float]:
    """Where the last ink of each page stands, above its foot: 0 is the upper edge, 1 the lower one."""
    raw = subprocess.run(["pdftoppm", "-r", "18", "-gray", str(file)], capture_output=True, check=True).stdout
    foot, found, at = 0.875 if file.stem.endswith("-large") else 0.925, [], 0
    while at < len(raw):
        kind, size, most = raw[at : at + 40].split(b"\n", 3)[:3]
        wide, high = map(int, size.split())
        first = at + len(kind) + len(size) + len(most) + 3
        rows = (raw[first + y * wide : first + (y + 1) * wide] for y in range(int(high * foot)))
        found.append(max((y for y, row in enumerate(rows) if min(row) < INK), default=0) / high)
        at = first + wide * high
    return found


def test_no_page_ends_in_its_upper_third_unless_its_document_ends_there(folder: Path) -> None:
    short = {
        f"{file.parent.name}/{file.name} {n}"
        for file in pdfs(folder)
        if not file.stem.endswith("-pictures")
        for n, end in enumerate(lowest(file)[:-1], 1)
        if end < 1 / 3
    }

    assert short == set()


def sides(folder: Path, language: str, name: str) -> int:
    """Sides of paper of a PDF."""
    return len(pages(folder / language / f"{name}.pdf"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_a_day_for_fourteen_people_takes_at_most_160_sides(language: str, folder: Path) -> None:
    """Fourteen sets for participants, one for the facilitator, and what is cut or made for groups for three
    groups; its first sides are those for the room."""
    handouts = curriculum.records("handouts")
    room = sum(int(record["pages"]) for record in handouts.values() if record.get("copies") == "room")
    shared = sides(folder, language, "agenda-half-day-cut")
    whole = 14 * sides(folder, language, "agenda-half-day-participants")
    whole += sides(folder, language, "agenda-half-day-facilitator")

    assert whole + room + 3 * (shared - room) <= 160


def test_large_print_is_large_everywhere(folder: Path) -> None:
    small = set()
    for file in folder.glob("*/*-large.pdf"):
        done = subprocess.run(
            ["pdftohtml", "-xml", "-stdout", "-i", "-zoom", "1", str(file)], capture_output=True, text=True
        )
        sizes = {int(size) for size in re.findall(r'<fontspec [^>]*size="(\d+)"', done.stdout)}
        small |= {f"{file.parent.name}/{file.name}: {size}" for size in sizes if size < 16}

    assert small == set()


@pytest.mark.parametrize("language", ["en", "es"])
def test_careful_pdfs_have_no_title_no_date_and_no_word_that_tells(language: str, folder: Path) -> None:
    files = sorted((folder / language).glob("notes-*.pdf"))
    told = {
        f"{file.name}: {found}"
        for file in files
        for found in re.findall(TELLING[language], " ".join(pages(file)), re.IGNORECASE)
    }
    titles = set()
    for file in files:
        with pikepdf.open(file) as pdf:
            titles.add(str(pdf.docinfo["/Title"]))

    assert len(files) > 15 and told == set() and titles == {facts.said(language, "Notes")}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_says_its_number_of_its_sheet_and_the_day_of_the_facts(
    language: str, folder: Path
) -> None:
    """A pack is given out sheet by sheet: each counts its own sides."""
    feet = area(folder / language / "agenda-half-day-participants.pdf", FOOT, 842 - FOOT)
    words = facts.said(language, "Page %(x)s of %(y)s")
    form = re.compile(re.sub(r"%\(.\)s", r"(\\d+)", words).replace(" ", r"\s+"))
    numbers = [tuple(map(int, form.search(text).groups())) for text in feet]
    starts = [n for n, (x, _) in enumerate(numbers) if x == 1]

    assert all("2026" in text for text in feet) and len(starts) > 5
    for first, after in itertools.pairwise([*starts, len(numbers)]):
        assert numbers[first:after] == [(n, after - first) for n in range(1, after - first + 1)], first


def test_no_step_is_torn_over_two_pages(folder: Path) -> None:
    squeeze = lambda text: re.sub(r"\W+", "", text)  # noqa: E731
    for id, record in curriculum.records("sessions").items():
        texts = [squeeze(text) for text in pages(folder / "en" / f"session-{id}-facilitator.pdf")]
        for step in record["steps"]:
            do = squeeze(curriculum.said("en", id, "steps.do", step["do"]))
            say = squeeze(curriculum.said("en", id, "steps.say", step["say"]))
            assert any(do in text and say in text for text in texts), f"{id}: {step['title']}"


@pytest.mark.parametrize("language", LANGUAGES[:2])
def test_each_handout_of_a_pack_stands_once_and_begins_on_a_new_sheet(language: str, folder: Path) -> None:
    for id, agenda in curriculum.records("agendas").items():
        sessions = [slot["session"] for day in agenda["days"] for slot in day["items"] if "session" in slot]
        wanted = {h for s in sessions for h in curriculum.session(s).get("handouts", [])} | set(
            agenda.get("hand_out_anyway", [])
        )
        handouts = curriculum.records("handouts")
        theirs = {h for h in wanted if handouts[h].get("copies", "person") == "person"}
        theirs -= {h for h in theirs if handouts[h].get("for_facilitators") == "true"}
        heads = [
            "".join(text.split())[:60] for text in pages(folder / language / f"agenda-{id}-participants.pdf")
        ]
        for h in theirs:
            title = "".join(
                facts.said(
                    language, curriculum.records("handouts")[h]["title"], f"curriculum/handouts/{h}#title"
                ).split()
            )
            assert sum(head.startswith(title[:40]) for head in heads) == 1, f"{id}: {h}"


def test_sides_of_paper_are_as_records_say(folder: Path) -> None:
    most = {
        h: max(len(pages(folder / language / f"{h}.pdf")) for language in LANGUAGES)
        for h in curriculum.records("handouts")
    }
    lists = max(len(pages(file)) for file in folder.glob("*/helpers-*.pdf") if "-large" not in file.name)
    most["h-organisation-list"] = max(lists, most["h-organisation-list"])

    assert most == {h: int(record["pages"]) for h, record in curriculum.records("handouts").items()}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Some editions made by two people in two places."""
    one, other = (
        copy_project(tmp_path_factory.mktemp("one") / "amparo"),
        copy_backwards(tmp_path_factory.mktemp("other") / "elsewhere"),
    )
    for project, environment in (
        (one, {"TZ": "UTC", "LC_ALL": "C"}),
        (other, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
    ):
        done = command(
            project, "amparo", "paper", "agenda-half-day,session-daily", PAPER="yes", **environment
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return one, other


def test_two_makings_are_the_same_to_the_last_byte(twins: tuple[Path, Path]) -> None:
    one, other = (tree_of(project / "site") for project in twins)
    wanted = {name for name in promised(twins[0]) if name.startswith(("agenda-half-day", "session-daily"))}

    assert one == other and len(wanted) > 10
    assert {
        language: {path.rpartition("/")[2] for path in one if f"/{language}/" in path and "." in path}
        for language in LANGUAGES
    } == dict.fromkeys(LANGUAGES, wanted)


def test_what_has_not_changed_is_not_made_again(twins: tuple[Path, Path]) -> None:
    project = twins[0]
    again = command(project, "amparo", "paper", "agenda-half-day", PAPER="yes")
    made = sum(name.startswith("agenda-half-day") for name in promised(project)) * len(LANGUAGES)
    # Only the facilitator is told what is not possible in this time.
    due = len(LANGUAGES)
    file = project / "data/curriculum/agendas/half-day.yml"
    file.write_text(
        file.read_text("utf-8").replace("Offer a second meeting.", "Offer one more meeting."), "utf-8"
    )
    changed = command(project, "amparo", "paper", "agenda-half-day", PAPER="yes")

    assert made > 20 and f"{made} files, {made} of them unchanged, 0 to make" in again.stdout
    assert f"{made} files, {made - due} of them unchanged, {due} to make" in changed.stdout


def test_documents_open_and_name_the_licence_and_the_date(folder: Path) -> None:
    for language in LANGUAGES:
        for file in sorted((folder / language).glob("*.odt")):
            with zipfile.ZipFile(file) as archive:
                first = archive.infolist()[0]
                roots = {
                    name: ElementTree.fromstring(archive.read(name))
                    for name in archive.namelist()
                    if name.endswith(".xml")
                }
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED) and len(
                roots
            ) == 4, file.name
            text = " ".join("".join(roots["content.xml"].itertext()).split())
            assert "CC BY 4.0" in text and facts.day(language) in text, file.name
    read = subprocess.run(
        ["odt2txt", "--width=-1", str(folder / "es/session-international-protection-mechanisms.odt")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )

    assert (
        "Claiming Rights, Claiming Justice" in read.stdout
        and facts.said("es", "Notes for the facilitator") in read.stdout
    )


@pytest.mark.slow("builds a site and its documents on a machine without fonts")
def test_without_fonts_the_build_says_what_it_left_out_and_finishes(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    shutil.rmtree(project / "data/translations")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        re.sub(r"(?m)^    published_when:.*\n(?:      .*\n)*", "", settings), "utf-8"
    )
    (tmp_path / "empty").mkdir()

    done = build(project, PAPER="yes", AMPARO_FONTS=str(tmp_path / "empty"), AMPARO_LANGUAGE="en")

    assert done.returncode == 0, done.stderr
    assert "The PDFs are left out" in done.stderr and "fonts-noto-core" in done.stderr
    assert (
        list((project / "site").rglob("*.pdf")) == []
        and len(list((project / "site/workshop/print/en").glob("session-*.odt"))) == 20
    )
    assert ".pdf" not in (project / "site/workshop/print/index.html").read_text("utf-8")
