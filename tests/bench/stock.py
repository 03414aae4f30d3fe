"""The same pages as a stock project: MkDocs, Material, static-i18n and the theme's search, from Markdown
files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.markdown import markdown, parse, words
from tests.conftest import LANGUAGES

SETTINGS = """\
site_name: Amparo
use_directory_urls: false
# A menu that lists every page would put 140 kB into each of them: a short one is kinder to the stock stack.
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
theme:
  name: material
  # Fonts of another host cannot be fetched on a machine without a connection.
  font: false
  features: [navigation.tabs, navigation.top, toc.follow, search.suggest, search.highlight]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default,
       toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate,
       toggle: {icon: material/weather-sunny, name: Light}}
plugins:
  - search: {lang: [@searched]}
  - i18n:
      docs_structure: suffix
      reconfigure_material: true
      languages:
@languages
"""
"""A usual project of this kind. Search and language switch are as the plugins set them up by themselves."""

OWN = ("404.html", "assets/1-10.html")
"""Pages that the stock stack makes itself or has no use for."""

EVERY = 20
"""Of so many pages one is compared word by word."""


def pages_of(site: Path) -> Iterator[tuple[str, str, Path]]:
    """Every page of a built site that both stacks make: language, address below the language's root, file."""
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        first, _, rest = address.partition("/")
        language, address = (first, rest) if first in LANGUAGES else (LANGUAGES[0], address)
        if address not in OWN:
            yield language, address, file


def write_project(site: Path, project: Path) -> int:
    """Write our built pages as a stock project. Returns how many pages."""
    count = 0
    for language, address, file in pages_of(site):
        suffix = ".md" if language == LANGUAGES[0] else f".{language}.md"
        target = project / "docs" / (address.removesuffix(".html") + suffix)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(parse(file, "main")), "utf-8")
        count += 1
    languages = "\n".join(
        f"        - {{locale: {code}, name: {code}{', default: true' if code == LANGUAGES[0] else ''}}}"
        for code in LANGUAGES
    )
    settings = SETTINGS.replace("@languages", languages).replace("@searched", ", ".join(LANGUAGES))
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    return count


def same_words(ours: Path, stock: Path) -> tuple[int, int]:
    """How many compared pages say the same words in both sites, of how many."""
    compared = list(pages_of(ours))[::EVERY]
    same = sum(
        words(parse(file, "main")) == words(parse(stock / file.relative_to(ours), "article"))
        for _, _, file in compared
    )
    return same, len(compared)
