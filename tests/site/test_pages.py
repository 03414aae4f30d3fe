"""All pages are there in all languages, and each has what every page must have."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from babel import Locale

from tests.conftest import LANGUAGES
from tests.site import facts, rules
from tests.site.conftest import NEUTRAL
from tests.site.document import Node, parse
from tests.site.rules import RULES, Seen
from tests.site.test_links import target

Pages = dict[str, Seen]


FEWEST_LINES = {"pt": 0, "ru": 1}
"""Lines on the start page that answer in a language, where we know fewer than two for anybody, anywhere."""


def tree(site: Path, address: str) -> Node:
    """A page's elements."""
    return parse((site / address).read_text("utf-8"))


def words(site: Path, address: str) -> str:
    """All words of a page as one line."""
    return tree(site, address).text


def cards(site: Path, address: str) -> list[str]:
    """Names of the organisations whose cards a page shows, in order, by id."""
    return [Path(card.first("a")["href"]).stem for card in tree(site, address).all(".card")]


# What there is


def test_emergency_section_has_exactly_the_pages_of_the_data_in_every_language(pages: Pages) -> None:
    wanted = {address for place in facts.emergency_pages() for _, address in facts.in_every_language(place)}

    assert {page.address for page in pages.values() if page.place.startswith("emergency/")} == wanted


@pytest.mark.parametrize("folder, least", [("organisations", 265), ("countries", 250)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_pages(folder: str, least: int, language: str, pages: Pages) -> None:
    found = [
        p
        for p in pages.values()
        if p.language == language and re.fullmatch(f"emergency/{folder}/(?!index).*", p.place)
    ]

    assert len(found) >= least


def test_every_page_is_there_in_every_language(pages: Pages) -> None:
    by_language = {
        language: {p.place for p in pages.values() if p.language == language} - {"404.html"}
        for language in LANGUAGES
    }

    assert by_language["en"] == by_language["es"] == by_language["ar"]


def test_lists_hold_everybody_of_the_data_once_and_nobody_else(site: Path) -> None:
    wrong = {}
    for address, ids in facts.lists().items():
        found = [id for page in facts.parts(address, len(ids)) for id in cards(site, f"ar/{page}")]
        if sorted(found) != sorted(ids):
            wrong[address] = set(found) ^ ids or "somebody twice"

    assert wrong == {}


# What every page has


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if "link" not in rule.__name__], ids=lambda rule: rule.__name__
)
def test_on_every_page(rule, pages: Pages) -> None:
    assert {
        page.address: page.faults[rule.__name__] for page in pages.values() if rule.__name__ in page.faults
    } == {}


def test_every_tag_closes_where_it_should(pages: Pages) -> None:
    assert [page for page in pages.values() if "tags_close_where_they_should" in page.faults] == []


def test_neutral_page_says_nothing_about_this_site(site: Path) -> None:
    page = tree(site, NEUTRAL)

    assert "Amparo" not in page.text and [node["href"] for node in page.all("a", "link")] == ["data:,"]
    assert next(page.all("meta")).attributes == {"charset": "utf-8"} and not list(page.all("script"))


# Numbers


