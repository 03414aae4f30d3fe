"""What is known about a danger reaches everybody whom it touches: compared with the dossier and computed from
the raw YAML."""

from __future__ import annotations

import re
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from amparo.checks import check_all
from amparo.model.danger import Dangers
from amparo.model.designation import Designation
from amparo.model.loading import Loaded
from amparo.settings import read_settings
from tests.conftest import PROJECT, ROOT
from tests.data.test_dossier import DOSSIER

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as it is written."""

READING = DOSSIER / "reading-2"
needs_dossier = pytest.mark.skipif(not READING.is_dir(), reason="the dossier is not at hand")

REWORDED = {
    (
        "coe-commissioner-human-rights",
        "BY",
    ): "the host is named by its owner, because the address goes nowhere",
    ("coe-platform-journalists", "BY"): "the host is named by its owner",
    ("coe-private-office-reprisals", "BY"): "the host is named by its owner",
    ("ovd-info", "RU"): "the page names the source and links nothing any more",
    ("fau-lac", "RU"): "one place: said in words",
    ("hivos", "IR"): "one place: said in words; the mailbox is not spelled out",
    ("chri", "IN"): "one place: said in words",
    ("fondo-mujeres-sur", "PY"): "the rule of the country, in its own words",
    ("red-latinoamericana-mujeres-defensoras", "EC"): "the text was about Peru",
    ("right-to-defence-belarus", "BY"): "«this site» could be read as ours",
    ("emhrf", "EG"): "the person who writes is meant where she is in Egypt, not where she is abroad",
    ("zlhr", "ZW"): "names the prison that the law brings; the advice on money stands under `instead`",
    ("EG", "EG"): "the same sentence",
}
"""Warnings that differ from the second reading on purpose, and why."""

CLEARER = {
    "groups may not work": "groups are not allowed to work",
    "may not reach you": "might not reach you",
    "papers may not work": "papers is not allowed to work",
    "a group may not use": "a group is not allowed to use",
    "may not pay, work for or give services to it": "are not allowed to pay it, work for it or give it "
    "services",
}
"""Words of the second reading that could be read as «perhaps not», and what is printed for them."""

RULES = {("EG", "EG")}
"""Those of them that are a country's rule for everybody."""


@cache
def raw(folder: str) -> dict[str, dict[str, Any]]:
    """The records of a folder as they are written."""
    return {
        file.stem: yaml.load(file.read_text("utf-8"), Loader=LOADER)
        for file in sorted((ROOT / "data" / folder).glob("*.yml"))
    }


def dossier(name: str) -> Any:
    """A file of the second reading, in the clearer words."""
    text = (READING / name).read_text("utf-8")
    for words, clearer in CLEARER.items():
        text = text.replace(words, clearer)
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The project's records."""
    return check_all(PROJECT, read_settings(PROJECT).as_of)[0]


def countries_of(designation: dict[str, Any]) -> set[str]:
    """Where a designation endangers people."""
    return {designation["country"], *designation.get("also_in", ())}


