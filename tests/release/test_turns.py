"""What changed between two releases is told in words: old and new of every number, warning and status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from amparo.building import open_site
from amparo.pages.about import release as page
from amparo.pages.about.release import Notes
from amparo.pages.about.turn import Turn
from amparo.pages.site import Site
from amparo.pages.style import policy_of
from amparo.release import ledger, news
from amparo.release.facts import Failed
from amparo.release.ledger import Entry
from amparo.release.turning import turns_between
from amparo.settings import read_settings
from tests.conftest import LANGUAGES, PROJECT
from tests.site.document import parse

LIBRARY: Any = SimpleNamespace(danger=SimpleNamespace(forbids=lambda text: "listed" in text))
BODY = Entry(
    {"en": "Good Defenders", "es": "Buenas Defensoras"},
    "active",
    {"phone-1": ("phone", "+353 1 210 0489"), "email-1": ("email", "a@example.org")},
    {"phone-1": {"en": "The police listen.", "es": "La policía escucha."}},
)
KEY = "organisations/good"


def between(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> list[tuple[Any, ...]]:
    """Changes as (part, records, sort, old, new)."""
    return [
        (turn.part, [who.key for who in turn.who], turn.code, turn.old, turn.new)
        for turn in turns_between(old, new, LIBRARY)
    ]


def test_every_number_that_changed_came_or_went_is_told_with_before_and_now() -> None:
    contacts = {"phone-1": ("phone", "+353 1 210 0490"), "phone-2": ("phone", "+353 1 210 0491")}
    new = replace(BODY, contacts=contacts)

    assert between({KEY: BODY}, {KEY: new}) == [
        ("contact", [KEY], "email", "a@example.org", None),
        ("contact", [KEY], "phone", "+353 1 210 0489", "+353 1 210 0490"),
        ("contact", [KEY], "phone", None, "+353 1 210 0491"),
    ]
    assert between({KEY: BODY}, {KEY: BODY}) == []


def test_a_contact_of_another_sort_is_one_that_went_and_one_that_came() -> None:
    new = replace(BODY, contacts={**BODY.contacts, "phone-1": ("fax", "+353 1 210 0489")})

    assert between({KEY: BODY}, {KEY: new}) == [
        ("contact", [KEY], "phone", "+353 1 210 0489", None),
        ("contact", [KEY], "fax", None, "+353 1 210 0489"),
    ]


def test_status_and_bodies_that_came_or_went_are_told_and_a_new_body_tells_its_warnings() -> None:
    old = {KEY: BODY, "organisations/old": Entry({"en": "Old"}, "active")}
    new = {KEY: replace(BODY, status="closed"), "mechanisms/new": replace(BODY, contacts={})}

    assert between(old, new) == [
        ("warning", ["mechanisms/new"], None, None, BODY.warnings["phone-1"]),
        ("status", [KEY], None, "active", "closed"),
        ("new", ["mechanisms/new"], None, None, None),
        ("gone", ["organisations/old"], None, None, None),
    ]


def test_a_warning_is_another_when_its_words_are_and_not_when_its_translation_is() -> None:
    better = replace(BODY, warnings={"phone-1": {"en": "The police listen.", "es": "La policía oye."}})
    other = replace(BODY, warnings={"phone-1": {"en": "Do not call.", "es": "No llame."}})

    assert between({KEY: BODY}, {KEY: better}) == []
    assert between({KEY: BODY}, {KEY: other}) == [
        ("warning", [KEY], None, BODY.warnings["phone-1"], other.warnings["phone-1"])
    ]


def test_what_touches_several_records_alike_is_told_once() -> None:
    new = replace(BODY, warnings={})
    keys = [f"organisations/{name}" for name in "abc"]

    assert between(dict.fromkeys(keys, BODY), dict.fromkeys(keys, new)) == [
        ("warning", keys, None, BODY.warnings["phone-1"], None)
    ]


def test_an_older_address_that_may_no_longer_be_kept_is_told_nowhere() -> None:
    old = replace(
        BODY, contacts={"web-1": ("web", "https://listed.org"), "web-2": ("web", "https://listed.org/2")}
    )
    new = replace(BODY, contacts={"web-1": ("web", "https://example.org")})

    assert between({KEY: old}, {KEY: new}) == [("contact", [KEY], "web", None, "https://example.org")]


@pytest.fixture(scope="module")
def site() -> Site:
    """The site of the project's own records."""
    return open_site(PROJECT, read_settings(PROJECT))[0]


