"""Everything can be found, lunr weighs it, and the packed form is small, the same every time and unfolds to
the same."""

from __future__ import annotations

import base64
import functools
import gzip
import json
import lzma
import re
from pathlib import Path

import pytest
import yaml

from amparo.pages.entry import Entry
from amparo.search.entries import entries_of
from amparo.search.index import ROUNDING, Index, build_index
from amparo.search.packing import DIGITS, growing, swapped_letters
from amparo.search.writing import LZMA, pressed, script, search_at
from tests.conftest import LANGUAGES, ROOT
from tests.search.conftest import analyser, in_node, the_site

MOST = 80_000
"""Bytes that the first result may cost in a language, packed as a server would: Arabic letters take two bytes
each. A copy has 370 bodies and the lines of 241 places to find."""


@functools.cache
def entries(language: str) -> list[Entry]:
    """Everything that can be found in a language."""
    return entries_of(the_site(), language)


@functools.cache
def index(language: str) -> Index:
    """The index of a language."""
    return build_index(entries(language), analyser(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_found(language: str) -> None:
    """Questions stand behind the first one of their entry, parts of lists behind the first part, lists of a
    kind of help in a
    region are put together in the browser; all official ways of a country, its text to send, who helps with a
    situation in all countries, numbers of one region, cards, pages to print and news by subject are one tap
    behind a page."""
    behind = (
        "question",
        "service-region",
        "country-official",
        "country-text",
        "situation",
        "without-internet-in",
        "not-found",
        "cards",
        "poster",
        "print",
        "take",
        "news-tag",
    )
    pages = {page.address for page in the_site().pages.values() if page.kind not in behind and page.part == 1}
    pages |= {f"{name}.html" for name in the_site().written}

    assert pages - {entry.address for entry in entries(language)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_a_page(language: str) -> None:
    pages = {page.address for page in the_site().pages.values()} | {
        f"{name}.html" for name in the_site().written
    }

    assert {entry.address for entry in entries(language) if entry.address} - pages == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_synonym_leads_somewhere(language: str) -> None:
    """Words for a page that is not there would be lost without a word."""
    library, found = the_site().library, {entry.address.removesuffix(".html") for entry in entries(language)}
    words = {word for entry in entries(language) for word in (*entry.words, *entry.names)}
    synonyms = library.synonyms[language]

    assert synonyms.pages.keys() - found == set()
    for field in (
        "services",
        "needs",
        "groups",
        "regions",
        "violations",
        "places",
        "organisations",
        "mechanisms",
    ):
        assert [
            word for others in getattr(synonyms, field).values() for word in others if word not in words
        ] == [], field


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_belongs_to_something_finds_it(language: str) -> None:
    keys = {entry.key for entry in entries(language)}

    assert {key for entry in entries(language) for key in entry.about} - keys == {"everywhere"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_browser_weighs_words_as_lunr_does(language: str) -> None:
    """No weight is sent: what the browser works out is what lunr says of the same words."""
    seen = in_node(
        script(the_site(), language),
        "[...window.siteSearch.index.postings].map(([word, list]) => "
        "[word, list.map(({ entry, weight }) => [entry.n, weight])])",
    )
    weights = {word: dict(map(tuple, found)) for word, found in seen}
    lunr = index(language).postings

    assert {word: set(found) for word, found in weights.items()} == {
        word: set(found) for word, found in lunr.items()
    }
    assert [
        word
        for word, found in lunr.items()
        for n, weight in found.items()
        if weights[word][n] != pytest.approx(weight, abs=ROUNDING)
    ] == []


def test_a_lunr_that_weighs_otherwise_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amparo.search.index.SATURATION", 2.0)

    with pytest.raises(ValueError, match="in another way"):
        build_index([Entry("list", "a.html", "One", text=("word word",))], analyser("en"))


def test_letters_of_two_bytes_change_places_with_letters_of_one() -> None:
    ours, theirs = swapped_letters("ببب aب")

    assert (ours, theirs) == ("ب", "e")
    assert swapped_letters("un año") == ("", "")


@pytest.mark.parametrize(
    "numbers", [[], [0], [0, 1, 2], [44, 90, 91, 5000 - 1000], [3, 48, 49, 139, 140, 1000, 4000]]
)
def test_growing_numbers_unfold(numbers: list[int]) -> None:
    text, found, last, half = growing(numbers), [], -1, len(DIGITS) // 2
    signs = iter(text)
    for sign in signs:
        step = DIGITS.index(sign)
        last += 1 + (step if step < half else (step - half) * len(DIGITS) + DIGITS.index(next(signs)))
        found.append(last)

    assert found == numbers


def test_search_is_the_same_every_time() -> None:
    assert script(the_site(), "ar") == script(the_site(), "ar")


def test_preview_gives_the_search_at_its_place_only() -> None:
    assert search_at(the_site(), "assets/search/es.js") == script(the_site(), "es")
    assert [
        search_at(the_site(), path)
        for path in ("assets/search/xx.js", "assets/search.js", "es.js", "assets/search/../es.js")
    ] == [None] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_result_is_cheap(language: str, site: Path) -> None:
    files = (site / "assets/page.js", site / "assets/search.css", site / f"assets/search/{language}.js")

    assert sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files) <= MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_script_is_plain_and_whole(language: str, site: Path) -> None:
    """No evaluation of text, nothing fetched, no comment left; what is pressed is the index."""
    text = (site / f"assets/search/{language}.js").read_text("utf-8")
    code, data = text.split("return searchOf(", 1)
    size, letters = re.fullmatch(
        r'JSON\.parse\(unpressed\((\d+),"([A-Za-z0-9+/=]+)"\)\)\);\n\}\)\(\);\n', data
    ).groups()
    whole = lzma.decompress(base64.b64decode(letters), lzma.FORMAT_RAW, filters=[LZMA])

    assert not re.search(
        r"\beval\b|new Function|fetch\(|XMLHttp|import\(|Worker|localStorage|sessionStorage|cookie|innerHTML|"
        r"/\*|^\s*//",
        code,
        re.M,
    )
    assert len(whole) == int(size)
    assert json.loads(whole)["titles"].count("\n") == len(entries(language)) - 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "ábc " * 5,
        "ab" * 70_000,
        "".join(chr(33 + n * n % 90) for n in range(9_000)),
        "سلام 漢字 𝒳" * 3,
    ],
)
def test_browser_unfolds_what_the_build_pressed(text: str) -> None:
    """Nothing and one letter, one copy of many lengths, text without copies, letters of four bytes."""
    engine = the_site().engine["pressed"]

    assert in_node(engine, "unpressed({}, '{}')".format(*pressed(text))) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_browser_knows_the_address_of_every_entry(language: str) -> None:
    """Words of names are not sent a second time in addresses."""
    seen = in_node(script(the_site(), language), "window.siteSearch.index.entries.map((one) => one.address)")

    assert seen == [entry.address for entry in index(language).entries]


def test_engine_has_no_words_for_readers() -> None:
    for file in (ROOT / "hooks/theme/search").glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text("utf-8"), flags=re.S)
        words = {text for text in re.findall(r'"([^"\n]*)"', code) if re.search(r"[a-z] [a-z]", text)}

        assert words == set(), file.name


def test_another_language_needs_no_code(tmp_path: Path) -> None:
    """A language file is only data: French rules written here work at once."""
    from amparo.model.search import Analysis
    from amparo.text.analysis import Analyser

    rules = yaml.safe_load(
        "{language: fr, ignored: [la, les, des], "
        "endings: [[{cut: aux, put: al}, {cut: s, left: 3}], [{cut: e, left: 3}]]}"
    )
    rules = json.loads(
        json.dumps(rules),
        object_hook=lambda d: {k: tuple(map(tuple, v)) if k == "endings" else v for k, v in d.items()},
    )
    french = Analyser(the_site().library.letters.letters, Analysis.model_validate(rules))

    assert french.tokens("La défenseure, les défenseures des journaux") == [
        "defenseur",
        "defenseur",
        "journal",
    ]
