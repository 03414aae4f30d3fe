"""The same commit gives the same bytes, wherever, by whomever and whenever it is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import copy_project
from tests.site.trees import copy_backwards, start_build, tree_of

BUILDER = "zenobiaqx"
"""A user whose name no page holds by chance."""

LANGUAGE = "ar"
"""Built beside the source language."""


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two sites built at the same time in circumstances that differ in everything but the files. They have
    two languages and two scripts: each language is made the same way."""
    one = copy_project(tmp_path_factory.mktemp("one") / "amparo")
    other = copy_backwards(tmp_path_factory.mktemp("other") / "elsewhere" / BUILDER)
    builds = [
        start_build(one, 0o022, TZ="UTC", LC_ALL="C", LANG="C", PYTHONHASHSEED="1", AMPARO_LANGUAGE=LANGUAGE),
        start_build(
            other,
            0o077,
            TZ="Asia/Kathmandu",
            LC_ALL="C.UTF-8",
            LANG="C.UTF-8",
            PYTHONHASHSEED="4711",
            USER=BUILDER,
            LOGNAME=BUILDER,
            HOME=f"/home/{BUILDER}",
            AMPARO_LANGUAGE=LANGUAGE,
        ),
    ]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    return one / "site", other / "site"


def test_two_builds_are_byte_identical_down_to_the_modes(twins: tuple[Path, Path]) -> None:
    one, other = map(tree_of, twins)

    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
    assert {oct(mode) for mode, _ in one.values()} == {"0o40755", "0o100644"}


def test_site_tells_nothing_about_the_build(twins: tuple[Path, Path]) -> None:
    traces = re.compile(
        rf"{BUILDER}|{re.escape(str(twins[0].parents[1]))}|\d\d:\d\d:\d\d|<meta name=.generator".encode()
    )

    assert {
        file.name: found
        for file in twins[1].rglob("*")
        # A feed gives the day of each piece of news with a time, as its format asks: always midnight.
        if file.is_file() and (found := traces.findall(file.read_bytes().replace(b"T00:00:00Z", b"")))
    } == {}