def test_the_ledger_of_a_release_holds_every_record_and_comes_back_as_it_was(
    site: Site, tmp_path: Path
) -> None:
    made = ledger.ledger_of(site)
    ledger.write(made, tmp_path / ledger.FILE)

    assert ledger.read(tmp_path) == made and ledger.read(tmp_path / "nowhere") is None
    assert len([key for key in made if key.startswith("organisations/")]) == len(site.library.organisations)
    assert any(entry.contacts for key, entry in made.items() if key.startswith("lines/"))
    assert {tuple(entry.names) for entry in made.values()} == {LANGUAGES}
    (tmp_path / ledger.FILE).write_text("{")
    with pytest.raises(Failed, match=r"ledger\.json"):
        ledger.read(tmp_path)


def test_the_ledger_holds_no_address_that_may_not_be_kept(site: Site) -> None:
    hidden = {
        contact.value
        for body in site.library.organisations.values()
        for contact in body.contacts
        if site.library.danger.hides_contact(body, contact)
    }
    kept = {value for entry in ledger.ledger_of(site).values() for _, value in entry.contacts.values()}

    assert hidden and kept and not hidden & kept


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ("Front Line Defenders: Phone", "Before: +353 1 210 0489", "Now: +353 1 210 0490", "Guidance"),
        ),
        (
            "es",
            (
                "Front Line Defenders: Teléfono",
                "Antes: +353 1 210 0489",
                "Ahora: +353 1 210 0490",
                "Consejos",
            ),
        ),
        ("ar", ("Front Line Defenders: هاتف", "قبل: +353 1 210 0489", "الآن: +353 1 210 0490", "إرشادات")),
    ],
)
def test_the_page_of_the_copy_tells_it_in_words_and_leads_to_the_record(
    language: str, words: tuple[str, ...], site: Site, tmp_path: Path
) -> None:
    now = ledger.ledger_of(site)
    key = "organisations/front-line-defenders"
    id, sort = next((id, sort) for id, (sort, _) in now[key].contacts.items() if sort == "phone")
    before, after = ({**now[key].contacts, id: (sort, f"+353 1 210 {end}")} for end in ("0489", "0490"))
    turns = turns_between(
        {key: replace(now[key], contacts=before)}, {key: replace(now[key], contacts=after)}, site.library
    )

    text = site.release_page(
        language, Notes("a", "1", (1, "2026-11-01"), turns, (("A page", "safety.html"),))
    )
    news.write_turns(site, turns, (1, "2026-11-01"), tmp_path / "changes")
    carried = parse((tmp_path / f"changes/changes-{language}.html").read_text("utf-8"))

    main = parse(text).first("main")
    said = " ".join(main.text.split())
    assert [one for one in words if one not in said] == []
    assert {"emergency/organisations/front-line-defenders.html", "safety.html"} <= {
        a["href"] for a in main.all("a")
    }
    assert not list(carried.all("a"))
    assert policy_of(carried.first("style").text) in (
        tmp_path / f"changes/changes-{language}.html"
    ).read_text("utf-8")
    assert [one for one in words[:3] if one not in " ".join(carried.first("main").text.split())] == []


def test_the_page_says_when_nobody_knows_and_when_nothing_changed(site: Site) -> None:
    pages = [
        parse(site.release_page("en", Notes("a", "1", (1, "2026-11-01"), turns))).first("main").text
        for turns in (None, ())
    ]

    assert "is not known" in pages[0] and "says anything else than before" not in pages[0]
    assert "says anything else than before" in pages[1] and "is not known" not in pages[1]


def test_a_page_with_more_changes_than_it_may_hold_says_how_many_and_where_they_are(site: Site) -> None:
    now = ledger.ledger_of(site)
    turns = turns_between({}, {key: one for key, one in now.items() if one.status}, site.library)
    assert len(turns) > 2 * page.MOST_TOLD or isinstance(turns[0], Turn)
    text = site.release_page("en", Notes("a", "1", (1, "2026-11-01"), turns * 3))

    assert f"{len(turns) * 3 - page.MOST_TOLD}" in text and "in the folder changes" in text
