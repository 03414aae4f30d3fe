"""A mechanism in a list or table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.mechanism import Mechanism
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class RowView:
    """A mechanism in few words."""

    title: Said
    """Its short name."""

    href: str
    """The way to its page."""

    summary: Said
    """What it can do for her, in one line."""

    is_urgent: bool
    """Whether one of its doors works in hours or days."""

    is_confirmed: bool
    """Whether somebody read a source for its main facts."""

    works: bool
    """Whether it takes cases at all."""

    status: Said
    """Whether it works, in words."""

    level: Said
    """How near it is."""

    open_to: str | None
    """Who may submit; None: not known."""

    exhaustion: bool | None
    """Whether courts of the country must be tried before its first door; None: not known."""

    procedures: str
    """Its doors."""


def view(context: Context, m: Mechanism) -> RowView:
    """What a list or table says of a mechanism."""
    library, voice = context.library, context.voice
    here = f"mechanisms/{m.id}#"
    submitters = [voice.term("submitter", library.term("submitter", code)) for code in m.open_to]
    doors = [voice.term("procedure", library.term("procedure", p.type)) for p in m.procedures]
    return RowView(
        title=voice.translate(here + "title", m.title),
        href=context.url("mechanism", m.id),
        summary=voice.translate(here + "summary", m.summary),
        is_urgent=m.is_urgent,
        is_confirmed=m.is_confirmed,
        works=m.works,
        status=voice.term("mechanism-status", library.term("mechanism-status", m.status)),
        level=voice.term("level", library.term("level", m.level)),
        open_to=voice.together(submitters) if submitters else None,
        exhaustion=m.procedures[0].exhaustion_required,
        procedures=voice.together(doors),
    )
