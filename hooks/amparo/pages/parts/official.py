"""Which official doors are open to people in a country: the upper half of a country sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.coverage import Answer
from amparo.model.mechanism import Mechanism
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context

FEW = 3
"""Official ways on a country's sheet: all others stand on a page of their own."""

NEAREST = ("national", "regional", "un", "international")
"""Levels of mechanism, the nearest first."""

ONE_FORM = "spsubmission.ohchr.org"
"""Host of the one form that all UN experts and working groups share."""


@dataclass(frozen=True)
class DoorView:
    """One mechanism as a country's pages show it."""

    id: str
    """Id of the record."""

    answer: Answer
    """`yes`, `no` or `unconfirmed`."""

    href: str
    """The way to its page."""

    top: bool
    """True for those that can act within days."""

    title: Said
    """Its title."""

    summary: Said | None
    """What it is, where there is room for it."""

    learns: Said | None
    """What the State learns."""

    is_urgent: bool
    """Whether it has an urgent procedure."""

    weak: Said | None
    """Why it may not work."""

    group: str
    """The part of the page where it stands."""

    near: bool
    """What a person of this country may have hoped for: its own laws, and procedures that any State can
    accept."""

    note: Said | None
    """What is special about this State."""

    when: str | None
    """When this State left."""


@dataclass(frozen=True)
class OfficialView:
    """All mechanisms by whether they are open in a country."""

    urgent: list[DoorView]
    """Those that can act within days."""

    experts: list[DoorView]
    """UN experts and working groups."""

    un: list[DoorView]
    """Other ways of the UN."""

    treaties: list[DoorView]
    """UN committees."""

    regional: list[DoorView]
    """Regional commissions and courts."""

    missions: list[DoorView]
    """Embassies with guidelines."""

    national: list[DoorView]
    """The State's own protection."""

    international: list[DoorView]
    """Labour, companies, banks, crimes."""

    unconfirmed: list[DoorView]
    """Those of which we are not sure."""

    closed: list[DoorView]
    """Those that are not open here."""

    far: list[DoorView]
    """Those of other regions."""


def view(context: Context) -> OfficialView:
    """Urgent ways first, then by kind; what is not open in one line."""
    doors = _doors(context, context.page.key)
    is_open = [d for d in doors if d.answer == "yes"]
    rest = [d for d in is_open if not d.top]

    def group(name: str) -> list[DoorView]:
        return [d for d in rest if d.group == name]

    closed = [d for d in doors if d.answer == "no"]
    return OfficialView(
        urgent=[d for d in is_open if d.top],
        experts=group("experts"),
        un=group("un"),
        treaties=group("treaties"),
        regional=group("regional"),
        missions=group("state-guidelines"),
        national=group("national"),
        international=group("international"),
        unconfirmed=[d for d in doors if d.answer == "unconfirmed"],
        closed=[d for d in closed if d.near or d.note],
        far=[d for d in closed if not (d.near or d.note) and d.group == "regional"],
    )


def urgent(context: Context, country: str) -> list[DoorView]:
    """At most three ways that are open in a country and can act within days: the State's own and the region's
    first."""
    open_ways = [
        m for m, answer in context.library.official.ways(country) if answer == "yes" and m.top and m.works
    ]
    open_ways.sort(key=lambda m: NEAREST.index(m.level) if m.level in NEAREST else len(NEAREST))
    return [_door(context, m, "yes", country) for m in open_ways[:FEW]]


def _doors(context: Context, country: str) -> list[DoorView]:
    return [_door(context, m, answer, country) for m, answer in context.library.official.ways(country)]


def _door(context: Context, m: Mechanism, answer: Answer, country: str) -> DoorView:
    """One mechanism for somebody in a country."""
    library, voice = context.library, context.voice
    note, when = _note(context, m, country)
    here = f"mechanisms/{m.id}#"
    weak = library.term("mechanism-status", m.status) if m.status in ("weak", "draft", "none") else None
    return DoorView(
        id=m.id,
        answer=answer,
        href=context.url("mechanism", m.id),
        top=m.top,
        title=voice.translate(here + "title", m.title),
        summary=voice.translate(here + "summary", m.summary) if m.top or m.level == "national" else None,
        learns=voice.translate(here + "reprisal_risk", m.reprisal_risk) if m.top else None,
        is_urgent=m.is_urgent,
        weak=voice.term("mechanism-status", weak, "plain") if weak else None,
        group=_group(m),
        near=(m.level == "national" and country in m.applies_to.countries)
        or (m.level in ("un", "international") and m.applies_to.coverage is not None),
        note=note,
        when=when,
    )


def _group(m: Mechanism) -> str:
    """The part of the sheet where a mechanism stands."""
    if m.level != "un":
        return m.level
    return "treaties" if m.applies_to.coverage else "experts" if ONE_FORM in m.hosts else "un"


def _note(context: Context, m: Mechanism, country: str) -> tuple[Said | None, str | None]:
    """What is special about this State in the mechanism's list: it left, is leaving, or the list has gaps."""
    library, voice = context.library, context.voice
    if not m.applies_to.coverage:
        return None, None
    found = library.coverage[m.applies_to.coverage]
    here = f"coverage/{found.id}#"
    left = found.left(country)
    if left:
        return voice.translate(here + "former.note", left.note) or "", voice.when(left.effect or left.notice)
    leaving = next((c for c in found.leaving if c.state == country), None)
    if leaving:
        return voice.translate(here + "leaving.note", leaving.note), None
    if found.answer(country) == "unconfirmed":
        return voice.translate(here + "note", found.note), None
    return None, None
