"""No line of the dossier was lost or changed, and what may expose somebody is not shown."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.data.test_dangers import LOADER, raw
from tests.data.test_dossier import DOSSIER

SOURCE = DOSSIER / "national-lines.yml"
needs_dossier = pytest.mark.skipif(not SOURCE.is_file(), reason="the dossier is not at hand")

AGREEMENT = {"two-sources": "two-sources", "one-source": "one-source", "differ": "differs"}

READ_OTHERWISE = {
    ("CD", "122"): "the sources differ on its hours, not on the number",
    ("EC", "1800 335486"): "the sources differ on the option, not on the number",
    ("MX", "800 108 40 53"): "the sources differ on its area, not on the number",
}
"""Numbers whose agreement we read otherwise than the dossier, and why."""

HIDDEN = {
    ("CM", "166"): "it may be a slip",
    ("ZW", "0808 0117"): "another number was printed that is not among the entries",
    ("KE", "(020) 4400525"): "being found out is a crime there",
}
"""Lines that are kept and not shown, beside those whose subject nobody knows."""


@cache
def entries() -> list[dict[str, Any]]:
    """The lines of the dossier as written."""
    return yaml.load(SOURCE.read_text("utf-8"), Loader=LOADER)["lines"]


@cache
def ours() -> dict[tuple[str, str, str], dict[str, Any]]:
    """Our lines by country, kind and number."""
    return {
        (country["country"], line["kind"], line["number"]): line
        for country in raw("lines").values()
        for line in country["lines"]
    }


@needs_dossier
def test_every_line_is_there_with_its_number_and_what_to_dial() -> None:
    theirs = Counter((e["country"], e["kind"], e["number"], e["dial"]) for e in entries())

    assert Counter((*key, line.get("dial")) for key, line in ours().items()) == theirs


@needs_dossier
@pytest.mark.parametrize("field", ["agreement", "free", "hours", "name"])
def test_what_the_dossier_knows_of_a_line_is_kept(field: str) -> None:
    wrong = []
    for entry in entries():
        line, known = ours()[entry["country"], entry["kind"], entry["number"]], entry.get(field)
        number = (entry["country"], entry["number"])
        if field == "agreement":
            is_kept = (line["agreement"] == AGREEMENT[known]) != (number in READ_OTHERWISE)
        elif field == "hours":
            is_kept = line.get("hours") == (known if known == "24/7" else None) or number in READ_OTHERWISE
            is_kept = is_kept and bool(line.get("hours_note")) == bool(known and known != "24/7")
        elif field == "name":
            is_kept = line.get("name") == known or re.sub(r"\W", "", known) == re.sub(
                r"\W", "", entry["number"]
            )
        else:
            is_kept = line.get(field) == (None if known == "unknown" else known)
        wrong += [] if is_kept else [(number, known, line)]

    assert wrong == []


@needs_dossier
def test_state_and_police_are_never_called_independent() -> None:
    wrong = []
    for entry in entries():
        line = ours()[entry["country"], entry["kind"], entry["number"]]
        wants = "police" if "runs" in entry.get("police", "") or entry["kind"] == "police" else None
        wants = wants or {"true": "state", "false": "group", "unknown": None}[entry["state"]]
        if entry["kind"] == "general-emergency":
            wants = wants or "state"
        if line.get("run_by") != wants or (line.get("tells_police") == "true") != ("police" in entry):
            wrong.append((entry["country"], entry["number"], wants, line))

    assert wrong == []


@needs_dossier
def test_only_lines_with_a_known_subject_are_shown() -> None:
    hidden = {(cc, number) for (cc, _, number), line in ours().items() if line.get("show") == "false"}
    unknown = {
        (e["country"], e["number"])
        for e in entries()
        if e["kind"] == "other" and "subject unknown" in e.get("note", "")
    }

    assert hidden == unknown | HIDDEN.keys()


def test_no_note_for_readers_holds_another_number() -> None:
    """A number in a text is no link, has no source of its own, and cannot be checked."""
    allowed = {"911", "111", "112", "116", "*211"}
    found = [
        (key, line["note"])
        for key, line in ours().items()
        for number in re.findall(r"[*+]?\d[\d ()/-]{2,}\d|\*\d+", line.get("note", ""))
        if number not in allowed and not re.fullmatch(r"(?:19|20)\d\d", number)
    ]

    assert found == []


def test_every_number_that_differs_is_shown_with_the_others() -> None:
    for id, country in raw("lines").items():
        shown = {line["id"] for line in country["lines"] if line.get("show") != "false"}
        for line in country["lines"]:
            if line["agreement"] == "differs" and line["id"] in shown:
                assert line["differs_from"] and set(line["differs_from"]) <= shown, (id, line["id"])


def test_every_source_of_a_line_has_a_publisher() -> None:
    sources = yaml.load((ROOT / "data/line-sources.yml").read_text("utf-8"), Loader=LOADER)["sources"]
    sources += [source for country in raw("lines").values() for source in country.get("sources", ())]

    assert sources and [one for one in sources if not one.get("publisher")] == []
