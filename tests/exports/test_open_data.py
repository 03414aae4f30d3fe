"""Open data is what the records say, is read by other people's programs, and holds nothing that may not
travel."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import phonenumbers
import pytest
import rdflib
from pyxform.xls2xform import convert
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from amparo.checks import check_all
from amparo.exports.open_data import OpenData
from amparo.exports.tables import contacts
from amparo.library import Library
from amparo.settings import read_settings
from amparo.text.voice import Voice
from tests.conftest import LANGUAGES, PROJECT, ROOT
from tests.first_contact import raw
from tests.site import facts

MOST = 12_000_000
"""Bytes of all files together."""

TOUCHING = {"contact", "keeping", "sharing"}
DIALLED = {"phone", "sms", "fax", "signal", "whatsapp"}
HSDS = ROOT.parent / "shared" / "hsds"


@pytest.fixture(scope="module")
def exports(site: Path) -> Path:
    """The folder of open data."""
    return site / "exports"


def table(exports: Path, name: str, language: str = "en") -> list[dict[str, str]]:
    """A table, as a program reads it."""
    with (exports / language / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def mechanisms() -> dict[str, dict[str, Any]]:
    return {file.stem: facts.read(file) for file in sorted((ROOT / "data/mechanisms").glob("*.yml"))}


def is_dangerous_to_touch(id: str) -> bool:
    """Whether a list names a body, or a rule of some country punishes calling, keeping or sharing it."""
    return any(
        one["kind"] == "list"
        or one.get("address_is_offence") == "true"
        or TOUCHING & set(one.get("punishes", ()))
        for one in raw.lists_that_reach(id)
        if one["id"] in raw.dangers(id, "") and one["kind"] != "bill" and one.get("state") != "lifted"
    )


def shared(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The contacts of a record that may leave, worked out from the raw file."""
    if record["confidence"] == "low" or is_dangerous_to_touch(record["id"]):
        return []
    sources = {source["id"]: source for source in record["sources"]}
    hosts = raw.forbidden_hosts()
    return [
        contact
        for contact in record.get("contacts", ())
        if sources[contact["source"]]["kind"] != "memory"
        and "answered_by" not in contact
        and (contact.get("corroboration") or {}).get("result") != "differs"
        and not any(re.search(rf"(^|[/@.]){re.escape(host)}\b", contact["value"]) for host in hosts)
    ]


def bodies() -> list[dict[str, Any]]:
    """All bodies of the tables."""
    return [*facts.active().values(), *mechanisms().values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_what_the_records_say_and_nothing_else(exports: Path, language: str) -> None:
    expected = {(record["id"], contact["value"]) for record in bodies() for contact in shared(record)}
    found = {
        (row["record"], row["printed"].removeprefix("'")) for row in table(exports, "contacts", language)
    }

    assert len(expected) > 300 and found == expected
    assert {row["id"] for row in table(exports, "organisations", language)} == set(facts.active())
    assert {row["id"] for row in table(exports, "mechanisms", language)} == set(mechanisms())


def test_every_line_of_a_country_is_in_its_table_unless_sources_differ(exports: Path) -> None:
    expected = {
        (line["country"], line["id"])
        for line in facts.lines()
        if line.get("show") != "false" and line["agreement"] != "differs"
    }

    assert {(row["country"], row["id"]) for row in table(exports, "lines")} == expected


def test_no_file_holds_what_may_not_travel(exports: Path) -> None:
    """Contacts of those whom it is an offence to touch, and of records that are not sure, in any file."""
    kept = {contact["value"] for record in bodies() for contact in shared(record)}
    withheld = {
        contact["value"]
        for record in (*facts.organisations().values(), *mechanisms().values())
        for contact in record.get("contacts", ())
        # A page may be a source of somebody else.
        if len(contact["value"]) > 6 and contact["kind"] in {*DIALLED, "email", "onion"}
    } - kept
    # An address that begins one which may leave is found in it.
    withheld = {value for value in withheld if not any(value in one for one in kept)}
    hosts = raw.forbidden_hosts()
    found = []
    for file in sorted(exports.rglob("*")):
        if file.suffix not in (".csv", ".vcf", ".json", ".jsonld", ".ris"):
            continue
        text = re.sub(r"\r\n ", "", file.read_bytes().decode())
        found += [f"{file.name}: {value}" for value in withheld if value in text and file.suffix != ".ris"]
        found += [f"{file.name}: {host}" for host in hosts if re.search(rf"[/@.]{re.escape(host)}\b", text)]

    assert len(withheld) > 20 and hosts and found == []


def test_no_spreadsheet_calculates_with_a_number(exports: Path) -> None:
    for file in sorted(exports.glob("*/*.csv")):
        for row in csv.reader(file.read_text("utf-8-sig").splitlines()):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))], file


