"""Compares the search with the theme's own and with Pagefind, on the same pages: bytes, milliseconds, and
whether it finds.

In `make bench`, or alone on two built sites: `python -m tests.bench.search OURS STOCK`.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.bench.serving import Served
from tests.conftest import LANGUAGES, ROOT

TESTS = ROOT / "tests"
PAGE = "emergency/first-hour.html"
"""The page on which somebody begins to search."""

FIRST = 3
"""The right record must be among so many."""

NAMES = {"ours": "ours", "stock": "Material", "pagefind": "Pagefind"}
"""The engines, as the table names them."""


@dataclass(frozen=True)
class Found:
    """What one engine did in one language, with the queries that were not tuned on."""

    bytes: int
    """Fetched until the first result, beyond the page without script; packed as a server would."""

    first_ms: float
    """From the first typed query on a page just opened to its results, on a processor four times slower;
    nothing waits for a line."""

    query_ms: float
    """The same for each later query; median."""

    slowest_ms: float
    """The slowest of them."""

    success: float
    """Part of the queries whose right record is among the first three."""

    reciprocal: float
    """Mean of one over the place of the first right record."""

    nonsense: int
    """Queries with nothing to find that found something."""


def compare(ours: Path, stock: Path) -> dict[str, dict[str, Found]]:
    """What each engine did, by language. Adds Pagefind's files to our site: build it for this alone."""
    _add_pagefind(ours)
    queries = yaml.load(
        (TESTS / "search/queries.yml").read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    sites = {"ours": (ours, PAGE), "stock": (stock, PAGE), "pagefind": (ours, "pagefind.html")}
    return {
        engine: {
            language: _ask(engine, site, language, page, queries[language][1::2])
            for language in LANGUAGES
            if language in queries
        }
        for engine, (site, page) in sites.items()
    }


def _ask(engine: str, site: Path, language: str, page: str, queries: list[dict[str, Any]]) -> Found:
    """Ask one engine all queries of a language."""
    folder = "" if language == LANGUAGES[0] else f"{language}/"
    with Served(site) as plain, Served(site) as until_first, Served(site) as all_of_them:
        _node("bench/visit.mjs", [plain.url(folder + page), "plain"])
        _search(engine, until_first.url(folder + page), queries[:1])
        answers = _search(engine, all_of_them.url(folder + page), queries)
        root = all_of_them.url(folder)
        places, nonsense = [], 0
        for query, answer in zip(queries, answers, strict=True):
            addresses = [url.removeprefix(root).partition("#")[0] for url in answer["found"]]
            places.append(
                next((n for n, address in enumerate(addresses, 1) if address in query["accept"]), 0)
                if query["accept"]
                else None
            )
            nonsense += not query["accept"] and bool(addresses)
        places = [place for place in places if place is not None]
        later = [answer["milliseconds"] for answer in answers[1:]]
        return Found(
            until_first.bytes - plain.bytes,
            answers[0]["milliseconds"],
            statistics.median(later),
            max(later),
            sum(0 < place <= FIRST for place in places) / len(places),
            sum(1 / place for place in places if place) / len(places),
            nonsense,
        )


def _add_pagefind(site: Path) -> None:
    """Let Pagefind index our pages, and add a page a language that may load it: our own policy allows no such
    thing."""
    _run(
        [
            str(TESTS / "node_modules/@pagefind/linux-x64/bin/pagefind_extended"),
            "--site",
            str(site),
            "--root-selector",
            "main",
        ]
    )
    for language in LANGUAGES:
        folder = site if language == LANGUAGES[0] else site / language
        (folder / "pagefind.html").write_text(
            f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Pagefind</title>', "utf-8"
        )


def _search(engine: str, url: str, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return json.loads(
        _node("bench/search.mjs", [engine, url], json.dumps([query["query"] for query in queries]))
    )


def _node(script: str, words: list[str], job: str = "") -> str:
    return _run(["node", str(TESTS / script), *words], job)


def _run(command: list[str], job: str = "") -> str:
    """What a command prints. Stops the bench with its own words when it fails."""
    done = subprocess.run(command, input=job, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command[:3])} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout


def table(found: dict[str, dict[str, Found]]) -> str:
    """All figures as text."""
    lines = [
        f"{'Search, queries not tuned on':32}{'kB gzip':>9}{'first ms':>10}{'query ms':>10}"
        f"{'slowest':>9}{'first 3':>9}{'MRR':>7}{'nonsense':>10}"
    ]
    for language in found["ours"]:
        for engine, name in NAMES.items():
            f = found[engine][language]
            lines.append(
                f"{language + ' ' + name:32}{f.bytes / 1000:>9.1f}{f.first_ms:>10.0f}{f.query_ms:>10.1f}"
                f"{f.slowest_ms:>9.1f}{f.success:>9.3f}{f.reciprocal:>7.3f}{f.nonsense:>10}"
            )
    return "\n".join(lines)


def write(found: dict[str, dict[str, Found]], file: Path) -> None:
    """Keep the figures beside the others of the bench."""
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    kept["search"] = {
        engine: {
            language: {key: round(value, 4) for key, value in asdict(one).items()}
            for language, one in languages.items()
        }
        for engine, languages in found.items()
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    measured = compare(Path(sys.argv[1]), Path(sys.argv[2]))
    write(measured, ROOT / "build/bench.json")
    print(table(measured))
