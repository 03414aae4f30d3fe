"""Makes the site from the files of a project, or stops with every problem told."""

from __future__ import annotations

from pathlib import Path

from amparo.checks import check_all
from amparo.library import Library
from amparo.model.loading import Loaded
from amparo.pages.renderer import words_of_templates
from amparo.pages.site import Site, Sources
from amparo.pages.style import read_styles, smaller_script
from amparo.release.kit import public_keys
from amparo.settings import Settings
from amparo.source import Problems, Stop
from amparo.text.catalogue import DOMAINS, Message, Translations, read_translations
from amparo.text.gather import sources_of


def open_site(root: Path, settings: Settings, made: frozenset[str] = frozenset()) -> tuple[Site, Problems]:
    """The site, and the warnings; `made` names the kinds of file that are made beside pages.

    Raises `Stop` when the data have errors: then nothing may be built.
    """
    loaded, problems = check_all(root, settings.as_of)
    if problems.errors:
        raise Stop(problems)
    translations = {code: read_translations(root, code) for code, _ in settings.languages[1:]}
    scripts = (root / "hooks/theme" / name for name in ("assets/quiet.js", "pocket.js"))
    sources = Sources(
        templates=root / "hooks/templates",
        translations=translations,
        style=read_styles(root / "hooks/theme"),
        written=written_pages(root),
        translated=count(root, loaded, translations),
        pocket_script="".join(smaller_script(file.read_text("utf-8")) for file in scripts),
        made=made,
        keys=tuple((key.name, key.read_text("ascii")) for key in public_keys(root)),
    )
    return Site(Library(loaded, settings.as_of), settings, sources), problems


def written_pages(root: Path) -> dict[str, str]:
    """The hand-written pages as Markdown, by path below docs without ending."""
    docs = root / "docs"
    return {
        file.relative_to(docs).as_posix().removesuffix(".md"): file.read_text("utf-8")
        for file in sorted(docs.rglob("*.md"))
    }


def all_sources(root: Path, loaded: Loaded) -> dict[str, list[Message]]:
    """Every text that can be translated, by domain."""
    return {
        domain: sources_of(domain, root, loaded, lambda: words_of_templates(root / "hooks/templates"))
        for domain in DOMAINS
    }


def count(
    root: Path, loaded: Loaded, translations: dict[str, Translations]
) -> dict[str, dict[str, tuple[int, int]]]:
    """By language and domain: how many texts are translated, of how many."""
    sources = all_sources(root, loaded)
    return {
        code: {
            domain: (sum(source.key in found.texts for source in texts), len(texts))
            for domain, texts in sources.items()
        }
        for code, found in translations.items()
    }
