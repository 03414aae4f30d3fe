"""What an editor sees in the preview is what the build will publish; a mistake never takes the pages away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.driving import drive
from tests.conftest import copy_project
from tests.previewing import preview

ORGANISATION = "emergency/organisations/udefegua.html"


def without_reload(page: str | None) -> str:
    """A page without what lets it come again in the preview."""
    page = (page or "").replace('<script src="/preview.js"></script>', "")
    return page.replace("; connect-src 'self'", "", 1).strip()


def test_the_preview_shows_edits_keeps_the_last_good_pages_and_equals_the_build(
    site: Path, tmp_path: Path
) -> None:
    """Record pages, lists and hand-written pages, in the language asked for and in the source language."""
    project = copy_project(tmp_path / "project")
    record = project / "data/organisations/udefegua.yml"
    good = record.read_text("utf-8")
    with preview(project, "es") as shown:
        for address in (
            "index.html",
            "es/index.html",
            "es/emergency/countries/gt.html",
            "mechanisms/compare.html",
            "es/emergency/report.html",
            f"es/{ORGANISATION}",
        ):
            assert without_reload(shown.page(address)) == (site / address).read_text("utf-8").strip(), address
        assert shown.page("emergency/countries/xx.html") is None
        assert "excluded" not in shown.said
        assert "'es'" in shown.said and "'ar'" not in shown.said

        record.write_text(re.sub(r"^summary: .*$", "summary: Words of an editor.", good, flags=re.M), "utf-8")
        shown.wait(lambda: "Words of an editor." in (shown.page(ORGANISATION) or ""))
        assert "Words of an editor." in (shown.page("emergency/countries/gt.html") or "")

        record.write_text("status: happy\n" + good, "utf-8")
        shown.wait(lambda: "stands here a second time" in shown.said)
        assert "Words of an editor." in (shown.page(ORGANISATION) or "")

        record.write_text(good, "utf-8")
        shown.wait(
            lambda: (
                without_reload(shown.page(ORGANISATION)) == (site / ORGANISATION).read_text("utf-8").strip()
            )
        )


@pytest.mark.slow("runs the preview, a browser and a build anew")
def test_page_comes_again_by_itself_when_its_record_has_changed(tmp_path: Path) -> None:
    """A page of a record and a hand-written one, under their own policy, without a word of error."""
    project = copy_project(tmp_path / "project")
    record, page = project / "data/organisations/udefegua.yml", project / "docs/about/facts.md"
    good = record.read_text("utf-8")
    with preview(project, "en") as shown:
        seen = drive(
            "renewed.mjs",
            pages=[shown.address(ORGANISATION), shown.address("about/facts.html")],
            change=[
                [str(record), re.sub(r"(?m)^summary: .*$", "summary: Words of an editor.", good)],
                [str(page), page.read_text("utf-8") + "\nWords of an editor.\n"],
            ],
            words="Words of an editor.",
        )

    assert seen == {"renewed": [True, True], "errors": []}