def test_every_number_dials_what_its_record_says(pages: Pages) -> None:
    known = {
        (f"{scheme}:{facts.dialled(contact)}", contact["value"])
        for body in facts.bodies()
        for contact in body.get("contacts", [])
        for kind, scheme in (("phone", "tel"), ("sms", "sms"))
        if contact["kind"] == kind
    }
    # In an address a number sign has to be written as its code.
    lines = {
        (f"tel:{line['dial'].replace('#', '%23')}", line["number"])
        for line in facts.lines()
        if "dial" in line
    }
    found = {call for page in pages.values() for call in page.calls}

    assert (found - lines, lines - found) == (known - lines, set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_start_page_has_two_numbers_and_those_that_answer_in_its_language_stand_first(
    language: str, site: Path
) -> None:
    """Acceptance tasks 1 and 2: numbers to tap, with languages and hours, that begin with + in any
    direction."""
    start = tree(site, dict(facts.in_every_language("index.html"))[language])
    own_name = Locale.parse(language).languages[language]
    callable_ = [
        row
        for row in start.first(".call").all("li")
        if row.first(".value")["data-hours"]
        for link in row.all("a")
        if link["href"].startswith("tel:+") and link.first("bdi").text.startswith("+")
    ]
    headings = [node.order for node in start.first("main").all("h2")]
    answer_here = [row for row in callable_ if own_name in row.text]

    assert len(callable_) >= 2
    assert headings[0] < callable_[0].order < headings[1], "whom to call stands first"
    assert bool(answer_here) != bool(start.first("main").first(".caution")), "it says when none answers in it"
    assert answer_here == callable_[: len(answer_here)], "those that answer in it stand first"
    assert len(answer_here) >= FEWEST_LINES.get(language, 2)


# Signposts


@pytest.mark.parametrize("language", LANGUAGES)
def test_signpost_says_its_status_before_its_contacts_and_points_on(language: str, site: Path) -> None:
    wrong = []
    signposts = {id: r for id, r in facts.organisations().items() if r["status"] != "active"}
    for id, record in signposts.items():
        page = tree(site, dict(facts.in_every_language(f"emergency/organisations/{id}.html"))[language])
        label = facts.terms("status")[record["status"]]["label"]
        status = facts.said(language, label, f"vocabulary/status#{record['status']}.label")
        warning = next((node for node in page.all(".warn") if node.text.startswith(f"{status}.")), None)
        first = page.first(".way")
        onward = [Path(link["href"]).stem for link in warning.all("a")] if warning else []
        if (
            warning is None
            or (first and first.order < warning.order)
            or onward != [s for s in (record.get("successor"),) if s]
        ):
            wrong.append(id)

    assert signposts and wrong == []


def test_signposts_stand_in_no_list(pages: Pages) -> None:
    signposts = {
        f"emergency/organisations/{id}.html" for id in facts.organisations().keys() - facts.active().keys()
    }

    assert [
        page.address
        for page in pages.values()
        if {
            target(page, link).removeprefix(f"{page.language}/")
            for link in page.listed
            if not urlsplit(link).scheme
        }
        & signposts
    ] == []


# What people come to do


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_need_to_relocation_help_in_three_steps(language: str, site: Path) -> None:
    """Acceptance task 5: need, region, record; it says who, how long, what is paid, what not, and how
    soon."""
    address = dict(facts.in_every_language("emergency/needs/index.html"))[language]
    need = next(node for node in tree(site, address).all("section") if node["id"] == "must-leave")
    hrefs = [link["href"] for link in need.all("a")]
    for ending in (
        "services/relocation-international.html",
        "relocation-international-in-sub-saharan-africa.html",
    ):
        way = next(href for href in hrefs if href.endswith(ending))
        address = target(Seen(address), way)
        hrefs = [link["href"] for link in tree(site, address).all("a")]
    near, women = facts.near("sub-saharan-africa"), "women-defenders"
    fitting = [
        id
        for id in cards(site, address)
        if id in near and women in " ".join(facts.active()[id]["for_groups"])
    ]
    complete = [
        id
        for id in cards(site, address)
        if all(
            any(key in offer for offer in facts.active()[id].get("offers", []))
            for key in ("covers", "duration")
        )
    ]

    assert fitting and complete
    for id in complete:
        page = words(site, dict(facts.in_every_language(f"emergency/organisations/{id}.html"))[language])
        assert all(text in page for text in conditions(language, id)), id


def conditions(language: str, id: str) -> list[str]:
    """The conditions of an organisation in words."""
    record, found = facts.active()[id], []
    for offer in record["offers"]:
        for key in ("covers", "not_covered"):
            found += [
                facts.said(language, text, f"organisations/{id}#offers.{offer['service']}.{key}")
                for text in offer.get(key, [])
            ]
        found += [value for key, value in offer.get("duration", {}).items() if key in ("min", "max")]
    eligibility = record.get("eligibility")
    found += [facts.said(language, eligibility, f"organisations/{id}#eligibility")] if eligibility else []
    return found + [value for key, value in record.get("response_time", {}).items() if key in ("min", "max")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_without_internet_is_one_step_away_and_by_country_in_two(language: str, site: Path) -> None:
    """Acceptance task 6."""
    start = dict(facts.in_every_language("index.html"))[language]
    link = next(
        node["href"]
        for node in tree(site, start).first(".doors").all("a")
        if node["href"].endswith("without-internet.html")
    )
    first = target(Seen(start), link)
    regions = {target(Seen(first), node["href"]) for node in tree(site, first).first(".choose").all("a")}
    countries = {Path(node["href"]).stem for region in regions for node in tree(site, region).all("a")}

    assert len(regions) == len(facts.terms("region"))
    for page in (first, *regions):
        rows = [
            row for row in tree(site, page).first("main").all("li") if row["data-body"] or row["data-line"]
        ]
        assert all({urlsplit(n["href"]).scheme for n in row.all("a")} <= {"", "tel", "sms"} for row in rows)
    with_lines = {
        line["country"]
        for line in facts.lines()
        if line["kind"] in FIRST_KINDS and line["agreement"] != "differs"
    }
    assert {c.lower() for c in with_lines} - countries == set()


FIRST_KINDS = ("ambulance", "general-emergency", "women")
"""Lines for body and life: where one is known, the page without internet has it."""


def test_everybody_who_answers_day_and_night_is_on_the_page_without_internet(site: Path) -> None:
    """Whoever names countries stands at each of them, whoever helps anywhere on the first page."""
    pages = sorted((site / "emergency").glob("without-internet*.html"))
    found = {row["data-contact"] for page in pages for row in parse(page.read_text("utf-8")).all(".value")}
    wanted = {
        f"{id}/{contact['id']}"
        for id, record in facts.active().items()
        if record["serves"].get("worldwide") == "true" or record["serves"].get("countries")
        for contact in record.get("contacts", [])
        if contact["kind"] == "phone"
        and contact.get("hours") == "24/7"
        and contact["purpose"] in ("emergency", "urgent")
        and contact.get("corroboration", {}).get("result") == "two-sources"
        and "answered_by" not in contact
    }

    assert wanted and wanted - found == set()


# The rules themselves

SHEET = "emergency/countries/by.html"
"""The page that is broken, but for rules about a list of contacts with their sources."""

SIGN = (
    '<svg class="sign" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true">'
    '<path d="M1 1h2"/></svg>'
)
"""A sign as pages hold it."""

BROKEN = (
    (rules.policy_comes_first_and_allows_only_the_style_inside, "<style>", "<style> "),
    (rules.policy_comes_first_and_allows_only_the_style_inside, "default-src 'none'", "default-src 'self'"),
    (
        rules.policy_comes_first_and_allows_only_the_style_inside,
        '<meta charset="utf-8">',
        '<meta name="x"><meta charset="utf-8">',
    ),
    (rules.referrer_is_never_sent, "no-referrer", "origin"),
    (rules.nothing_runs_or_styles_from_inside_the_page, "<h1>", "<script>1</script><h1>"),
    (rules.nothing_runs_or_styles_from_inside_the_page, "<h1>", '<h1 style="top:0">'),
    (rules.nothing_runs_or_styles_from_inside_the_page, "<h1>", '<h1 onclick="x">'),
    (
        rules.nothing_runs_or_styles_from_inside_the_page,
        "<h1>",
        '<img class="code" src="data:image/png;base64,AA" alt=""><h1>',
    ),
    (rules.nothing_runs_or_styles_from_inside_the_page, "<h1>", SIGN.replace("<path", "<image") + "<h1>"),
    (
        rules.nothing_runs_or_styles_from_inside_the_page,
        "<h1>",
        SIGN.replace("<path", '<path href="x"') + "<h1>",
    ),
    (
        rules.nothing_runs_or_styles_from_inside_the_page,
        "<h1>",
        SIGN.replace(' aria-hidden="true"', "") + "<h1>",
    ),
    (rules.nothing_runs_or_styles_from_inside_the_page, "<h1>", SIGN.replace("<path", "Help<path") + "<h1>"),
    (
        rules.nothing_runs_or_styles_from_inside_the_page,
        "<h1>",
        '<img class="sign" src="https://elsewhere.example/call.svg" alt=""><h1>',
    ),
    (
        rules.nothing_runs_or_styles_from_inside_the_page,
        "<h1>",
        '<img class="sign" src="../assets/signs/call.svg" alt="Call"><h1>',
    ),
    (rules.title_is_one_line_of_words, re.compile("<title>.*</title>"), "<title> – Amparo</title>"),
    (rules.language_and_direction_are_those_of_the_folder, '<html lang="en"', '<html lang="es"'),
    (rules.one_main_heading, "<h1>", "<h1>Two</h1><h1>"),
    (rules.menu_in_words_and_a_way_to_the_start, 'class="menu"', 'class="x"'),
    (
        rules.menu_in_words_and_a_way_to_the_start,
        'class="brand" translate="no" href="../../',
        'class="brand" translate="no" href="../',
    ),
    (rules.exit_in_words, ">Leave this page<", "><"),
    (rules.languages_lead_to_the_same_page, "es/emergency/countries/by.html", "es/index.html"),
    (rules.foot_says_the_day_of_the_facts, re.compile("Facts as of [^;]*"), "Facts"),
    (
        rules.unreviewed_language_says_draft,
        '<footer class="foot">',
        '<footer class="foot">This translation is a draft. No native speaker has reviewed it yet.',
    ),
    (rules.no_list_is_empty, "<h1>", "<ul></ul><h1>"),
    (rules.ids_are_used_once, "<h1>", '<h1 id="content">'),
    (rules.digits_are_western, "<h1>", "<h1>٣"),
    (
        rules.numbers_read_from_left_to_right,
        re.compile(r'(href="tel:[^"]*">)<bdi dir="ltr" translate="no">([^<]*)</bdi>'),
        r"\1\2",
    ),
    (rules.every_contact_says_where_it_was_seen, re.compile('<p class="seen">.*?</p>'), ""),
    (
        rules.lines_to_call_say_in_how_many_places_they_were_seen,
        re.compile("Seen in (one place|two places)[.,]"),
        "",
    ),
    (
        rules.warning_stands_before_its_contact,
        re.compile(r'(<p class="reach">[^\n]*\n)'),
        r'\1<p class="warn"><strong>W</strong></p>',
    ),
    (rules.links_are_relative_or_of_a_known_scheme, 'href="index.html"', 'href="/index.html"'),
    (rules.links_are_relative_or_of_a_known_scheme, 'href="index.html"', 'href="javascript:1"'),
    (rules.own_links_carry_no_query, 'href="index.html"', 'href="index.html?q=1"'),
    (rules.links_out_tell_nothing_and_hand_over_nothing, "nofollow noreferrer noopener", "nofollow"),
    (
        rules.links_out_stand_only_at_contacts_sources_and_the_exit,
        'href="index.html"',
        'href="https://example.org/"',
    ),
)


@pytest.mark.parametrize(
    "rule, old, new", BROKEN, ids=[f"{n}-{row[0].__name__}" for n, row in enumerate(BROKEN)]
)
def test_rule_sees_its_fault(rule, old: str | re.Pattern, new: str, site: Path) -> None:
    """A rule that cannot fail is a defect: each is shown the same page, broken in one place."""
    with_contacts = "emergency/organisations/front-line-defenders.html"
    address = with_contacts if rule is rules.every_contact_says_where_it_was_seen else SHEET
    whole = (site / address).read_text("utf-8")
    broken = re.sub(old, new, whole, count=1) if isinstance(old, re.Pattern) else whole.replace(old, new, 1)

    assert broken != whole
    assert list(rule(rules.Page(address, parse(whole)))) == []
    assert list(rule(rules.Page(address, parse(broken)))) != []


def test_every_rule_is_shown_its_fault() -> None:
    assert {row[0] for row in BROKEN} == set(RULES)
