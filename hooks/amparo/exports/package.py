"""The description of all files of open data, as a data package: what each table is, since when, under which
licence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from amparo.exports.columns import COLUMNS

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}


def package(name: str, title: str, as_of: date, version: int, languages: Iterable[str]) -> str:
    """The description of the tables in all languages."""
    resources = [_table(language, table) for language in languages for table in COLUMNS]
    found = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "version": f"{version}.0.0",
        "as_of": as_of.isoformat(),
        "licenses": [LICENCE],
        "resources": resources,
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _table(language: str, table: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": f"{table}-{language}",
        "path": f"{language}/{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [{"name": column, "type": "string"} for column in COLUMNS[table]]},
    }
