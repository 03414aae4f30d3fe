"""The program keeps its shape: who imports whom, where words and markup live, and what is written down twice
agrees."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from amparo.library import WITHOUT_INTERNET
from amparo.model.languages import KOSOVO, TERRITORY_CODES
from amparo.model.reference import write_all
from amparo.model.schemas import ROOTS
from amparo.project import Project
from amparo.text.language import SOURCE_LANGUAGE
from tests.conftest import LANGUAGES, ROOT
from tests.site import facts

HOOKS = ROOT / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))
TREES = {file: ast.parse(file.read_text("utf-8")) for file in MODULES}

MAY_USE = {
    "project": set(),
    "environment": set(),
    "arguments": {"project"},
    "source": set(),
    "model": {"source", "project"},
    "settings": {"source", "project"},
    "library": {"model"},
    "text": {"model", "source", "project"},
    "signs": {"model", "source", "project"},
    "checks": {"source", "model", "library", "text", "settings", "project", "signs"},
    "pages": {"model", "library", "text", "settings", "signs"},
    "search": {"model", "library", "text", "pages"},
    "exports": {"model", "library", "text", "pages"},
    "feeds": {"pages"},
    "preview": {"pages", "search", "feeds", "paper"},
    "paper": {"pages", "settings", "text", "project", "environment"},
    "copies": {"pages", "settings"},
    "listening": {"pages", "project", "source"},
    "release": {
        "copies",
        "paper",
        "model",
        "library",
        "text",
        "settings",
        "pages",
        "source",
        "project",
        "environment",
    },
}
"""Parts of `amparo` and what each may import beside itself. `building`, `releasing`, `starting`, `planning`,
`grading`, `confirming`, `record`, `changed`, `preview`, `printing` and the commands put everything
together."""

QUESTIONS = (
    "directory",
    "trust",
    "danger",
    "national",
    "official",
    "order",
    "reach",
    "fit",
    "helpers",
    "on_paper",
    "gaps",
    "due",
    "acting",
    "happened",
)
"""What pages ask of the records, in the order in which one question may build on another."""


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, by its whole name."""
    for node in ast.walk(TREES[file]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports fail in hooks"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str | None:
    """The part of `amparo` that a module belongs to."""
    names = module.split(".")
    return names[1] if names[0] == "amparo" and len(names) > 1 else None


@pytest.mark.parametrize(
    "library, home",
    [
        ("mkdocs", lambda file: file.parent == HOOKS),
        ("yaml", lambda file: file.parent == HOOKS / "amparo/source"),
        ("jinja2", lambda file: file == HOOKS / "amparo/pages/renderer.py"),
        ("typst", lambda file: file == HOOKS / "amparo/paper/typesetting.py"),
        ("pikepdf", lambda file: file == HOOKS / "amparo/paper/typesetting.py"),
        ("markupsafe", lambda file: file == HOOKS / "amparo/pages/renderer.py"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_library_is_imported_only_in_its_home(library: str, home) -> None:
    users = {file for file in MODULES if any(name.split(".")[0] == library for name in imports(file))}

    assert users and [file for file in users if not home(file)] == []


def test_arrows_never_turn_back() -> None:
    wrong = []
    for file in MODULES:
        mine = part_of(".".join(file.relative_to(HOOKS).with_suffix("").parts))
        if mine in MAY_USE:
            wrong += [
                f"{mine} uses {name}"
                for name in imports(file)
                if part_of(name) not in {None, mine, *MAY_USE[mine]}
            ]

    assert wrong == []


def test_every_part_has_its_arrows() -> None:
    parts = {
        path.stem
        for path in (HOOKS / "amparo").iterdir()
        if path.name not in ("__pycache__", "__init__.py", "__main__.py")
    }

    together = {
        "aloud",
        "building",
        "changed",
        "confirming",
        "entering",
        "grading",
        "planning",
        "preview",
        "printing",
        "record",
        "releasing",
    }
    assert parts - together - {"starting"} <= MAY_USE.keys()


def test_each_question_of_the_library_asks_only_those_before_it() -> None:
    order = ("records", "line", *QUESTIONS, "__init__")
    files = {file.stem: file for file in (HOOKS / "amparo/library").glob("*.py")}
    wrong = []
    for place, module in enumerate(order):
        for name in imports(files[module]):
            if name == "amparo" or name.startswith("amparo.library"):
                # What the package gives out as a whole stands after all questions, so none of them may ask
                # for it.
                asked = (*name.split(".")[2:3], "__init__")[0]
                wrong += [f"{module} uses {name}"] if asked not in order[:place] else []

    assert files.keys() == set(order) and wrong == []


def test_library_answers_each_question_by_its_name() -> None:
    asked = [
        target.attr
        for node in ast.walk(TREES[HOOKS / "amparo/library/__init__.py"])
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute)
    ]

    assert tuple(asked) == QUESTIONS


def texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string of a module that is not a docstring."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def test_markup_lives_in_templates() -> None:
    tag = re.compile(
        r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>|<[a-z]+ [a-z-]+=|&(?:[a-z]+|#\d+);|\b(?:class|href|lang|dir)=[\"']"
    )

    assert [
        f"{file.name}:{text.lineno}"
        for file, tree in TREES.items()
        for text in texts(tree)
        if tag.search(text.value)
    ] == []


def test_script_has_no_words_for_readers() -> None:
    for file in (*HOOKS.glob("theme/assets/*.js"), *HOOKS.glob("theme/page/*.js")):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text("utf-8"), flags=re.S)
        literals = re.findall(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`', code)
        words = {one for parts in literals for one in parts if " " in one} - {"use strict"}

        assert words == set() and not re.search(r"innerHTML|alert\(|confirm\(|document\.write", code), (
            file.name
        )


def test_no_function_keeps_records_alive() -> None:
    """A cache of a function lives as long as the program: in a preview it would keep the records of every
    build. What is
    remembered of records belongs to the object that was made from them."""
    plain = {"str", "str | None", "bytes", "int", "bool", "Path", "Project", "type[Record]"}
    kept = [
        f"{file.name}: {node.name}({argument.arg}: {ast.unparse(argument.annotation)})"
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(
            "cache" in ast.unparse(one) and "property" not in ast.unparse(one) for one in node.decorator_list
        )
        for argument in node.args.args
        if ast.unparse(argument.annotation) not in plain
    ]

    assert kept == []


def test_published_languages_are_those_of_mkdocs() -> None:
    plugins = facts.read(ROOT / "mkdocs.yml")["plugins"]
    languages = next(plugin["i18n"]["languages"] for plugin in plugins if "i18n" in plugin)

    published = tuple(language["locale"] for language in languages if language["build"] == "true")
    assert published == LANGUAGES and len(published) > 1


CODES = {code for code in Locale("en").languages if len(code) == 2}
"""Codes of languages of two letters."""


def test_no_language_is_named_outside_its_own_file() -> None:
    """What differs between languages stands in CLDR, in `text/languages/` or in a setting, never in a
    comparison."""
    compared = [
        f"{file.name}:{node.lineno}"
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and re.search("lang|code|tongue|locale", ast.unparse(node))
        for side in (node.left, *node.comparators)
        for value in ast.walk(side)
        if isinstance(value, ast.Constant) and value.value in CODES - {SOURCE_LANGUAGE}
    ]
    folders = (HOOKS / "templates", HOOKS / "theme")
    inside = [
        f"{file.name}: {found[0]}"
        for folder in folders
        for file in folder.rglob("*")
        if file.suffix in (".html", ".css", ".js", ".typ", ".xml")
        for found in re.finditer(
            r"""(?:(?:lang|language|code) ?[!=]=+ ?|\[lang\^?=|:lang\()["']?([a-z]{2})["')\]]""",
            file.read_text("utf-8"),
        )
        if found[1] in CODES - {SOURCE_LANGUAGE}
    ]

    assert compared + inside == []


def test_kinds_without_internet_are_those_of_the_vocabulary() -> None:
    """A key's fingerprint needs no connection, but nobody answers on it."""
    offline = {
        code for code, term in facts.terms("contact-kind").items() if term["needs_internet"] == "false"
    }

    assert set(WITHOUT_INTERNET) == offline - {"pgp-fingerprint"}


def test_places_are_the_249_of_iso_3166_and_kosovo() -> None:
    assert len(TERRITORY_CODES) == 249 and {*TERRITORY_CODES, KOSOVO} == facts.places().keys()


def test_field_reference_and_schemas_are_what_make_fields_writes(tmp_path: Path) -> None:
    fresh = {file.relative_to(tmp_path): file.read_text("utf-8") for file in write_all(Project(tmp_path))}

    assert len(fresh) > 1
    assert {file for file, text in fresh.items() if (ROOT / file).read_text("utf-8") != text} == set()
    assert {file.relative_to(ROOT) for file in (ROOT / "data/schema").iterdir()} == fresh.keys() - {
        Path("FIELDS.md"),
        Path(".vscode/settings.json"),
    }


def test_each_file_of_records_is_completed_by_one_schema() -> None:
    """Programs of editors read `.vscode/settings.json`; two schemas for one file would contradict each
    other."""
    pairs = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    found = Counter(file for place in pairs.values() for file in ROOT.glob(place))
    roots = [ROOTS[Path(schema).name.removesuffix(".schema.json")] for schema in pairs]

    assert found == Counter((ROOT / "data").rglob("*.yml")) and len(set(roots)) == len(ROOTS)
    assert [schema for schema in pairs if not (ROOT / schema).is_file()] == []


MOST_LINES, MOST_LINES_OF_A_FUNCTION = 250, 40
"""Lines of a file and of a function: more is two things in one."""

STILL_LONG: tuple[str, ...] = ()
"""Beginnings of paths below hooks/amparo that are still being taken apart. Empty at the end."""


def too_long(file: Path) -> Iterator[str]:
    """What is too long in a file: the file itself, or functions in it."""
    lines = len(file.read_text("utf-8").splitlines())
    if lines > MOST_LINES:
        yield f"{file.relative_to(HOOKS)} has {lines} lines"
    for node in ast.walk(TREES[file]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{file.relative_to(HOOKS)}: {node.name} has {lines} lines"


def test_files_and_functions_are_short() -> None:
    ours = HOOKS / "amparo"
    long = {
        file.relative_to(ours).as_posix(): list(too_long(file))
        for file in MODULES
        if file.is_relative_to(ours) and any(too_long(file))
    }

    assert {file: why for file, why in long.items() if not file.startswith(STILL_LONG)} == {}
    # What has become short leaves the list of exceptions.
    assert [one for one in STILL_LONG if not any(file.startswith(one) for file in long)] == []


def test_annotations_are_never_read_from_how_they_print() -> None:
    """Renaming a class would then change what is found, and translations would be lost."""
    assert [
        f"{file.name}:{node.lineno}"
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("repr", "str")
        and any(
            isinstance(part, ast.Attribute) and part.attr in ("annotation", "__annotations__")
            for part in ast.walk(node)
        )
    ] == []


# What is in the repository


def files_of_the_project() -> list[Path]:
    """All files but those that were installed or built."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    made = {".venv", "node_modules", "site", "build", "dist", "__pycache__", ".git"}
    return [
        file for file in ROOT.rglob("*") if file.is_file() and not made & set(file.relative_to(ROOT).parts)
    ]


def test_no_secret_key_is_in_the_repository() -> None:
    secret = re.compile(rb"(encrypted|minisign) secret" + rb" key\n|BEGIN [A-Z ]*PRIVATE" + rb" KEY")

    assert [file for file in files_of_the_project() if secret.search(file.read_bytes())] == []


def test_ci_passes_the_tests_that_the_readme_names() -> None:
    commands = re.findall(r"^(?!#|set|cd)\S.*", (ROOT / ".ci/run").read_text("utf-8"), re.M)
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))

    assert commands == ["make test"]
    assert {"site", "test"} <= set(re.findall(r"\bmake ([a-z]+)", readme)) <= targets
