"""A pack of one's own: what a plan prints as one document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from amparo.model.curriculum.own_plan import OwnPlan
from amparo.model.curriculum.timetable import Note, notes
from amparo.model.curriculum.wanted import wanted
from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.pages.workshop.parts import cut, handout, pictures
from amparo.pages.workshop.parts.agenda import ClockDay
from amparo.pages.workshop.parts.copies import for_team
from amparo.pages.workshop.parts.cut import CutSheet
from amparo.pages.workshop.parts.handout import HandoutText
from amparo.pages.workshop.parts.held import day_of, held_in, numbers_of, once
from amparo.pages.workshop.parts.pictures import PictureSheet
from amparo.pages.workshop.parts.printing import Line, PackSheets, Sides, lines
from amparo.pages.workshop.parts.shopping import Amount, shopping
from amparo.pages.workshop.sheets import HELPERS
from amparo.pages.workshop.words import Words
from amparo.text.voice import Said


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

    left: list[Said]
    """Titles of handouts that the form leaves out; none in a careful pack, which names nothing."""

    shopping: list[Amount]
    """What to bring."""

    lines: list[Line]
    """What to print."""

    in_all: int | None
    """Sides of paper in all, with every copy; None before that is known."""

    sheets: PackSheets
    """All other sheets."""

    is_plain: bool
    """Whether nothing in it says what it is."""

    signs_at: None = None
    """Drawings stand on the sheets themselves."""


def view_of(context: Context, plan: OwnPlan, sides: Sides | None = None) -> PackView:
    """What a pack says. `sides` are known after it was laid out once. A careful one names no session, no
    place and no group."""
    words, is_plain = context.words, plan.form == "plain"
    sheets = _sheets(context, plan)
    found = list(lines(words, plan, sheets, sides or {}))
    is_known = bool(sides) and all(line.sides for line in found)
    titles = (words.handout(id) for id in wanted(plan, words.curriculum).left)
    return PackView(
        title=None if is_plain else plan.title,
        place=None if is_plain else _place(context, plan),
        people=plan.people,
        team=plan.team,
        days=[day_of(context, day, numbers_of(plan) if is_plain else None) for day in plan.days],
        looks=[]
        if is_plain
        else [_look(context, plan, note) for note in notes(plan, words.curriculum.sessions)],
        advice=[] if is_plain else _advice(words, plan),
        left=[] if is_plain else list(titles),
        shopping=shopping(words, taken(plan), plan.people),
        lines=found,
        in_all=sum((line.sides or 0) * line.copies for line in found) if is_known else None,
        sheets=sheets,
        is_plain=is_plain,
    )


def taken(plan: OwnPlan) -> list[str]:
    """Sessions as often as they take things: parts of one session share theirs."""
    return [item.session for _, _, item in plan.items if item.session and item.variant != "part-2"]


def _advice(words: Words, plan: OwnPlan) -> list[Said]:
    """Advice for the kind of group."""
    group = words.curriculum.plans[plan.group] if plan.group else None
    return words.every(f"plans/{group.id}#advice", group.advice) if group else []


def _place(context: Context, plan: OwnPlan) -> Said | None:
    """The plan's country or region."""
    if plan.country:
        return contact.place(context, plan.country)
    return context.voice.term("region", context.library.term("region", plan.region)) if plan.region else None


def _sheets(context: Context, plan: OwnPlan) -> PackSheets:
    """All sheets in the form that the plan asks for. In pictures, participants get drawings alone."""
    held, is_drawn = list(held_in(context, plan)), plan.form == "pictures"
    has_own = "participants" in plan.holds
    return PackSheets(
        facilitator=held if "facilitator" in plan.holds else [],
        participants=once(held) if has_own and not is_drawn else [],
        cuts=_cuts(context, plan) if "handouts" in plan.holds and plan.form != "plain" else [],
        handouts=_handouts(context, plan),
        pictures=_pictures(context, plan) if is_drawn else [],
    )


def _cuts(context: Context, plan: OwnPlan) -> list[CutSheet]:
    """What is cut, each once; for a kind of group its own cases."""
    words = context.words
    cases = words.curriculum.plans[plan.group].cases if plan.group else ()
    return cut.of_sessions(words, numbers_of(plan), cases)


def _handouts(context: Context, plan: OwnPlan) -> list[HandoutText]:
    """Handouts to read, the list of helpers with those that the group added, and the sheets for the team."""
    words = context.words
    ids = [id for id in wanted(plan, words.curriculum).printed if not _is_drawn(words, plan, id)]
    ids += for_team(words) if "team" in plan.holds else []
    added = [
        [": ".join(filter(None, (one.name, one.contact))), one.told_by or "", ""] for one in plan.helpers
    ]
    return [
        handout.text(context, id, plan.region, plan.country, added=added if id == HELPERS else ())
        for id in ids
    ]


def _is_drawn(words: Words, plan: OwnPlan, id: str) -> bool:
    """Whether a handout is printed in pictures: facilitators read theirs."""
    return plan.form == "pictures" and not words.curriculum.handouts[id].for_facilitators


def _pictures(context: Context, plan: OwnPlan) -> list[PictureSheet]:
    """The clock and the cards of each session for the wall, then handouts in pictures."""
    words, found = context.words, list[PictureSheet]()
    if "participants" in plan.holds:
        found.append(pictures.of_days(context, plan.title or "", plan))
        found += [sheet for id in numbers_of(plan) for sheet in pictures.of_session(context, id)]
    for id in wanted(plan, words.curriculum).printed:
        if _is_drawn(words, plan, id):
            found += pictures.of_handout(context, id, plan.region, plan.country)
    added = tuple((one.name, one.contact or "") for one in plan.helpers)
    return [replace(sheet, added=added) if sheet.id == HELPERS else sheet for sheet in found]


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
