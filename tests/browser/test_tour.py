"""A visit asks nobody else, stores nothing, breaks no rule of its own and misses no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.text.language import direction

from ..conftest import LANGUAGES
from .driving import drive
from .pages import NOT_FOUND, TOUR, WRONG, path
from .serving import Served, serve

WAYS = [(name, script) for name in ("chromium", "firefox") for script in (True, False)]
WORDS = [f"{name}-{'with' if script else 'without'}-script" for name, script in WAYS]
TWO = (LANGUAGES[0], next(code for code in LANGUAGES if direction(code) == "rtl"))
"""The language at the root and one in a folder of its own: how links lead on from a folder and from a file is
the same in all others, which are visited at the root of a server."""

BAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src *; script-src 'self'; style-src 'self'">
<title>Bad</title>
<link rel="icon" href="data:,"><style>p { color: red }</style><script src="bad.js"></script></head>
<body><img alt="" src="missing.png"><img alt="" src="http://elsewhere.example/x.png"></body></html>"""
BAD_SCRIPT = """localStorage.setItem("a", "b"); sessionStorage.setItem("a", "b"); document.cookie = "a=b";
indexedDB.open("a"); caches.open("a"); throw new Error("broken");"""


@pytest.mark.parametrize(("name", "script"), WAYS, ids=WORDS)
def test_tour_asks_nobody_else_stores_nothing_and_breaks_no_rule(
    name: str, script: bool, site: Path, served: Served, served_below: Served
) -> None:
    for place in (served, served_below):
        place.missing.clear()
        place.reports.clear()
    everywhere, pages = (
        [path(language, page) for language in languages for page in TOUR.values()]
        for languages in (LANGUAGES, TWO)
    )
    tours = [
        {"base": served.url, "pages": [served.url + page for page in [*everywhere, WRONG]]},
        {"base": served_below.url, "pages": [served_below.url + page for page in [*pages, WRONG]]},
        {
            "base": site.as_uri() + "/",
            "pages": [site.joinpath(page).as_uri() for page in [*pages, NOT_FOUND]],
        },
    ]

    problems = drive("tour.mjs", name=name, script=script, tours=tours)

    assert problems == []
    assert (served.missing, served_below.missing) == (["/" + WRONG], ["/some/where/" + WRONG])
    assert served.reports + served_below.reports == []


@pytest.mark.slow("starts a browser")
@pytest.mark.parametrize(("name", "script"), WAYS, ids=WORDS)
def test_tour_would_notice_a_bad_page(name: str, script: bool, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD, "utf-8")
    (tmp_path / "bad.js").write_text(BAD_SCRIPT, "utf-8")
    with serve(tmp_path) as place:
        problems = drive(
            "tour.mjs",
            name=name,
            script=script,
            tours=[{"base": place.url, "pages": [place.url + "bad.html"]}],
        )
        seen = {problem["kind"] for problem in problems}

    assert seen >= {"elsewhere", "failed"} | ({"stored", "violation", "script"} if script else set())
    assert any(
        "CONNECT elsewhere.example" in p["what"] or "GET http://elsewhere.example" in p["what"]
        for p in problems
    )
    assert place.reports and place.missing == ["/missing.png"]
