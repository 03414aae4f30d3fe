"""Schemas for programs of editors: they complete fields while somebody writes, and say what is wrong."""

from __future__ import annotations

import json
from typing import Any

from amparo.model.base import Record
from amparo.model.change import Change
from amparo.model.coverage import Coverage
from amparo.model.curriculum.agenda import Agenda, Plan
from amparo.model.curriculum.demand import Supplies
from amparo.model.curriculum.guidance import Glossary, Guidance, Readings, World
from amparo.model.curriculum.handout import Handout
from amparo.model.curriculum.own_plan import OwnPlan
from amparo.model.curriculum.session import Session
from amparo.model.designation import Designation
from amparo.model.grade import Grades
from amparo.model.incident import IncidentForm, Sample
from amparo.model.mechanism import Mechanism
from amparo.model.national_line import LineSources, NationalLines
from amparo.model.news import News
from amparo.model.organisation import Organisation
from amparo.model.place import Places
from amparo.model.search import Analysis, Letters, Synonyms
from amparo.model.sign import SignBook
from amparo.model.solidarity.action import Action
from amparo.model.solidarity.kind import ActionKind
from amparo.model.solidarity.letter import Letter
from amparo.model.term import Terms
from amparo.model.triage import Entry
from amparo.model.vocabulary import Vocabulary

ROOTS: dict[str, type[Record]] = {
    "organisation": Organisation,
    "mechanism": Mechanism,
    "coverage": Coverage,
    "designation": Designation,
    "lines": NationalLines,
    "line-sources": LineSources,
    "change": Change,
    "places": Places,
    "signs": SignBook,
    "terms": Terms,
    "grades": Grades,
    "vocabulary": Vocabulary,
    "triage": Entry,
    "incident": IncidentForm,
    "incident-sample": Sample,
    "action-kind": ActionKind,
    "letter": Letter,
    "action": Action,
    "news": News,
    "session": Session,
    "handout": Handout,
    "agenda": Agenda,
    "plan": Plan,
    "own-plan": OwnPlan,
    "guidance": Guidance,
    "glossary": Glossary,
    "world": World,
    "readings": Readings,
    "supplies": Supplies,
    "search": Analysis,
    "letters": Letters,
    "synonyms": Synonyms,
}
"""Files that editors' programs complete."""

WHERE = {
    "organisation": "data/organisations/*.yml",
    "mechanism": "data/mechanisms/*.yml",
    "coverage": "data/coverage/*.yml",
    "designation": "data/designations/*.yml",
    "lines": "data/lines/*.yml",
    "line-sources": "data/line-sources.yml",
    "change": "data/changes/*.yml",
    "places": "data/places.yml",
    "signs": "data/signs.yml",
    "terms": "data/glossary.yml",
    "grades": "data/grades.yml",
    "vocabulary": "data/vocabulary/*.yml",
    "triage": "data/triage/*.yml",
    "incident": "data/incident/fields.yml",
    "incident-sample": "data/incident/sample.yml",
    "action-kind": "data/solidarity/kinds/*.yml",
    "letter": "data/solidarity/letters/*.yml",
    "action": "data/actions/*.yml",
    "news": "data/news/*.yml",
    "session": "data/curriculum/sessions/*.yml",
    "handout": "data/curriculum/handouts/*.yml",
    "agenda": "data/curriculum/agendas/*.yml",
    "plan": "data/curriculum/plans/*.yml",
    "guidance": "data/curriculum/guidance.yml",
    "glossary": "data/curriculum/glossary.yml",
    "world": "data/curriculum/world.yml",
    "readings": "data/curriculum/readings.yml",
    "supplies": "data/curriculum/supplies.yml",
    "own-plan": "data/curriculum/example-plan.yml",
    "search": "data/search/[a-z][a-z].yml",
    "letters": "data/search/letters.yml",
    "synonyms": "data/vocabulary/synonyms/*.yml",
}
"""Where the files of each kind lie."""


def schema_file(name: str) -> str:
    """Where the schema of a kind of file lies."""
    return f"data/schema/{name}.schema.json"


def settings_of_editors() -> str:
    """Settings of Visual Studio Code and its relatives: which schema completes which files."""
    schemas = {f"./{schema_file(name)}": place for name, place in WHERE.items()}
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"


def schemas() -> dict[str, str]:
    """JSON Schema by file kind."""
    return {
        name: json.dumps(
            _as_editors_read(model.model_json_schema()), indent=1, ensure_ascii=False, sort_keys=True
        )
        + "\n"
        for name, model in ROOTS.items()
    }


_EITHER: dict[str, dict[str, Any]] = {
    "string": {"type": ["string", "number"]},
    "integer": {"type": ["integer", "string"], "pattern": "^[0-9]+$"},
}
"""Our reader keeps every value as text and takes digits with or without quotes. Programs of editors read bare
digits, such as a year, as numbers: both are right."""


def _as_editors_read(schema: Any) -> Any:
    """A schema for values as editors' programs read them. Descriptions have no line breaks: where a docstring
    is wrapped tells nobody anything."""
    if isinstance(schema, list):
        return [_as_editors_read(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    read = {
        key: " ".join(part.split())
        if key == "description" and isinstance(part, str)
        else _as_editors_read(part)
        for key, part in schema.items()
    }
    kind = read.get("type")
    return {**read, **_EITHER[kind]} if isinstance(kind, str) and kind in _EITHER else read
