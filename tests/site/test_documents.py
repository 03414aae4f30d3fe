"""What the project's documents say holds: files exist, commands run, samples load, links lead somewhere."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from amparo.arguments import arguments
from amparo.checks import check_all
from amparo.entering import begin, enter
from amparo.model.lock import FILE
from amparo.project import Project
from amparo.settings import read_settings
from tests.conftest import ROOT, command, copy_project
from tests.pictures import png
from tests.pictures.__main__ import take
from tests.site.test_structure import QUESTIONS, files_of_the_project

WRITTEN = ("README", "CONTRIBUTING", "TRANSLATING", "RELEASING", "HACKING")
"""Documents that people write; FIELDS.md is made, and the changelog tells what was."""

TEXTS = {f"{name}.md": (ROOT / f"{name}.md").read_text("utf-8") for name in WRITTEN}

# Files that documents name

HOMES = ("", "hooks/", "hooks/amparo/", "hooks/amparo/library/", "hooks/amparo/pages/", "hooks/amparo/paper/",
         "hooks/templates/", "hooks/theme/", "docs/", "tests/")  # fmt: skip
"""Folders that a path may begin below, so that a table need not repeat them."""

ENDINGS = "py|yml|html|js|mjs|css|typ|po|md|sh|toml|txt|in|json|pub|xml|png"
"""Endings of a name that says that it is a file."""

MADE = re.compile(
    r"(left|site|build|dist|sites|changes|new|public|assets/search|assets/plan|assets/signs|workshop/print|kit/changes)(/|\.|$)"
    r"|bench\.json|release\.(json|html)|page\.es\.md|other\.yml|plan\.yml|pocket-es\.html|<dist|(?:data/keys/)?(?:amparo|next)\.pub|about/\w+\.html"
)
"""What is made by a command, and names that stand for any file."""


def named_files(text: str) -> set[str]:
    """Paths and names of files between backticks; `<…>` and `…` stand for anything."""
    inline = re.sub(r"(?ms)^ *```.*?^ *```$", "", text)
    spans = {part for span in re.findall(r"`([^`\n]+)`", inline) for part in span.split()}
    names = {re.sub(r"<[^>]*>|…", "*", part.rstrip(".,;:")) for part in spans}
    looks = re.compile(rf"[\w.*-]+(/[\w.*-]+)*(/|\.({ENDINGS}))|(hooks|data|tests|docs)(/[\w*-]+)+")
    return {name for name in names if looks.fullmatch(name) and not MADE.match(name)}


def exists(name: str, listed: set[str]) -> bool:
    """Whether a file of that path is there, or one of that name alone."""
    if any(next(ROOT.glob(home + name.rstrip("/")), None) for home in HOMES):
        return True
    return "/" not in name and any(file == name or file.endswith(f"/{name}") for file in listed)


@pytest.mark.parametrize("document", TEXTS)
def test_every_file_that_a_document_names_exists(document: str) -> None:
    listed = {file.relative_to(ROOT).as_posix() for file in files_of_the_project()}
    names = named_files(TEXTS[document])

    assert names and sorted(name for name in names if not exists(name, listed)) == []


def test_a_file_that_is_gone_is_found() -> None:
    gone = named_files("`hooks/amparo/pages/book.py`, `titles.html` and `data/organisations/<id>.yml`")

    assert {name for name in gone if not exists(name, set())} == {"hooks/amparo/pages/book.py", "titles.html"}


def first_column(head: str) -> list[str]:
    """Files and folders in the first column of a table in HACKING.md, by the head of that column."""
    table = TEXTS["HACKING.md"].partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return [name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def test_developers_find_every_part_of_the_program_and_every_question_of_the_library() -> None:
    ours = ROOT / "hooks/amparo"
    parts = {file.name + "/" * file.is_dir() for file in ours.iterdir() if not file.name.startswith("__")}

    assert set(first_column("part of `hooks/amparo/`")) == parts
    assert first_column("module of `library/`") == [f"{name}.py" for name in ("records", "line", *QUESTIONS)]


# Links between documents


def anchors(text: str) -> set[str]:
    """What a heading is called in an address, as forges of code make it."""
    heads = re.findall(r"(?m)^#+ (.*)$", text)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("document", [*TEXTS, "FIELDS.md"])
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    wrong = []
    for link in re.findall(r"\]\(([^)]+)\)", text):
        path, _, anchor = link.partition("#")
        target = ROOT / (path or document)
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            wrong.append(link)

    assert wrong == []


# Commands

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")

RUN_IN = {
    "make help": ("tests/machine/test_targets.py", '"make", "help"'),
    "make site": ("tests/conftest.py", '"mkdocs", "build", "--strict"'),
    "make serve": ("tests/previewing.py", '"serve"'),
    "make check": ("tests/conftest.py", '"amparo", "check"'),
    "make enter": ("tests/data/test_editing.py", '"amparo", "enter"'),
    "make words": ("tests/site/test_documents.py", '"amparo", "words"'),
    "make grades": ("tests/data/test_grades.py", "grading."),
    "make language": ("tests/languages/test_new_languages.py", '"language"'),
    "make fields": ("tests/site/test_structure.py", "write_all("),
    "make designations": ("tests/data/test_register.py", '"amparo", "designations"'),
    "make calls": ("tests/confirming/test_calls.py", '"amparo", "calls"'),
    "make gaps": ("tests/site/test_documents.py", '"amparo", "gaps"'),
    "make release": ("tests/release/conftest.py", '"release"'),
    "make sign": ("tests/release/conftest.py", '"sign"'),
    "make verify": ("tests/release/test_release.py", '"verify"'),
    "make pictures": ("tests/site/test_documents.py", "take(site"),
    "make bench": ("tests/bench/__main__.py", "def main"),
    "make test": (".ci/run", "make test"),
    "make quick": ("tests/machine/test_targets.py", "mark.slow"),
    "make lint": ("tests/machine/test_targets.py", "TARGETS"),
    "make pin": ("tests/machine/test_pins.py", "requirements"),
    "make clean": ("tests/machine/test_targets.py", "TARGETS"),
    "python -m amparo paper": ("tests/workshop/test_paper.py", '"amparo", "paper"'),
    "python -m pytest": (".ci/run", "make test"),
    "mkdocs build": ("tests/conftest.py", '"mkdocs", "build", "--strict"'),
    "mkdocs serve": ("tests/previewing.py", '"serve"'),
    "minisign": ("tests/release/conftest.py", "minisign"),
}
"""Where each command runs, and what of it stands there. Those that are tests themselves, or change the
machine, are tried in their form only."""


def lines_of_commands(text: str) -> Iterator[str]:
    """Every command in a document: lines of blocks with commands, and what stands between backticks."""
    for kind, block in re.findall(r"(?ms)^ *```(sh|bat)\n(.*?)^ *```$", text):
        yield from (line.split("#")[0].strip() for line in block.splitlines() if kind and line.strip())
    inline = re.sub(r"(?ms)^ *```.*?^ *```$", "", text)
    yield from re.findall(r"`((?:[A-Z_]+=\S+ )*(?:\S*python -m |make |mkdocs |minisign )[^`\n]+)`", inline)


COMMANDS = sorted({line for text in TEXTS.values() for line in lines_of_commands(text)})


def parsed(line: str) -> tuple[dict[str, str], list[str]]:
    """A command as the variables before it and its words, in the form of POSIX."""
    words = shlex.split(line.replace("\\", "/").replace("…", "x"))
    words = [word for word in words if not re.fullmatch(r"<.*>", word)]
    variables = dict(word.split("=", 1) for word in words if re.fullmatch(r"[A-Z_]+=.*", word))
    return variables, [word for word in words if word.split("=")[0] not in variables]


def commands() -> set[str]:
    """What `python -m amparo` can be asked."""
    parser = next(one for one in arguments()._actions if isinstance(one, argparse._SubParsersAction))
    return set(parser.choices)


def asked_of_make(variables: dict[str, str], words: list[str]) -> None:
    """A command to make: its target exists, its variables are read, and all that it would run can be said."""
    targets = re.findall(r"(?m)^([a-z]+):", MAKEFILE)
    known = set(re.findall(r"\$\(?\$?\{?([A-Z_]+)", MAKEFILE)) | {"PYTHON", "CONFIG"}
    known |= set(re.findall(r"AMPARO_[A-Z]+", (ROOT / "hooks/amparo/environment.py").read_text("utf-8")))
    assert words[1] in targets and set(variables) <= known
    said = [f"{name}={value}" for name, value in variables.items()]
    done = subprocess.run(["make", "-n", words[1], *said], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for asked in re.findall(r"(?m)-m amparo (.*)$", done.stdout):
        arguments().parse_args(shlex.split(asked))


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_a_document_can_be_said(line: str) -> None:
    variables, words = parsed(line)
    name = words[0].rpartition("/")[2] if words else "set"
    if name == "make":
        asked_of_make(variables, words)
    elif words[1:3] == ["-m", "amparo"]:
        # Tables name a command alone; what it cannot do without stands in the sentence that uses it.
        assert words[3:4] == [] or words[3] in commands()
        if len(words) > 4:
            arguments().parse_args(words[3:])
    else:
        assert name in ("set", "py", "pip", "npm", "mkdocs", "minisign") or words[1:3] == ["-m", "pytest"], (
            line
        )


def test_every_command_runs_somewhere() -> None:
    wanted = {f"make {name}" for name in re.findall(r"(?m)^([a-z]+):", MAKEFILE)}
    said = {
        " ".join(re.findall(r"make [a-z]+|mkdocs [a-z]+|minisign|-m pytest", line)[:1]) for line in COMMANDS
    }
    wanted |= {name.replace("-m pytest", "python -m pytest") for name in said if name}

    assert wanted - RUN_IN.keys() == set()
    assert [file for file, part in RUN_IN.values() if part not in (ROOT / file).read_text("utf-8")] == []


@pytest.mark.slow("reads all texts of all languages")
def test_words_and_gaps_run(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")

    words, gaps = command(project, "amparo", "words"), command(project, "amparo", "gaps")

    files = {f"{file.parent.name} {file.stem}:" for file in project.glob("data/translations/*/*.po")}
    assert words.returncode == 0 and gaps.returncode == 0, words.stdout + words.stderr + gaps.stderr
    assert files and [file for file in files if file not in words.stdout] == []
    assert re.search(r"(?m)^crisis: nobody in \d+ places", gaps.stdout)


# Samples

SAMPLE = re.compile(r"(?ms)^```yaml\n# (part of )?(\S+)\n(.*?)^```$")

SAMPLES = [(document, *found.groups()) for document, text in TEXTS.items() for found in SAMPLE.finditer(text)]


def merged(under: object, over: object) -> object:
    """Fields of one record laid over those of another; in lists, what has the same `id` is one thing."""
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{name: merged(under.get(name), value) for name, value in over.items()}}
    if isinstance(under, list) and isinstance(over, list) and all(isinstance(one, dict) for one in over):
        return list({one["id"]: one for one in (*under, *over)}.values())
    return over


def record_of(number: int, part: str | None, file: str, text: str) -> tuple[str, str]:
    """The file and the text of the record that a sample shows. One that shows only some fields is laid over
    the whole sample of the same file, as a body of another name."""
    if not part:
        return file, text
    whole = next(body for _, is_part, name, body in SAMPLES if name == file and not is_part)
    values = [yaml.load(one, Loader=yaml.BaseLoader) for one in (whole, text)]
    id = f"{values[0]['id']}-{number}"
    own = {"id": id, "names": {"en": f"Sample {number}"}}
    return f"data/organisations/{id}.yml", yaml.safe_dump({**merged(*values), **own}, allow_unicode=True)


def test_every_sample_says_which_file_it_is_for() -> None:
    blocks = sum(text.count("```yaml") for text in TEXTS.values())

    assert blocks == len(SAMPLES) > 4


def test_every_sample_is_a_record_without_a_problem(tmp_path: Path) -> None:
    project = Project(copy_project(tmp_path / "project"))
    files = dict(record_of(n, *sample[1:]) for n, sample in enumerate(SAMPLES))
    for file, text in files.items():
        project.find(file).parent.mkdir(exist_ok=True)
        project.find(file).write_text(text, "utf-8")
    settings = read_settings(project)
    enter_samples(project, files)

    problems = check_all(project, settings.as_of, settings.site_name)[1]

    assert len(files) == len(SAMPLES)
    assert [str(problem) for problem in problems.all if problem.file in files] == []


def enter_samples(project: Project, files: dict[str, str]) -> None:
    """Begin a ledger before the change that a sample shows, and enter that."""
    changed = next(file for file in files if file.endswith("/example-fund.yml"))
    (ledger := project.find(FILE)).unlink()
    project.find(changed).write_text(files[changed].replace("help@example.org", "old@example.org"), "utf-8")
    begin(project, date(2026, 11, 20))
    project.find(changed).write_text(files[changed], "utf-8")
    settings = read_settings(project)
    done = enter(project, check_all(project, settings.as_of)[0], settings.as_of)
    assert done == ["2026-11-21-example-fund: entered"] and ledger.is_file()


def test_a_line_for_programs_of_editors_names_a_schema_that_is_there() -> None:
    named = [
        (ROOT / file).parent / schema
        for _, _, file, text in SAMPLES
        for schema in re.findall(r"(?m)^# yaml-language-server: \$schema=(\S+)$", text)
    ]

    assert named and [file for file in named if not file.resolve().is_file()] == []


# What stands where


def test_mending_a_number_fits_one_screen() -> None:
    head = TEXTS["CONTRIBUTING.md"].partition("\nOnly contacts with two sources")[0]

    assert "## Mend a number" in head and len(head.splitlines()) <= 48


def test_documents_are_for_one_reader_each() -> None:
    """No editor reads through keys and fields, no translator through records."""
    assert not re.search(r"^##+ (Fields|Keys|Translate|Make and sign)", TEXTS["CONTRIBUTING.md"], re.M)
    assert not re.search(r"make (sign|release|bench)", TEXTS["CONTRIBUTING.md"] + TEXTS["TRANSLATING.md"])
    assert all(f"{name}.md" in TEXTS["README.md"] for name in (*WRITTEN[1:], "FIELDS"))


def is_fit_to_show(name: str, picture: bytes) -> bool:
    """Small, without a word about its maker, and of the right shape: a phone of 360 px, one and a half times
    as large, or a page upright."""
    wide, high = png.size(picture)
    return (
        len(picture) <= 120_000
        and picture == png.without_properties(picture)
        and (wide == 540 if name == "phone.png" else wide < high)
    )


def test_pictures_of_the_readme_are_small_and_tell_nothing_about_their_maker() -> None:
    pictures = {name: (ROOT / "tests/pictures" / name).read_bytes() for name in ("phone.png", "front.png")}

    assert all(f"](tests/pictures/{name})" in TEXTS["README.md"] for name in pictures)
    assert [name for name, picture in pictures.items() if not is_fit_to_show(name, picture)] == []


def test_pictures_can_be_taken_again(site: Path, tmp_path: Path) -> None:
    taken = {file.name: file.read_bytes() for file in take(site, tmp_path)}

    assert taken.keys() == {"phone.png", "front.png"}
    assert [name for name, picture in taken.items() if not is_fit_to_show(name, picture)] == []
