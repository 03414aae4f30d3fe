"""The planner works with and without script and keeps nothing; sheets fit on A4 and Letter without empty
pages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.serving import serve
from tests.conftest import LANGUAGES, ROOT
from tests.site import facts
from tests.workshop import curriculum


def drive(script: str, job: dict | list) -> dict | list:
    """What a browser script saw."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / script)],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_planner_makes_a_clock_a_list_and_a_pack_and_stores_nothing(language: str, site: Path) -> None:
    core = "international-protection-mechanisms"
    choose = ["opening-agreements", core, "our-protection-plan"]
    with serve(site) as served:
        seen = drive(
            "workshop/planner.mjs",
            {
                "page": f"{served.url}{language}/workshop/planner.html",
                "choose": choose,
                "short": [core],
                "start": "13:30",
            },
        )

    title = {
        id: facts.said(language, curriculum.session(id)["title"], f"curriculum/sessions/{id}#title")
        for id in choose
    }
    assert seen["before"] is True and seen["clock"] == [
        f"13:30–14:20 {title[choose[0]]}",
        f"14:20–15:35 {title[core]}",
        f"15:35–15:50 {facts.said(language, 'break')}",
        f"15:50–16:50 {title[choose[2]]}",
    ]
    assert len(seen["materials"]) == len(set(seen["materials"])) >= 10
    assert seen["print"] == [
        f"print/session-{id}-{who}.html" for id in choose for who in ("facilitator", "participants")
    ]
    assert seen["stored"] == 0 and seen["asked"] == [] and seen["boxes"] == 0 and seen["doors"] >= 9


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_sheets_print_from_a_browser_without_spare_pages(format: str, site: Path) -> None:
    """Each handout of one side stays on one side; nothing leaves an empty page behind."""
    single = [h for h, record in curriculum.records("handouts").items() if record["pages"] == "1"]
    pages = [site / folder / f"workshop/print/{h}.html" for folder in ("es", "ar") for h in single]
    found = drive("doors/print.mjs", [{"url": page.as_uri(), "format": format} for page in pages])

    assert {
        f"{page.parts[-4]}/{page.stem}": sides for page, sides in zip(pages, found, strict=True) if sides != 1
    } == {}
