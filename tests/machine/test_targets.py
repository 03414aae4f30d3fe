"""What somebody can ask of make is told by `make help`, and a slow test says why it is slow."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import LONGEST_FIRST, ROOT, pytest_collection_modifyitems

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)


def test_help_tells_every_target_with_what_it_does() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = dict(re.findall(r"^  make (\S+) +(\S.*)$", said, re.MULTILINE))

    assert list(told) == TARGETS
    assert [name for name, what in told.items() if len(what) < 10] == []


def test_no_target_hides_behind_a_file_of_its_name() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)

    assert sorted(phony.split()) == sorted(TARGETS)


def test_the_readme_says_what_each_target_is_for() -> None:
    rows = re.findall(r"^\| `make ([a-z]+)` \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(rows) == sorted(TARGETS)


def an_item(*marks: pytest.MarkDecorator, fixtures: tuple[str, ...] = ()) -> Any:
    """A test as pytest collects it."""
    found = [decorator.mark for decorator in marks]
    return SimpleNamespace(
        nodeid="a test",
        path=Path("test_a.py"),
        fixturenames=fixtures,
        add_marker=lambda decorator: found.append(decorator.mark),
        iter_markers=lambda name: [mark for mark in found if mark.name == name],
    )


@pytest.mark.parametrize("mark", [pytest.mark.slow, pytest.mark.slow(""), pytest.mark.slow(30)])
def test_a_slow_test_without_a_reason_is_refused(mark: pytest.MarkDecorator) -> None:
    with pytest.raises(pytest.UsageError, match="does not say why"):
        pytest_collection_modifyitems([an_item(mark)])


def test_what_looks_at_the_whole_site_is_slow_and_says_so() -> None:
    item, other = an_item(fixtures=("site",)), an_item(fixtures=("tmp_path",))

    pytest_collection_modifyitems([item, other])

    assert [mark.args for mark in item.iter_markers("slow")] == [
        ("looks at the whole site, built once a run",)
    ]
    assert other.iter_markers("slow") == []


def test_the_files_to_begin_with_are_there() -> None:
    assert [name for name in LONGEST_FIRST if not (ROOT / "tests" / name).is_file()] == []