def test_a_warning_stands_before_the_number(exports: Path) -> None:
    header = list(table(exports, "contacts")[0])
    warned = [row for row in table(exports, "contacts") if row["warnings"]]

    assert header.index("warnings") < header.index("link") < header.index("printed") and warned


@pytest.mark.parametrize("language", LANGUAGES)
def test_phones_take_in_every_number_with_its_note(exports: Path, language: str) -> None:
    text = re.sub(r"\r\n ", "", (exports / language / "contacts.vcf").read_bytes().decode())
    cards = text.split("BEGIN:VCARD")[1:]
    numbers = re.findall(r"^TEL[^:]*:(.+?)\r$", text, re.MULTILINE)
    dialled = [row for row in table(exports, "contacts", language) if row["kind"] in DIALLED]

    assert len(numbers) == len(dialled)
    assert all(card.index("NOTE") < (card + "TEL").index("TEL") for card in cards)
    assert all(phonenumbers.is_possible_number(phonenumbers.parse(n)) for n in numbers if n.startswith("+"))


def test_every_country_with_a_line_has_cards(exports: Path) -> None:
    wanted = {row["country"].lower() for row in table(exports, "lines") if row["dial"]}

    assert wanted <= {file.stem for file in (exports / "en/countries").glob("*.vcf")}


@pytest.mark.parametrize(
    "name, has_names", [("incident-report", True), ("incident-report-without-names", False)]
)
def test_forms_are_taken_by_collectors_in_every_language(exports: Path, name: str, has_names: bool) -> None:
    made = convert(str(exports / f"{name}.xlsx"))
    form = facts.read(ROOT / "data/incident/fields.yml")
    fields = [field for section in form["sections"] for field in section["fields"]]
    wanted = {f["id"].replace("-", "_") for f in fields if has_names or f.get("sensitive") != "true"}
    binds = {path.rpartition("/")[2] for path in re.findall(r'<bind nodeset="/[^/]+/([^"]+)"', made.xform)}

    assert made.warnings == [] and wanted <= binds
    assert binds - wanted <= {"before", "instanceID", "meta"}
    assert len(re.findall(r"<translation ", made.xform)) == len(LANGUAGES)


def test_records_fit_their_schemas(exports: Path) -> None:
    found = json.loads((exports / "records.json").read_text("utf-8"))
    for kind in ("organisations", "mechanisms", "coverage", "designations", "lines"):
        schema = json.loads((exports / f"schema/{kind}.json").read_text("utf-8"))
        check = jsonschema.Draft202012Validator(schema)
        records = found[kind].values()
        for record in (one for group in records for one in (group if isinstance(group, list) else [group])):
            assert not list(check.iter_errors(record)), (kind, record.get("id"))

    assert set(found["organisations"]) == set(facts.active())


def test_linked_data_name_every_body_once(exports: Path) -> None:
    graph = rdflib.Graph().parse(exports / "bodies.jsonld", format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    named = set(graph.subjects(schema.description, None)) - set(graph.objects(None, schema.contactPoint))

    assert len(named) == len(bodies())
    assert len(set(graph.objects(None, schema.contactPoint))) == len(table(exports, "contacts"))


@pytest.mark.skipif(not HSDS.is_dir(), reason="the schemas of HSDS are not at hand")
@pytest.mark.parametrize("language", LANGUAGES)
def test_directories_of_services_take_ours(exports: Path, language: str) -> None:
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in HSDS.glob("*.json")}
    registry = Registry().with_resources(
        (name, DRAFT202012.create_resource(one)) for name, one in schemas.items()
    )
    for name in ("organization", "service"):
        check = jsonschema.Draft202012Validator(schemas[f"{name}.json"], registry=registry)
        with zipfile.ZipFile(exports / f"hsds/{language}.zip") as packed:
            found = json.loads(packed.read(f"{name}s.json"))
        assert found and not [error.message for one in found for error in check.iter_errors(one)][:5]


