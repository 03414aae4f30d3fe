"""However a program is called, it says which place and which key it checks, or refuses; it never checks
something else than what it was given."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.release.asking import KIT, POWERLESS, PROGRAMS, ask
from tests.release.conftest import make_keys
from tests.release.copies import made_up_copy

TODAY = ("--today", "2026-12-01")


@dataclass(frozen=True)
class Call:
    """One call and its right answer. `{name}` stands for a place of the table's folder."""

    words: str
    """Arguments, separated by `|`."""

    code: int
    """How the program must end."""

    says: str
    """The code that says the result or its first reason."""

    place: str = ""
    """The folder that must be named first; empty where none may be."""

    cwd: str = "empty"
    """Where the caller stands."""

    is_held: bool = False
    """Whether the rights of files hold the caller, root too."""


GOOD, OLD, BAD = "genuine", "expired", "changed"
TABLE = (
    # nothing, and what stands around
    Call("", 0, GOOD, "own"),
    Call("", 0, GOOD, "copy", "copy"),
    Call("", 1, BAD, "hurt", "hurt"),
    Call("", 0, GOOD, "own", "plain"),
    Call(".", 0, GOOD, "copy", "copy"),
    Call(".", 1, "no-list", "plain", "plain"),
    Call("..", 0, GOOD, "copy", "copy/emergency"),
    # a slip of the finger
    Call("{copi}", 1, "no-such"),
    Call("{copi}|{key}", 1, "no-such"),
    Call("{key}|{copi}", 1, "no-such"),
    Call("{copy}|{kei}", 1, "no-such"),
    Call("{copy}|{key}|{copi}", 1, "no-such"),
    Call("copi", 1, "no-such", cwd="copy"),
    Call("|", 1, "no-such"),
    Call("{copy}|", 1, "no-such"),
    Call(" ", 1, "no-such"),
    Call("{dangling}", 1, "no-such"),
    Call("{copy}|{dangling}", 1, "no-such"),
    # what is neither folder nor key
    Call("{zip}", 1, "no-folder"),
    Call("{zip}|{key}", 1, "no-folder"),
    Call("{copy}|{zip}", 1, "no-folder"),
    Call("{text}", 1, "no-folder"),
    Call("{copy}/SHA256SUMS", 1, "no-folder"),
    Call("{copy}/index.html|{key}", 1, "no-folder"),
    Call("{nothing}", 1, "no-folder"),
    Call("/dev/null", 1, "no-folder"),
    Call("{pipe}", 1, "no-folder"),
    Call("{copy}|{spoilt.pub}", 1, "bad-key"),
    Call("{spoilt.pub}", 1, "bad-key"),
    Call("{copy}|{secret}", 1, "no-folder"),
    # the copy, in every spelling
    Call("{copy}", 0, GOOD, "copy"),
    Call("{copy}/", 0, GOOD, "copy"),
    Call("{copy}//", 0, GOOD, "copy"),
    Call("{copy}/.", 0, GOOD, "copy"),
    Call("{copy}/emergency/..", 0, GOOD, "copy"),
    Call("copy", 0, GOOD, "copy", "."),
    Call("./copy/", 0, GOOD, "copy", "."),
    Call("{link}", 0, GOOD, "copy"),
    Call("{link}/", 0, GOOD, "copy"),
    Call("{a copy with spaces}", 0, GOOD, "a copy with spaces"),
    Call("{نسخة}", 0, GOOD, "نسخة"),
    Call("{copy [1]*?}", 0, GOOD, "copy [1]*?"),
    Call('{it\'s "a" $copy}', 0, GOOD, 'it\'s "a" $copy'),
    Call("{other}", 0, GOOD, "other"),
    Call("{other}|{key}", 0, GOOD, "other"),
    Call("{hurt}", 1, BAD, "hurt"),
    Call("{hurt}|{key}", 1, BAD, "hurt"),
    Call("{empty}", 1, "empty-folder", "empty"),
    Call("{empty}|{key}", 1, "empty-folder", "empty"),
    Call("{plain}", 1, "no-list", "plain"),
    # keys in every order
    Call("{key}", 0, GOOD, "own"),
    Call("{key}|{copy}", 0, GOOD, "copy"),
    Call("{copy}|{key}", 0, GOOD, "copy"),
    Call("{copy}|{key without ending}", 0, GOOD, "copy"),
    Call("{copy}|{keylink}", 0, GOOD, "copy"),
    Call("{copy}|{stranger}", 1, "other-key", "copy"),
    Call("{stranger}|{copy}", 1, "other-key", "copy"),
    Call("{copy}|{key}|{stranger}", 0, GOOD, "copy"),
    Call("{copy}|{stranger}|{key}", 0, GOOD, "copy"),
    Call("{stranger}|{copy}|{key}", 0, GOOD, "copy"),
    Call("{copy}|{keys}", 0, GOOD, "copy"),
    Call("{copy}|{keys}/", 0, GOOD, "copy"),
    Call("{keys}", 1, "no-list", "keys"),
    Call("{keys}|{copy}", 1, "two-places"),
    Call("{copy}|{hurt}", 1, "two-places"),
    Call("{hurt}|{copy}", 1, "two-places"),
    Call("{copy}|{other}|{key}", 1, "two-places"),
    Call("{copy}|{empty}", 1, "two-places"),
    # options
    Call("--at-least|2|{copy}", 0, GOOD, "copy"),
    Call("{copy}|--at-least|3", 1, "too-old", "copy"),
    Call("{copy}|--at-least=3", 1, "too-old", "copy"),
    Call("{copy}|--at-least", 1, "bad-option"),
    Call("{copy}|--at-least|x", 1, "bad-option"),
    Call("{copy}|--at-least|-1", 1, "bad-option"),
    Call("{copy}|--at-least|", 1, "bad-option"),
    Call("{copy}|--key|{key}", 1, "bad-option"),
    Call("{copy}|-x", 1, "bad-option"),
    Call("--|{copy}", 1, "bad-option"),
    Call("{copy}|--today|tomorrow", 1, "bad-option"),
    Call("{copy}|--today|2027-05-21", 2, OLD, "copy"),
    Call("{copy}|--today=2027-05-20", 0, GOOD, "copy"),
    Call("{copy}|--language|xx", 0, GOOD, "copy"),
    # rights
    Call("{readonly}", 0, GOOD, "readonly", is_held=True),
    Call("{copy}", 0, GOOD, "copy", is_held=True),
    Call("{closed}", 1, "no-permission", is_held=True),
    Call("{closed page}", 1, "no-permission", "closed page", is_held=True),
    Call("{closed below}", 1, "no-permission", "closed below", is_held=True),
    Call("{closed list}", 1, "no-permission", "closed list", is_held=True),
    Call("{copy}|{closed.pub}", 1, "no-permission", is_held=True),
)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that the table names, which everybody may enter."""
    folder = tmp_path_factory.mktemp("calls")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)
    (folder / "mine").mkdir()
    (folder / "hers").mkdir()
    mine, hers = make_keys(folder / "mine"), make_keys(folder / "hers")
    copy = made_up_copy(folder / "copy", mine.secret)
    names = ("a copy with spaces", "نسخة", "copy [1]*?", 'it\'s "a" $copy', "other", "hurt", "readonly")
    for name in (*names, "closed", "closed page", "closed below", "closed list"):
        shutil.copytree(copy, folder / name)
    (folder / "hurt/index.html").write_text("<p>Call +1 555 0100</p>")
    _own_copy(folder / "own", mine.public, mine.secret)
    for place, key in (("key", mine.public), ("key without ending", mine.public), ("stranger", hers.public)):
        shutil.copyfile(key, folder / place)
    for name in ("empty", "plain", "keys"):
        (folder / name).mkdir()
    (folder / "plain/index.html").write_text("<p>No list</p>")
    shutil.copyfile(mine.public, folder / "keys/mine.pub")
    shutil.copyfile(mine.secret, folder / "secret")
    shutil.copyfile(mine.public, folder / "closed.pub")
    shutil.make_archive(str(folder / "packed"), "zip", copy)
    (folder / "packed.zip").rename(folder / "zip")
    (folder / "text").write_text("one\ntwo\n")
    (folder / "nothing").write_bytes(b"")
    (folder / "spoilt.pub").write_text("untrusted comment: x\nRWQabc\n")
    os.mkfifo(folder / "pipe")
    for link, target in (("link", "copy"), ("keylink", "key"), ("dangling", "copi")):
        (folder / link).symlink_to(target)
    for name in ("readonly", "readonly/emergency"):
        (folder / name).chmod(0o555)
    for name in ("closed", "closed page/index.html", "closed below/emergency", "closed list/SHA256SUMS"):
        (folder / name).chmod(0)
    (folder / "closed.pub").chmod(0)
    return folder


def _own_copy(folder: Path, public: Path, secret: Path) -> None:
    """A copy that brings the programs and a key along, as every release does, but no words."""
    for name in ("verify.py", "verify.sh", "keys/test.pub"):
        (folder / "kit" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(public if name.endswith(".pub") else KIT / name, folder / "kit" / name)
    made_up_copy(folder, secret)


def test_the_table_holds_at_least_sixty_different_calls() -> None:
    assert len(set(TABLE)) == len(TABLE) >= 60


@pytest.mark.parametrize("call", TABLE, ids=lambda call: f"{call.words or 'nothing'} in {call.cwd}")
def test_both_programs_check_what_they_were_given_or_refuse(call: Call, room: Path) -> None:
    if call.is_held and POWERLESS and not shutil.which(POWERLESS[0]):
        pytest.skip("root without setpriv may read everything")
    words = [word.replace("{", f"{room}/").replace("}", "") for word in call.words.split("|") if call.words]

    said = {
        name: ask(
            name,
            room / "own/kit",
            *words,
            *(() if "today" in call.words else TODAY),
            cwd=room / call.cwd,
            is_held=call.is_held,
        )
        for name in PROGRAMS
    }

    for name, answer in said.items():
        assert answer.code == call.code and call.says in answer.codes[:2], (name, answer.text)
        assert answer.place == (str(room / call.place) if call.place else ""), (name, answer.text)
    assert said["py"] == said["sh"] or (said["py"].code == 1 and said["py"].codes == said["sh"].codes)


def test_every_answer_begins_with_the_place_and_the_key(room: Path) -> None:
    for name in PROGRAMS:
        for copy in ("copy", "hurt", "plain"):
            lines = ask(name, room / "own/kit", str(room / copy), str(room / "key"), *TODAY).text.split("\n")
            assert lines[0] == f"place {room / copy}" and lines[1].startswith("with-key "), (name, copy)


def test_clock_before_the_day_of_the_release_is_told(room: Path) -> None:
    for name in PROGRAMS:
        early = ask(name, room / "own/kit", str(room / "copy"), "--today", "2026-11-20")
        right = ask(name, room / "own/kit", str(room / "copy"), "--today", "2026-11-21")
        assert (early.code, right.code) == (0, 0)
        assert "clock" in early.codes and "clock" not in right.codes, name


def test_copy_with_a_second_key_folder_that_holds_a_spoilt_key_is_refused(room: Path, tmp_path: Path) -> None:
    shutil.copyfile(room / "spoilt.pub", tmp_path / "a.pub")
    for name in PROGRAMS:
        assert ask(name, KIT, str(room / "copy"), str(tmp_path)).codes == ("not-checked", "bad-key"), name


def test_owners_own_copy_says_that_it_came_with_the_program(room: Path) -> None:
    for name in PROGRAMS:
        assert ask(name, room / "own/kit", *TODAY).codes[-1] == "own-tool"
        assert "own-tool" not in ask(name, room / "own/kit", str(room / "copy"), *TODAY).codes


@pytest.mark.slow("fills a small disk step by step")
def test_verify_sh_without_room_for_its_notes_never_says_genuine(room: Path, tmp_path: Path) -> None:
    """It keeps what it finds in files: on a full disk none of it may be lost."""
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", tmp_path], capture_output=True
    ).returncode:
        pytest.skip("nobody may mount a small disk here")
    try:
        codes = {}
        for room_left in range(0, 104, 8):
            with (tmp_path / "filler").open("wb") as filler:
                filler.write(bytes((124 - room_left) * 1024))
            codes[room_left] = {
                name: subprocess.run(
                    ["sh", str(room / "own/kit/verify.sh"), str(room / name), *TODAY],
                    env={**os.environ, "TMPDIR": str(tmp_path)},
                    capture_output=True,
                ).returncode
                for name in ("copy", "hurt")
            }
    finally:
        subprocess.run(["umount", "-l", tmp_path], check=True)

    assert {code["hurt"] for code in codes.values()} == {1}
    assert {code["copy"] for code in codes.values()} == {0, 1} and codes[0]["copy"] == 1
