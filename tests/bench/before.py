"""The commit before, to be measured in the same run: a figure alone says nothing on a busy machine."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from tests.conftest import ROOT

MADE = ("data", "docs", "hooks", "mkdocs.yml")
"""What a build needs of a commit."""


def commit_before() -> str | None:
    """The commit to compare with: the last one where files have changed since, else the one before it; None
    where Git knows none."""
    is_changed = bool(_git("status", "--porcelain", "--untracked-files=no", "--", *MADE).strip())
    found = _git("rev-parse", "--verify", "--quiet", "HEAD" if is_changed else "HEAD^")
    return found.decode("ascii").strip() or None


def write_project(commit: str, project: Path) -> Path:
    """Write a commit's files, without what is not needed to build."""
    project.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(_git("archive", commit, "--", *MADE))) as archive:
        archive.extractall(project)
    return project


def _git(*words: str) -> bytes:
    """What Git answers; nothing where it cannot, or is not there."""
    try:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True).stdout
    except FileNotFoundError:
        return b""