def test_tables_are_as_the_package_says(exports: Path) -> None:
    package = json.loads((exports / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        with (exports / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]

    assert len(package["resources"]) == 6 * len(LANGUAGES)


def test_every_reading_is_an_entry(exports: Path) -> None:
    wanted = facts.read(ROOT / "data/curriculum/readings.yml")["readings"]
    text = (exports / "readings.ris").read_text("utf-8")

    assert text.count("\nTY  - ") + text.startswith("TY  - ") == text.count("\nER  - ") == len(wanted)
    assert not [one["url"] for one in wanted if one.get("link") == "false" and one.get("url", "-") in text]


def test_all_files_together_stay_small(exports: Path) -> None:
    assert sum(file.stat().st_size for file in exports.rglob("*") if file.is_file()) <= MOST


def test_the_page_leads_to_files_that_are_there(exports: Path) -> None:
    page = (exports.parent / "about/data.html").read_text("utf-8")

    files = re.findall(r'href="\.\./exports/([^"]+)"', page)

    assert len(files) == 16 and not [file for file in files if not (exports / file).is_file()]


def test_a_changed_number_leaves_every_file_until_it_was_seen_again() -> None:
    """One digit changed in a record: neither the old nor the new value is in any file."""
    loaded, _ = check_all(PROJECT, read_settings(PROJECT).as_of)
    body = loaded.organisations["front-line-defenders"]
    number = body.contacts[0]
    assert number.value == "+353 1 210 0489"
    changed = number.model_copy(update={"value": "+353 1 210 0488"})
    for held in ("is_changed", "verdict", "dialled", "href"):
        changed.__dict__.pop(held, None)
    loaded.organisations[body.id] = body.model_copy(update={"contacts": (changed, *body.contacts[1:])})
    data = OpenData(Library(loaded, read_settings(PROJECT).as_of), Voice("en", None))

    rows = [row for row in contacts(data) if row[0] == body.id]
    assert rows and not [row for row in rows if "2100488" in "".join(re.findall(r"\d", " ".join(row)))]


def uwazi_values(cell: str) -> list[str]:
    """Several values of a cell, as Uwazi splits them."""
    return [value for value in cell.split("|") if value]


def test_uwazi_can_import_every_organisation_in_every_language(exports: Path) -> None:
    """Its rules (docs.uwazi.io, CSV import): a title in each row; a property has columns with languages, one
    of them the first language, or one without; several values stand between pipes; a link is a name and an
    address."""
    with (exports / "uwazi.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (exports / "uwazi-properties.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["property"]: row for row in csv.DictReader(file)}
    columns: dict[str, set[str]] = {}
    for header in rows[0]:
        name, _, language = header.partition("__")
        columns.setdefault(name, set()).add(language)

    assert {row["record"] for row in rows} == set(facts.active()) and len(rows) == len(facts.active())
    assert {name: columns[name] for name in kinds} == {
        name: set(LANGUAGES) if kind["has_languages"] == "yes" else {""} for name, kind in kinds.items()
    }
    for row in rows:
        record = facts.active()[row["record"]]
        assert row["title__en"] and all(row[f"kind__{code}"] for code in LANGUAGES)
        for code in LANGUAGES:
            assert len(uwazi_values(row[f"services__{code}"])) == len(record["services"])
            assert len(uwazi_values(row[f"countries__{code}"])) == len(record["serves"].get("countries", ()))
        if row["page"]:
            label, address = row["page"].split("|")
            assert label and re.match(r"https?://", address)
        assert re.fullmatch(r"|\d{4}-\d\d-\d\d", row["confirmed"])
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_uwazi_has_the_contacts_that_may_leave_and_their_warnings(exports: Path) -> None:
    with (exports / "uwazi.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["record"]: row for row in csv.DictReader(file)}
    for id, record in facts.active().items():
        mails = [contact["value"] for contact in shared(record) if contact["kind"] == "email"]
        assert rows[id]["email"] == ", ".join(mails), id
        phones = [contact for contact in shared(record) if contact["kind"] in ("phone", "sms")]
        assert rows[id]["phone"].count("tel:") + rows[id]["phone"].count("sms:") == len(phones), id
    header = list(rows["front-line-defenders"])

    assert header.index("warnings__en") < header.index("phone")
    assert all(
        rows[row["record"]]["warnings__en"]
        for row in table(exports, "contacts")
        if row["warnings"] and row["record"] in rows
    )
