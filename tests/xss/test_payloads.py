"""No text of a record, a vocabulary, a place or a translation adds an element, an attribute or a script to
any page."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import markdown
import pytest

from amparo.checks import pages, words
from amparo.project import Project
from tests.browser.driving import drive
from tests.conftest import LANGUAGES
from tests.xss.sites import HARMLESS, PAYLOADS, Shape, make_site, pages_in

FEWEST_PAYLOADS, FEWEST_KINDS = 30, 20
SAFE_ADDRESS = re.compile(r"https?://|mailto:|tel:|sms:|data:,$|#|(\.\./)*[\w./-]*(#[\w%:~=.-]+)?$")


@cache
def harmless(language: str) -> dict[str, list]:
    """The elements of every page when all texts are harmless."""
    return {
        address: Shape(html).elements for address, html in pages_in(make_site(HARMLESS), HARMLESS, language)
    }


@pytest.mark.slow("prints and reads every kind of page in each language, once for each payload")
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_payload_stays_text_on_every_kind_of_page(payload: str) -> None:
    site, changed, unsafe, lost = make_site(payload), [], [], []
    for language in LANGUAGES:
        for address, html in pages_in(site, payload, language):
            shape = Shape(html)
            if shape.elements != harmless(language)[address]:
                changed.append(
                    (
                        language,
                        address,
                        [
                            pair
                            for pair in zip(shape.elements, harmless(language)[address], strict=False)
                            if pair[0] != pair[1]
                        ][:1],
                    )
                )
            unsafe += [
                (language, address, link) for link in shape.addresses if not SAFE_ADDRESS.match(link or "")
            ]
            if address.endswith("/full.html") and payload not in shape.text:
                lost.append((language, address))

    assert (changed, unsafe, lost) == ([], [], [])


def test_payloads_and_pages_are_many() -> None:
    assert len(PAYLOADS) >= FEWEST_PAYLOADS and len(harmless("en")) >= FEWEST_KINDS


def test_most_payloads_would_add_elements_to_a_page_that_forgets_to_escape() -> None:
    page = '<p title="{0}">{0}</p>'
    plain = Shape(page.format(HARMLESS)).elements

    assert sum(Shape(page.format(payload)).elements != plain for payload in PAYLOADS.values()) >= 20


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_payload_in_hand_written_text_is_refused_or_stays_text(payload: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(f"---\ntitle: a\ndescription: b\n---\n\n{payload}\n", "utf-8")
    po = tmp_path / "pages.po"
    said = json.dumps(payload, ensure_ascii=False)
    po.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "x"\nmsgid "{"Words. " * 2000}"\nmsgstr {said}\n',
        "utf-8",
    )

    is_harmless = is_plain(Shape(markdown.markdown(payload, extensions=["toc", "tables", "fenced_code"])))

    assert is_harmless or list(pages.check(Project(tmp_path), "Amparo"))
    assert is_harmless or list(words.check_file(po, "pages.po", "es", "Amparo"))


def is_plain(shape: Shape) -> bool:
    """Whether a text is nothing but paragraphs and marked words."""
    return {tag for tag, _ in shape.elements} <= {"p", "code", "strong", "em"} and not any(
        names for _, names in shape.elements
    )


def own_scripts(name: str) -> int:
    """How many scripts a page has from us: that of every page; the report's own, and what opens folded parts
    for paper."""
    return 2 if "incident/index" in name or "organisations/full" in name else 1


@pytest.mark.slow("starts a browser")
def test_crafted_pages_run_nothing_in_a_browser(tmp_path: Path) -> None:
    everything = " ".join(PAYLOADS.values())
    site = make_site(everything)
    files = {
        f"{language}/{address}.html": html
        for language in ("en", "ar")
        for address, html in pages_in(site, everything, language)
        if address.endswith(("/full.html", "mx.html", "search.html", "index.md"))
    }
    policy = re.search(r"<meta http-equiv=[^>]+>", files["en/index.md.html"])[0]
    files |= {
        "raw.html": f"<!doctype html><title>x</title>{everything}",
        "walled.html": f"<!doctype html>{policy}<title>x</title>{everything}",
    }
    for name, html in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(html, "utf-8")

    ran = drive("../xss/listen.mjs", pages={name: (tmp_path / name).as_uri() for name in files})

    assert ran.pop("raw.html")["ran"] > 0, "the browser runs the payloads of a page that escapes nothing"
    assert {name: seen["ran"] for name, seen in ran.items() if seen["ran"]} == {}
    assert {
        name: seen["scripts"]
        for name, seen in ran.items()
        if seen["scripts"] != own_scripts(name) and name != "walled.html"
    } == {}
