"""Pages and sheets of the workshop on the built site: their order, what participants get, whom a list
names."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.site import facts
from tests.site.document import Node, parse
from tests.workshop import curriculum

CORE = "international-protection-mechanisms"
IN_ORDER = (
    "Materials",
    "Preparation",
    "Cautions",
    "What participants can do afterwards",
    "Steps",
    "Key points",
    "Notes for the facilitator",
    "Exercise",
    "Handouts",
    "Closing questions",
    "How to see whether it worked",
    "Under other conditions",
    "Short version",
    "In calls, part %(number)s",
    "Helpers and mechanisms today",
)
"""Parts of a session's page; time and group stand above them."""


def page(site: Path, language: str, place: str) -> Node:
    """A page of the workshop."""
    return parse((site / dict(facts.in_every_language(f"workshop/{place}"))[language]).read_text("utf-8"))


@cache
def prints(site: Path, language: str) -> dict[str, Node]:
    """All editions that are pages, by name."""
    folder = (site if language == "en" else site / language) / "workshop/print"
    return {
        file.stem: parse(file.read_text("utf-8"))
        for file in sorted(folder.glob("*.html"))
        if file.stem != "index"
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", sorted(curriculum.records("sessions")))
def test_session_page_is_always_in_the_same_order(id: str, language: str, site: Path) -> None:
    found = [
        re.sub(r"\s*\d.*", "", heading.text.split(":")[0]).strip()
        for heading in page(site, language, f"sessions/{id}.html").first("main").all("h2")
    ]
    wanted = [re.sub(r"\s*%\(number\)s.*", "", facts.said(language, part)) for part in IN_ORDER]
    places = [wanted.index(heading) for heading in found]

    assert places == sorted(places) and {"Steps", "Cautions", "Key points", "Under other conditions"} <= {
        IN_ORDER[n] for n in places
    }


def test_clock_of_a_session_runs_without_a_gap(site: Path) -> None:
    for id, record in curriculum.records("sessions").items():
        steps = page(site, "en", f"sessions/{id}.html").first(".steps").first("tbody")
        times = [tuple(clock.text.split("–")) for clock in steps.all(".clock")]
        minutes = int(record["duration_minutes"])

        assert times[0][0] == "0:00" and times[-1][1] == f"{minutes // 60}:{minutes % 60:02}"
        assert all(one[1] == other[0] for one, other in itertools.pairwise(times)), id


@pytest.mark.parametrize("language", LANGUAGES)
def test_participants_get_no_note_of_the_facilitator(language: str, site: Path) -> None:
    # A text that participants may read elsewhere, such as a key point, is no secret.
    open_texts = {
        point["text"] for record in curriculum.records("sessions").values() for point in record["key_points"]
    }
    notes = {
        curriculum.said(language, id, field, text)
        for id in curriculum.records("sessions")
        for field, text in curriculum.notes_of(id)
        if text not in open_texts
    }
    secret = {words for words in notes if len(words) > 25}
    theirs = {
        name: node.first("main").text
        for name, node in prints(site, language).items()
        if is_for_participants(name)
    }
    told = {f"{name}: {words[:60]}" for name, text in theirs.items() for words in secret if words in text}

    assert len(secret) > 300 and len(theirs) > 70 and told == set()


def is_for_participants(name: str) -> bool:
    """Whether an edition is one that participants get."""
    return (
        not name.endswith(("-facilitator", "-cut"))
        and "-cut-" not in name
        and "-facilitator-" not in name
        and not name.startswith("h-facilitator")
    )


def test_facilitators_get_every_note(site: Path) -> None:
    for id in curriculum.records("sessions"):
        text = page(site, "en", f"print/session-{id}-facilitator.html").first("main").text
        missing = [
            words
            for field, note in curriculum.notes_of(id)
            if (words := curriculum.said("en", id, field, note)) not in text
        ]
        assert missing == [], id


@pytest.mark.parametrize("language", LANGUAGES)
def test_careful_editions_name_neither_the_site_nor_themselves(language: str, site: Path) -> None:
    for name, node in prints(site, language).items():
        if name.endswith(("-plain", "-two")) or "-plain-" in name:
            printed = node.first(".edition")
            assert "Amparo" not in node.first("title").text and "Amparo" not in printed.text, name
            assert all("screen" in h1.classes for h1 in node.all("h1")), name


def allowed(id: str) -> set[str]:
    """Contacts of an organisation that may stand on paper, derived from the raw record: nothing from memory,
    nothing undated, nothing
    that differs, nothing with a warning, no urgent line without a second source or an official page of high
    confidence."""
    record = facts.organisations()[id]
    if record["status"] != "active" or record["confidence"] == "low":
        return set()
    sources = {source["id"]: source for source in record["sources"]}
    official = record["kind"] in ("state-body", "un-office", "intergovernmental")
    found = set()
    for contact in record.get("contacts", []):
        source, second = sources[contact["source"]], (contact.get("corroboration") or {}).get("result")
        if (
            contact.get("warning")
            or source["kind"] == "memory"
            or not source.get("date")
            or second == "differs"
            or contact.get("inside_only") == "true"
        ):
            continue
        if (
            contact["purpose"] in ("emergency", "urgent")
            and second != "two-sources"
            and not (official and source["kind"] == "official" and record["confidence"] == "high")
        ):
            continue
        found.add(re.sub(r"^https?://|/$", "", contact["value"]))
    return found


def places_of(name: str) -> list[str]:
    """The countries for which a list is printed, by the list's name."""
    where = re.sub(r"^helpers-|-(codes|two)$", "", name)
    inside = [code for code, regions in facts.places().items() if where in regions]
    return inside or [where.upper()]


def allowed_in(name: str) -> set[str]:
    """Contacts that may stand in a list: of nobody whom it is dangerous to contact from a country of it."""
    places = places_of(name)
    safe = (id for id in facts.organisations() if not any(raw.dangers(id, code) for code in places))
    return set().union(*map(allowed, safe))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_names_only_contacts_allowed_on_paper_with_dates(language: str, site: Path) -> None:
    lists = {name: node for name, node in prints(site, language).items() if name.startswith("helpers-")}
    values = {
        name: [
            bdi.text
            for entry in node.all(".entry")
            for bdi in entry.first(".reach").first("strong").all("bdi")
        ]
        for name, node in lists.items()
    }
    dated = {
        name: [bool(re.search(r"\b(19|20)\d\d\b", entry.first(".seen").text)) for entry in node.all(".entry")]
        for name, node in lists.items()
    }

    assert set(facts.terms("region")) <= {name.removeprefix("helpers-") for name in lists}
    assert all(
        len(found) == (2 if name.endswith("-two") else len(found)) and len(found) >= 2
        for name, found in values.items()
    )
    assert all(len(found) >= 10 for name, found in values.items() if not name.endswith("-two"))
    wrong = {name: set(found) - allowed_in(name) for name, found in values.items()}
    assert {name: found for name, found in wrong.items() if found} == {}
    assert all(all(found) for found in dated.values())


def test_core_session_is_printed_with_the_helpers_of_each_region(site: Path) -> None:
    for region in facts.terms("region"):
        alone = {
            e.first("strong").text for e in page(site, "es", f"print/helpers-{region}.html").all(".entry")
        }
        inside = {
            e.first("strong").text
            for e in page(site, "es", f"print/session-{CORE}-participants-in-{region}.html").all(".entry")
            if e.first(".reach")
        }
        assert alone and alone == inside, region


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_file_editions_need_nothing_and_lead_nowhere(language: str, site: Path) -> None:
    folder = (site if language == "en" else site / language) / "workshop/take"
    files = sorted(folder.glob("*.html"))
    assert len(files) == len(curriculum.records("sessions"))
    for file in files:
        text = file.read_text("utf-8")
        root = parse(text)
        style = re.search(r"<style>(.*?)</style>", text, re.S)[1]
        hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = [node["content"] for node in root.all("meta") if node["http-equiv"]]

        assert policy == [
            f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
        ]
        assert [
            node.tag
            for node in root.all()
            if node["href"] or node["src"] or node.tag in ("script", "link", "img")
        ] == [], file.name
        assert (
            "CC BY 4.0" in root.text
            and facts.day(language) in root.text
            and root.first("html")["lang"] == language
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_plans_are_there_for_every_time_and_group_and_print_in_three_steps(language: str, site: Path) -> None:
    """Acceptance task 12: workshop, agenda, print."""
    home = page(site, language, "index.html")
    hrefs = {link["href"] for link in home.first("main").all("a")}
    for id in curriculum.records("agendas"):
        assert f"../workshop/agendas/{id}.html" in hrefs or f"agendas/{id}.html" in hrefs
        agenda = page(site, language, f"agendas/{id}.html")
        assert any("facilitator" in link["href"] for link in agenda.all(".door")) and any(
            "participants" in link["href"] for link in agenda.all(".door")
        )
        assert any("pictures" in link["href"] for link in agenda.all(".door"))
    assert len([href for href in hrefs if "/plans/" in href or href.startswith("plans/")]) == len(
        curriculum.records("plans")
    )


def test_core_session_prints_in_two_steps(site: Path) -> None:
    """Acceptance task 11: the session, then its edition, with lists filled in."""
    editions = page(site, "es", f"sessions/{CORE}.html").first(".editions")
    links = {link["href"].removeprefix("../../workshop/").removeprefix("../") for link in editions.all("a")}
    regions = set(facts.terms("region"))

    assert {f"print/session-{CORE}-{who}.html" for who in ("facilitator", "participants")} <= links
    assert {f"print/session-{CORE}-participants-in-{region}.html" for region in regions} <= links


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_in_pictures_draw_what_they_say_and_use_no_sign_of_a_font(language: str, site: Path) -> None:
    """Each word has its drawing beside it, but for sessions of a clock that have none."""
    sheets = {name: root for name, root in prints(site, language).items() if "-pictures" in name}
    agendas, drawn = curriculum.records("agendas"), 0
    for name, root in sheets.items():
        edition = root.first(".edition")
        for place in edition.all(".picture"):
            if not place.within(".moments"):
                assert place.first("svg", "img"), name
                drawn += 1
        for said in edition.all(".say"):
            assert said.within(".moments") or len(said.text.split()) <= 3, f"{name}: {said.text}"
        assert [sign for sign in edition.text if unicodedata.category(sign) == "So"] == [], name

    assert drawn > 300
    assert {id for id in agendas if any(name.startswith(f"agenda-{id}-pictures") for name in sheets)} == set(
        agendas
    )
