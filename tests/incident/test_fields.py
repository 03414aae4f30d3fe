"""The form asks everything that the bodies ask, marks it as they do, and its pages say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.incident.form import CHECKLIST, CHOICES, asked, checklist, fields, form, page, said
from tests.site import facts
from tests.site.document import parse

with_dossier = pytest.mark.skipif(not CHECKLIST.is_file(), reason="the dossier is not at hand")


def theirs() -> dict[str, dict]:
    """The dossier's fields by id."""
    return {field["id"]: field for section in checklist()["sections"] for field in section["fields"]}


@with_dossier
def test_every_field_is_there_in_its_section_and_order() -> None:
    ours = [(section["id"], [field["id"] for field in section["fields"]]) for section in form()["sections"]]

    assert ours == [
        (section["id"], [field["id"] for field in section["fields"]]) for section in checklist()["sections"]
    ]


@with_dossier
def test_every_mark_is_the_one_of_the_dossier() -> None:
    marks = {
        id: {
            **dict.fromkeys(field.get("essential", []), "essential"),
            **dict.fromkeys(field.get("helpful", []), "helpful"),
        }
        for id, field in fields().items()
    }
    print(f"\n{sum(map(len, marks.values()))} marks on {len(marks)} fields")

    assert sum(map(len, marks.values())) > 300
    assert marks == {id: field["required_by"] or {} for id, field in theirs().items()}


@with_dossier
def test_every_kind_and_every_option_is_kept() -> None:
    ours = {id: (field["kind"], len(field.get("options", []))) for id, field in fields().items()}

    assert ours == {id: (field["type"], len(field.get("options") or [])) for id, field in theirs().items()}


@with_dossier
@pytest.mark.parametrize("flag", ["sensitive", "repeat"])
def test_every_flag_is_kept(flag: str) -> None:
    assert {id for id, field in fields().items() if field.get(flag) == "true"} == {
        id for id, f in theirs().items() if f.get(flag) == "true"
    }


@with_dossier
def test_every_warning_every_reason_and_every_condition_is_kept() -> None:
    lost = {
        (id, part)
        for id, field in theirs().items()
        for part, ours in (("caution", "caution"), ("why", "why"), ("show_if", "only_if"))
        if bool(field.get(part)) != bool(fields()[id].get(ours))
    }

    assert lost == set()


@with_dossier
def test_bodies_are_those_of_the_dossier_and_the_shortest_form_asks_what_it_asks_and_what_is_wanted() -> None:
    assert {body["id"]: body["mechanism"] for body in form()["bodies"]} == {
        id: m["record"] for id, m in checklist()["mechanisms"].items()
    }
    assert {*form()["urgent"]} == {*checklist()["about"]["urgent_minimum"], "measures-asked"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_of_who_needs_what_equals_the_marks(language: str, site: Path) -> None:
    main = parse(page(site, language, "needs").read_text("utf-8")).first("main")
    bodies = [body["id"] for body in form()["bodies"]]
    shown = {level: {body: [] for body in bodies} for level in ("essential", "helpful")}
    words = {facts.said(language, level): level for level in shown}
    for row in main.all("tr"):
        if row.first("a") and row.first("td"):
            cells = list(row.all("td"))
            assert len(cells) == len(bodies)
            for body, cell in zip(bodies, cells, strict=True):
                if cell.first(".word"):
                    shown[words[cell.first(".word").text]][body].append(
                        row.first("a")["href"].removeprefix("index.html#f-")
                    )

    assert [entry.first("a").text for entry in main.first(".bodies").all("li")] == [
        said(language, f"bodies.{body['id']}.label", body["label"]) for body in form()["bodies"]
    ]
    for level, found in shown.items():
        assert {body: tuple(ids) for body, ids in found.items()} == asked(level), level


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_version_asks_exactly_the_urgent_fields(language: str, site: Path) -> None:
    main = parse(page(site, language, "urgent").read_text("utf-8")).first("main")

    found = [node["id"].removeprefix("f-") for node in main.all(".field")]
    assert sorted(found) == sorted(form()["urgent"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_answers_everything_that_two_bodies_need(language: str, site: Path) -> None:
    """The special procedures and the Inter-American Commission: somebody who copies the example forgets
    nothing."""
    main = parse(page(site, language, "sample").read_text("utf-8")).first("main")
    questions = {node.text for node in main.all("dt")}
    wanted = {
        said(language, f"sections.{section['id']}.fields.{field['id']}.ask", field["ask"])
        for section in form()["sections"]
        for field in section["fields"]
        if field["id"] in {*asked("essential")["sp"], *asked("essential")["iachr"], *form()["urgent"]}
        and not (field.get("only_if") or section.get("only_if"))
    }

    assert wanted - questions == set() and all(node.text for node in main.all("dd"))
    assert facts.said(language, "Invented.") in main.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_consent_is_asked_as_the_bodies_ask_it(language: str, site: Path) -> None:
    main = parse(page(site, language, "consent").read_text("utf-8")).first("main")
    section = next(section for section in form()["sections"] if section["id"] == "consent")

    assert [node["id"].removeprefix("f-") for node in main.all(".field")] == [
        field["id"] for field in section["fields"]
    ]
    assert len(list(main.all("h3"))) >= 5


def test_choices_have_options_and_nothing_else_has() -> None:
    assert {
        id for id, field in fields().items() if (field["kind"] in CHOICES) != bool(field.get("options"))
    } == set()
