"""For the desk officer: what guidelines promise, by action, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from amparo.model.mechanism import Mechanism
from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts.links import Link
from amparo.text.voice import Said


class Action(NamedTuple):
    """Something that an embassy can do."""

    label: Said
    """What it is."""

    plain: Said | None
    """The same in plain words."""

    who: list[Link]
    """Whose guidelines name it."""


@dataclass(frozen=True)
class View:
    """What `mechanisms/desk.html` says."""

    actions: list[Action]
    """What guidelines promise; what none of them names is left out."""


def view(context: Context) -> View:
    """Every action with those who promise it."""
    library, voice = context.library, context.voice
    found = [m for m in library.official.mechanisms_in_order if m.desk_actions]
    actions = []
    for term in library.vocabulary("mission-action").in_order:
        who = [m for m in found if any(d.action == term.code for d in m.desk_actions)]
        if who:
            label, plain = voice.term("mission-action", term), voice.term("mission-action", term, "plain")
            actions.append(Action(label, plain, [_to_guidelines(context, m) for m in who]))
    return View(actions)


def _to_guidelines(context: Context, m: Mechanism) -> Link:
    """The State's name is enough and keeps the page on one side of paper."""
    voice = context.voice
    name = voice.territory(m.state) if m.state else voice.translate(f"mechanisms/{m.id}#title", m.title)
    return Link(name, context.url("mechanism", m.id))


KIND = Kind("desk", "mechanisms/desk", view, "mechanisms/desk.html")
