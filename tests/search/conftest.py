"""What tests of the search share: the site, the analysers, and what a browser does with the built search."""

from __future__ import annotations

import functools
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.building import open_site
from amparo.pages.site import Site
from amparo.settings import read_settings
from amparo.text.analysis import Analyser
from tests.browser.driving import ask_node
from tests.browser.serving import Served, serve
from tests.conftest import LANGUAGES, PROJECT

HERE = Path(__file__).resolve().parent
QUERIES: dict[str, list[dict[str, Any]]] = yaml.load(
    (HERE / "queries.yml").read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
)
"""What people type, by language; every second one was never tuned on."""


@functools.cache
def the_site() -> Site:
    """All pages of the project."""
    return open_site(PROJECT, read_settings(PROJECT))[0]


@functools.cache
def analyser(language: str) -> Analyser:
    """The analysis of a language as the build does it."""
    library = the_site().library
    return Analyser(library.letters.letters, library.analyses[language])


def drive(**job: Any) -> Any:
    """What a browser saw. A script that breaks fails the test with its own words."""
    return ask_node(job, HERE / "search.mjs")


def in_node(code: str, asked: str) -> Any:
    """What an expression of JavaScript says after a script of the site has run, without a browser."""
    whole = f"globalThis.window = globalThis;\n{code}\nconsole.log(JSON.stringify({asked}));"
    with tempfile.NamedTemporaryFile("w", suffix=".js", encoding="utf-8") as file:
        file.write(whole)
        file.flush()
        done = subprocess.run(["node", file.name], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    """The site in a sub-folder of a server."""
    with serve(site, "/some/where/") as found:
        yield found


def root(base: str, language: str) -> str:
    """Address of a language's root."""
    return base if language == LANGUAGES[0] else f"{base}{language}/"
