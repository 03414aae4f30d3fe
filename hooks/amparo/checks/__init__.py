"""Rules that hold between records. One module a rule; each yields problems and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from amparo.checks import (
    addresses,
    agendas,
    asked,
    coverage,
    curriculum,
    dates,
    demands,
    designations,
    elsewhere,
    emergency,
    filenames,
    gate,
    hosts,
    incident,
    keys,
    lines,
    listed,
    mechanisms,
    names,
    offers,
    pages,
    places,
    promises,
    proofs,
    reached,
    references,
    search,
    signs,
    sources,
    status,
    supports,
    texts,
    ties,
    together,
    triage,
    vocabularies,
    words,
)
from amparo.checks.known import Known
from amparo.model.loading import Loaded, load_all
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Problems

RULES = (
    references,
    sources,
    proofs,
    reached,
    supports,
    status,
    hosts,
    names,
    dates,
    offers,
    mechanisms,
    coverage,
    places,
    triage,
    incident,
    search,
    curriculum,
    ties,
    lines,
    designations,
    listed,
    addresses,
    agendas,
    together,
    demands,
    signs,
    texts,
    elsewhere,
    filenames,
    promises,
)
"""Rules about single records and what they name. `words` and `pages` need files beside them as well."""

RULES_OF_THE_WHOLE = (emergency, vocabularies, gate)
"""Rules about what all records give together: asked only when every record could be read, else one mistake
looks like three."""


def check_all(
    project: Project,
    as_of: date,
    site_name: str = "",
    published: Sequence[str] | None = None,
    known: Known | None = None,
) -> tuple[Loaded, Problems]:
    """Read everything of a project and tell every problem there is. `site_name` may stand in no page and no
    translation; empty: nobody asks. `published` are the languages that readers are promised; missing: those
    of the settings. `known` remembers long texts that were right; missing: all are looked at."""
    problems = Problems()
    loaded = load_all(project, problems)
    loaded.published = tuple(published or read_settings(project).published)
    for rule in RULES if problems.errors else RULES + RULES_OF_THE_WHOLE:
        problems.extend(rule.check(loaded, as_of))
    if not problems.errors:
        problems.extend(curriculum.check_whole(loaded, as_of))
    problems.extend(words.check(project, loaded, site_name, known))
    problems.extend(pages.check(project, site_name))
    problems.extend(filenames.check_pages(project))
    problems.extend(addresses.check_texts(project, loaded, known))
    problems.extend(elsewhere.check_pages(project))
    problems.extend(keys.check(project))
    problems.extend(asked.check(project, loaded))
    problems.extend(signs.check_drawings(project, loaded))
    problems.extend(triage.check_further_pages(project, loaded))
    problems.extend(together.check_pages(project, loaded))
    if known:
        known.keep()
    return loaded, problems
