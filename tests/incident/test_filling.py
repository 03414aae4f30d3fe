"""The report is made on the device alone: whole for each body and language, kept nowhere, and gone when she
says so."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.browser.driving import drive
from tests.browser.serving import serve
from tests.conftest import LANGUAGES
from tests.incident.form import answers, asked, fields, form, page, report
from tests.site import facts
from tests.site.document import parse

TYPED = {
    "full-name": 'Kamari "W1" O\'Neil & Co <script>document.title = 1</script> <img src=x onerror=alert(1)>',
    "incident-place": "قرب النبع في مارندا، الساعة 21:30 (W2)",
    "link-to-work": "They said: 'Stop.'\n== No heading ==\n</textarea></dd><h1>No element</h1>",
    "perp-affiliation": 'Guards of "Clearline"; 2 men & 1 lorry',
}
"""What is typed key by key."""

LONG = {
    "incident-account": ("At night — at 23:10 — two men came. كانا اثنين. Нет. 夜に。 😀 <b>No</b>\n" * 400)[
        :20_000
    ].strip()
    + "."
}
"""What is put in at once, as by pasting."""

WRITTEN = TYPED | LONG
WHOMS = ("urgent", *(body["id"] for body in form()["bodies"]), "all")
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "dl", "dt", "dd"}
"""All elements of a saved page."""

ICON = "/favicon.ico"
"""Firefox asks a site for this by itself when Back takes a page from memory, whatever the page says of its
icon."""

RUNS = {"chromium": (("file", "en"), ("http", "ar")), "firefox": (("file", "ar"), ("http", "es"))}
TONGUES = sorted(LANGUAGES, key=lambda code: code == "ar")
"""Languages of the headings; the one from right to left last, so that its print can be looked at."""

KEYS = [(name, *run) for name, runs in RUNS.items() for run in runs]


@pytest.fixture(scope="module")
def browsers(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What each browser saw. Both are at work at once: most of the time they wait for keys."""
    folders = [tmp_path_factory.mktemp(name) for name in RUNS]
    with ThreadPoolExecutor() as pool:
        return dict(zip(RUNS, pool.map(partial(visit, site), RUNS, folders), strict=True))


def visit(site: Path, name: str, downloads: Path) -> dict[str, Any]:
    """What one browser saw, all in one go, with a server of its own for the site below a folder."""
    with serve(site, "/some/where/") as served:
        base = {"file": site.as_uri() + "/", "http": served.url}
        seen = drive(
            "../incident/fill.mjs",
            name=name,
            downloads=str(downloads),
            runs=[
                {
                    "page": base[how] + page(site, language).relative_to(site).as_posix(),
                    "elsewhere": base[how] + page(site, language, "sample").relative_to(site).as_posix(),
                    "whoms": WHOMS,
                    "tongues": TONGUES,
                }
                for how, language in RUNS[name]
            ],
            typed=TYPED,
            long=LONG,
            essential=asked("essential"),
            plain=[page(site, language).as_uri() for language in LANGUAGES] if name == "chromium" else [],
            axe=[page(site, language).as_uri() for language in ("en", "ar")] if name == "chromium" else [],
        )
        return seen | {"refused": [*served.reports], "missing": sorted({*served.missing} - {ICON})}


@pytest.fixture(params=KEYS, ids="-".join)
def run(request: pytest.FixtureRequest, browsers: dict[str, Any]) -> Any:
    """One browser at one kind of address in one language."""
    name, *one = request.param
    return browsers[name]["runs"][RUNS[name].index(tuple(one))] | {"language": one[1], "name": name}


def empty(run: Any) -> str:
    """The text of a report in which nothing is written."""
    return report("urgent", run["language"], {})


def test_page_begins_empty_and_says_what_is_missing(run: Any) -> None:
    start = run["start"]

    assert start["filled"] == [] and start["box"] == empty(run)
    assert set(start["missing"]) == set(form()["urgent"]) and (start["whom"], start["tongue"]) == (
        "urgent",
        run["language"],
    )


def test_everything_typed_survives_to_the_last_sign(run: Any) -> None:
    assert len(LONG["incident-account"]) >= 19_900
    assert run["values"] == WRITTEN
    assert run["filled"]["box"] == report("all", run["language"], answers(run["language"], WRITTEN))


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_text_for_each_body_is_exactly_what_it_asks(tongue: str, run: Any) -> None:
    wrong = [
        whom for whom in WHOMS if run["texts"][tongue][whom] != report(whom, tongue, answers(tongue, WRITTEN))
    ]

    assert wrong == []


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_text_for_each_body_has_each_of_its_essential_fields(tongue: str, run: Any) -> None:
    """Once more by the dossier's lists alone: the question is a line, and below it what was typed or that
    nothing was."""
    filled, missing = answers(tongue, WRITTEN), []
    for section in form()["sections"]:
        for field in section["fields"]:
            ask = facts.said(
                tongue, field["ask"], f"incident/fields#sections.{section['id']}.fields.{field['id']}.ask"
            )
            below = filled.get(field["id"]) or facts.said(tongue, "(not filled in)")
            missing += [
                (body, field["id"])
                for body, ids in asked("essential").items()
                if field["id"] in ids and f"\n{ask}\n{below}\n" not in run["texts"][tongue][body]
            ]

    assert missing == [] and all(len(ids) >= 10 for ids in asked("essential").values())


