"""One module knows where things lie, one reads the environment, and what can be set is written down."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.arguments import arguments
from amparo.project import Project
from amparo.settings import OF_FLAVOURS, OURS
from tests.conftest import PARTS, ROOT

HOOKS = ROOT / "hooks"
MODULES = [file for file in sorted(HOOKS.rglob("*.py")) if not file.is_relative_to(HOOKS / "kit")]
TREES = {file.relative_to(HOOKS).as_posix(): ast.parse(file.read_text("utf-8")) for file in MODULES}
FOLDERS = re.compile(r"(hooks|data|docs|build|site|dist|mkdocs\.yml|FIELDS\.md)(/|$)")
HACKING = (ROOT / "HACKING.md").read_text("utf-8")


def joins(tree: ast.Module) -> Iterator[int]:
    """Lines that join a path with a folder of the project, ask where the program lies, or take the root as a
    path."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            left, right = node.left, node.right
            parts = right.values[:1] if isinstance(right, ast.JoinedStr) else [right]
            text = parts[0].value if parts and isinstance(parts[0], ast.Constant) else ""
            if FOLDERS.match(str(text)) or getattr(left, "id", getattr(left, "attr", "")).lower() == "root":
                yield node.lineno
        elif (isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "joinpath") or (
            isinstance(node, ast.arg) and node.arg == "root"
        ):
            yield node.lineno


def asks_where_it_lies(tree: ast.Module) -> Iterator[int]:
    """Lines that use the place of their own module."""
    return (node.lineno for node in ast.walk(tree) if getattr(node, "id", "") == "__file__")


@pytest.mark.parametrize("rule", [joins, asks_where_it_lies], ids=["joins", "asks-where-it-lies"])
def test_only_the_project_knows_its_folders(rule) -> None:
    found = {name: list(rule(tree)) for name, tree in TREES.items()}

    assert found.pop("amparo/project.py") and {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    ['root / "x"', 'self.root / "x"', 'here / "data/places.yml"', 'here / f"docs/{x}"', 'here.joinpath("x")',
     "def f(root): pass"],
)  # fmt: skip
def test_joining_by_hand_is_found(code: str) -> None:
    assert list(joins(ast.parse(code))) == [1]


def environment(tree: ast.Module) -> list[int]:
    """Lines that read the environment."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if getattr(node, "attr", getattr(node, "id", "")) in ("environ", "environb", "getenv")
        and getattr(getattr(node, "value", None), "id", "os") == "os"
    ]


def test_one_module_reads_the_environment() -> None:
    # A web application (PEP 3333) calls what it is asked `environ`; that is another thing.
    found = {name for name, tree in TREES.items() if environment(tree)} - {"amparo/preview.py"}

    assert found == {"amparo/environment.py"}


def variables() -> set[str]:
    """Every environment variable that the program, its Makefile, its scripts and its tests read."""
    python = [HOOKS / "amparo/environment.py", *(HOOKS / "kit").glob("*.py"), *(ROOT / "tests").rglob("*.py")]
    shell = [*(HOOKS / "kit").glob("*.sh"), ROOT / "tests/machine.sh"]
    found = {
        name
        for file in python
        if "node_modules" not in file.parts
        for name in re.findall(r'environ(?:\.get\(|\[)"([A-Z_]+)"', file.read_text("utf-8"))
    }
    found |= {name for file in shell for name in re.findall(r"\$\{([A-Z_]+):?-", file.read_text("utf-8"))}
    makefile = (ROOT / "Makefile").read_text("utf-8")
    own = set(re.findall(r"^([A-Z_]+) :?= ", makefile, re.M)) - {"BIN"}
    found |= own | set(re.findall(r"\$\{?\(?([A-Z_]+)\b", makefile)) - {"BIN"}
    return found - {"HOME", "TMPDIR", "PYTEST_XDIST_WORKER", "MAKEFILE_LIST", "TURNS"}


def documented(heading: str) -> set[str]:
    """The names in the first column of a table in HACKING.md."""
    part = HACKING.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return {name for row in re.findall(r"^\| (.*?) \|", part, re.M) for name in re.findall(r"`([^`]+)`", row)}


def test_every_environment_variable_is_documented() -> None:
    assert variables() == documented("Environment variables")


def test_every_setting_is_documented() -> None:
    assert documented("Settings") == {"site_name", "site_dir", "languages", *OURS, *OF_FLAVOURS}


def test_every_command_is_documented() -> None:
    choices = next(
        action.choices for action in arguments()._actions if isinstance(action, argparse._SubParsersAction)
    )
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.M)

    assert documented("Commands") == {f"python -m amparo {name}" for name in choices} | {
        f"make {name}" for name in targets
    }


def test_settings_in_mkdocs_yml_are_those_that_are_known() -> None:
    named = re.findall(
        r"^    ([a-z_]+):", (ROOT / "mkdocs.yml").read_text("utf-8").partition("  amparo:")[2], re.M
    )

    assert set(named) == set(OURS)


def test_project_finds_what_a_copy_of_it_holds() -> None:
    project = Project(ROOT)

    assert project.config.name in PARTS and project.find("templates").is_dir()
    assert project.records("organisations") == sorted((ROOT / "data/organisations").iterdir())
    assert project.records("nothing") is None and project.files("nothing") == []
    assert project.name_of(project.page("about/index")) == "docs/about/index.md"
    assert project.name_of(Path("/elsewhere/other.yml")) == "/elsewhere/other.yml"
