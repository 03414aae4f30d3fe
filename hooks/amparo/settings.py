"""What the project's owner decides once: read from the file that MkDocs was given, and from nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from amparo.project import Project
from amparo.source import Inherited, Problems, Stop, load_inherited

OURS = ("as_of", "exit_url", "reviewed", "version", "address", "operator", "mirrors", "flavours")
"""The settings below `extra.amparo`. HACKING.md says what each is for."""

MOST_LETTERS = 30
"""Letters of a site's name: what readers of ZIM files show of it."""

_MARKS = re.compile(r"[<>*_\[\]`\\%\x00-\x1f]")
"""What Markdown, markup or a placeholder would take for something else than a letter."""

OF_FLAVOURS = ("canonical", "exit", "names")
"""The settings of a flavour."""


@dataclass(frozen=True)
class Flavour:
    """For whom a copy is made. The pages say the same in every flavour; only their frame differs."""

    code: str = "public"
    """Its name in `mkdocs.yml` and in AMPARO_FLAVOUR."""

    is_for_files: bool = False
    """True for copies that are opened without a server: the exit stays in the copy also without script,
    because going online is a trace; the style is one file for all pages, because no round trip is saved by
    carrying it inside."""

    has_canonical: bool = False
    """True where pages name their address on the public site."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Plain names by language that stand for the site's name. Where there are some, tabs and histories say
    nothing else."""

    @property
    def is_neutral(self) -> bool:
        """True where nothing outside the text may tell what the site is about."""
        return bool(self.names)


@dataclass(frozen=True)
class Settings:
    """Settings of one build."""

    as_of: date
    """The day all ages are counted from: date of the newest reviewed change of the data."""

    site_name: str
    """Name in the header and in titles."""

    exit_url: str
    """A neutral public page that "Leave this page" opens."""

    languages: tuple[tuple[str, str], ...]
    """Published languages as (code, own name); the first one is the source language, at the root of the
    site."""

    reviewed: frozenset[str]
    """Languages whose words a native speaker has reviewed; the others say on every page that they are
    drafts."""

    flavour: Flavour = Flavour()
    """For whom this copy is made."""

    flavours: tuple[Flavour, ...] = (Flavour(),)
    """For whom copies can be made; the first is the usual one."""

    alone: str | None = None
    """The only language of this copy; None: it holds all."""

    version: int = 1
    """Number of the release. It only grows: a smaller one than before is an old copy."""

    address: str = ""
    """Address of the public site, for `canonical`; empty: it has none yet."""

    operator: str = ""
    """Who runs the copy that is being built, in their own words; empty: not said."""

    mirrors: tuple[str, ...] = ()
    """Addresses of known copies."""

    site_dir: str = "site"
    """Folder of the finished site, as MkDocs was told; it counts from the file with settings."""

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The languages that a reader of this copy can choose."""
        return tuple(pair for pair in self.languages if self.alone in (None, pair[0]))

    @property
    def file_name(self) -> str:
        """The name in the names of files: small letters and digits of any script, single hyphens."""
        return plain_name(self.site_name)

    def for_copy(self, flavour: str, alone: str | None) -> Settings:
        """The same settings for a copy in another flavour; only copies for files have one language alone."""
        chosen = next(one for one in self.flavours if one.code == flavour)
        return replace(self, flavour=chosen, alone=alone if chosen.is_for_files else None)

    def name(self, language: str) -> str:
        """What the site is called in this copy."""
        return self.flavour.names.get(language, self.site_name)


def plain_name(name: str) -> str:
    """A name as a file can bear it everywhere: `Casa Azul` becomes `casa-azul`."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-") or "site"


def read_settings(project: Project, flavour: str | None = None, alone: str | None = None) -> Settings:
    """The settings of a project. `flavour` and `alone` (a language) come from the command; missing: the first
    flavour, all languages. Raises `Stop`, with file and line, when a setting is missing or wrong."""
    problems = Problems()
    found = load_inherited(project.config, project.name_of, problems)
    if found is None:
        raise Stop(problems)
    try:
        ours = found.values["extra"]["amparo"]
        _check_docs(project, found, problems)
        _check_names(found, ours, problems)
        _check_site_name(found, problems)
        if not problems.all:
            settings = _settings(found.values, ours)
            codes = [one.code for one in settings.flavours]
            if flavour in (None, *codes):
                return settings.for_copy(flavour or codes[0], alone)
            problems.add(
                found.problem(
                    ("extra", "amparo", "flavours"), f"no flavour `{flavour}`", f"one of: {', '.join(codes)}"
                )
            )
    except KeyError as missing:
        name = missing.args[0]
        problems.add(found.problem(("extra", "amparo"), f"the setting {name} is missing", f"{name}: …"))
    except (ValueError, TypeError, AttributeError, StopIteration) as wrong:
        problems.add(
            found.problem(
                ("extra", "amparo", "as_of"), f"a setting that cannot be read: {wrong}", 'as_of: "2026-11-21"'
            )
        )
    raise Stop(problems)


def _check_docs(project: Project, found: Inherited, problems: Problems) -> None:
    """Pages are read by MkDocs and by us: both must mean the same folder."""
    docs = found.values.get("docs_dir") or "docs"
    if os.path.normpath(project.config.parent / docs) != os.path.normpath(project.docs):
        problems.add(found.problem(("docs_dir",), f"`{docs}`", "the folder `docs` of the project"))


def _check_site_name(found: Inherited, problems: Problems) -> None:
    """The name goes into Markdown, markup and names of files as it is: it is words."""
    flavours = found.values["extra"]["amparo"].get("flavours") or {}
    names: list[tuple[tuple[str, ...], Any]] = [(("site_name",), found.values["site_name"])]
    for code, kind in flavours.items():
        for language, name in ((kind or {}).get("names") or {}).items():
            names.append((("extra", "amparo", "flavours", code, "names", language), name))
    for path, name in names:
        if not name or len(name) > MOST_LETTERS or _MARKS.search(name):
            problems.add(found.problem(path, f"the name `{name}`", f"words, at most {MOST_LETTERS} letters"))


def _check_names(found: Inherited, ours: dict[str, Any], problems: Problems) -> None:
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


def _flavour(code: str, kind: dict[str, Any]) -> Flavour:
    """A flavour from what the files say of it."""
    return Flavour(
        code,
        is_for_files=kind.get("exit") == "local",
        has_canonical=(kind.get("canonical") or "").lower() == "true",
        names=kind.get("names") or {},
    )


def _settings(values: dict[str, Any], ours: dict[str, Any]) -> Settings:
    """Settings from what the files say."""
    flavours = ours.get("flavours") or {"public": None}
    return Settings(
        as_of=date.fromisoformat(ours["as_of"]),
        site_name=values["site_name"],
        exit_url=ours["exit_url"],
        languages=_languages(values["plugins"]),
        reviewed=frozenset(ours["reviewed"]),
        flavours=tuple(_flavour(code, kind or {}) for code, kind in flavours.items()),
        version=int(ours.get("version") or 1),
        address=ours.get("address") or "",
        operator=ours.get("operator") or "",
        mirrors=tuple(ours.get("mirrors") or ()),
        site_dir=values.get("site_dir") or "site",
    )


def _languages(plugins: Any) -> tuple[tuple[str, str], ...]:
    """The languages of the i18n plugin. Plugins are a list, or fields by name, which another file can change
    one by one."""
    options = (
        plugins["i18n"]
        if isinstance(plugins, dict)
        else next(plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin)
    )
    return tuple((language["locale"], language["name"]) for language in options["languages"])
