"""Every end says whom to call, everywhere and by region, in which languages they answer, and never somebody
unconfirmed."""

from __future__ import annotations

import dataclasses
import posixpath
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from amparo.checks import check_all
from amparo.library import Library
from amparo.pages.site import Site, Sources
from amparo.pages.style import Style
from amparo.settings import read_settings
from amparo.text.catalogue import read_translations
from tests.conftest import ROOT
from tests.data.test_dossier import DOSSIER, entries
from tests.site import facts
from tests.triage.test_ways import Stops, ends
from tests.triage.test_ways import entries as questions_of_needs
from tests.triage.walking import Call, Stop, folder, read

MOST_LINES, FALL_BACKS = 3, 2
PUBLIC = ("state-body", "un-office", "intergovernmental")
"""Kinds of body whose own page is proof enough."""

UNKNOWN = "Languages not known"
NOBODY = (
    "None of these is known to answer in %(language)s. Each says its languages; "
    "ask somebody you trust to call with you."
)


def may_stand(record: dict, contact: dict) -> bool:
    """Whether a contact may stand where somebody in danger looks: confirmed by two sources, or by a public
    body's own page."""
    source = next(s for s in record["sources"] if s["id"] == contact["source"])
    result = contact.get("corroboration", {}).get("result", "not-looked")
    if record["status"] != "active" or record["confidence"] == "low" or source["kind"] == "memory":
        return False
    if contact["purpose"] not in ("emergency", "urgent") or result == "differs":
        return False
    return result == "two-sources" or (
        (source["kind"], record["confidence"]) == ("official", "high") and record["kind"] in PUBLIC
    )


@cache
def allowed() -> dict[tuple[str, str], tuple[dict, dict]]:
    """Record and contact of everything that may stand there, by whose it is and its value."""
    return {
        (id, contact["value"]): (record, contact)
        for id, record in facts.organisations().items()
        for contact in record.get("contacts", [])
        if may_stand(record, contact)
    }


def spoken(call: Call) -> list[str]:
    """The languages in which a line answers, as codes."""
    record, contact = allowed()[call.id, call.value]
    return contact.get("languages") or record.get("languages") or []


def regions_of(stops: Stops) -> list[tuple[Stop, str, Stop]]:
    """Every end with each region and its page there."""
    return [
        (end, region, stops[f"{end.end}-in-{region}.html"])
        for end in ends(stops)
        for region in facts.terms("region")
    ]


def with_calls(stops: Stops) -> list[Stop]:
    """All pages that say whom to call."""
    return [*ends(stops), *(there for _, _, there in regions_of(stops))]


def test_end_leads_to_every_region_and_there_to_every_country(
    stops: Stops, language: str, site: Path
) -> None:
    wrong = []
    for end in ends(stops):
        if {Path(href).stem for href in end.places} != {
            f"{end.end}-in-{region}" for region in facts.terms("region")
        }:
            wrong.append(end.name)
    for _, region, there in regions_of(stops):
        countries = {code.lower() for code, regions in facts.places().items() if region in regions}
        if {Path(href).stem for href in there.places} != countries or len(there.places) != len(countries):
            wrong.append(there.name)
    here = folder(site, language).relative_to(site).as_posix()
    way = posixpath.relpath(
        "emergency/countries" if language == "en" else f"{language}/emergency/countries", here
    )
    hrefs = {href for _, _, there in regions_of(stops) for href in there.places}

    assert len(ends(stops)) >= 40 and wrong == []
    assert (
        hrefs
        and {href for href in hrefs if not (site / here / href).is_file() or way.split("/")[-1] not in href}
        == set()
    )


def test_every_page_has_lines_and_two_fall_backs(stops: Stops) -> None:
    counts = {
        stop.name: (
            sum(not call.is_fall_back for call in stop.calls),
            sum(call.is_fall_back for call in stop.calls),
        )
        for stop in with_calls(stops)
    }

    assert {
        name: count
        for name, count in counts.items()
        if not 1 <= count[0] <= MOST_LINES or count[1] != FALL_BACKS
    } == {}


def test_nobody_stands_twice_on_a_page(stops: Stops) -> None:
    assert [
        stop.name for stop in with_calls(stops) if len({call.id for call in stop.calls}) != len(stop.calls)
    ] == []


def test_only_confirmed_lines_stand_there(stops: Stops) -> None:
    found = {(call.id, call.value) for stop in with_calls(stops) for call in stop.calls}
    print(f"\n{len(found)} different lines")

    assert len(found) >= 5 and found - allowed().keys() == set()


def test_line_helps_where_its_page_says(stops: Stops) -> None:
    wrong = []
    for end in ends(stops):
        wrong += [(end.name, call.id) for call in end.calls if not serves(call, None)]
    for _, region, there in regions_of(stops):
        wrong += [(there.name, call.id) for call in there.calls if not serves(call, region)]

    assert wrong == []


def serves(call: Call, region: str | None) -> bool:
    """Whether somebody helps everywhere, or in a whole region."""
    where = facts.organisations()[call.id]["serves"]
    return where.get("worldwide") == "true" or region in where.get("regions", [])


