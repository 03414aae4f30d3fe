"""The same words built by Hugo with a bare template, where it is installed: the quickest that is known."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.measured import Cost, run_words
from tests.bench.stock import pages_of
from tests.conftest import LANGUAGES

TEMPLATE = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n"

SETTINGS = """\
baseURL = "/"
title = "Amparo"
uglyURLs = true
defaultContentLanguage = "{first}"
disableKinds = ["RSS", "sitemap", "taxonomy", "term", "404"]
[markup.goldmark.renderer]
unsafe = true
{languages}"""


def is_here() -> bool:
    """Whether this machine has it."""
    return shutil.which("hugo") is not None


def build(stock: Path, project: Path) -> tuple[Cost, int]:
    """Build the stock project's Markdown; what it cost, and how many pages there are. Raises `Failed`."""
    write_project(stock, project)
    cost = run_words(project, ["hugo", "--quiet"], {})
    # A set: a page that only sends to the first language is none.
    return cost, len({(language, address) for language, address, _ in pages_of(project / "public")})


def write_project(stock: Path, project: Path) -> None:
    """Write it. `index.md` would be a bundle that swallows the pages beside it: Hugo says `_index.md`."""
    for file in sorted((stock / "docs").rglob("*.md")):
        place = project / "content" / file.relative_to(stock / "docs")
        if place.name.partition(".")[0] == "index":
            place = place.with_name(f"_{place.name}")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    for name in ("single", "list"):
        template = project / "layouts/_default" / f"{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(TEMPLATE, "utf-8")
    (project / "layouts/index.html").write_text(TEMPLATE, "utf-8")
    languages = "".join(f"[languages.{code}]\nweight = {n}\n" for n, code in enumerate(LANGUAGES, 1))
    (project / "config.toml").write_text(SETTINGS.format(first=LANGUAGES[0], languages=languages), "utf-8")