def naming(record: str, country: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Designations of a country that name a record: (id, designation, what it says about the record)."""
    return [
        (id, one, named)
        for id, one in raw("designations").items()
        if country in countries_of(one)
        for named in one.get("names", ())
        if named.get("record") == record
    ]


@needs_dossier
def test_every_danger_of_the_second_reading_is_written_down_with_its_warning() -> None:
    missing, other = [], {}
    for entry in dossier("designations.yml")["records"]:
        for country in entry["country"].split(", "):
            found = naming(entry["record"], country)
            texts = {named.get("warning", one["warning"]) for _, one, named in found}
            if not found:
                missing.append((entry["record"], country))
            elif entry["warning"] not in texts:
                other[entry["record"], country] = texts

    assert missing == [] and other.keys() == REWORDED.keys() - RULES


@needs_dossier
def test_every_rule_of_a_country_is_written_down_with_its_warning() -> None:
    rules = [one for one in raw("designations").values() if one.get("names_everybody") == "true"]

    assert {
        (entry["country"], entry["country"])
        for entry in dossier("designations.yml")["country_rules"]
        if not any(one["country"] == entry["country"] and one["warning"] == entry["warning"] for one in rules)
    } == RULES


@needs_dossier
def test_every_record_of_a_standard_text_is_named() -> None:
    missing = []
    for entry in dossier("designations.yml")["standard_texts"]:
        country = re.match(r"[A-Z]{2}", entry["law"])[0]
        missing += [(record, country) for record in entry["records"] if not naming(record, country)]

    assert missing == []


@needs_dossier
def test_every_risk_that_was_missing_is_written_down() -> None:
    missing = []
    for half in ("first-half.yml", "second-half.yml"):
        for entry in dossier(half):
            if entry["verdict"] == "risk missing":
                named = re.findall(r"\b[A-Z]{2}\b", entry["field"])
                missing += [(entry["record"], one) for one in named if not naming(entry["record"], one)]

    assert missing == []


def test_a_record_is_touched_by_what_the_raw_files_say(loaded: Loaded) -> None:
    """Computed without the program: named itself, or a part of a named body."""
    parents = {}
    for folder in ("organisations", "mechanisms"):
        for id, record in raw(folder).items():
            parents.setdefault(id, set()).update(record.get("part_of", ()))
    above = {id: closure(id, parents) for id in parents}
    expected = {
        (id, one)
        for one, designation in raw("designations").items()
        for named in designation.get("names", ())
        if "record" in named
        for id in parents
        if id == named["record"] or named["record"] in above[id]
    }

    dangers = loaded.dangers()
    assert {(id, danger.designation.id) for id in parents for danger in dangers.about(id)} == expected
    assert any(
        id not in {n.get("record") for n in raw("designations")[one].get("names", ())} for id, one in expected
    )


def closure(id: str, parents: dict[str, set[str]]) -> set[str]:
    """Everything that a record is a part of."""
    found: set[str] = set()
    queue = list(parents[id])
    while queue:
        parent = queue.pop()
        if parent not in found:
            found.add(parent)
            queue.extend(parents.get(parent, ()))
    return found


def test_no_source_on_a_forbidden_host_is_linked() -> None:
    hosts = {
        host
        for one in raw("designations").values()
        for named in one.get("names", ())
        if named.get("address_is_offence", one.get("address_is_offence")) == "true"
        for host in named.get("hosts", ())
    }
    linked = [
        (folder, id, source["url"])
        for folder in ("organisations", "mechanisms", "coverage", "designations", "lines")
        for id, record in raw(folder).items()
        for source in record.get("sources", ())
        if source.get("link") != "false" and any(host in source.get("url", "") for host in hosts)
    ]

    assert {"defendersbelarus.org", "spring96.org", "memorialcenter.org"} <= hosts and linked == []


BODY = SimpleNamespace(id="part", part_of=("middle",))
MIDDLE = SimpleNamespace(id="middle", part_of=("listed",))
LISTED = SimpleNamespace(id="listed", part_of=())


def designation(**fields: Any) -> Designation:
    """A small designation that names `listed`."""
    return Designation.model_validate(
        {
            "id": "by-list",
            "country": "BY",
            "kind": "list",
            "title": "A list",
            "punishes": ("sharing",),
            "warning": "Listed.",
            "instead": "Wait.",
            "warning_through": "Part of a listed body.",
            "how_safe": "several",
            "names": ({"record": "listed", "hosts": ("listed.example",)},),
            "sources": ({"id": "s1", "publisher": "Example"},),
            "read": "2026",
            **fields,
        },
        context={"codes": {}},
    )


def test_what_names_a_parent_reaches_its_parts() -> None:
    (danger,) = Dangers([designation()], [BODY, MIDDLE, LISTED]).about("part")

    assert (danger.through, danger.warning[1], danger.instead[1]) == (
        "listed",
        "Part of a listed body.",
        "Wait.",
    )


def test_a_body_with_its_own_warning_never_gets_advice_meant_for_another() -> None:
    own = designation(names=({"record": "listed", "warning": "Own."},))

    assert (own.warning_for(own.names[0])[1], own.instead_for(own.names[0])[1]) == ("Own.", None)


def test_bodies_in_a_circle_do_not_hang_the_program() -> None:
    circle = [SimpleNamespace(id="a", part_of=("b",)), SimpleNamespace(id="b", part_of=("a",))]

    assert Dangers([], circle).parents("a") == ("b",)


def test_a_bill_comes_after_everything_that_is_in_force() -> None:
    bill = designation(id="by-bill", kind="bill", state="bill", punishes=("keeping",))
    rule = designation(id="by-rule", kind="law", punishes=("money",), names_everybody=True)

    assert [one.id for one in Dangers([bill, rule, designation()], []).designations] == [
        "by-list",
        "by-rule",
        "by-bill",
    ]


def test_address_is_forbidden_only_where_sharing_it_is_the_offence() -> None:
    one = designation(
        address_is_offence=True,
        names=(
            {"record": "listed", "hosts": ("listed.example",)},
            {"record": "middle", "hosts": ("free.example",), "address_is_offence": False},
        ),
    )
    dangers = Dangers([one], [BODY, MIDDLE, LISTED])

    assert dangers.forbids("https://a.listed.example/x") == "listed.example" and not dangers.forbids(
        "free.example"
    )
