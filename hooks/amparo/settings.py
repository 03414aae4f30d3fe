"""What the project's owner decides once: read from `mkdocs.yml`, the only file with settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from amparo.source import Problems, Stop, load


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
    """Published languages as (code, own name); the first one is the source language, at the root of the site."""

    reviewed: frozenset[str]
    """Languages whose words a native speaker has reviewed; the others say on every page that they are drafts."""


def read_settings(root: Path) -> Settings:
    """The settings in `mkdocs.yml` below `root`. Raises `Stop`, with the line, when one is missing or wrong."""
    problems = Problems()
    document = load(root / "mkdocs.yml", root, problems)
    if document is None:
        raise Stop(problems)
    values = document.values
    try:
        return settings_from(values["site_name"], values["extra"]["amparo"], _languages(values["plugins"]))
    except KeyError as missing:
        problems.add(document.problem(("extra", "amparo"), f"the setting {missing} is missing", f"{missing.args[0]}: …"))
    except (ValueError, TypeError, AttributeError, StopIteration) as wrong:
        problems.add(document.problem(("extra", "amparo", "as_of"), f"a setting that cannot be read: {wrong}", 'as_of: "2026-11-21"'))
    raise Stop(problems)


def settings_from(site_name: str, ours: dict, languages: tuple[tuple[str, str], ...]) -> Settings:
    """Settings from the values that MkDocs or our own loader has read."""
    return Settings(date.fromisoformat(str(ours["as_of"])), site_name, ours["exit_url"], languages, frozenset(ours["reviewed"]))


def _languages(plugins: list) -> tuple[tuple[str, str], ...]:
    """The languages of the i18n plugin."""
    options = next(plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin)
    return tuple((language["locale"], language["name"]) for language in options["languages"])
