"""What the planner and the packs need lies on the site: pieces in every language, agendas to begin with,
sheets for the team, official ways by region."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.site import facts
from tests.site.document import parse
from tests.workshop import curriculum, secrets

TEAM = (
    "h-running-order",
    "h-team-roles",
    "h-host-agreement",
    "h-attendance-code",
    "h-energisers",
    "h-follow-up-two-weeks",
    "h-follow-up-six-weeks",
    "h-follow-up-three-months",
    "h-co-hosts",
)
TAGS = {
    "section",
    "div",
    "p",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {"class", "lang", "dir", "id", "src", "data-each", "data-sets"}
TAGS |= {"h2", "h3", "h4", "strong", "b", "em", "span", "bdi", "br", "caption", "i", "img"}


def folder(site: Path, language: str) -> Path:
    """Where the pages of a language are."""
    return site if language == "en" else site / language


def nodes(part: str | list):
    """Every element of a tree."""
    if isinstance(part, list):
        yield part
        for one in part[2]:
            yield from nodes(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_is_there_and_is_a_tree_of_plain_parts(language: str, site: Path) -> None:
    pieces = {file.stem: file.read_text("utf-8") for file in (site / "assets/plan" / language).glob("*.js")}
    sessions, handouts = curriculum.records("sessions"), curriculum.records("handouts")
    wanted = {f"session-{id}" for id in sessions} | {f"group-{id}" for id in curriculum.records("plans")}
    wanted |= {f"handout-{id}" for id in handouts if id != "h-organisation-list"}
    wanted |= {f"list-{region}" for region in ("", *facts.terms("region"))}

    assert wanted <= pieces.keys()
    for name, script in pieces.items():
        told, parts = json.loads(script.removeprefix("sitePiece.apply(null,").removesuffix(");\n"))
        assert told == name
        found = [node for part in parts.values() for node in nodes(part)]
        assert found and {node[0] for node in found} <= TAGS, name
        assert {key for node in found for key in node[1]} <= ATTRIBUTES, name
        if name.startswith("session-"):
            session = sessions[name.removeprefix("session-")]
            ways = {"full", "keep"} | ({"short"} if "short_version" in session else set())
            ways |= ({"calls"} if "call_parts" in session else set()) | (
                {"sign"} if "pictures" in session else set()
            )
            assert ways == {form for form in parts if not form.startswith("cut ")} - {"pictures"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_pieces_for_participants_hold_nothing_of_the_facilitator(language: str, site: Path) -> None:
    for id in curriculum.records("sessions"):
        script = (site / f"assets/plan/{language}/session-{id}.js").read_text("utf-8")
        keep = json.loads(script.removeprefix("sitePiece.apply(null,").removesuffix(");\n"))[1]["keep"]
        text = " ".join(part for node in nodes(keep) for part in node[2] if isinstance(part, str))

        assert [
            note
            for field, note in curriculum.notes_of(id)
            if len(words := curriculum.said(language, id, field, note)) > 30 and words in text
        ] == [], id


@pytest.mark.parametrize("language", LANGUAGES)
def test_pieces_have_everything_that_is_cut_with_its_copies(language: str, site: Path) -> None:
    found = {}
    for id in curriculum.records("sessions"):
        script = (site / f"assets/plan/{language}/session-{id}.js").read_text("utf-8")
        parts = json.loads(script.removeprefix("sitePiece.apply(null,").removesuffix(");\n"))[1]
        found |= {name[4:]: tree[1] for name, tree in parts.items() if name.startswith("cut ")}
    cut = {e["id"]: e["cut"]["copies"] for _, e in secrets.exercises() if "cut" in e}
    each = {"person": "1", "pair": "2", "group": "5", "room": "100"}

    assert {name.split()[0] for name in found} == cut.keys()
    assert {name: one["data-each"] for name, one in found.items()} == {
        name: each[cut[name.split()[0]]] for name in found
    }


def test_sheet_of_a_region_compares_the_mechanisms_that_are_open_there(site: Path) -> None:
    def text(region: str) -> str:
        return (
            parse((site / f"workshop/print/h-mechanism-comparison-in-{region}.html").read_text("utf-8"))
            .first(".edition")
            .text
        )

    def name(id: str) -> str:
        return facts.read(curriculum.DATA.parent / f"mechanisms/{id}.yml")["title"]

    west, south = text("latin-america-caribbean"), text("south-asia")
    for both in ("ilo-cfa", "un-sr-vaw"):
        assert name(both) in west and name(both) in south
    for regional in ("escazu-compliance-committee", "iachr-rapporteurship-hrd"):
        assert name(regional) in west and name(regional) not in south
    assert name("achpr-sr-women") not in west + south and name("achpr-sr-women") in text("sub-saharan-africa")


def test_every_agenda_leads_to_the_planner_and_every_sheet_for_the_team_is_linked(site: Path) -> None:
    for id in curriculum.records("agendas"):
        links = [
            link
            for link in parse((site / f"workshop/agendas/{id}.html").read_text("utf-8")).all("a")
            if "planner.html#d=" in link["href"]
        ]
        assert len(links) == 1, id
    planning = (site / "workshop/planning.html").read_text("utf-8")

    assert [id for id in TEAM if f'handouts/{id}.html"' not in planning] == []


def test_sessions_say_what_they_need_before(site: Path) -> None:
    for id, record in curriculum.records("sessions").items():
        page = parse((site / f"workshop/sessions/{id}.html").read_text("utf-8"))
        for need in record.get("needs_before", []):
            assert need["what"] in page.text and curriculum.session(need["session"])["title"] in page.text, id
