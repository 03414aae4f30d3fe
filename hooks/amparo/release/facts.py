"""What a release says of itself in release.json, and what the release before said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from amparo.pages.site import Site
from amparo.project import Project
from amparo.release.manifest import LIST, hash_of

Facts = dict[str, Any]
"""The content of release.json: `version`, `date`, `expires`, `previous`, `languages`, `counts`, `mirrors`,
`keys` and `next_key`. A whole release has `copies` too (by name: `place`, `phrase`, `manifest`, `files` and
`bytes`), a copy its `phrase`."""


class Failed(Exception):
    """A release that cannot be made, and why, in words for the person who asked for it."""


def facts_of(project: Project, site: Site, before: Facts | None) -> Facts:
    """The part of release.json that is the same in all copies."""
    settings, library = site.settings, site.library
    following = project.next_key()
    return {
        "version": settings.version,
        "date": settings.as_of.isoformat(),
        "expires": library.recheck.isoformat(),
        "previous": {"version": before["version"], "manifest": before["manifest"]}
        if before and "manifest" in before
        else None,
        "languages": [code for code, _ in settings.shown],
        "counts": {
            "organisations": len(library.organisations),
            "mechanisms": len(library.mechanisms),
            "places": len(library.places),
            "contacts": sum(len(o.contacts) for o in library.organisations.values()),
        },
        "mirrors": list(settings.mirrors),
        "keys": [key.name for key in project.public_keys() if key != following],
        "next_key": following.read_text("ascii").split("\n")[1] if following.is_file() else None,
    }


def facts_before(previous: Path | None) -> Facts | None:
    """What the release before said of itself, with the hash of its list."""
    if previous is None:
        return None
    try:
        said: Facts = json.loads((previous / "release.json").read_text("utf-8"))
        return said | {"manifest": hash_of((previous / LIST).read_bytes())}
    except (OSError, ValueError) as error:
        raise Failed(
            f"{previous}: no release is there ({error}). "
            "Right: PREVIOUS=the folder dist of the release before"
        ) from None


def write_facts(file: Path, facts: Facts) -> None:
    """One fact a line, so that verify.sh can read it too."""
    file.write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
