"""A plan of one's own: what a facilitator chose in the planner, or wrote into a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from amparo.model.base import Language, Record, Slug, Territory, Whole
from amparo.model.curriculum.agenda import Clock
from amparo.model.curriculum.step import Minutes

Typed = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^\S[^\n]*$")]
"""What somebody typed: one line, in any language, never translated."""

Edition = Literal["facilitator", "participants", "handouts", "team"]
"""A part of a pack: sessions for the facilitator, what participants keep of them, handouts and
lists, sheets for the team."""


class Item(Record):
    """A session, a break, or something of the group's own."""

    session: Slug | None = None
    """A session of the curriculum."""

    variant: Literal["full", "short", "part-1", "part-2"] = "full"
    """Whether the session is held whole, in its short version, or the part of it that one call holds."""

    pause: Typed | None = None
    """What a break is for."""

    own: Typed | None = None
    """What the group does that is not in the curriculum: a visit, a song, prayers."""

    minutes: Minutes | None = None
    """How long a break or a thing of one's own takes; sessions know it themselves."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Item:
        if sum(map(bool, (self.session, self.pause, self.own))) != 1:
            raise ValueError(
                "one of session, pause, own in each item", "session: daily-circle, or pause: tea"
            )
        if bool(self.session) == bool(self.minutes):
            raise ValueError(
                "minutes: needed for a break or a thing of your own, and only there", "minutes: 15"
            )
        return self


class OwnDay(Record):
    """A day or a call."""

    label: Typed | None = None
    """What it is called; missing: its number."""

    start: Clock
    """When it begins."""

    items: tuple[Item, ...] = Field(min_length=1)
    """What happens, one after the other."""


class AddedHelper(Record):
    """A local helper that the group knows: never in our records, only on this group's list."""

    name: Typed
    """Who it is."""

    contact: Typed | None = None
    """How to reach it."""

    told_by: Typed | None = None
    """Who in the group told of it."""


class OwnPlan(Record):
    """A plan of one's own. `python -m amparo paper plan.yml` makes a PDF and a document of it."""

    language: Language = "en"
    """Language of the pack: one of those that are published."""

    title: Typed | None = None
    """What stands on top; missing: a plain heading."""

    people: Annotated[Whole, Field(ge=1, le=100)] = 14
    """How many take part."""

    team: Annotated[Whole, Field(ge=1, le=12)] = 2
    """How many facilitate: so many copies of their part."""

    country: Territory | None = None
    """Country whose helpers and official ways fill the lists."""

    region: Slug | None = None
    """Region, where there is no country."""

    calls: bool = False
    """True where people meet in calls: then each day is a call."""

    group: Slug | None = None
    """A plan by group (data/curriculum/plans) whose advice comes along."""

    editions: tuple[Edition, ...] = ("facilitator", "participants", "handouts")
    """What the pack holds."""

    form: Literal["normal", "plain", "pictures"] = "normal"
    """How participants' sheets are printed: with titles; careful, with nothing that tells what it is; or
    in pictures, for people who do not read."""

    days: tuple[OwnDay, ...] = Field(min_length=1)
    """Days or calls in order."""

    helpers: tuple[AddedHelper, ...] = ()
    """Local helpers that the group adds to its list."""

    @model_validator(mode="after")
    def _is_in_one_place(self) -> OwnPlan:
        if self.country and self.region:
            raise ValueError("region: a plan has a country or a region", "delete one of the two lines")
        return self

    @property
    def holds(self) -> tuple[Edition, ...]:
        """The editions that its form allows. What facilitators and participants read of a session tells what
        it is: a careful pack has neither."""
        return tuple(one for one in self.editions if one == "handouts" or self.form != "plain")

    @property
    def items(self) -> Iterator[tuple[int, int, Item]]:
        """Every item with the place of its day and its own."""
        for d, day in enumerate(self.days):
            for n, item in enumerate(day.items):
                yield d, n, item
