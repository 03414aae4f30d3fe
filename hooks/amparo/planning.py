"""Reads a plan of one's own and makes its pack: the command `python -m amparo paper plan.yml`."""

from __future__ import annotations

from pathlib import Path

from amparo import environment
from amparo.building import site_of, unready
from amparo.checks import check_all, own_plan
from amparo.model.curriculum.own_plan import OwnPlan
from amparo.model.loading import Loaded
from amparo.model.reading import read
from amparo.model.waiting import held
from amparo.paper import pack, production
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Problem, Problems, Stop, load

ENDINGS = (".yml", ".yaml")
"""Endings of files that hold a plan."""


def make(project: Project, file: Path) -> int:
    """Make a PDF and a document beside the file of a plan. 1 when the plan must be mended first.

    Raises `Stop` when the data have errors."""
    settings = read_settings(project, environment.flavour())
    made = production.makeable(environment.paper(), (code for code, _ in settings.languages))
    loaded, problems = check_all(project, settings.as_of, settings.site_name, settings.published)
    problems.extend(unready(project, loaded, settings, problems))
    if problems.errors:
        raise Stop(problems)
    plan, told = plan_of(loaded, file)
    print(*told.all, sep="\n", end="\n" if len(told) else "")
    if plan is None:
        print("Nothing was made: mend the plan first.")
        return 1
    if made.told:
        print(made.told)
    site = site_of(project, held(loaded), settings, made.kinds | {"odt"}, made.without_pdf)
    for written in pack.make(project, site, lambda sides: site.printing.pack(plan, sides), file):
        print(written)
    return 0


def plan_of(loaded: Loaded, file: Path) -> tuple[OwnPlan | None, Problems]:
    """The plan in a file, or None, and what is wrong with it or to be looked at."""
    problems = Problems()
    if not file.exists():
        problems.add(Problem(str(file), 1, 1, "", "there is no such file", "the file that the planner saved"))
        return None, problems
    document = load(file, file.name, problems)
    codes = {scheme: vocabulary.by_code for scheme, vocabulary in loaded.vocabularies.items()}
    plan = read(OwnPlan, document, problems, codes) if document else None
    if plan and document:
        problems.extend(own_plan.check(loaded, plan, document))
    return (None if problems.errors else plan), problems
