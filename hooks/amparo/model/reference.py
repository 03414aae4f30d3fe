"""The reference of fields for editors: from the models, so that it is never behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from amparo.model.base import CodeOf, Record, marks_of
from amparo.model.citation import BodyCitation, CountryCitation
from amparo.model.contact import Contact, Corroboration, Withheld
from amparo.model.coverage import Claim, Coverage, Former
from amparo.model.curriculum.agenda import AfterHours, Agenda, Day, Plan, PlanSwap, Slot, Swap
from amparo.model.curriculum.guidance import (
    About,
    Before,
    CycleStep,
    Glossary,
    GlossaryEntry,
    Guidance,
    Invented,
    Measure,
    Reading,
    Readings,
    Team,
    World,
)
from amparo.model.curriculum.handout import Block, Handout, MechanismRow
from amparo.model.curriculum.session import (
    Adaptation,
    Exercise,
    Filter,
    GroupSize,
    Links,
    Piece,
    Point,
    Scenario,
    Session,
)
from amparo.model.curriculum.step import SessionStep, ShortStep, ShortVersion
from amparo.model.designation import Designation, NamedBody, NotMeant, Register
from amparo.model.incident import IncidentForm, Recipient, ReportField, ReportSection, Sample, SampleAnswer
from amparo.model.mechanism import AppliesTo, Consent, DeskAction, Instrument, Mechanism
from amparo.model.national_line import LineSources, NationalLine, NationalLines
from amparo.model.offer import Amounts, Offer, Span
from amparo.model.organisation import Checked, FormerName, Organisation, Risk, Serves
from amparo.model.place import Place, Places
from amparo.model.procedure import Procedure, Step
from amparo.model.search import Analysis, Letters, Rule, Synonyms
from amparo.model.triage import Choice, End, Entry, GroupAdvice, Question
from amparo.model.vocabulary import Never, Term, Vocabulary

PARTS: tuple[type[Record], ...] = (
    Organisation,
    Serves,
    FormerName,
    Risk,
    Checked,
    Contact,
    Corroboration,
    Withheld,
    Offer,
    Amounts,
    Span,
    BodyCitation,
    Mechanism,
    AppliesTo,
    Instrument,
    Procedure,
    Step,
    Consent,
    DeskAction,
    Coverage,
    Former,
    Claim,
    Designation,
    NamedBody,
    NotMeant,
    Register,
    NationalLines,
    NationalLine,
    LineSources,
    CountryCitation,
    Place,
    Term,
    Never,
    Entry,
    Question,
    Choice,
    End,
    GroupAdvice,
    IncidentForm,
    Recipient,
    ReportSection,
    ReportField,
    Sample,
    SampleAnswer,
    Session,
    GroupSize,
    SessionStep,
    ShortVersion,
    ShortStep,
    Point,
    Exercise,
    Scenario,
    Adaptation,
    Links,
    Filter,
    Piece,
    Handout,
    MechanismRow,
    Block,
    Agenda,
    Day,
    Slot,
    AfterHours,
    Swap,
    Plan,
    PlanSwap,
    Guidance,
    About,
    CycleStep,
    Team,
    Before,
    Measure,
    GlossaryEntry,
    World,
    Invented,
    Reading,
    Analysis,
    Rule,
    Letters,
    Synonyms,
)
"""Models in the order of the reference."""

ROOTS: dict[str, type[Record]] = {
    "organisation": Organisation,
    "mechanism": Mechanism,
    "coverage": Coverage,
    "designation": Designation,
    "lines": NationalLines,
    "line-sources": LineSources,
    "places": Places,
    "vocabulary": Vocabulary,
    "triage": Entry,
    "incident": IncidentForm,
    "incident-sample": Sample,
    "session": Session,
    "handout": Handout,
    "agenda": Agenda,
    "plan": Plan,
    "guidance": Guidance,
    "glossary": Glossary,
    "world": World,
    "readings": Readings,
    "search": Analysis,
    "letters": Letters,
    "synonyms": Synonyms,
}
"""Files that editors' programs complete."""

START, END = "<!-- fields: made by `make fields` -->", "<!-- end of fields -->"


def write_all(root: Path) -> Iterator[Path]:
    """Write the reference and the schemas; yields the files written."""
    contributing = root / "CONTRIBUTING.md"
    text = contributing.read_text("utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    contributing.write_text(f"{head}{START}\n\n{reference()}\n{END}{tail}", "utf-8")
    yield contributing
    for name, schema in schemas().items():
        file = root / "data" / "schema" / f"{name}.schema.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(schema, "utf-8")
        yield file


def reference() -> str:
    """All fields in Markdown."""
    return "\n".join(line for part in PARTS for line in _part(part))


def schemas() -> dict[str, str]:
    """JSON Schema by file kind."""
    return {
        name: json.dumps(
            _on_one_line(model.model_json_schema()), indent=1, ensure_ascii=False, sort_keys=True
        )
        + "\n"
        for name, model in ROOTS.items()
    }


def _on_one_line(schema: Any) -> Any:
    """A schema whose descriptions have no line breaks: where a docstring is wrapped tells nobody anything."""
    if isinstance(schema, dict):
        return {
            key: " ".join(part.split())
            if key == "description" and isinstance(part, str)
            else _on_one_line(part)
            for key, part in schema.items()
        }
    return [_on_one_line(part) for part in schema] if isinstance(schema, list) else schema


def _part(model: type[Record]) -> Iterator[str]:
    yield f"### {model.__name__}\n\n{' '.join((model.__doc__ or '').split())}\n"
    for name, info in model.model_fields.items():
        need = "required" if info.is_required() else "optional"
        yield f"- `{name}` ({need}{_scheme(info)}): {' '.join((info.description or '').split())}"
    yield ""


def _scheme(info: FieldInfo) -> str:
    """The vocabulary of a field, if it has one."""
    scheme = next((mark.scheme for mark in marks_of(info) if isinstance(mark, CodeOf)), None)
    return f", a code of [{scheme}](data/vocabulary/{scheme}.yml)" if scheme else ""
