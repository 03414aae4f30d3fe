"""Builds the trees of all copies, each by the command that editors use, and cuts one to its language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from amparo import environment
from amparo.pages.page import pocket
from amparo.pages.site import Site
from amparo.project import Project
from amparo.release.facts import Failed
from amparo.release.kit import FOLDER
from amparo.release.plan import PlannedCopy
from amparo.settings import Settings


def build_all(project: Project, settings: Settings, wanted: list[PlannedCopy], work: Path) -> None:
    """Build the copies, as many at a time as there are processors."""
    # Without a public address the copy for mirrors has the same bytes: no need to build them twice.
    same = {"mirror": "public"} if not settings.address and any(e.name == "public" for e in wanted) else {}
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for _ in pool.map(
            lambda copy: _build(project, copy, work / copy.name),
            [e for e in wanted if e.name not in same],
        ):
            pass
    for copy in wanted:
        if copy.name in same:
            shutil.copytree(work / same[copy.name], work / copy.name)


def _build(project: Project, copy: PlannedCopy, target: Path) -> None:
    """Build one copy by the command that editors use."""
    given = ("--config-file", str(project.config), "--site-dir", str(target))
    print(f"Building {copy.name} …", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *given],
        cwd=project.root,
        env=environment.for_copy(copy.flavour, copy.language),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Failed(f"The copy `{copy.name}` could not be built:\n{done.stdout}{done.stderr}")


def cut(site: Site, tree: Path, language: str) -> None:
    """Leave one language of a tree, and a first page that opens it."""
    for other, _ in site.settings.languages:
        # The pocket copy is a file for messengers, beside the copies: inside of one it says everything twice.
        (tree / pocket(other)).unlink(missing_ok=True)
        if other != language:
            for folder in ("assets/search", "assets/report"):
                (tree / folder / f"{other}.js").unlink(missing_ok=True)
    # Nobody runs a server from a copy of one language.
    for part in ("servers", "rezip.py", "update.py", "update.sh"):
        path = tree / FOLDER / part
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    kept = {"assets", FOLDER}
    if language == site.default:
        others = {code for code, _ in site.settings.languages} - {language}
        kept = {path.name for path in tree.iterdir()} - others
    for path in tree.iterdir():
        if path.name not in kept | {language}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if language != site.default:
        (tree / "index.html").write_text(site.door(language), "utf-8", newline="\n")
