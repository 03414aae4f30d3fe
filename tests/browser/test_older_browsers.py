"""Half-new and old phones: with what browsers before 2018, 2020 and 2021 lack taken out of style and script,
the exit is there, nothing lies on anything else, and the search works or is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .driving import drive
from .pages import KINDS, path

LACKING = {
    2021: r":(?:is|where|has)\(|aspect-ratio|^(?:row-)?gap:|focus-visible|details-content|color-scheme",
    2020: r"clamp\(|min\(|max\(|inset-|(?:margin|padding)-(?:block|inline):|text-underline|:anywhere|/ \"\"",
    2018: r"(?:margin|padding|border)-(?:inline|block)-|(?:block|inline)-size|:contents|prefers-color"
    r"|inline-(?:start|end)",
}
"""What browsers before a year do not know: a declaration is lost, a selector loses its whole rule."""

PHONES = [{"width": 360, "height": 640}, {"width": 240, "height": 320}]
"""A small phone, and one with keys (KaiOS)."""

LOOKED_AT = (
    *("start", "landing", "country", "official ways", "service", "situation", "without internet, by country"),
    *("question", "end", "guidance", "organisations", "organisation with offers", "A to Z", "status"),
    *(
        "mechanism",
        "mechanisms",
        "comparison",
        "desk",
        "incident report",
        "who needs what",
        "session",
        "planner",
    ),
)
"""One page of each kind whose parts differ."""

BAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bad</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>.leave { padding: 20px; width: 90px }
p { position: absolute; top: 0; margin: 0; background: white }</style>
</head><body><div class="top"><a class="leave" href="a">Leave it now</a></div>
<p>This text lies on the exit.</p><p>And this on that.</p>
<pre>A line that is much longer than any telephone is wide, without a place to break.</pre></body></html>"""


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet: what stands before the brackets, and in them."""
    start = depth = opened = 0
    for at, sign in enumerate(css):
        if sign == "{":
            depth += 1
            if depth == 1:
                opened = at
        elif sign == "}":
            depth -= 1
            if not depth:
                yield css[start:opened], css[opened + 1 : at]
                start = at + 1


def older(css: str, year: int) -> str:
    """A style sheet as a browser before a year understands it."""
    lacks = re.compile("|".join(what for since, what in LACKING.items() if since >= year)).search
    kept = []
    for head, body in blocks(css):
        if not lacks(head):
            inside = (
                older(body, year)
                if "{" in body
                else ";".join(one for one in body.split(";") if not lacks(one))
            )
            kept.append(f"{head}{{{inside}}}")
    return "".join(kept)


def aged(site: Path, folder: Path, year: int) -> list[str]:
    """The pages to look at with an older style inside, and their addresses."""
    found = []
    for language in ("en", "ar"):
        for kind in LOOKED_AT:
            text = (site / path(language, KINDS[kind])).read_text("utf-8")
            sheets = [
                (site / "assets" / name).read_text("utf-8")
                for name in re.findall(r'assets/([\w-]+\.css)"', text)
            ]
            sheets += re.findall(r"<style>(.*?)</style>", text, re.S)
            text = re.sub(
                r'<meta http-equiv.*?>|<link rel="stylesheet".*?>|<style>.*?</style>', "", text, flags=re.S
            )
            file = folder / str(year) / language / f"{kind.replace(' ', '-')}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            style = "".join(older(sheet, year) for sheet in sheets)
            file.write_text(text.replace("</head>", f"<style>{style}</style></head>"), "utf-8")
            found.append(file.as_uri())
    return found


@pytest.mark.parametrize("year", [2018, 2020, 2021])
def test_exit_is_never_covered_and_nothing_overlaps(year: int, site: Path, tmp_path: Path) -> None:
    assert drive("older.mjs", pages=aged(site, tmp_path, year), phones=PHONES) == {}


@pytest.mark.slow("starts a browser")
def test_look_would_notice_a_bad_page(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD, "utf-8")
    address = (tmp_path / "bad.html").as_uri()

    (wrong,) = drive("older.mjs", pages=[address], phones=PHONES[:1]).values()

    assert {one.partition(":")[0] for one in wrong} >= {"the exit is covered or out of sight", "wide"}
    assert any(" lies on " in one for one in wrong)


def test_style_is_aged_as_a_browser_would() -> None:
    css = "a:is(b,c){top:0}d{gap:1px;top:1px}@media print{e{margin-inline-start:0;left:0}}"

    assert older(css, 2018) == "d{top:1px}@media print{e{left:0}}"
    assert older(css, 2021) == "d{top:1px}@media print{e{margin-inline-start:0;left:0}}"
    assert older("@supports (inset-inline-start:0){f{top:0}}", 2020) == ""


LESS = """delete Array.prototype.flatMap; delete Object.entries;
for (const part of [Element, CharacterData, Document, DocumentFragment])
for (const name of ["before", "after", "append", "prepend", "remove", "replaceWith", "replaceChildren"])
delete part.prototype[name];"""
"""A browser of 2017 and before."""

BREAKS = "Array.prototype.flatMap = () => { throw new Error('broken'); };"


def test_search_of_an_older_browser_stays_a_link(site: Path) -> None:
    pages = [
        site.joinpath(path("en", KINDS[kind])).as_uri() for kind in ("start", "incident report", "planner")
    ]

    seen = drive(
        "old_script.mjs", visits=[{"page": page, "before": LESS, "type": "Honduras"} for page in pages]
    )

    assert [(one["errors"], one["box"], one["link"], one["exit"]) for one in seen] == [
        ([], False, True, True)
    ] * 3


@pytest.mark.parametrize(
    "breaks",
    [
        {"before": BREAKS},
        {"after": BREAKS},
        {"blocks": "/search/"},
        {"after": "siteContacts = {}; Map.prototype.get = null;"},
    ],
    ids=["as it opens", "while somebody types", "not loaded", "not able to compare"],
)
def test_link_comes_back_when_the_search_breaks(breaks: dict[str, str], site: Path) -> None:
    page = site.joinpath(path("en", KINDS["start"])).as_uri()

    (seen,) = drive("old_script.mjs", visits=[{"page": page, "type": "Honduras", **breaks}])

    assert (seen["box"], seen["link"], seen["says"]) == (False, True, "")


def test_search_of_a_new_browser_finds(site: Path) -> None:
    page = site.joinpath(path("en", KINDS["start"])).as_uri()

    (seen,) = drive("old_script.mjs", visits=[{"page": page, "type": "Honduras"}])

    assert seen["errors"] == [] and seen["box"] and not seen["link"] and seen["results"] > 0
