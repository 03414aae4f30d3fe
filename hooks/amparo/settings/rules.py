"""What settings must keep to, so that nothing is misread or misspelt."""

from __future__ import annotations

import os
import re
from typing import Any

from amparo.project import Project
from amparo.settings.shape import Settings
from amparo.source import Inherited, Problems

OURS = (
    "as_of",
    "exit_url",
    "reviewed",
    "version",
    "address",
    "operator",
    "mirrors",
    "flavours",
    "published_when",
    "freshness",
)
"""The settings below `extra.amparo`. HACKING.md says what each is for."""

MOST_LETTERS = 30
"""Letters of a site's name: what readers of ZIM files show of it."""

_MARKS = re.compile(r"[<>*_\[\]`\\%\x00-\x1f]")
"""What Markdown, markup or a placeholder would take for something else than a letter."""

OF_FLAVOURS = ("canonical", "exit", "names")
"""The settings of a flavour."""


FRESHNESS = ("warn", "strict")
"""What `freshness` may say; the first where it is missing."""


def check_freshness(found: Inherited, problems: Problems) -> None:
    """The word for old emergency contacts is one of the two."""
    said = found.values["extra"]["amparo"].get("freshness") or FRESHNESS[0]
    if said not in FRESHNESS:
        path = ("extra", "amparo", "freshness")
        problems.add(found.problem(path, f"`{said}`", f"one of: {', '.join(FRESHNESS)}"))


def check_docs(project: Project, found: Inherited, problems: Problems) -> None:
    """Pages are read by MkDocs and by us: both must mean the same folder."""
    docs = found.values.get("docs_dir") or "docs"
    if os.path.normpath(project.config.parent / docs) != os.path.normpath(project.docs):
        problems.add(found.problem(("docs_dir",), f"`{docs}`", "the folder `docs` of the project"))


def check_site_name(found: Inherited, problems: Problems) -> None:
    """The name goes into Markdown, markup and names of files as it is: it is words."""
    flavours = found.values["extra"]["amparo"].get("flavours") or {}
    names: list[tuple[tuple[str, ...], Any]] = [(("site_name",), found.values["site_name"])]
    for code, kind in flavours.items():
        for language, name in ((kind or {}).get("names") or {}).items():
            names.append((("extra", "amparo", "flavours", code, "names", language), name))
    for path, name in names:
        if not name or len(name) > MOST_LETTERS or _MARKS.search(name):
            problems.add(found.problem(path, f"the name `{name}`", f"words, at most {MOST_LETTERS} letters"))


def check_names(found: Inherited, ours: dict[str, Any], problems: Problems) -> None:
    """No setting is misspelt."""
    flavours = ours.get("flavours") or {}
    for path, names, known in (
        (("extra", "amparo"), ours, OURS),
        *(
            (("extra", "amparo", "flavours", code), kind or {}, OF_FLAVOURS)
            for code, kind in flavours.items()
        ),
    ):
        for name in names:
            if name not in known:
                problems.add(
                    found.problem((*path, name), f"no setting `{name}`", f"one of: {', '.join(known)}")
                )


def check_choice(
    found: Inherited, settings: Settings, flavour: str | None, alone: str | None, problems: Problems
) -> None:
    """The flavour and the language that a command names exist, and a neutral copy has a plain name in each
    language that it holds, be it published or only previewed: a name that tells nothing."""
    place, codes = ("extra", "amparo", "flavours"), [one.code for one in settings.flavours]
    if flavour not in (None, *codes):
        problems.add(found.problem(place, f"no flavour `{flavour}`", f"one of: {', '.join(codes)}"))
        return
    known = list(dict.fromkeys(code for code, _ in (*settings.languages, *settings.waiting)))
    if alone and alone not in known:
        problems.add(
            found.problem(
                ("plugins",),
                f"AMPARO_LANGUAGE names `{alone}`, and no language has this code",
                f"one of: {', '.join(known)}; `python -m amparo language {alone}` starts another",
            )
        )
    names = settings.for_copy(flavour or codes[0], None).flavour.names
    own = settings.site_name.casefold()
    nameless = [
        code
        for code, _ in settings.languages
        if names and (names.get(code) or own).strip().casefold() in ("", own)
    ]
    if nameless:
        # Else pages in this language would bear the name that a neutral copy must not tell.
        path = (*place, flavour or codes[0], "names")
        right = f"{nameless[0]}: a word like Notes"
        problems.add(found.problem(path, f"no plain name in `{nameless[0]}`", right))
