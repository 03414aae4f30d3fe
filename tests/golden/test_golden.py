"""A record, a country sheet and guided questions as they must be, sign by sign, in English and Arabic.

After a change that is meant: UPDATE_GOLDEN=1 python -m pytest tests/golden, then read the difference in git.
"""

from __future__ import annotations

import difflib
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from amparo.library import Library
from amparo.model.loading import FOLDERS, load_all
from amparo.pages.site import Site
from amparo.pages.sources import Sources
from amparo.pages.style import Style
from amparo.project import Project
from amparo.settings import Settings
from amparo.signs import read_signs
from amparo.source import Problems
from amparo.text.catalogue import read_translations
from tests.conftest import ROOT

TINY = ROOT / "tests/site/tiny/data"
SETTINGS = Settings(
    date(2026, 11, 21),
    "Amparo",
    "https://example.org/",
    (("en", "English"), ("ar", "العربية")),
    frozenset({"en"}),
)
WRITTEN = {
    "safety": "---\ntitle: Safety\ndescription: A page.\n---\n",
    "about/index": "---\ntitle: About\ndescription: A page.\n---\n",
}
PAGES = {
    "organisation": ("organisation", "night-line"),
    "organisation-with-risk": ("organisation", "river-house"),
    "signpost": ("organisation", "old-bridge"),
    "country": ("country", "HN"),
    "question": ("question", "unsure-danger"),
    "end": ("end", "unsure-now"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Three organisations and one question with our real words and places. The style is a placeholder: pages
    do not change with it."""
    root = tmp_path_factory.mktemp("tiny")
    shutil.copytree(TINY, root / "data")
    shutil.copytree(ROOT / "data/vocabulary", root / "data/vocabulary")
    shutil.copyfile(ROOT / "data/places.yml", root / "data/places.yml")
    shutil.copyfile(ROOT / "data/line-sources.yml", root / "data/line-sources.yml")
    shutil.copyfile(ROOT / "data/signs.yml", root / "data/signs.yml")
    for folder in ("incident", "search", "signs"):
        shutil.copytree(ROOT / "data" / folder, root / "data" / folder)
    for folder in FOLDERS:
        (root / "data" / folder).mkdir(exist_ok=True)
    for domain in ("ui", "vocabulary"):
        shutil.copyfile(
            ROOT / f"data/translations/ar/{domain}.po", root / f"data/translations/ar/{domain}.po"
        )
    problems = Problems()
    loaded = load_all(Project(root), problems)
    library = Library(loaded, SETTINGS.as_of)
    assert problems.all == []
    sources = Sources(
        ROOT / "hooks/templates",
        {"ar": read_translations(Project(root), "ar")},
        Style("p{}", "p{}"),
        WRITTEN,
        read_signs(Project(root), loaded.signs),
    )
    return Site(library, SETTINGS, sources)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_it_must_be(name: str, language: str, site: Site) -> None:
    golden = Path(__file__).parent / language / f"{name}.html"
    page = site.page(site.page_of(*PAGES[name]), language) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page, "utf-8")

    difference = difflib.unified_diff(
        golden.read_text("utf-8").splitlines(), page.splitlines(), "golden", "now", lineterm="", n=1
    )

    assert "\n".join(difference) == ""
