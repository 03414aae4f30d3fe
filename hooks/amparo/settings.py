"""What the project's owner decides once: read from `mkdocs.yml`, the only file with settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from amparo.source import Problem, Problems, Stop, load


@dataclass(frozen=True)
class Flavour:
    """For whom a copy is made. The pages say the same in every flavour; only their frame differs."""

    code: str = "public"
    """Its name in `mkdocs.yml` and in AMPARO_FLAVOUR."""

    is_for_files: bool = False
    """True for copies that are opened without a server: the exit stays in the copy also without script,
    because going online is a trace; the style is one file for all pages, because no round trip is saved
    by carrying it inside."""

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

    waiting: tuple[tuple[str, str], ...] = ()
    """Languages that are being translated: each is built only when AMPARO_LANGUAGE names it."""

    previewed: str | None = None
    """A waiting language that is built nevertheless, to be looked at."""

    least: Mapping[str, int] = field(default_factory=dict)
    """By domain of texts: how many of a hundred must be translated before a language is published."""

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

    @property
    def published(self) -> tuple[str, ...]:
        """Codes of the languages that readers are promised; what is only previewed is not among them."""
        return tuple(code for code, _ in self.languages if code != self.previewed)

    @property
    def translated(self) -> tuple[str, ...]:
        """Codes of all languages that somebody translates into, published or not."""
        codes = [code for code, _ in (*self.languages[1:], *self.waiting)]
        return tuple(dict.fromkeys(codes))

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The languages that a reader of this copy can choose."""
        return tuple(pair for pair in self.languages if self.alone in (None, pair[0]))

    def name(self, language: str) -> str:
        """What the site is called in this copy."""
        return self.flavour.names.get(language, self.site_name)


def read_settings(root: Path, flavour: str | None = None, alone: str | None = None) -> Settings:
    """The settings in `mkdocs.yml` below `root`. Raises `Stop`, with the line, when one is missing or
    wrong."""
    problems = Problems()
    document = load(root / "mkdocs.yml", root, problems)
    if document is None:
        raise Stop(problems)
    values = document.values
    try:
        return settings_from(
            values["site_name"],
            values["extra"]["amparo"],
            _languages(values["plugins"]),
            flavour,
            alone,
        )
    except KeyError as missing:
        problems.add(
            document.problem(
                ("extra", "amparo"), f"the setting {missing} is missing", f"{missing.args[0]}: …"
            )
        )
    except (ValueError, TypeError, AttributeError, StopIteration) as wrong:
        problems.add(
            document.problem(
                ("extra", "amparo", "as_of"), f"a setting that cannot be read: {wrong}", 'as_of: "2026-11-21"'
            )
        )
    raise Stop(problems)


def settings_from(
    site_name: str,
    ours: dict[str, Any],
    languages: Sequence[tuple[str, str, bool]],
    flavour: str | None = None,
    only: str | None = None,
) -> Settings:
    """Settings from the values that MkDocs or our own loader has read. `languages` are code, own name, and
    whether it is published. `flavour` and `only` (a language) come from the command; missing: the first
    flavour, all published languages."""
    flavours = ours.get("flavours") or {"public": None}
    chosen = flavour or next(iter(flavours))
    if chosen not in flavours:
        raise _stop("extra.amparo.flavours", f"no flavour `{chosen}`", f"one of: {', '.join(flavours)}")
    codes = [code for code, _, _ in languages]
    if only and only not in codes:
        raise _stop(
            "plugins",
            f"AMPARO_LANGUAGE names `{only}`, and no language has this code",
            f"one of: {', '.join(codes)}; `python -m amparo language {only}` starts another",
        )
    kind = flavours[chosen] or {}
    names = kind.get("names") or {}
    nameless = [code for code, _, published in languages if names and published and code not in names]
    if nameless:
        # Else pages in this language would bear the name that a neutral copy must not tell.
        raise _stop(
            f"extra.amparo.flavours.{chosen}.names",
            f"no plain name in `{nameless[0]}`",
            f"{nameless[0]}: a word like Notes",
        )
    made = Flavour(
        chosen,
        str(kind.get("exit")) == "local",
        str(kind.get("canonical")).lower() == "true",
        names,
    )
    return Settings(
        date.fromisoformat(str(ours["as_of"])),
        site_name,
        ours["exit_url"],
        tuple((code, name) for code, name, published in languages if published or code == only),
        frozenset(ours["reviewed"]),
        made,
        waiting=tuple((code, name) for code, name, published in languages if not published),
        previewed=next((code for code, _, published in languages if code == only and not published), None),
        least={domain: int(share) for domain, share in (ours.get("published_when") or {}).items()},
        alone=only if made.is_for_files else None,
        version=int(ours.get("version") or 1),
        address=str(ours.get("address") or ""),
        operator=str(ours.get("operator") or ""),
        mirrors=tuple(ours.get("mirrors") or ()),
    )


def _stop(field: str, found: str, right: str) -> Stop:
    """A reason to build nothing."""
    problems = Problems()
    problems.add(Problem("mkdocs.yml", 1, 1, field, found, right))
    return Stop(problems)


def _languages(plugins: list[Any]) -> list[tuple[str, str, bool]]:
    """The languages of the i18n plugin: code, own name, and whether it is published."""
    options = next(plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin)
    return [
        (one["locale"], one["name"], str(one.get("build", "true")).lower() == "true")
        for one in options["languages"]
    ]
