"""Makes the site from the files of a project, or stops with every problem told."""

from __future__ import annotations

from amparo.checks import check_all
from amparo.library import Library
from amparo.model.loading import Loaded
from amparo.pages.renderer import words_of_templates
from amparo.pages.site import Site, Sources
from amparo.pages.style import read_styles, smaller_script
from amparo.project import Project
from amparo.search.writing import PARTS
from amparo.settings import Settings
from amparo.source import Problems, Stop
from amparo.text.catalogue import DOMAINS, Message, Translations, read_translations
from amparo.text.gather import sources_of


def open_site(
    project: Project, settings: Settings, made: frozenset[str] = frozenset()
) -> tuple[Site, Problems]:
    """The site, and the warnings; `made` names the kinds of file that are made beside pages.

    Raises `Stop` when the data have errors: then nothing may be built.
    """
    loaded, problems = check_all(project, settings.as_of, settings.site_name)
    if problems.errors:
        raise Stop(problems)
    translations = {code: read_translations(project, code) for code, _ in settings.languages[1:]}
    sources = Sources(
        templates=project.find("templates"),
        translations=translations,
        style=read_styles(project.find("theme")),
        written=written_pages(project),
        translated=count(project, loaded, translations),
        pocket_script=_script(project, "assets/quiet.js", "pocket.js"),
        engine=_script(project, *(f"search/{part}.js" for part in PARTS)),
        made=made,
        keys=tuple((key.name, key.read_text("ascii")) for key in project.public_keys()),
    )
    return Site(Library(loaded, settings.as_of), settings, sources), problems


def _script(project: Project, *names: str) -> str:
    """Scripts of the theme as one, without what only people read."""
    return "".join(smaller_script(project.find(f"theme/{name}").read_text("utf-8")) for name in names)


def written_pages(project: Project) -> dict[str, str]:
    """The hand-written pages as Markdown, by path below docs without ending."""
    return {path: file.read_text("utf-8") for path, file in project.pages().items()}


def all_sources(project: Project, loaded: Loaded) -> dict[str, list[Message]]:
    """Every text that can be translated, by domain."""
    return {
        domain: sources_of(domain, project, loaded, lambda: words_of_templates(project.find("templates")))
        for domain in DOMAINS
    }


def count(
    project: Project, loaded: Loaded, translations: dict[str, Translations]
) -> dict[str, dict[str, tuple[int, int]]]:
    """By language and domain: how many texts are translated, of how many."""
    sources = all_sources(project, loaded)
    return {
        code: {
            domain: (sum(source.key in found.texts for source in texts), len(texts))
            for domain, texts in sources.items()
        }
        for code, found in translations.items()
    }
