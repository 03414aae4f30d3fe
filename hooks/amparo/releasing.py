"""The commands around a release: make it, sign it, check it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from amparo.building import open_site
from amparo.project import Project
from amparo.release import assembling, lock
from amparo.release.facts import Failed
from amparo.release.sealing import seal
from amparo.release.signing import open_key
from amparo.settings import read_settings


def release(project: Project, dist: Path, previous: Path | None, only: list[str]) -> int:
    """Make the release. 1, with the reason, when it cannot be made; the old one then stays as it was."""
    try:
        site, _ = open_site(project, read_settings(project))
        lock.take(project.build("release.lock"), print)
        facts = assembling.make(project, site, dist, previous, only)
    except Failed as failed:
        print(failed)
        return 1
    for name, copy in facts["copies"].items():
        print(f"{name}: {copy['files']} files, {copy['phrase']['words']} / {copy['phrase']['digits']}")
    print(
        f"{dist}: version {facts['version']}, facts as of {facts['date']}, "
        f"check again after {facts['expires']}. Not signed yet: make sign KEY=…"
    )
    return 0


def sign(dist: Path, key: Path, passwordless: bool) -> int:
    """Sign every copy of a release and the release itself."""
    try:
        facts = json.loads((dist / "release.json").read_text("utf-8"))
        seal(dist, open_key(key, "" if passwordless else None), facts)
    except (OSError, ValueError, KeyError) as error:
        print(f"Not signed: {error}")
        return 1
    print(f"{dist}: signed. Check it on another machine: make verify")
    return 0


def verify(project: Project, dist: Path, keys: list[str]) -> int:
    """Check the release as its receivers do, and every copy in it."""
    program = project.find("kit/verify.py")
    given = keys or [str(project.find("data/keys"))]
    places = [dist, *sorted(path for path in (dist / "sites").glob("*") if path.is_dir())]
    results = []
    for place in places:
        print(f"== {place}", flush=True)
        results.append(subprocess.run([sys.executable, str(program), str(place), *given]).returncode)
    return 1 if 1 in results else max(results)
