"""Two releases are enough to tell which contacts changed, with which change record, and whether the ledger of
contacts was written anew."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from amparo.library import Library
from amparo.model.loading import load_all
from amparo.model.lock import FILE as LOCK
from amparo.release import contacts, ledger
from amparo.release.contacts import Kept, Part
from amparo.release.facts import Failed
from amparo.settings import read_settings
from amparo.source import Problems
from tests.conftest import PROJECT

KEY = "organisations/front-line-defenders"
PHONE = f"{KEY} contacts.phone-1"
OLD_ENTRY = ledger.Entry({"en": "Front Line Defenders"}, contacts={"phone-1": ("phone", "+353 1 210 0489")})
NEW_ENTRY = replace(OLD_ENTRY, contacts={"phone-1": ("phone", "+353 1 210 0490")})
BEGINNING = Part("2026-11-21", "first", 3000, "aa", (), "")
CHANGE = Part("2026-12-01", "2026-12-01-fld", 3002, "bb", (PHONE,), "editor 2026-12-01; caller 2026-12-01")
BEFORE, AFTER = Kept((BEGINNING,), {}), Kept((BEGINNING, CHANGE), {})


def told(was: Kept | None, kept: Kept | None, **entries: ledger.Entry | None) -> str:
    """The contact diff between two releases of one record."""
    old, new = (
        {KEY: entry} if entry else {}
        for entry in (entries.get("old", OLD_ENTRY), entries.get("new", NEW_ENTRY))
    )
    return "\n".join(contacts.told((old, was), (new, kept)))


def test_changed_contact_is_told_with_its_change_record() -> None:
    said = told(BEFORE, AFTER)

    assert said == (
        f"{PHONE}: +353 1 210 0489 → +353 1 210 0490\n"
        "    2026-12-01-fld: editor 2026-12-01; caller 2026-12-01"
    )


def test_contact_that_is_only_shown_or_hidden_is_told_as_such() -> None:
    assert "no change of the contact itself" in told(AFTER, AFTER, new=None)
    assert f"{PHONE}: - → +353 1 210 0490" in told(AFTER, AFTER, old=None)


def test_release_from_before_the_ledger_asks_for_eyes() -> None:
    assert "compare it with its source" in told(None, BEFORE)


def test_change_that_waits_and_one_that_no_page_shows_are_told_too() -> None:
    waiting = replace(AFTER, waiting={f"{KEY} hosts": "2026-12-02"})
    said = told(BEFORE, waiting, new=OLD_ENTRY)

    assert f"{KEY} hosts\n    changed, not yet confirmed, since 2026-12-02" in said
    assert said.startswith(f"{PHONE}\n    2026-12-01-fld")


@pytest.mark.parametrize(
    "new",
    [None, Kept((replace(BEGINNING, sum="cc"), CHANGE), {}), Kept((replace(BEGINNING, lines=2999),), {})],
    ids=["no ledger", "other sums", "a line less"],
)
def test_ledger_that_was_written_anew_makes_no_release(new: Kept | None) -> None:
    with pytest.raises(Failed, match="does not continue"):
        contacts.refuse(BEFORE, new)


def test_ledger_that_lost_its_newest_part_makes_no_release() -> None:
    contacts.refuse(BEFORE, AFTER)

    with pytest.raises(Failed, match=r"2026-12-01 \(2026-12-01-fld\)"):
        contacts.refuse(AFTER, BEFORE)


def test_thirty_days_do_not_begin_anew() -> None:
    first, later = (replace(AFTER, waiting={PHONE: day}) for day in ("2026-12-02", "2026-12-20"))

    contacts.refuse(first, first)
    with pytest.raises(Failed, match="since 2026-12-02 in the release before"):
        contacts.refuse(first, later)


def test_two_folders_are_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, entry, kept in (("old", OLD_ENTRY, BEFORE), ("new", NEW_ENTRY, AFTER)):
        (tmp_path / name).mkdir()
        ledger.write({KEY: entry}, tmp_path / name / ledger.FILE)
        (tmp_path / name / contacts.FILE).write_text(json.dumps(asdict(kept)), "utf-8")

    there = contacts.compare(tmp_path / "old", tmp_path / "new")
    back = contacts.compare(tmp_path / "new", tmp_path / "old")
    nowhere = contacts.compare(tmp_path, tmp_path / "new")

    assert (there, back, nowhere) == (0, 1, 1)
    assert "2026-12-01-fld: editor" in capsys.readouterr().out


def test_what_travels_names_the_parts_of_the_ledger_and_holds_no_value() -> None:
    loaded = load_all(PROJECT, Problems())
    kept = contacts.kept_of(Library(loaded, read_settings(PROJECT).as_of))

    assert kept and kept.parts[-1].lines == PROJECT.find(LOCK).read_text("utf-8").count("\n")
    assert kept.parts[-1].sum == loaded.lock.sums[-1]
    said = json.dumps(asdict(kept))
    assert not any(contact.value in said for body, _ in loaded.bodies() for contact in body.contacts)
