"""Reads the settings from the files that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from amparo.project import Project
from amparo.settings import rules
from amparo.settings.shape import Flavour, Settings
from amparo.source import Problems, Stop, load_inherited


def read_settings(project: Project, flavour: str | None = None, alone: str | None = None) -> Settings:
    """The settings of a project. `flavour` and `alone` (a language) come from the command; missing: the first
    flavour, all published languages. Raises `Stop`, with file and line, when a setting is missing or
    wrong."""
    problems = Problems()
    found = load_inherited(project.config, project.name_of, problems)
    if found is None:
        raise Stop(problems)
    try:
        ours = found.values["extra"]["amparo"]
        rules.check_docs(project, found, problems)
        rules.check_names(found, ours, problems)
        rules.check_site_name(found, problems)
        rules.check_freshness(found, problems)
        if not problems.all:
            settings = _settings(found.values, ours, alone)
            rules.check_choice(found, settings, flavour, alone, problems)
        if not problems.all:
            return settings.for_copy(flavour or settings.flavours[0].code, alone)
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


def _flavour(code: str, kind: dict[str, Any]) -> Flavour:
    """A flavour from what the files say of it."""
    return Flavour(
        code,
        is_for_files=kind.get("exit") == "local",
        has_canonical=(kind.get("canonical") or "").lower() == "true",
        names=kind.get("names") or {},
    )


def _settings(values: dict[str, Any], ours: dict[str, Any], alone: str | None) -> Settings:
    """Settings from what the files say; `alone` is built even when it is not published."""
    languages = list(_languages(values["plugins"]))
    flavours = ours.get("flavours") or {"public": None}
    return Settings(
        as_of=date.fromisoformat(ours["as_of"]),
        site_name=values["site_name"],
        exit_url=ours["exit_url"],
        languages=tuple((code, name) for code, name, ready in languages if ready or code == alone),
        reviewed=frozenset(ours["reviewed"]),
        flavours=tuple(_flavour(code, kind or {}) for code, kind in flavours.items()),
        waiting=tuple((code, name) for code, name, ready in languages if not ready),
        asked=alone,
        previewed=next((code for code, _, ready in languages if code == alone and not ready), None),
        least={domain: int(share) for domain, share in (ours.get("published_when") or {}).items()},
        freshness=ours.get("freshness") or rules.FRESHNESS[0],
        version=int(ours.get("version") or 1),
        address=ours.get("address") or "",
        operator=ours.get("operator") or "",
        mirrors=tuple(ours.get("mirrors") or ()),
        site_dir=values.get("site_dir") or "site",
    )


def _languages(plugins: Any) -> Iterator[tuple[str, str, bool]]:
    """The languages of the i18n plugin: code, own name, and whether it is published. Plugins are
    a list, or fields by name, which another file can change one by one."""
    options = (
        plugins["i18n"]
        if isinstance(plugins, dict)
        else next(plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin)
    )
    for one in options["languages"]:
        yield one["locale"], one["name"], (one.get("build") or "true").lower() == "true"
