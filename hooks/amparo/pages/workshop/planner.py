"""The planner: every session as something to choose, and what the browser needs to make a plan and its
pack."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.model.curriculum.agenda import Agenda
from amparo.model.curriculum.demand import Thing
from amparo.model.curriculum.handout import Handout
from amparo.model.curriculum.session import Session
from amparo.model.curriculum.timetable import rests
from amparo.pages.context import Context
from amparo.pages.kind import ON_EVERY_PAGE, Kind
from amparo.pages.parts import contact
from amparo.pages.parts.links import Link
from amparo.pages.workshop.parts import session
from amparo.pages.workshop.parts.choices import Bring, Choice, Group, Paper, Place, Ready
from amparo.pages.workshop.parts.codes_of_plans import code_of
from amparo.pages.workshop.parts.copies import BLANK, for_how_many, for_team
from amparo.pages.workshop.parts.declaration import STYLES, if_whole
from amparo.pages.workshop.parts.files import PIECES, Files, files_of
from amparo.pages.workshop.parts.links import to_agendas, to_plans
from amparo.pages.workshop.parts.needs import needs
from amparo.pages.workshop.sheets import HELPERS


@dataclass(frozen=True)
class View:
    """What `workshop/planner.html` says."""

    code: str
    """Code of the page's language."""

    ready: list[Link]
    """Agendas, then plans by group: what there is without script."""

    blank: str
    """The way to the empty running order."""

    choices: list[Choice]
    """All sessions in the order of the curriculum."""

    agendas: list[Ready]
    """Agendas to begin with, the shortest first."""

    regions: list[Place]
    """All regions."""

    countries: list[Place]
    """Countries with enough helpers of their own, by name."""

    groups: list[Group]
    """Kinds of group."""

    papers: list[Paper]
    """All handouts, the list of helpers last."""

    things: list[Bring]
    """Things that sessions take."""

    pieces: str
    """The way to the pieces of packs."""

    pictures: str
    """The way to the style sheet of sheets in pictures."""

    packer: str
    """The way to what puts packs together, without its ending: a script and a style sheet."""

    files: Files
    """Files beside pages."""


def view(context: Context) -> View:
    """What there is to plan with."""
    words, found = context.words, context.words.curriculum
    supplies = found.supplies.things if found.supplies else ()
    team = for_team(words)
    handouts = sorted(found.handouts.values(), key=lambda h: h.id == HELPERS)
    return View(
        code=context.language,
        ready=to_agendas(context) + to_plans(context),
        blank=f"{context.up}workshop/print/{BLANK}.html",
        choices=[_choice(context, s) for s in session.in_order(words)],
        agendas=[_ready(context, a) for a in sorted(found.agendas.values(), key=lambda a: a.order)],
        regions=_regions(context),
        countries=_countries(context),
        groups=[
            Group(plan.id, words.say(f"plans/{plan.id}#title", plan.title), " ".join(plan.handouts))
            for plan in sorted(found.plans.values(), key=lambda plan: plan.order)
        ],
        papers=[_paper(context, h, h.id in team) for h in handouts],
        things=[_bring(context, thing) for thing in supplies],
        pieces=f"{context.root}{PIECES}/{context.language}/",
        pictures=f"{context.root}assets/pictures.css",
        packer=f"{context.root}assets/planner-pack",
        files=files_of(context),
    )


def _choice(context: Context, s: Session) -> Choice:
    """A session as something to choose."""
    return Choice(
        id=s.id,
        title=context.words.session(s.id),
        href=context.url("session", s.id),
        minutes=s.duration_minutes,
        short_minutes=s.short_version.minutes if s.short_version else None,
        rests=" ".join(f"{begins}:{ends}" for begins, ends in rests(s, "full")),
        part_minutes=" ".join(str(part.minutes) for part in s.call_parts),
        least=s.group_size.min,
        most=s.group_size.max,
        needs=needs(context.words, s.id),
        supplies=" ".join(f"{one.thing}:{one.count}:{one.every or 0}" for one in s.supplies),
        handouts=" ".join(s.handouts),
    )


def _ready(context: Context, a: Agenda) -> Ready:
    """An agenda as a plan to begin with, its days and breaks named in the language of the page."""
    return Ready(context.words.agenda(a.id), code_of(context.words, a))


def _regions(context: Context) -> list[Place]:
    """All regions, in the order of the vocabulary."""
    terms = context.library.vocabulary("region").in_order
    return [Place(term.code, context.voice.term("region", term), term.code) for term in terms]


def _countries(context: Context) -> list[Place]:
    """Countries with enough helpers of their own, by name."""
    places = context.library.places
    found = [
        Place(code, contact.place(context, code), places[code].regions[0])
        for code in context.site.sheets.countries
    ]
    return sorted(found, key=lambda place: str(place.name))


def _paper(context: Context, h: Handout, is_for_team: bool) -> Paper:
    """A handout as the script counts it."""
    return Paper(h.id, context.words.handout(h.id), for_how_many(h), is_for_team, h.careful, bool(h.pictured))


def _bring(context: Context, thing: Thing) -> Bring:
    """A thing of the shopping list."""
    return Bring(thing.id, context.words.say(f"supplies#things.{thing.id}.name", thing.name), thing.kept)


KIND = Kind(
    "planner",
    "workshop/planner",
    view,
    "workshop/planner.html",
    if_whole,
    scripts=("planner.js", *ON_EVERY_PAGE),
    styles=(*STYLES, "planner.css"),
)
