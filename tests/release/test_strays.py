"""What a Mac or Windows leaves in a folder is named as such, with an end of its own; what only looks like it
is no part of a genuine copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.release.asking import KIT, PROGRAMS, ask, by_script
from tests.release.conftest import Keys
from tests.release.copies import LATER, made_up_copy, seal

MAC, WINDOWS = "by-mac", "by-windows"
MARK = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X"
STRAYS = {
    ".DS_Store": (b"\x00\x00\x00\x01Bud1", MAC),
    "emergency/.DS_Store": (b"", MAC),
    "._x": (b"x", MAC),
    "._index.html": (MARK, MAC),
    "emergency/._index.html": (MARK, MAC),
    "._.DS_Store": (MARK, MAC),
    "Thumbs.db": (b"\xd0\xcf\x11\xe0", WINDOWS),
    "emergency/thumbs.db": (b"\xd0\xcf\x11\xe0", WINDOWS),
    "desktop.ini": (b"[.ShellClassInfo]\r\n", WINDOWS),
    "System Volume Information/IndexerVolumeGuid": (b"{\x00", WINDOWS),
    "System Volume Information/WPSettings.dat": (b"\x0c", WINDOWS),
}
LOOKALIKES = {
    "._index.html": b"<p>Call +1 555 0100</p>",
    "._call.txt": b"Call +1 555 0100",
    ".DS_Store.html": b"x",
    "DS_Store": b"x",
    "Thumbs.db.html": b"x",
    "desktop.ini/index.html": b"x",
    "System Volume Information/index.html": b"x",
    "emergency/System Volume Information/WPSettings.dat": b"x",
    "System Volume Information/a/b.dat": b"x",
    ".htaccess": b"Redirect / http://elsewhere.example/",
    "a b/.DS_Store": b"x",
    ".DS_Store\n": b"x",
}


@pytest.fixture
def copy(keys: Keys, tmp_path: Path) -> Path:
    """A small genuine copy."""
    return made_up_copy(tmp_path / "copy", keys.secret)


def plant(copy: Path, name: str, content: bytes) -> None:
    """Put a file into a copy."""
    (copy / name).parent.mkdir(parents=True, exist_ok=True)
    (copy / name).write_bytes(content)


def answers(copy: Path, keys: Keys, today: str = "2026-12-01") -> dict[str, tuple[int, tuple[str, ...]]]:
    """How each program ends, and the reasons or the strays that it tells."""
    found = {}
    for name in PROGRAMS:
        said = ask(name, KIT, str(copy), str(keys.public), "--today", today)
        found[name] = (said.code, tuple(c for c in said.codes[1:] if c.startswith("by-") or said.code == 1))
    job = (copy, [keys.public.read_text()], {"today": today, "atLeast": 0})
    html = by_script(copies=[job])["found"][0]
    told = html["reasons"] if html["result"] == 1 else html["strays"]
    return {**found, "js": (html["result"], tuple(code for code, _ in told))}


@pytest.mark.parametrize("name", STRAYS)
def test_file_that_a_computer_left_is_named_and_the_copy_stays_genuine(
    name: str, copy: Path, keys: Keys
) -> None:
    content, code = STRAYS[name]
    plant(copy, name, content)

    assert answers(copy, keys) == dict.fromkeys(("py", "sh", "js"), (3, (code,)))


@pytest.mark.parametrize("name", LOOKALIKES)
def test_file_that_only_looks_like_one_makes_the_copy_not_genuine(name: str, copy: Path, keys: Keys) -> None:
    plant(copy, name, LOOKALIKES[name])

    assert answers(copy, keys) == dict.fromkeys(("py", "sh", "js"), (1, ("unlisted",)))


def test_link_with_such_a_name_is_a_link(copy: Path, keys: Keys) -> None:
    (copy / ".DS_Store").symlink_to("index.html")

    found = answers(copy, keys)

    assert found["py"] == found["sh"] == (1, ("not-a-file",))


def test_old_copy_with_such_files_is_old_and_names_them(copy: Path, keys: Keys) -> None:
    plant(copy, ".DS_Store", b"x")
    plant(copy, "Thumbs.db", b"x")

    assert answers(copy, keys, LATER) == dict.fromkeys(("py", "sh", "js"), (2, (MAC, WINDOWS)))


def test_changed_page_beside_such_files_is_all_that_counts(copy: Path, keys: Keys) -> None:
    plant(copy, ".DS_Store", b"x")
    (copy / "index.html").write_text("Call +1 555 0100")

    assert answers(copy, keys) == dict.fromkeys(("py", "sh", "js"), (1, ("changed",)))


def test_such_a_file_that_was_signed_belongs_to_the_copy(copy: Path, keys: Keys) -> None:
    plant(copy, "Thumbs.db", b"x")
    seal(copy, keys.secret)
    signed = answers(copy, keys)
    (copy / "Thumbs.db").write_bytes(b"y")

    assert signed == dict.fromkeys(("py", "sh", "js"), (0, ()))
    assert answers(copy, keys) == dict.fromkeys(("py", "sh", "js"), (1, ("changed",)))


def test_hundred_such_files_are_told_as_twenty_and_a_number(copy: Path, keys: Keys) -> None:
    for n in range(100):
        plant(copy, f"emergency/{n:02}/.DS_Store", b"x")

    for name in PROGRAMS:
        said = ask(name, KIT, str(copy), str(keys.public), "--today", "2026-12-01")
        assert said.code == 3 and said.codes.count(MAC) == 20 and "\nmore 80\n" in said.text


def test_clock_before_the_release_is_told_by_the_browser_too(copy: Path, keys: Keys, tmp_path: Path) -> None:
    texts, empty = [keys.public.read_text()], tmp_path / "empty"
    empty.mkdir()
    jobs = [
        (copy, texts, {"today": "2026-11-20"}),
        (copy, texts, {"today": "2026-11-21"}),
        (empty, texts, {"today": "2026-11-21"}),
    ]

    early, right, nothing = by_script(copies=jobs)["found"]

    assert (early["isEarly"], right["isEarly"]) == (True, False)
    assert nothing["reasons"] == [["empty-folder", ""]] and shutil.which("node")