def test_saved_text_is_the_text_of_the_box_under_a_plain_name(run: Any) -> None:
    assert run["text"] == {"name": "notes.txt", "text": "\ufeff" + run["texts"][TONGUES[-1]]["sp"]}


def test_saved_page_says_the_same_and_nothing_typed_is_an_element(run: Any) -> None:
    html = run["page"]["text"]
    root = parse(html.replace("<!doctype html>\n", ""))
    tongue = TONGUES[-1]
    lines = [
        "".join(str(part) for part in node.parts) for node in root.first("body").all("h1", "h2", "dt", "dd")
    ]

    assert run["page"]["name"] == "notes.html" and html.startswith("<!doctype html>\n<html")
    assert {node.tag for node in root.all()} == ELEMENTS
    assert root.first("html").attributes == {"lang": tongue, "dir": "rtl"} and next(
        root.all("meta")
    ).attributes == {"charset": "utf-8"}
    assert list(lines) == [line.removeprefix("== ").removesuffix(" ==") for line in blocks(tongue)]
    assert all(node["dir"] == "auto" and set(node.attributes) == {"dir"} for node in root.all("dd"))


def blocks(tongue: str) -> list[str]:
    """Title, headings, questions and answers of the report for the special procedures."""
    found, filled = [], answers(tongue, WRITTEN)
    rest = report("sp", tongue, filled)
    whole = sorted({text for text in filled.values() if "\n" in text}, key=len, reverse=True)
    for number, text in enumerate(whole):
        rest = rest.replace(text, f"\0{number}")
    for line in rest.split("\n"):
        if line:
            found.append(whole[int(line[1:])] if line.startswith("\0") else line)
    return found


def test_printing_shows_the_text_of_the_box(run: Any) -> None:
    assert (
        run["printed"] == {"text": run["texts"][TONGUES[-1]]["sp"], "dir": "rtl", "isShown": True}
        and run["printable"]
    )


def test_copying_is_told(run: Any) -> None:
    assert run["copied"]["said"] == ["copy"]


def test_nothing_is_stored_sent_or_refused(run: Any) -> None:
    """What the page asks for later is the same for everybody: the words of a language that was chosen, and
    what keeps the place in a change of language."""
    words = {f"assets/report/{tongue}.js" for tongue in LANGUAGES if tongue != run["language"]}
    asked = ["assets/" + address.partition("/assets/")[2] for address in run["asked"]]
    assert len(asked) == len({*asked}) and {*asked} <= words | {"assets/tongues.js"}
    assert run["name"] == "firefox" or {*asked} >= words, (
        "Firefox does not tell all that it loads from a file"
    )
    assert (run["stored"], run["violations"], run["errors"]) == ([], [], [])


@pytest.mark.parametrize("name", RUNS)
def test_nobody_else_is_asked_and_no_cookie_is_left(name: str, browsers: dict[str, Any]) -> None:
    assert {what: browsers[name][what] for what in ("cookies", "asked", "refused", "missing")} == {
        "cookies": 0,
        "asked": [],
        "refused": [],
        "missing": [],
    }


def test_body_is_complete_exactly_when_its_essential_fields_are_filled(run: Any) -> None:
    essential = {body: set(ids) for body, ids in asked("essential").items()}
    seen = run["progress"]["seen"]

    assert run["progress"]["empty"] == [] and seen.keys() == essential.keys() and len(seen) == 10
    for body, ids in essential.items():
        assert not seen[body]["before"], f"{body} is called complete without its last field"
        assert set(seen[body]["after"]) == {other for other, needed in essential.items() if needed <= ids}


def test_forgetting_empties_all_and_undo_brings_nothing_back(run: Any) -> None:
    forgotten = run["forgotten"]

    assert forgotten | {"missing": 0, "dir": 0} == {
        "filled": [],
        "box": empty(run),
        "whom": "urgent",
        "tongue": run["language"],
        "printout": "",
        "said": ["forget"],
        "missing": 0,
        "dir": 0,
        "isFresh": True,
    }
    assert run["undone"]["filled"] == []


@pytest.mark.parametrize("way", ["back", "reloaded"])
def test_coming_back_finds_an_empty_page(way: str, run: Any) -> None:
    assert (run[way]["filled"], run[way]["box"], run[way]["whom"], run[way]["printout"]) == (
        [],
        empty(run),
        "urgent",
        "",
    )


def test_a_browser_did_take_the_page_from_its_memory(browsers: dict[str, Any]) -> None:
    """Else the test above would not show that the page was emptied when it was left."""
    assert {
        name: any(not run["back"]["isFresh"] for run in seen["runs"]) for name, seen in browsers.items()
    } == dict.fromkeys(RUNS, True)


def test_without_script_every_field_is_there_to_print_and_no_tool_that_does_nothing(
    browsers: dict[str, Any],
) -> None:
    for language, seen in zip(LANGUAGES, browsers["chromium"]["plain"], strict=True):
        assert seen["fields"] == list(fields()) and seen["tools"] == 0
        assert [
            facts.said(language, "On this device the form can only be printed.") in note
            for note in seen["note"]
        ] in ([True], [False])
        assert len(seen["note"]) == 1


def test_axe_finds_no_barrier_on_the_filled_page(browsers: dict[str, Any]) -> None:
    assert browsers["chromium"]["axe"] == []
