"""The reference of fields for editors: from the models, so that it is never behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from amparo.model.base import CodeOf, Record, marks_of
from amparo.model.change import CallBack, Change, Confirmation, Shift
from amparo.model.citation import BodyCitation, CountryCitation
from amparo.model.contact import Contact, Withheld
from amparo.model.coverage import Claim, Coverage, Former
from amparo.model.curriculum.agenda import AfterHours, Agenda, Day, Plan, PlanSwap, Slot, Swap, WomenHour
from amparo.model.curriculum.exercise import Cut, Exercise, Scenario
from amparo.model.curriculum.form import FormPart
from amparo.model.curriculum.guidance import (
    About,
    Before,
    CycleStep,
    GlossaryEntry,
    Guidance,
    Invented,
    Measure,
    Reading,
    Team,
    World,
)
from amparo.model.curriculum.handout import Block, Handout, MechanismRow
from amparo.model.curriculum.picture import Picture
from amparo.model.curriculum.session import (
    Adaptation,
    Filter,
    GroupSize,
    Links,
    Piece,
    Point,
    Session,
)
from amparo.model.curriculum.step import CallPart, CallStep, SessionStep, ShortStep, ShortVersion
from amparo.model.designation import Designation, NamedBody, NotMeant, Register
from amparo.model.grade import Grade, Grades
from amparo.model.incident import IncidentForm, Recipient, ReportField, ReportSection, Sample, SampleAnswer
from amparo.model.mechanism import AppliesTo, Consent, DeskAction, Instrument, Mechanism
from amparo.model.member import Member
from amparo.model.national_line import LineSources, NationalLine, NationalLines
from amparo.model.news import Ahead, News
from amparo.model.offer import Amounts, Offer, Span
from amparo.model.organisation import Checked, FormerName, Organisation, Serves
from amparo.model.place import Place
from amparo.model.procedure import Procedure, Step
from amparo.model.proof import Corroboration
from amparo.model.schemas import ROOTS, WHERE, schema_file, schemas, settings_of_editors
from amparo.model.search import Analysis, Letters, Rule, Synonyms
from amparo.model.sign import Sign, SignBook, SignSet
from amparo.model.solidarity.action import Action, Actor
from amparo.model.solidarity.kind import ActionKind
from amparo.model.solidarity.letter import Letter, Part
from amparo.model.triage import Choice, End, Entry, GroupAdvice, Question
from amparo.model.vocabulary import Never, Term
from amparo.project import Project

PARTS: tuple[type[Record], ...] = (
    Organisation,
    Serves,
    FormerName,
    Member,
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
    Change,
    Shift,
    Confirmation,
    CallBack,
    Place,
    Grades,
    Grade,
    SignBook,
    SignSet,
    Sign,
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
    ActionKind,
    Letter,
    Part,
    Action,
    Actor,
    News,
    Ahead,
    Session,
    GroupSize,
    SessionStep,
    ShortVersion,
    ShortStep,
    CallPart,
    CallStep,
    Point,
    Exercise,
    Cut,
    Scenario,
    Adaptation,
    Links,
    Filter,
    Piece,
    Handout,
    Picture,
    FormPart,
    MechanismRow,
    Block,
    Agenda,
    Day,
    Slot,
    AfterHours,
    Swap,
    Plan,
    PlanSwap,
    WomenHour,
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

HEAD = """# All fields

Made by `make fields` from the models in `hooks/amparo/model/`: change it there, never here.
How to use the fields is told in [CONTRIBUTING.md](CONTRIBUTING.md).
What is optional may be left out: the page then says "not known", or nothing.
"""


def write_all(project: Project) -> Iterator[Path]:
    """Write the reference, the schemas, and which schema belongs to which files; yields the files written."""
    texts = {"FIELDS.md": f"{HEAD}\n{reference()}", ".vscode/settings.json": settings_of_editors()}
    texts |= {schema_file(name): schema for name, schema in schemas().items()}
    for place, text in texts.items():
        file = project.find(place)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        yield file


def reference() -> str:
    """All fields in Markdown, the files that they stand in first."""
    files = (
        f"- `{place}`: [{ROOTS[name].__name__}](#{ROOTS[name].__name__.lower()})"
        for name, place in WHERE.items()
        if ROOTS[name] in PARTS
    )
    return "\n".join((*files, "", *(line for part in PARTS for line in _part(part)))).rstrip() + "\n"


def _part(model: type[Record]) -> Iterator[str]:
    yield f"## {model.__name__}\n\n{' '.join((model.__doc__ or '').split())}\n"
    for name, info in model.model_fields.items():
        need = "required" if info.is_required() else "optional"
        yield f"- `{name}` ({need}{_scheme(info)}): {' '.join((info.description or '').split())}"
    yield ""


def _scheme(info: FieldInfo) -> str:
    """The vocabulary of a field, if it has one."""
    scheme = next((mark.scheme for mark in marks_of(info) if isinstance(mark, CodeOf)), None)
    return f", a code of [{scheme}](data/vocabulary/{scheme}.yml)" if scheme else ""
