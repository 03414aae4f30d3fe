"""Nothing was lost between the dossier of facts and the records, and what was left out for safety stays
out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.checks import check_all
from amparo.model.contact import Contact
from amparo.model.organisation import Organisation
from amparo.settings import read_settings
from tests.conftest import ROOT

DOSSIER = Path(os.environ.get("AMPARO_DOSSIER", ROOT.parent / "shared" / "dossier"))

pytestmark = pytest.mark.skipif(
    not (DOSSIER / "organisations").is_dir(),
    reason="the dossier is not at hand: it stands beside a checkout in shared/, or where AMPARO_DOSSIER says",
)

FIELDS = (
    "names",
    "acronym",
    "kind",
    "status",
    "based_in",
    "for_groups",
    "services",
    "languages",
    "confidence",
)

INTENDED: dict[tuple[str, str], tuple[Any, str]] = {
    ("conadeh-honduras", "kind"): (
        "state-body",
        "an office of the State, which a person at risk must know before she calls",
    ),
    ("komnas-perempuan", "kind"): ("state-body", "a commission of the State"),
    ("public-defender-georgia-1481", "kind"): ("state-body", "an office of the State"),
}
"""Values that differ from the dossier on purpose: ours, and why."""

NOT_LINKED = {
    "https://aidstream.org/who-is-using/GE-RS-406061513/42643": (
        "page of a shelter's operator: cited by name, never linked"
    )
}
"""Addresses of sources that are left out on purpose, and why."""

RESULTS = {
    "agrees": "two-sources",
    "differs": "differs",
    "not-found": "one-source",
    "dossier-error": "one-source",
}
"""Our word for a result of the second reading."""


def entries(file: Path) -> list[dict]:
    """A list of the dossier, every value as it is written."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)


def known(value: Any) -> Any:
    """A value of the dossier; None for what it does not know."""
    return None if value in ("", "null", [], {}) else value


@pytest.fixture(scope="module")
def ours() -> dict[str, Organisation]:
    """The project's records."""
    return check_all(ROOT, read_settings(ROOT).as_of)[0].organisations


@pytest.fixture(scope="module")
def theirs() -> dict[str, dict]:
    """The dossier's records."""
    return {
        entry["id"]: entry
        for file in sorted((DOSSIER / "organisations").glob("*.yml"))
        for entry in entries(file)
    }


@pytest.fixture(scope="module")
def written() -> str:
    """Everything that data and docs hold, without the signs that people put between digits."""
    files = [
        file for folder in ("data", "docs") for file in sorted((ROOT / folder).rglob("*")) if file.is_file()
    ]
    return plain("\n".join(file.read_text("utf-8") for file in files))


def plain(text: str) -> str:
    """A text in lower case without spaces, brackets, dots and hyphens."""
    return re.sub(r"[ ()./-]", "", text).lower()


def pairs(ours: dict, theirs: dict) -> Iterator[tuple[str, Organisation, dict]]:
    """Every organisation on both sides."""
    for id, entry in theirs.items():
        yield id, ours[id], entry


def contact_of(organisation: Organisation, entry: dict, kind: str = "kind") -> Contact | None:
    """Our contact of the same kind and value, as written."""
    return next(
        (c for c in organisation.contacts if (c.kind, c.value) == (entry[kind], entry["value"])), None
    )


def test_every_organisation_has_one_record(ours: dict, theirs: dict) -> None:
    print(f"\n{len(ours)} organisations, {len(theirs)} in the dossier")

    assert set(ours) == set(theirs)


@pytest.mark.parametrize("field", FIELDS)
def test_field_is_as_in_the_dossier(field: str, ours: dict, theirs: dict) -> None:
    plain_values = {id: getattr(o, field) or None for id, o, _ in pairs(ours, theirs)}
    found = {id: list(value) if isinstance(value, tuple) else value for id, value in plain_values.items()}

    expected = {
        id: INTENDED.get((id, field), (known(entry.get(field)), ""))[0] for id, entry in theirs.items()
    }
    assert {id: (found[id], value) for id, value in expected.items() if found[id] != value} == {}


def test_serves_is_as_in_the_dossier(ours: dict, theirs: dict) -> None:
    wrong = {
        id: o.serves
        for id, o, entry in pairs(ours, theirs)
        if (o.serves.worldwide, list(o.serves.regions), list(o.serves.countries), o.serves.except_in)
        != (
            entry["serves"].get("worldwide") == "true",
            entry["serves"].get("regions", []),
            entry["serves"].get("countries", []),
            (),
        )
    }

    assert wrong == {}


def test_every_contact_is_kept_as_written_or_withheld(ours: dict, theirs: dict) -> None:
    counts, wrong = Counter(), []
    for id, o, entry in pairs(ours, theirs):
        expected = Counter((c["kind"], c["value"]) for c in entry["contacts"])
        missing = expected - Counter((c.kind, c.value) for c in o.contacts)
        counts += Counter(dossier=expected.total(), kept=len(o.contacts), withheld=len(o.withheld))
        if (
            Counter(kind for kind, _ in missing.elements()) != Counter(w.kind for w in o.withheld)
            or len(o.contacts) + len(o.withheld) != expected.total()
        ):
            wrong.append((id, missing))
    print(f"\ncontacts: {dict(counts)}")

    assert wrong == []


def test_withheld_value_stands_nowhere(ours: dict, theirs: dict, written: str) -> None:
    withheld = {
        (id, c["value"])
        for id, o, entry in pairs(ours, theirs)
        for c in entry["contacts"]
        if not contact_of(o, c)
    }
    print(f"\n{len(withheld)} values withheld")

    assert withheld and {(id, value) for id, value in withheld if plain(value) in written} == set()


