"""Folders as tests compare them, and builds that run by themselves."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import PARTS, ROOT, variables

MADE = re.compile(r"\.(yml|md|po|css|js|html|typ|pub|sh|py|txt|tsv|json|conf)$|/Caddyfile$")
"""Texts that people write."""

Tree = dict[str, tuple[int, str]]
"""Mode and SHA-256 by path; folders have no hash."""


def tree_of(folder: Path) -> Tree:
    """Everything in a folder, down to the last bit and mode."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode,
            "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in sorted(folder.rglob("*"))
    }


def copy_backwards(folder: Path) -> Path:
    """A copy of the project whose files are created in the opposite order."""
    files = [
        file
        for part in PARTS
        for file in ([ROOT / part] if (ROOT / part).is_file() else (ROOT / part).rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]
    for file in sorted(files, reverse=True):
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return folder


def of_windows(project: Path) -> Path:
    """A project as an editor of Windows saves it: its line ends, and a mark before what editors write."""
    for file in project.rglob("*"):
        if file.is_file() and MADE.search(file.as_posix()):
            mark = b"\xef\xbb\xbf" if file.suffix in (".yml", ".md", ".po") else b""
            file.write_bytes(mark + file.read_bytes().replace(b"\n", b"\r\n"))
    return project


def start_build(project: Path, umask: int = 0o022, **environment: str) -> subprocess.Popen:
    """Start a build in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=variables(project, **environment),
        umask=umask,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
