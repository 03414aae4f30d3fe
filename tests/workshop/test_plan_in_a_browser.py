"""The planner plans, prints one pack, keeps the plan in the address and in a file, and reckons as the command
does."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from amparo.checks import check_all
from amparo.model.curriculum.agenda import clock_of
from amparo.model.curriculum.timetable import notes, rows
from amparo.planning import plan_of
from amparo.settings import read_settings
from tests.browser.driving import ask_node
from tests.browser.serving import serve
from tests.conftest import PROJECT, ROOT
from tests.site import facts
from tests.workshop import curriculum

AGENDAS = curriculum.records("agendas")
HALF_DAY = 1 + sorted(AGENDAS, key=lambda id: AGENDAS[id]["order"]).index("half-day")
"""Place of the half-day agenda among those to begin with: after an empty day and the shorter ones."""


@pytest.fixture(scope="module", params=[("chromium", "es"), ("chromium", "ar"), ("firefox", "en")])
def made(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What a browser showed while a plan was made."""
    browser, language = request.param
    folder = tmp_path_factory.mktemp("plan")
    broken = folder / "broken.yml"
    broken.write_text("people: [\nnothing\n", "utf-8")
    with serve(site) as served:
        prefix = "" if language == "en" else f"{language}/"
        seen = ask_node(
            {
                "page": f"{served.url}{prefix}workshop/planner.html",
                "begin": HALF_DAY,
                "place": "MX",
                "browser": browser,
                "downloads": str(folder),
                "broken": str(broken),
            },
            ROOT / "tests/workshop/planner.mjs",
        )
    loaded = check_all(PROJECT, read_settings(PROJECT).as_of)[0]
    plan, told = plan_of(loaded, folder / "plan.yml")
    return {
        **seen,
        "plan": plan,
        "told": told,
        "loaded": loaded,
        "language": language,
        "browser": browser,
        "paper": folder / "pack.pdf",
    }


def said(made: dict, text: str, context: str | None = None) -> str:
    """A text in the language of the page."""
    return facts.said(made["language"], text, context)


def title(made: dict, id: str) -> str:
    """A session's title in the language of the page."""
    return said(made, curriculum.session(id)["title"], f"curriculum/sessions/{id}#title")


def test_nothing_is_stored_asked_or_broken(made: dict) -> None:
    assert (made["stored"], made["asked"], made["errors"]) == (0, [], [])


def test_order_repetition_and_things_of_ones_own_move_the_clock(made: dict) -> None:
    opening, core = "opening-agreements", "international-protection-mechanisms"

    assert made["begun"][0][0] == "09:00–09:25" and len(made["begun"]) == 7
    assert made["clock"] == [
        ["13:30–13:55", title(made, opening)],
        ["13:55–14:05", said(made, "tea", "curriculum/agendas/half-day#days.items.pause")],
        ["14:05–14:30", title(made, opening)],
        ["14:30–16:15", title(made, core)],
        ["16:15–16:20", said(made, "stretch and drink", "curriculum/agendas/half-day#days.items.pause")],
        ["16:20–16:55", title(made, "our-protection-plan")],
        ["16:55–17:20", title(made, "next-steps-closing")],
        ["17:20–17:50", "Canto: «agua» & <b>"],
    ]
    assert made["focus"] == "add"


def test_saved_file_is_a_plan_on_the_same_clock_with_the_same_notes(made: dict) -> None:
    plan, sessions = made["plan"], made["loaded"].curriculum.sessions
    assert plan is not None and made["told"].errors == []
    clock = [
        f"{clock_of(row.starts)}–{clock_of(row.ends)}" for day in plan.days for row in rows(day, sessions)
    ]

    assert (plan.language, plan.people, plan.country, plan.group) == (made["language"], 23, "MX", "women")
    assert [row[0] for row in made["clock"]] == clock
    assert (
        plan.helpers[0].name == "Casa de la esquina" and plan.days[0].items[-1].own == "Canto: «agua» & <b>"
    )
    found = notes(plan, sessions)
    assert len(made["notes"]) == len(found) > 3
    for sentence, note in zip(made["notes"], found, strict=True):
        assert note.session is None or note.kind == "pause" or title(made, note.session) in sentence


def test_address_holds_the_plan_and_never_a_helper(made: dict) -> None:
    assert "esquina" not in made["hash"] and made["again"] == made["clock"] and made["kept"] == 0
    assert made["opened"]["clock"] == made["clock"] and made["opened"]["helper"] == "Casa de la esquina"
    assert made["opened"]["hash"] == made["hash"]


