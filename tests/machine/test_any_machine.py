"""Any machine gives the same bytes: whatever its Git, editor, window or disk make of texts and names."""

from __future__ import annotations

import ast
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from amparo import environment
from tests.conftest import ROOT, command, copy_project
from tests.release.conftest import Releases, keys, releases
from tests.site.trees import of_windows

__all__ = ("keys", "releases")

ODD = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$|^ ')
"""What no name may hold on Windows and exFAT, and how none may end."""

DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)
LONGEST = 180
"""Signs of a path in a copy: Windows takes 259 with the folder that somebody unpacks it into."""


def test_git_that_changes_line_ends_leaves_ours(tmp_path: Path) -> None:
    """As Git for Windows is set when it is installed."""
    kept = [
        ".gitattributes",
        "mkdocs.yml",
        "data/places.yml",
        "hooks/kit/update.sh",
        "tests/pictures/phone.png",
    ]
    for name in kept:
        (tmp_path / "one" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / "one" / name)

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
            cwd=tmp_path / "one",
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    git("clone", "-q", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", ".", str(tmp_path / "two"))

    assert [
        name for name in kept if (tmp_path / "two" / name).read_bytes() != (ROOT / name).read_bytes()
    ] == []


def test_project_saved_by_an_editor_of_windows_is_sound(tmp_path: Path) -> None:
    """That its release has the same bytes, too, `tests/release/test_release.py` shows."""
    checked = command(of_windows(copy_project(tmp_path / "theirs")), "amparo", "check")

    assert checked.returncode == 0 and "0 errors" in checked.stdout, checked.stdout + checked.stderr


def test_every_text_is_written_with_the_same_line_ends() -> None:
    """Else Windows writes its own, and the release phrase is another."""
    careless = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in (ROOT / "hooks").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "write_text"
        and not any(one.arg == "newline" and ast.unparse(one.value) == r"'\n'" for one in node.keywords)
    ]

    assert careless == []


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850"])
def test_a_window_without_arabic_ends_no_command(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(taken, encoding))

    environment.let_output_pass()
    print("mailto ملاحظات — Ñandú")
    sys.stdout.flush()

    assert taken.getvalue().startswith(rb"mailto \u0645\u0644")


def test_names_in_every_copy_and_in_a_release_are_valid_on_every_disk(site: Path, releases: Releases) -> None:
    paths = [
        path.relative_to(place).as_posix()
        for place in (site, releases.old, releases.new)
        for path in place.rglob("*")
    ]
    parts = {part for path in paths for part in path.split("/")}

    assert len(paths) > 5000
    assert [part for part in parts if ODD.search(part) or DEVICE.fullmatch(part)] == []
    assert [path for path in paths if len(path) > LONGEST or not path.isascii()] == []


def test_no_two_names_of_a_copy_differ_by_large_letters_alone(site: Path, releases: Releases) -> None:
    """On a memory stick one would replace the other."""
    for place in (site, releases.old, releases.new):
        paths = [path.relative_to(place).as_posix() for path in place.rglob("*")]
        assert len({path.casefold() for path in paths}) == len(paths)


def test_names_in_the_project_are_valid_on_every_disk() -> None:
    """What cannot be checked out on Windows cannot be mended there."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.split("\n")
    names = [name for name in listed if name] or [
        os.path.relpath(Path(folder, file), ROOT)
        for part in ("data", "docs", "hooks", "tests")
        for folder, _, files in os.walk(ROOT / part)
        if "node_modules" not in folder
        for file in files
    ]

    assert [
        name for name in names if any(DEVICE.fullmatch(p) or ODD.search(p) for p in name.split("/"))
    ] == []
    assert len({name.casefold() for name in names}) == len(names) and max(map(len, names)) < LONGEST
