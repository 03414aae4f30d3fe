"""Which handouts a plan of one's own prints, and which the form of its sheets leaves out."""

from __future__ import annotations

from typing import NamedTuple

from amparo.model.curriculum.handout import Handout
from amparo.model.curriculum.own_plan import OwnPlan
from amparo.model.curriculum.whole import Curriculum


class Wanted(NamedTuple):
    """Handouts of the sessions and of the kind of group, in their order, then the list of helpers, which each
    pack has."""

    printed: list[str]
    """Ids of those that are printed."""

    left: list[str]
    """Ids of those that the form leaves out: their text tells what they are, or they have no pictures."""


def wanted(plan: OwnPlan, found: Curriculum) -> Wanted:
    """The handouts of a plan."""
    ids = [h for _, _, item in plan.items if item.session for h in found.sessions[item.session].handouts]
    ids += found.plans[plan.group].handouts if plan.group else ()
    handouts = [found.handouts[id] for id in dict.fromkeys(ids)]
    lists = [h for h in found.handouts.values() if h.layout == "helpers"]
    asked = [h for h in (*(h for h in handouts if h not in lists), *lists) if _is_asked(plan, h)]
    return Wanted(
        [h.id for h in asked if _suits(h, plan.form)], [h.id for h in asked if not _suits(h, plan.form)]
    )


def _is_asked(plan: OwnPlan, h: Handout) -> bool:
    """Whether a handout belongs to one of the editions."""
    return ("facilitator" if h.for_facilitators else "handouts") in plan.holds


def _suits(h: Handout, form: str) -> bool:
    """Whether a handout can be printed in a form. Facilitators read theirs."""
    if form == "plain":
        return h.careful
    return form == "normal" or h.for_facilitators or h.pictured is not None