def test_first_lines_give_a_help_that_the_end_names(stops: Stops) -> None:
    wanted = {
        end["id"]: set(end["services"]) for entry in questions_of_needs().values() for end in entry["ends"]
    }
    pages = [(end.end, end) for end in ends(stops)] + [
        (end.end, there) for end, _, there in regions_of(stops)
    ]

    assert [
        (stop.name, call.id)
        for id, stop in pages
        for call in stop.calls
        if not call.is_fall_back and not wanted[id] & set(facts.organisations()[call.id]["services"])
    ] == []


def test_each_line_names_its_languages_or_says_that_they_are_not_known(stops: Stops, language: str) -> None:
    names = Locale(language).languages
    wrong = {
        (call.id, call.how)
        for stop in with_calls(stops)
        for call in stop.calls
        if not all(names[code] in call.how for code in spoken(call))
        or (facts.said(language, UNKNOWN) in call.how) == bool(spoken(call))
    }

    assert wrong == set()


def test_every_end_has_a_line_whose_languages_are_known_in_every_region(stops: Stops) -> None:
    assert [
        stop.name
        for stop in with_calls(stops)
        if not any(spoken(call) for call in stop.calls if not call.is_fall_back)
    ] == []


def test_page_says_when_nobody_is_known_to_answer_in_its_language(stops: Stops, language: str) -> None:
    words = facts.said(language, NOBODY) % {"language": Locale(language).languages[language]}

    assert [
        stop.name
        for stop in with_calls(stops)
        if stop.caution != ("" if any(language in spoken(call) for call in stop.calls) else words)
    ] == []


@pytest.mark.skipif(not (DOSSIER / "organisations").is_dir(), reason="the dossier is not at hand")
def test_withheld_contacts_stand_nowhere(stops: Stops) -> None:
    kept = {
        (id, contact["value"])
        for id, record in facts.organisations().items()
        for contact in record.get("contacts", [])
    }
    withheld = {
        contact["value"]
        for file in sorted((DOSSIER / "organisations").glob("*.yml"))
        for entry in entries(file)
        for contact in entry["contacts"]
        if (entry["id"], contact["value"]) not in kept
    }
    shown = "\n".join(stop.text for stop in stops.values())

    assert withheld and {value for value in withheld if value in shown} == set()


# The rules themselves

GOOD = {
    "status": "active",
    "confidence": "medium",
    "kind": "local-ngo",
    "sources": [{"id": "s", "kind": "official"}],
}
LINE = {"purpose": "urgent", "source": "s", "corroboration": {"result": "two-sources"}}


@pytest.mark.parametrize(
    "record, contact, is_allowed",
    [
        ({}, {}, True),
        ({"confidence": "low"}, {}, False),
        ({"status": "unknown"}, {}, False),
        ({"sources": [{"id": "s", "kind": "memory"}]}, {}, False),
        ({}, {"purpose": "general"}, False),
        ({}, {"corroboration": {"result": "one-source"}}, False),
        ({"kind": "state-body", "confidence": "high"}, {"corroboration": {"result": "one-source"}}, True),
        ({"kind": "state-body", "confidence": "high"}, {"corroboration": {"result": "differs"}}, False),
    ],
)
def test_rule_for_lines_refuses_what_nobody_vouches_for(
    record: dict, contact: dict, is_allowed: bool
) -> None:
    assert may_stand(GOOD | record, LINE | contact) == is_allowed


@pytest.mark.parametrize(
    "codes, how", [(("fr",), "francés"), ((), "Idiomas no conocidos")], ids=["french-only", "not-known"]
)
def test_page_of_lines_in_other_languages_says_so(codes: tuple[str, ...], how: str, tmp_path: Path) -> None:
    """No page of today needs these words: here all our lines change their languages."""
    settings = read_settings(ROOT)
    loaded = check_all(ROOT, settings.as_of)[0]
    changed = {
        id: o.model_copy(
            update={
                "languages": codes,
                "contacts": tuple(c.model_copy(update={"languages": ()}) for c in o.contacts),
            }
        )
        for id, o in loaded.organisations.items()
    }
    written = {
        file.relative_to(ROOT / "docs").with_suffix("").as_posix(): file.read_text("utf-8")
        for file in (ROOT / "docs").rglob("*.md")
    }
    library = Library(dataclasses.replace(loaded, organisations=changed), settings.as_of)
    sources = Sources(
        ROOT / "hooks/templates", {"es": read_translations(ROOT, "es")}, Style("p{}", "p{}"), written
    )
    site = Site(library, settings, sources)
    (tmp_path / "end.html").write_text(site.page(site.page_of("end", "exhausted-rest"), "es"), "utf-8")

    stop = read(tmp_path / "end.html")

    assert len(stop.calls) >= 3 and all(call.how.startswith(how) for call in stop.calls)
    assert (
        stop.caution == facts.said("es", NOBODY) % {"language": "español"} != NOBODY % {"language": "español"}
    )
