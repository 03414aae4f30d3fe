"""Nobody was lost between the dossier of facts and the records, and what was left out for safety stays out.
What a second
reading changed since stands in the records' own notes: fields are no longer compared one by one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.checks import check_all
from amparo.model.contact import Contact
from amparo.model.organisation import Organisation
from amparo.settings import read_settings
from tests.conftest import PROJECT, ROOT

DOSSIER = Path(os.environ.get("AMPARO_DOSSIER", ROOT.parent / "shared" / "dossier"))

pytestmark = pytest.mark.skipif(
    not (DOSSIER / "organisations").is_dir(),
    reason="the dossier is not at hand: it stands beside a checkout in shared/, or where AMPARO_DOSSIER says",
)

NEW = "reading-2/new-organisations*.yml"
"""Bodies that the second reading found."""

REFUSED = {
    "nhrcm-hrd-committee-mongolia": "a committee under a law: it stands in data/mechanisms/mongolia-law.yml"
}
"""Bodies of the dossier that are no organisation here, and why."""


def entries(file: Path) -> list[dict]:
    """A list of the dossier, every value as it is written."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)


def known(value: Any) -> Any:
    """A value of the dossier; None for what it does not know."""
    return None if value in ("", "null", [], {}) else value


@pytest.fixture(scope="module")
def ours() -> dict[str, Organisation]:
    """The project's records."""
    return check_all(PROJECT, read_settings(PROJECT).as_of)[0].organisations


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

    found = {entry["id"] for file in DOSSIER.glob(NEW) for entry in entries(file)}
    assert found and set(ours) == (set(theirs) | found) - REFUSED.keys()


def test_withheld_value_stands_nowhere(ours: dict, theirs: dict, written: str) -> None:
    withheld = {
        (id, c["value"])
        for id, o, entry in pairs(ours, theirs)
        for c in entry["contacts"]
        if not contact_of(o, c)
    }
    print(f"\n{len(withheld)} values withheld")

    assert withheld and {(id, value) for id, value in withheld if plain(value) in written} == set()


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
