"""A list of States: who is on it, who left, how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from amparo.model.coverage import Coverage
from amparo.pages.parts import contact, sources
from amparo.pages.parts.links import Link
from amparo.pages.parts.sources import SourceView
from amparo.text.voice import Foreign, Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


class FormerState(NamedTuple):
    """A State that left."""

    place: Link
    """Its country sheet."""

    when: str | None
    """Since when it is out, or when it gave notice; None: not known."""

    note: Said | None
    """What still counts."""


class LeavingState(NamedTuple):
    """A State that announced that it leaves."""

    place: Link
    """Its country sheet."""

    note: Said | None
    """What was said."""


@dataclass(frozen=True)
class CoverageView:
    """What `mechanisms/mechanism.html` says about the States of a list."""

    name: Said
    """What they belong to or accepted."""

    states: list[Link]
    """All States of the list."""

    count: int
    """How many we have."""

    expected: int | None
    """How many there are officially; None: not known."""

    is_complete: bool
    """Whether absence from the list means something."""

    is_from_memory: bool
    """Whether nothing in it is confirmed."""

    as_of: str | None
    """When the list was true; None: not known."""

    note: Said | None
    """What to know about the list."""

    former: list[FormerState]
    """Those that left."""

    leaving: list[LeavingState]
    """Those that announced that they leave; they are among `states`."""

    unconfirmed: list[Link]
    """Those that may have joined; they are not among `states`."""

    from_memory: list[Link]
    """Those among `states` that were named from memory."""

    suspended: list[Link]
    """Those among `states` that are reported as suspended."""

    sources: list[SourceView]
    """Where the list comes from."""


def view(context: Context, found: Coverage) -> CoverageView:
    """What is known of a list of States."""
    voice = context.voice
    here = f"coverage/{found.id}#"
    name = found.names.get(voice.language)
    return CoverageView(
        name=name or Foreign(found.names["en"], "en", "ltr", missing=False),
        states=to_states(context, found.states),
        count=len(found.states),
        expected=found.count_expected,
        is_complete=found.is_complete,
        is_from_memory=found.confidence == "low",
        as_of=voice.when(found.as_of),
        note=voice.translate(here + "note", found.note),
        former=[
            FormerState(
                _to_state(context, f.state),
                voice.when(f.effect or f.notice),
                voice.translate(here + "former.note", f.note),
            )
            for f in found.former
        ],
        leaving=[
            LeavingState(_to_state(context, c.state), voice.translate(here + "leaving.note", c.note))
            for c in found.leaving
        ],
        unconfirmed=to_states(context, (c.state for c in found.unconfirmed_additions)),
        from_memory=to_states(context, found.from_memory),
        suspended=to_states(context, found.suspended),
        sources=sources.sources(context, found.sources),
    )


def to_states(context: Context, codes: Iterable[str]) -> list[Link]:
    """The country sheets of States."""
    return [_to_state(context, code) for code in codes]


def _to_state(context: Context, code: str) -> Link:
    return Link(contact.place(context, code), context.url("country", code))
