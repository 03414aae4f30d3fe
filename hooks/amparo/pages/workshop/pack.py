"""A pack of one's own: what a plan prints as one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.curriculum.handout import Handout
from amparo.model.curriculum.own_plan import OwnPlan
from amparo.model.curriculum.timetable import Note, notes
from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.pages.workshop.parts import handout
from amparo.pages.workshop.parts.agenda import ClockDay
from amparo.pages.workshop.parts.copies import copies, for_team
from amparo.pages.workshop.parts.handout import HandoutText
from amparo.pages.workshop.parts.held import Held, day_of, held_in, once
from amparo.pages.workshop.parts.shopping import Amount, shopping
from amparo.pages.workshop.sheets import HELPERS
from amparo.text.voice import Said

Sides = Mapping[str, tuple[int, int]]
"""On which page each sheet begins and how many sides it takes, by the sheet's name."""


class Line(NamedTuple):
    """A line of the list of what to print."""

    page: int | None
    """On which page of the pack it begins; None before that is known."""

    title: Said
    """What it is."""

    for_whom: str
    """`facilitator` or `participants`."""

    sides: int | None
    """Sides of one copy."""

    copies: int
    """How many copies."""


class Look(NamedTuple):
    """Something to look at before the plan is held."""

    kind: str
    """What it is about, see `Note`."""

    day: Said | None
    """In which day; None where days have no name."""

    number: int
    """The number of the day."""

    session: Said | None
    """Which session."""

    earlier: Said | None
    """The session that should come before."""

    what: Said | None
    """What is used of it."""

    otherwise: Said | None
    """What to do without it."""


@dataclass(frozen=True)
class PackView:
    """What `print/pack.html` says."""

    title: str | None
    """What the group calls it; None: a plain heading."""

    place: Said | None
    """Whose helpers are in it."""

    people: int
    """How many take part."""

    team: int
    """How many facilitate."""

    days: list[ClockDay]
    """Days on the real clock."""

    looks: list[Look]
    """What to look at."""

    advice: list[Said]
    """Advice for the kind of group."""

    shopping: list[Amount]
    """What to bring."""

    lines: list[Line]
    """What to print."""

    in_all: int | None
    """Sides of paper in all, with every copy; None before that is known."""

    facilitator: list[Held]
    """Sessions for the facilitator, in order."""

    participants: list[Held]
    """What participants keep of each session."""

    handouts: list[HandoutText]
    """Handouts and lists, each with its copies in `lines`."""

    is_plain: bool
    """Whether participants' sheets have no titles."""


def view_of(context: Context, plan: OwnPlan, sides: Sides | None = None) -> PackView:
    """What a pack says. `sides` are known after it was laid out once."""
    held = list(held_in(context, plan))
    sheets = _handouts(context, plan)
    lines = list(_lines(context, plan, held, sheets, sides or {}))
    advice = context.words.curriculum.plans[plan.group] if plan.group else None
    is_known = bool(sides) and all(line.sides for line in lines)
    return PackView(
        title=plan.title,
        place=_place(context, plan),
        people=plan.people,
        team=plan.team,
        days=[day_of(context, day) for day in plan.days],
        looks=[_look(context, plan, note) for note in notes(plan, context.words.curriculum.sessions)],
        advice=context.words.every(f"plans/{advice.id}#advice", advice.advice) if advice else [],
        shopping=shopping(
            context.words, [item.session for _, _, item in plan.items if item.session], plan.people
        ),
        lines=lines,
        in_all=sum((line.sides or 0) * line.copies for line in lines) if is_known else None,
        facilitator=held if "facilitator" in plan.editions else [],
        participants=once(held) if "participants" in plan.editions else [],
        handouts=sheets,
        is_plain=plan.form == "plain",
    )


def _place(context: Context, plan: OwnPlan) -> Said | None:
    """The plan's country or region."""
    if plan.country:
        return contact.place(context, plan.country)
    return context.voice.term("region", context.library.term("region", plan.region)) if plan.region else None


def _handouts(context: Context, plan: OwnPlan) -> list[HandoutText]:
    """Handouts of all sessions and of the kind of group, each once; then the list of helpers and the
    sheets for the team."""
    found = context.words.curriculum
    ids = [h for _, _, item in plan.items if item.session for h in found.sessions[item.session].handouts]
    ids += found.plans[plan.group].handouts if plan.group else ()
    wanted = [id for id in dict.fromkeys(ids) if id != HELPERS and _is_wanted(plan, found.handouts[id])]
    wanted += [HELPERS] if "handouts" in plan.editions else []
    wanted += for_team(context.words) if "team" in plan.editions else []
    return [_handout(context, plan, found.handouts[id]) for id in wanted]


def _is_wanted(plan: OwnPlan, h: Handout) -> bool:
    """Whether a handout of a session belongs to one of the editions."""
    return ("facilitator" if h.for_facilitators else "handouts") in plan.editions


def _handout(context: Context, plan: OwnPlan, h: Handout) -> HandoutText:
    """A handout in the form that the plan asks for; the list of helpers with those that the group added."""
    is_list = h.id == HELPERS
    has_pictures = plan.form == "pictures" and h.low_literacy_form and not is_list
    added = [
        [": ".join(filter(None, (one.name, one.contact))), one.told_by or "", ""] for one in plan.helpers
    ]
    form = "pictures" if has_pictures else "normal"
    return handout.text(context, h.id, plan.region, plan.country, form, added if is_list else [])


def _lines(
    context: Context, plan: OwnPlan, held: list[Held], sheets: list[HandoutText], sides: Sides
) -> Iterator[Line]:
    """What to print, in the order of the pack. The first sheet is the facilitator's: clock and lists."""

    def line(name: str, title: Said, for_whom: str, count: int) -> Line:
        page, many = sides.get(name, (None, None))
        return Line(page, title, for_whom, many, count)

    say = context.words
    if "facilitator" in plan.editions:
        for one in held:
            yield line(one.name, one.text.title, "facilitator", plan.team)
    if "participants" in plan.editions:
        for one in once(held):
            yield line(one.name, one.text.title, "participants", plan.people)
    for sheet in sheets:
        h = say.curriculum.handouts[sheet.id]
        count = copies(h, plan.people, plan.team)
        yield line(sheet.id, sheet.title, "facilitator" if h.for_facilitators else "participants", count)


def _look(context: Context, plan: OwnPlan, note: Note) -> Look:
    """A note in the language of the pack."""
    words, need = context.words, note.need
    here = f"sessions/{note.session}#needs_before."
    return Look(
        kind=note.kind,
        day=plan.days[note.day].label,
        number=note.day + 1,
        session=words.session(note.session) if note.session else None,
        earlier=words.session(need.session) if need else None,
        what=words.say(here + "what", need.what) if need else None,
        otherwise=words.say(here + "otherwise", need.otherwise) if need else None,
    )
