"""What is installed is pinned, with hashes, to releases that the oldest Python of the README can install."""

from __future__ import annotations

import json
import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import ROOT

FOLDERS = (".", "tests")
ENTRY = re.compile(r"^([\w.-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(folder: str) -> dict[str, Version]:
    """The libraries that a requirements.txt pins, with their versions."""
    text = (ROOT / folder / "requirements.txt").read_text("utf-8")
    return {canonicalize_name(name): Version(version) for name, version, _ in ENTRY.findall(text)}


def wishes(folder: str) -> list[Requirement]:
    """What a requirements.in asks for."""
    lines = (ROOT / folder / "requirements.in").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-c "))]


def oldest_python() -> Version:
    """The oldest Python that the README promises."""
    (found,) = re.findall(r"Python (3\.\d+\.\d+) or newer", (ROOT / "README.md").read_text("utf-8"))
    return Version(found)


def test_the_readme_and_the_script_name_the_same_oldest_python() -> None:
    script = (ROOT / "tests/machine.sh").read_text("utf-8")

    assert re.findall(r"^OLDEST=(\S+)", script, re.MULTILINE) == [str(oldest_python())]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_pin_installs_on_the_oldest_python(folder: str) -> None:
    """Each release says itself which Pythons it needs; the installed ones say it without a connection."""
    installed = {name: metadata.distribution(name) for name in pins(folder)}

    assert {
        name: one.version for name, one in installed.items() if Version(one.version) != pins(folder)[name]
    } == {}
    assert [
        f"{name} needs Python {one.metadata['Requires-Python']}"
        for name, one in installed.items()
        if not SpecifierSet(one.metadata["Requires-Python"] or "").contains(oldest_python())
    ] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_line_is_a_pin_with_hashes_and_names_no_place_to_fetch_it_from(folder: str) -> None:
    text = (ROOT / folder / "requirements.txt").read_text("utf-8")
    rest = [line for line in ENTRY.sub("", text).splitlines() if line and not line.lstrip().startswith("#")]

    assert pins(folder) and rest == []
    for file in ("requirements.in", "requirements.txt"):
        assert not re.search(r"://|-url|find-links|trusted-host|pythonhosted|pypi", named(folder, file))


def named(folder: str, file: str) -> str:
    """A file's text without the options that keep such names out of it."""
    return re.sub(r"--no-emit-[a-z-]+", "", (ROOT / folder / file).read_text("utf-8"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_pins_are_what_the_files_for_people_ask_for(folder: str) -> None:
    pinned = pins(folder)

    assert wishes(folder)
    assert [
        str(wish)
        for wish in wishes(folder)
        if not wish.specifier.contains(pinned.get(canonicalize_name(wish.name), Version("0")))
        or canonicalize_name(wish.name) not in pinned
    ] == []


def test_tests_run_with_the_libraries_that_the_site_is_built_with() -> None:
    site, tests = pins("."), pins("tests")

    assert {name: tests[name] for name in site.keys() & tests.keys() if site[name] != tests[name]} == {}


def test_test_tools_are_pinned_with_hashes() -> None:
    wanted = json.loads((ROOT / "tests/package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((ROOT / "tests/package-lock.json").read_text("utf-8"))["packages"]

    assert [
        name for name, version in wanted.items() if locked[f"node_modules/{name}"]["version"] != version
    ] == []
    assert [name for name, entry in locked.items() if name and not entry.get("integrity")] == []