def test_file_that_is_no_plan_changes_nothing(made: dict) -> None:
    assert made["refused"]["clock"] == made["clock"]
    assert made["refused"]["said"] == said(made, "This file is no plan of ours. Nothing was changed.")


def test_pack_is_one_document_with_the_real_clock_copies_helpers_and_things_to_bring(made: dict) -> None:
    pack, handouts = made["pack"], curriculum.records("handouts")
    sessions = [
        "opening-agreements",
        "international-protection-mechanisms",
        "our-protection-plan",
        "next-steps-closing",
    ]

    assert [line.split(" ")[0] for line in pack["running"]] == [row[0] for row in made["clock"]]
    # Held twice, the opening has its own clock; the other sessions have the clock of the day.
    assert pack["steps"][0].startswith("0:00") and pack["steps"][1].startswith("14:30")
    lists, keep = said(made, "Lists"), said(made, "What participants keep of each session")
    assert [line[0] for line in pack["lines"][1:7]] == [lists, *(title(made, id) for id in sessions), keep]
    assert [line[4] for line in pack["lines"][:7]] == ["2", "1", *["2"] * 4, "23"]
    cut = [e for id in sessions for e in curriculum.session(id).get("exercises", []) if "cut" in e]
    assert [line[2:] == [] or line[1] for line in pack["lines"]].count(said(made, "To cut")) == len(cut) > 0
    cards = said(made, handouts["h-card-sort"]["title"], "curriculum/handouts/h-card-sort#title")
    assert next(line for line in pack["lines"] if line[0] == cards)[3:] == ["2", "5"]
    here, elsewhere = (
        said(
            made,
            facts.read(curriculum.DATA.parent / f"mechanisms/{id}.yml")["title"],
            f"mechanisms/{id}#title",
        )
        for id in ("iachr-rapporteurship-hrd", "achpr-sr-women")
    )
    assert here in pack["compared"] and elsewhere not in pack["compared"]
    assert pack["added"] == ["Casa de la esquina:\u00a0la vecina"]
    bring = {name: int(many) for many, name in pack["bring"]}
    assert bring[said(made, "chairs", "curriculum/supplies#things.chairs.name")] == 23
    total = sum(int(line[3]) * int(line[4]) for line in pack["lines"])
    assert str(total) in re.sub(r"\D", "", pack["all"])


def test_sides_that_are_told_are_those_that_are_printed(made: dict) -> None:
    if made["browser"] != "chromium":
        pytest.skip("Firefox cannot print to a file here")
    with pikepdf.open(made["paper"]) as pdf:
        printed = len(pdf.pages)
    last = made["pack"]["lines"][-1]
    told = int(last[2]) + int(last[3]) - 1

    assert abs(told - printed) <= 1


@pytest.mark.parametrize("form", ["plain", "pictures"])
def test_other_forms_print_the_sides_that_they_tell(form: str, made: dict) -> None:
    if made["browser"] != "chromium":
        pytest.skip("Firefox cannot print to a file here")
    seen, file = made["forms"][form], made["paper"].with_name(f"{form}.pdf")
    with pikepdf.open(file) as pdf:
        printed, name = len(pdf.pages), str(pdf.docinfo["/Title"])
    handouts = curriculum.records("handouts")
    told = [line[0] for line in seen["lines"]]

    assert abs(int(seen["lines"][-1][2]) + int(seen["lines"][-1][3]) - 1 - printed) <= 1
    if form == "plain":
        text = subprocess.run(
            ["pdftotext", str(file), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert name == said(made, "Notes") and seen["added"] == 0 and "2026" not in text
        assert [title for title in told[2:] if not title.isdigit()] == []
        assert [t for t in (title(made, id) for id in curriculum.records("sessions")) if t in text] == []
    else:
        cards = said(made, handouts["h-card-sort"]["title"], "curriculum/handouts/h-card-sort#title")
        assert seen["drawn"] > 40 and cards in told and seen["added"] == 1


def test_without_script_the_page_plans_by_hand(made: dict) -> None:
    if made["browser"] != "chromium":
        pytest.skip("scripts are off for a whole Firefox")
    assert made["boxes"] == 0 and made["doors"] >= 9 and made["rows"] == len(curriculum.records("sessions"))
