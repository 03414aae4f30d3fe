"""Makes the site from the files of a project, or stops with every problem told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from amparo.checks import check_all, freshness
from amparo.checks.known import Known
from amparo.library import Library
from amparo.model import asked
from amparo.model.asked import Asked
from amparo.model.loading import Loaded
from amparo.model.waiting import held
from amparo.pages.about.status import Counts
from amparo.pages.kinds import KINDS
from amparo.pages.renderer import words_of_templates
from amparo.pages.site import Site
from amparo.pages.sources import Sources
from amparo.pages.style import read_styles, smaller_script
from amparo.project import Project
from amparo.settings import Settings
from amparo.signs import read_signs
from amparo.source import Problem, Problems, Stop
from amparo.text.catalogue import DOMAINS, Message, Translations, read_translations
from amparo.text.gather import sources_of


def open_site(
    project: Project,
    settings: Settings,
    made: frozenset[str] = frozenset(),
    without_pdf: frozenset[str] = frozenset(),
    known: Known | None = None,
) -> tuple[Site, Problems]:
    """The site, and the warnings; `made` names the kinds of file that are made beside pages, `without_pdf`
    the languages that have no PDFs, `known` remembers what was checked.

    Raises `Stop` when the data have errors: then nothing may be built.
    """
    loaded, problems = check_all(project, settings.as_of, settings.site_name, settings.published, known)
    problems.extend(unready(project, loaded, settings, problems))
    if problems.errors:
        raise Stop(problems)
    # What nobody has confirmed yet is shown as it was before.
    site = site_of(project, held(loaded), settings, made, without_pdf)
    problems.extend(clashes(project, site.library))
    problems.extend(freshness.check(loaded, site.library, settings))
    if problems.errors:
        raise Stop(problems)
    return site, problems


def clashes(project: Project, library: Library) -> Iterator[Problem]:
    """Pages that would be written over each other: an address has one owner, also where a disk does not tell
    small letters from large ones."""
    owners = {path.casefold(): project.name_of(file) for path, file in project.pages().items()}
    for kind in KINDS:
        for page in kind.pages(library):
            address = page.source.removesuffix(".md").casefold()
            owner = owners.setdefault(address, f"the page “{kind.name}” of `{page.key}`")
            if owner != f"the page “{kind.name}” of `{page.key}`":
                file = owner if owner.startswith("docs/") else f"data/{kind.name}/{page.key}.yml"
                yield Problem(
                    file,
                    1,
                    1,
                    "",
                    f"{address}.html is the address of a page made from records too ({kind.name})",
                    "another name for this file",
                )


def site_of(
    project: Project,
    loaded: Loaded,
    settings: Settings,
    made: frozenset[str] = frozenset(),
    without_pdf: frozenset[str] = frozenset(),
) -> Site:
    """The site of records that have been checked."""
    translations = translations_of(project, settings)
    sources = Sources(
        templates=project.find("templates"),
        translations=translations,
        style=read_styles(project.find("theme")),
        signs=read_signs(project, loaded.signs),
        written=written_pages(project),
        translated=count(project, loaded, translations),
        asked=_asked(project),
        pocket_script=_script(project, "pocket.js"),
        engine=_engine(project),
        made=made,
        without_pdf=without_pdf,
        keys=tuple((key.name, key.read_text("ascii")) for key in project.public_keys()),
    )
    return Site(Library(loaded, settings.as_of), settings, sources)


def translations_of(project: Project, settings: Settings) -> dict[str, Translations]:
    """What is translated, by language. Only after `check_all` found no error in the files."""
    return {code: read_translations(project, code) for code, _ in settings.languages[1:]}


def unready(project: Project, loaded: Loaded, settings: Settings, problems: Problems) -> Iterator[Problem]:
    """Published languages in which too little is translated: readers would be promised what is not there.
    Nothing where the files of translations cannot be read (`problems` knows), or where somebody asked for one
    language, to look at it."""
    if settings.asked or any("/translations/" in problem.file for problem in problems.errors):
        return
    translated = count(project, loaded, translations_of(project, settings), tuple(settings.least))
    for code in settings.published[1:]:
        for domain, least, share in _shares(settings, translated.get(code, {})):
            if share < least:
                yield Problem(
                    project.name_of(project.config),
                    1,
                    1,
                    "extra.amparo.published_when",
                    f"`{code}` is published with {share} of 100 texts of `{domain}`; it needs {least}",
                    f"translate data/translations/{code}/{domain}.po, or set `build: false` for `{code}`",
                )


def waiting_words(settings: Settings, translated: Counts) -> str | None:
    """What to say of a language that is only previewed; None where there is none."""
    code = settings.previewed
    if code is None:
        return None
    shares = _shares(settings, translated.get(code, {}))
    missing = [f"{domain} {share} of {least}" for domain, least, share in shares if share < least]
    why = f"Still too little is translated (of 100 texts): {', '.join(missing)}." if missing else ""
    told = f"`{code}` is not published: it is built for you alone, because AMPARO_LANGUAGE names it."
    return f"{told} {why}".strip()


def _shares(settings: Settings, counts: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """By domain that matters: how many of a hundred texts must be translated, and how many are."""
    for domain, least in settings.least.items():
        done, total = counts.get(domain, (0, 0))
        yield domain, least, 100 * done // total if total else 100


def _asked(project: Project) -> tuple[Asked, ...]:
    """What hosts answered; nothing where nobody has asked."""
    file = project.find(asked.FILE)
    return tuple(asked.read_asked(file.read_text("utf-8-sig"))[0]) if file.exists() else ()


def _script(project: Project, *names: str) -> str:
    """Scripts of the theme as one, without what only people read."""
    return "".join(smaller_script(project.find(f"theme/{name}").read_text("utf-8")) for name in names)


def _engine(project: Project) -> dict[str, str]:
    """The parts of the search by name, and the one that makes real boxes."""
    files = sorted(project.find("theme/search").glob("*.js"))
    return {
        "quiet": _script(project, "assets/quiet.js"),
        **{file.stem: _script(project, f"search/{file.name}") for file in files},
    }


def written_pages(project: Project) -> dict[str, str]:
    """The hand-written pages as Markdown, by path below docs without ending."""
    return {path: file.read_text("utf-8-sig") for path, file in project.pages().items()}


def all_sources(
    project: Project, loaded: Loaded, domains: Iterable[str] = DOMAINS
) -> dict[str, list[Message]]:
    """Every text that can be translated, by domain."""
    return {
        domain: sources_of(domain, project, loaded, lambda: words_of_templates(project.find("templates")))
        for domain in domains
    }


def count(
    project: Project,
    loaded: Loaded,
    translations: Mapping[str, Translations],
    domains: Iterable[str] = DOMAINS,
) -> Counts:
    """By language and domain: how many texts are translated, of how many."""
    sources = all_sources(project, loaded, domains)
    return {
        code: {
            domain: (sum(source.key in found.texts for source in texts), len(texts))
            for domain, texts in sources.items()
        }
        for code, found in translations.items()
    }