def test_contact_keeps_languages_hours_and_source(ours: dict, theirs: dict) -> None:
    wrong = []
    for id, o, entry in pairs(ours, theirs):
        for theirs_ in entry["contacts"]:
            contact = contact_of(o, theirs_)
            if contact is None:
                continue
            source, wanted, hours = o.sources_by_id[contact.source], theirs_["source"], theirs_.get("hours")
            is_same = (
                source.kind == "memory"
                if wanted in ("memory", "m")
                else source.id == {"seed": "origin"}.get(wanted, wanted)
            )
            is_sure = theirs_.get("confidence") != "low" or source.kind == "memory"
            has_hours = (
                contact.hours == hours
                if hours == "24/7"
                else bool(contact.hours_note) == bool(hours) and contact.hours is None
            )
            if list(contact.languages) != theirs_.get("languages", []) or not (
                is_same and is_sure and has_hours
            ):
                wrong.append((id, contact.id))

    assert wrong == []


def test_emergency_stays_emergency_and_nothing_else_becomes_it(ours: dict, theirs: dict) -> None:
    wrong = []
    for id, o, entry in pairs(ours, theirs):
        for theirs_ in entry["contacts"]:
            contact, purpose = contact_of(o, theirs_), theirs_.get("purpose", "general")
            if contact and (contact.purpose == "emergency") != (
                purpose.startswith(("emergency and", "digital emergency")) or purpose == "emergency"
            ):
                wrong.append((id, contact.id, purpose, contact.purpose))

    assert wrong == []


def test_every_source_address_is_kept(ours: dict, theirs: dict) -> None:
    counts, wrong = Counter(), []
    for id, o, entry in pairs(ours, theirs):
        expected = {s["url"] for s in entry["sources"] if s["url"].startswith("http")}
        extra = {s.url for s in o.sources if s.url and s.kind != "second-look"} - expected
        counts += Counter(
            sources=len(o.sources),
            addresses=len(expected),
            second_look=sum(s.kind == "second-look" for s in o.sources),
        )
        if extra or expected - {s.url for s in o.sources} - set(NOT_LINKED):
            wrong.append((id, expected, extra))
    print(f"\n{dict(counts)}")

    assert wrong == []


def test_source_without_address_is_memory_or_cited_by_name(ours: dict, theirs: dict) -> None:
    wrong = []
    for id, o, entry in pairs(ours, theirs):
        for theirs_ in entry["sources"]:
            source = o.sources_by_id["origin" if theirs_["id"] == "seed" else theirs_["id"]]
            is_memory = theirs_["url"] == "memory" or theirs_["id"] in ("m", "memory")
            if (
                (source.kind == "memory") != is_memory
                or source.date != known(theirs_["date"])
                or not (is_memory or source.url or source.cite)
                or "seed" in (source.cite or "")
            ):
                wrong.append((id, source))

    assert wrong == []


def test_amounts_are_as_in_the_dossier(ours: dict, theirs: dict) -> None:
    wrong, count = [], 0
    for id, o, entry in pairs(ours, theirs):
        expected = known(entry["amounts"]) or {}
        offered = [offer.amounts for offer in o.offers if offer.amounts]
        count += len(offered)
        found = {
            key: str(getattr(a, key))
            for a in offered
            for key in ("currency", "min", "max")
            if getattr(a, key) is not None
        }
        year = re.search(r"\d{4}", expected.get("as_of", ""))
        if (
            len(offered) != bool(expected)
            or found != {k: expected[k] for k in ("currency", "min", "max") if k in expected}
            or (
                offered
                and (offered[0].as_of, offered[0].about)
                != (year and year[0], "about" in expected.get("as_of", ""))
            )
        ):
            wrong.append((id, expected, offered))
    print(f"\n{count} amounts")

    assert wrong == []


def test_second_look_is_taken_over(ours: dict) -> None:
    counts, wrong = Counter(), []
    for look in entries(DOSSIER / "second-look.yml"):
        o = ours.get(look["record"])
        if o is None:
            continue  # A mechanism's contact.
        contact, url = contact_of(o, look, "contact_kind"), known(look["second_source"]["url"])
        if contact is None:
            counts["withheld"] += 1
            wrong += (
                []
                if "danger" in look or look["result"] == "dossier-error"
                else [(look["record"], look["value"], "lost")]
            )
            continue
        # Sources that agree and cannot be cited are no proof for a reader: the contact is shown as seen in
        # one.
        expected = "one-source" if look["result"] == "agrees" and not url else RESULTS[look["result"]]
        second = contact.corroboration
        counts[expected] += 1
        cited = o.sources_by_id[second.source].url if second and second.source else None
        if (
            not second
            or (second.result, second.other_value) != (expected, known(look.get("seen_value")))
            or cited != (url if look["result"] in ("agrees", "differs") else None)
        ):
            wrong.append((look["record"], look["value"], expected, second))
    print(f"\nsecond look: {dict(counts)}")

    assert wrong == []


@pytest.mark.parametrize("table", [INTENDED, NOT_LINKED], ids=["intended", "not-linked"])
def test_every_difference_on_purpose_is_still_one(table: dict, ours: dict, theirs: dict) -> None:
    addresses = {s.url for o in ours.values() for s in o.sources}
    stale = [
        key
        for key in table
        if (key in addresses if isinstance(key, str) else theirs[key[0]][key[1]] == table[key][0])
    ]

    assert stale == []
