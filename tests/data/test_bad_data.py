"""Every kind of bad data in bad_data.yml is told with its file, its line and words that an editor can use."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Iterator

import pytest
import yaml

from amparo.checks import check_all
from amparo.settings import read_settings
from tests.conftest import build, check, copy_project

HERE = Path(__file__).resolve().parent
TABLE = yaml.safe_load((HERE / "bad_data.yml").read_text("utf-8"))
GOOD = "data/organisations/good-defenders.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one more record, which is good and belongs to these tests alone."""
    folder = copy_project(tmp_path_factory.mktemp("data") / "project")
    shutil.copyfile(HERE / "good.yml", folder / GOOD)
    return folder


@pytest.fixture
def spoil(project: Path) -> Iterator:
    """Does a case's change to its files, and undoes it when the test is over."""
    before: dict[Path, bytes | None] = {}

    def change_files(case: dict) -> None:
        # A pattern means every file that has the text; a plain path may also be a file that is not there yet.
        files = sorted(project.glob(case["file"])) if "*" in case["file"] else [project / case["file"]]
        for file in files:
            before.setdefault(file, file.read_bytes() if file.exists() else None)
            change(file, case["change"])

    yield change_files
    for file, content in before.items():
        file.write_bytes(content) if content is not None else file.unlink()


def change(file: Path, how: dict) -> None:
    """One of the changes of the table: replace, append, write, bytes or delete."""
    (do, what), = how.items()
    if do == "replace":
        text = file.read_bytes().decode("utf-8")
        assert what[0] in text or "organisations" in str(file), f"{what[0]!r} is not in {file}"
        file.write_bytes(text.replace(what[0], what[1]).encode("utf-8"))
    elif do == "append":
        file.write_bytes(file.read_bytes() + what.encode("utf-8"))
    elif do == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(what.encode("utf-8"))
    elif do == "bytes":
        file.write_bytes(bytes.fromhex(what))
    elif do == "delete":
        file.unlink()
    else:
        raise ValueError(f"no such change: {do}")
